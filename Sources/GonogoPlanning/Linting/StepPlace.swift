package import GonogoCore

/// Finds the document's line and column of what stands in a step: containers and prompts in front of
/// a line are no part of the script.
package struct StepPlace {
  private let document: Document

  /// Places in `document`.
  package init(_ document: Document) {
    self.document = document
  }

  /// Where the part of script line `text` behind `prefix` stands on line `line` of the document.
  package func location(line: Int, text: String, after prefix: some StringProtocol)
    -> SourceLocation
  {
    let shown = document.text(document.contentRange(ofLine: line))
    guard !text.isEmpty, let range = shown.firstRange(of: text) else {
      return SourceLocation(line: line)
    }
    // The script's line is the end of the document's line, or a command in it.
    let isWhole = shown.hasSuffix(text)
    let before =
      isWhole
      ? shown.count - text.count : shown.distance(from: shown.startIndex, to: range.lowerBound)
    return SourceLocation(line: line, column: before + prefix.count + 1)
  }

  /// Where byte `offset` of `text`, which begins on line `line`, stands.
  package func location(of offset: Int, in text: String, from line: Int) -> SourceLocation {
    let bytes = Array(text.utf8)
    let place = min(max(offset, 0), bytes.count)
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    let number = bytes[..<start].count { $0 == 0x0A }
    return location(
      line: line + number, text: String(decoding: bytes[start..<end], as: UTF8.self),
      after: String(decoding: bytes[start..<place], as: UTF8.self))
  }
}
