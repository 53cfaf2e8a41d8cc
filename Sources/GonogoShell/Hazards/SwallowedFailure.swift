/// Finds what makes a command succeed whatever happens: a last `|| true`, `|| :` or `|| echo …`.
enum SwallowedFailure {
  static func find(in bytes: [UInt8]) -> ShellHazard? {
    guard let start = lastOr(in: bytes) else { return nil }
    let tail = String(decoding: bytes[(start + 2)...], as: UTF8.self)
    let words = tail.split { $0 == " " || $0 == "\t" }
    guard let first = words.first, !tail.contains(where: \.isNewline) else { return nil }
    let rest = words.dropFirst()
    switch first {
    case "true", ":":
      guard rest.allSatisfy({ $0.hasPrefix("#") }) || rest.first?.hasPrefix("#") == true
      else { return nil }
    case "exit", "return": guard rest.count == 1, rest.first == "0" else { return nil }
    case "echo", "printf":
      guard !tail.contains(where: { "&;|$`()".contains($0) }) else { return nil }
    default: return nil
    }
    let shown =
      first == "echo" || first == "printf" ? "|| \(first) …" : "|| " + words.joined(separator: " ")
    var end = bytes.count
    while end > start + 2, bytes[end - 1] == 0x20 { end -= 1 }
    return ShellHazard(kind: .alwaysSucceeds(shown), range: start..<end)
  }

  /// The last `||` that stands outside quotes and brackets.
  private static func lastOr(in bytes: [UInt8]) -> Int? {
    var quote: UInt8?
    var depth = 0
    var last: Int?
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x5C, quote != 0x27 {
        position += 2
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case 0x27, 0x22, 0x60: quote = byte
        case 0x28: depth += 1
        case 0x29: depth -= 1
        case 0x7C where depth == 0 && position + 1 < bytes.count && bytes[position + 1] == 0x7C:
          last = position
          position += 1
        default: break
        }
      }
      position += 1
    }
    return last
  }
}
