internal import GonogoCore

/// The raw lines of a paragraph: its text and, where it holds one, its table.
struct ProseParagraph {
  /// All its lines.
  let lines: ClosedRange<Int>
  /// The lines above the table; all of them when there is none.
  let textLines: Range<Int>
  /// Its table, or nil.
  let table: Table?
  /// True when it opens a list item, whose marker stands on the first line.
  let opensItem: Bool

  /// Reads the paragraph `index` of `blocks`.
  init(_ index: Int, blocks: [MarkdownBlock], document: Document) {
    lines = Self.lines(of: index, blocks: blocks, document: document)
    table = TableReader.table(in: lines, of: document)
    textLines = lines.lowerBound..<(table?.header.line ?? lines.upperBound + 1)
    opensItem = index > 0 && blocks[index].parent == index - 1 && blocks[index - 1].kind == .item
  }

  /// The lines of the paragraph `index`.
  static func lines(
    of index: Int, blocks: [MarkdownBlock], document: Document
  ) -> ClosedRange<Int> {
    let first = blocks[index].startLine
    let limit = index + 1 < blocks.count ? blocks[index + 1].startLine - 1 : document.lines.count
    var last = first
    while last < limit {
      let line = document.bytes[document.contentRange(ofLine: last + 1)]
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }) { break }
      last += 1
    }
    return first...last
  }

  /// The text of a line without the marks of the containers around it.
  func content(of line: Int, in document: Document) -> Range<Int> {
    LineStart.content(
      of: document.contentRange(ofLine: line), in: document,
      opensItem: opensItem && line == lines.lowerBound)
  }

  /// All its text, or nil when it is a table only.
  func text(in document: Document) -> Range<Int>? {
    guard let first = textLines.first, let last = textLines.last else { return nil }
    return document.contentRange(
      ofLine: first
    ).lowerBound..<document.contentRange(ofLine: last).upperBound
  }
}
