internal import GonogoCore

/// A piece of one line as its reader sees it: without marks, tags and link targets.
enum PlainPiece {
  /// The bytes that may mean something to Markdown.
  private static let marks = Set("\\`*_[]<&!~".utf8)

  /// The text of `range`.
  static func text(_ range: Range<Int>, of document: Document) -> String {
    let range = document.trimmed(range)
    guard document.bytes[range].contains(where: { marks.contains($0) }) else {
      return document.text(range)
    }
    // Behind a word nothing opens a list or a heading.
    let line = Array("a ".utf8) + unescapedPipes(range, of: document)
    let text = CommonMarkTree(line).blocks().first?.text ?? ""
    return String(ChecklistBuilder.trimmed(text.dropFirst(2)))
  }

  /// The code spans in `range`, in order.
  static func codes(in range: Range<Int>, of document: Document) -> [String] {
    let bytes = document.bytes
    guard bytes[range].contains(0x60) else { return [] }
    var codes: [String] = []
    var markup = InlineMarkup(range, of: bytes)
    var position = range.lowerBound
    while position < range.upperBound {
      guard let end = markup.end(at: position) else {
        position += 1
        continue
      }
      if bytes[position] == 0x60 {
        let text = document.text(position..<end)
        let inner = text.drop { $0 == "`" }
        let width = text.count - inner.count
        if inner.count > width, text.hasSuffix(String(repeating: "`", count: width)) {
          codes.append(
            String(ChecklistBuilder.trimmed(inner.dropLast(width))).replacingAll("\\|", with: "|"))
        }
      }
      position = end
    }
    return codes
  }

  /// In a table a pipe is escaped everywhere, in code spans too.
  private static func unescapedPipes(_ range: Range<Int>, of document: Document) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(range.count)
    for byte in document.bytes[range] {
      if byte == 0x7C, line.last == 0x5C { line.removeLast() }
      line.append(byte)
    }
    return line
  }
}
