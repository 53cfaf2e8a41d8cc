/// Recognises a private key in PEM behind `-----BEGIN `: its kind, its lines, its end.
///
/// Line ends may be escaped (`\n` in JSON). The first line that is none of a key ends it, so that a
/// header alone hides nothing that comes after it.
struct KeyLines {
  private static let privateKey = Array("PRIVATE KEY".utf8)
  private static let headers = ["Proc-Type:", "DEK-Info:"].map { Array($0.utf8) }
  private static let ending = Array("-----END ".utf8)
  private static let dashes = Array("-----".utf8)

  /// The line that is being read; the first is the rest of the BEGIN line.
  private var line: [UInt8] = []
  private var lineStart = 0
  private var isFirst = true
  private var isEscaped = false
  private var isOver = false
  /// The end of what is certainly of the key; -1 while that is not known.
  private var certain = -1

  /// Takes in the byte at `position`; false when the key was over before it.
  mutating func take(_ byte: UInt8, at position: Int) -> Bool {
    if isOver { return false }
    if isFirst { return takeKind(byte, position) }
    if isEscaped {
      isEscaped = false
      return (byte == 0x6E || byte == 0x72) && endLine(position)
    }
    switch byte {
    case 0x5C: isEscaped = true
    case 0x0A, 0x0D: return endLine(position)
    default:
      if line.isEmpty { lineStart = position }
      line.append(byte)
      if byte == 0x2D, line.count > 14, isEnding {
        certain = position + 1
        isOver = true
      }
    }
    return true
  }

  /// Where the key ends when nothing of it follows at `position`; nil when it was none.
  func end(at position: Int) -> Int? {
    guard certain >= 0 else { return nil }
    if isOver || line.isEmpty { return certain }
    if !trimmed.isEmpty, isOfKey { return position }
    // A line of a key with something behind it: no word is that long.
    let run = trimmed.prefix { Self.isDigit($0) }
    return run.count >= 16 ? lineStart + run.endIndex : certain
  }

  /// `RSA PRIVATE KEY-----`
  private mutating func takeKind(_ byte: UInt8, _ position: Int) -> Bool {
    line.append(byte)
    if line.count > 64 { return false }
    switch byte {
    case 0x20, 0x30...0x39, 0x41...0x5A: return line.count < 2 || line[line.count - 2] != 0x2D
    case 0x2D:
      guard line.suffix(5).elementsEqual(Self.dashes) else { return true }
      let name = line.dropLast(5)
      guard name.suffix(11).elementsEqual(Self.privateKey) || name.count > 11 && holdsName(name)
      else { return false }
      certain = position + 1
      isFirst = false
      line = []
      return true
    default: return false
    }
  }

  /// True for `PGP PRIVATE KEY BLOCK` and its like.
  private func holdsName(_ name: ArraySlice<UInt8>) -> Bool {
    name.indices.contains { name[$0...].starts(with: Self.privateKey) }
  }

  private mutating func endLine(_ position: Int) -> Bool {
    if !trimmed.isEmpty {
      guard isOfKey else { return false }
      certain = position + 1
    }
    line = []
    return true
  }

  private var trimmed: ArraySlice<UInt8> {
    var text = line.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text
  }

  private var isOfKey: Bool {
    let text = trimmed
    return Self.headers.contains { text.starts(with: $0) }
      || text.allSatisfy { Self.isDigit($0) }
  }

  /// True for the bytes of base64.
  private static func isDigit(_ byte: UInt8) -> Bool {
    TokenFormat.ByteClass.alphanumeric.contains(byte) || [0x2B, 0x2F, 0x3D].contains(byte)
  }

  private var isEnding: Bool {
    let text = trimmed
    return text.starts(with: Self.ending) && text.suffix(5).elementsEqual(Self.dashes)
  }
}
