internal import GonogoCore

/// Boxes that are none to Markdown: in items, in lines, in cells and in HTML. What they stand for is asked.
extension ChecklistBuilder {
  /// True for an item with `<input type="checkbox">` in its first line.
  private func isCheckbox(in item: Int) -> Bool {
    item + 1 < blocks.count && blocks[item + 1].kind == .paragraph
      && TagText.holdsCheckbox(blocks[item + 1].html)
  }

  /// What stands behind the box of an item that is none to Markdown, or nil.
  func malformedBox(in line: ItemLine, of item: Int, _ text: String) -> Substring? {
    if isCheckbox(in: item) { return text.contains(where: \.isLetter) ? text[...] : nil }
    guard line.box == nil, let first = text.utf8.first,
      first == 0x5B || first == 0x28 || first >= 0xE2
    else { return nil }
    let range = document.contentRange(ofLine: blocks[item].startLine)
    let content = LineStart.content(of: range, in: document, opensItem: true)
    let bytes = document.bytes[content]
    guard bytes.first != 0x60, MalformedBox.mayOpen(bytes) else { return nil }
    return MalformedBox.text(
      behind: text,
      isHidden: BoxReader.box(
        at: content.lowerBound, in: document.bytes, before: content.upperBound) == nil)
  }

  /// Asks what stands behind a box that is none to Markdown.
  mutating func readMalformedBox(_ piece: Range<Int>, line: Int) {
    let bytes = document.bytes[piece]
    let isInput = TagText.holdsCheckbox(document.text(piece))
    guard isInput || bytes.first != 0x60 && MalformedBox.mayOpen(bytes) else { return }
    let plain = PlainPiece.text(piece, of: document)
    let hasBox = !BoxReader.boxes(in: piece, of: document.bytes).isEmpty
    let behind =
      isInput ? plain[...] : MalformedBox.text(behind: plain, isHidden: !hasBox)
    guard let text = behind, text.contains(where: \.isLetter) else { return }
    add(nil, text: String(text), codes: PlainPiece.codes(in: piece, of: document), line: line)
  }

  /// Asks what stands behind the boxes of a block of HTML: `<li>☐ text</li>`, `<input type="checkbox">`.
  mutating func readBoxes(inHTML block: MarkdownBlock) {
    guard section.role != .conditional else { return }
    let raw = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (offset, text) in TagText.lines(of: block.text).enumerated() {
      let isInput = offset < raw.count && TagText.holdsCheckbox(String(raw[offset]))
      let entry = text.hasPrefix("- ") || text.hasPrefix("* ") ? String(text.dropFirst(2)) : text
      let behind = isInput ? entry[...] : MalformedBox.text(behind: entry, isHidden: true)
      guard let behind, behind.contains(where: \.isLetter) else { continue }
      add(nil, text: String(behind), codes: [], line: block.startLine + offset)
    }
  }

  /// Asks about a row with a box that is none to Markdown: `| Backup | [] |`.
  mutating func readMalformedBoxes(of row: Table.Row, in table: Table) {
    guard
      let column = row.cells.indices.first(where: { column in
        let cell = row.cells[column].content
        return cell.count <= 80
          && (MalformedBox.isWhole(document.text(cell))
            || TagText.holdsCheckbox(document.text(cell)))
      })
    else { return }
    let about = rowText(row, of: table, besides: [column])
    guard let text = about.first else { return }
    let codes = row.cells.flatMap { PlainPiece.codes(in: $0.content, of: document) }
    add(
      nil, text: text, codes: codes, line: row.line,
      doubt: doubt(ofColumn: table.heading(of: column)?.content))
  }
}
