/// The spellings in which a secret may be printed.
struct SecretForms {
  /// As the bytes stand.
  private(set) var raw: Set<[UInt8]> = []
  /// Base64 and hexadecimal: what may be wrapped over lines.
  private(set) var wrapped: Set<[UInt8]> = []
  /// Without blanks, line ends, quotes and backslashes: what may be spread out or quoted anew.
  private(set) var normalised: Set<[UInt8]> = []

  /// Longer values are looked for in pieces of this many bytes.
  private static let longest = 4096
  /// The shortest pattern without blanks, quotes and backslashes.
  private static let shortestNormalised = 10

  /// All spellings of `secret`; of a short one only the plain one.
  init(_ secret: Secret) {
    let bytes = Array(secret.value.utf8)
    guard bytes.count >= Secret.shortest else { return }
    for start in stride(from: 0, to: bytes.count, by: Self.longest) {
      let piece = Array(bytes[start..<min(start + Self.longest, bytes.count)])
      guard piece.count >= Secret.shortest else { continue }
      raw.insert(piece)
      raw.insert(Self.stripped(piece))
      if piece.count >= Secret.shortestSpelled { addSpellings(of: piece) }
    }
    for line in Self.lines(of: bytes) where line.count >= Secret.shortestSpelled {
      if line.count <= Self.longest { addLine(line) }
    }
  }

  /// As it looks once terminal control is taken out of it.
  private static func stripped(_ bytes: [UInt8]) -> [UInt8] {
    var stripper = EscapeStripper()
    var result: [UInt8] = []
    stripper.strip(bytes[...], into: &result)
    stripper.finish(into: &result)
    return result
  }

  /// Its lines without blanks around them; none when it is all one line.
  private static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard lines.count > 1 || lines.first.map({ $0.contains(where: isBlank) }) ?? false else {
      return []
    }
    return lines.map { line in
      var line = line.drop(while: isBlank)
      while let last = line.last, isBlank(last) { line.removeLast() }
      return Array(line)
    }
  }

  private mutating func addLine(_ line: [UInt8]) {
    // The lines by which every key begins and ends are no secret.
    if line.starts(with: Array("-----".utf8)) { return }
    raw.insert(line)
    addEncodings(of: line)
    addNormalised(line)
  }

  private mutating func addSpellings(of bytes: [UInt8]) {
    if bytes.contains(0x0A) { raw.insert(Spelling.withCarriageReturns(bytes)) }
    for spelling in Spelling.all(bytes) where spelling.count >= Secret.shortestSpelled {
      raw.insert(spelling)
    }
    addEncodings(of: bytes)
    addNormalised(bytes)
  }

  private mutating func addEncodings(of bytes: [UInt8]) {
    for offset in 0..<3 {
      for alphabet in Base64Core.alphabets {
        let core = Base64Core.core(bytes, offset: offset, alphabet)
        if core.count >= Secret.shortestSpelled { wrapped.insert(core) }
      }
    }
    for digits in ["0123456789abcdef", "0123456789ABCDEF"] {
      let digits = Array(digits.utf8)
      let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      wrapped.insert(text)
      normalised.insert(text)
    }
  }

  private mutating func addNormalised(_ bytes: [UInt8]) {
    let rest = bytes.filter { !SkippedBytes.spreading.contains($0) }
    if rest.count >= Self.shortestNormalised { normalised.insert(rest) }
  }
}
