/// Reads bytes as changes to some other bytes, four to each.
enum Changes {
  private static let pieces = [
    "\r", "\n", "\r\n", "\u{FEFF}", "```\n", "\n\n", " ", "x", "- [x] \n", "=", "A", "\u{200B}",
    "-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n",
    "### Signature 1: operator\n",
  ].map { Array($0.utf8) }

  /// `bytes` after the first eight changes that `script` names.
  static func made(by script: [UInt8], to bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for start in stride(from: 0, to: min(script.count - 3, 32), by: 4) {
      let place = (Int(script[start + 1]) << 8 | Int(script[start + 2])) % (result.count + 1)
      make(script[start], at: place, Int(script[start + 3]), in: &result)
    }
    return result
  }

  private static func make(_ kind: UInt8, at place: Int, _ value: Int, in bytes: inout [UInt8]) {
    let end = min(bytes.count, place + value)
    switch kind % 8 {
    case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(value & 7) }
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3: bytes.insert(contentsOf: pieces[value % pieces.count], at: place)
    case 4: bytes.insert(UInt8(value), at: place)
    case 5: bytes.removeSubrange(place...)
    case 6: bytes = Array(bytes[place...] + bytes[..<place])
    default:
      let moved = Array(bytes[place..<end])
      bytes.removeSubrange(place..<end)
      bytes += moved
    }
  }
}
