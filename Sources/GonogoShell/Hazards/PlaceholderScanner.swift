/// Finds `<name>` outside quotes, comments and here-documents.
enum PlaceholderScanner {
  static func placeholders(in bytes: [UInt8]) -> [ShellHazard] {
    var parser = ShellParser(bytes, collects: true)
    parser.parse()
    var redirections = parser.facts.commands.flatMap(\.redirections) + parser.facts.redirections
    // What follows the last `<` may be a half-read redirection: `<name>` at the end of a line.
    if let open = parser.list.pendingRedirection { redirections.append(open) }
    redirections += parser.list.command.redirections
    let starts = Set(redirections.filter { $0.symbol == "<" }.map(\.target.range.lowerBound))
    return starts.sorted().compactMap { placeholder(at: $0, in: bytes) }
  }

  /// The placeholder whose name begins at `start`.
  private static func placeholder(at start: Int, in bytes: [UInt8]) -> ShellHazard? {
    guard start > 0, start < bytes.count, bytes[start - 1] == 0x3C, isLetter(bytes[start]) else {
      return nil
    }
    var end = start
    while end < bytes.count, end - start < 60, isNamePart(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == 0x3E, bytes[end - 1] != 0x20 else { return nil }
    // `<in >out`, `<in>>out`
    if end + 1 < bytes.count, bytes[end + 1] == 0x3E || bytes[end + 1] == 0x26 { return nil }
    // `<in 2>err`
    if let blank = bytes[start..<end].lastIndex(of: 0x20),
      bytes[(blank + 1)..<end].allSatisfy({ (0x30...0x39).contains($0) })
    {
      return nil
    }
    let name = String(decoding: bytes[start - 1...end], as: UTF8.self)
    return ShellHazard(kind: .placeholder(name), range: start - 1..<end + 1)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || " -_./:|".utf8.contains(byte)
  }
}
