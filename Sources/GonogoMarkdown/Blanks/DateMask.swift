internal import GonogoCore

/// The form of a date at the end of a heading: "### Run of 1.2 (YYYY-MM-DD)".
enum DateMask {
  /// The blank that it is, or nil; a heading about forms of dates has none.
  static func blank(inHeading block: MarkdownBlock, of document: Document) -> FoundBlank? {
    guard block.text.holds("YY") || block.text.holds("AAAA") || block.text.holds("JJJJ"),
      !FormatWords.explains(block.text)
    else { return nil }
    let line = document.trimmed(document.contentRange(ofLine: block.startLine))
    let bytes = document.bytes
    var end = line.upperBound
    while end > line.lowerBound, ")]#* ".utf8.contains(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > line.lowerBound, isPart(bytes[start - 1]) { start -= 1 }
    guard start > line.lowerBound, "( -[".utf8.contains(bytes[start - 1]) else { return nil }
    while start < end, bytes[start] == 0x2D { start += 1 }
    let text = document.text(start..<end)
    guard text.utf8.count >= 8, BlankMask.length(in: text) == text.utf8.count else { return nil }
    let label = BlankLabel.cleaned(document.text(line.lowerBound..<start).filter { $0 != "#" })
    guard label.contains(where: \.isLetter) else { return nil }
    return FoundBlank(range: start..<end, label: label, shape: .mask)
  }

  /// Capitals and what joins them.
  private static func isPart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || byte == 0x2D || byte == 0x2F || byte == 0x2E
  }
}
