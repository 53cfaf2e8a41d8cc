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
    let lines = TagText.lines(of: block.text)
    for (offset, line) in lines.enumerated() {
      let text = line.text
      let entry = text.hasPrefix("- ") || text.hasPrefix("* ") ? String(text.dropFirst(2)) : text
      var behind =
        line.hasCheckbox ? entry[...] : MalformedBox.text(behind: entry, isHidden: true)
      // The label may stand below.
      if line.hasCheckbox, !entry.contains(where: \.isLetter) {
        behind = lines[(offset + 1)...].first { $0.text.contains(where: \.isLetter) }?.text[...]
      }
      guard let behind, behind.contains(where: \.isLetter) else { continue }
      add(nil, text: String(behind), codes: [], line: block.startLine + offset)
    }
  }

  /// Asks about a row with a box that is none to Markdown: `| Backup | [] |`, or with empty cells to mark one
  /// of: `| Check | Yes | No |`.
  mutating func readMalformedBoxes(of row: Table.Row, in table: Table) {
    let columns = malformedBoxes(of: row).map { [$0] } ?? answerColumns(of: row, in: table)
    guard let first = columns.first, let text = rowText(row, of: table, besides: Set(columns)).first
    else { return }
    let codes = row.cells.flatMap { PlainPiece.codes(in: $0.content, of: document) }
    add(
      nil, text: text, codes: codes, line: row.line,
      doubt: doubt(ofColumn: table.heading(of: first)?.content))
  }

  private func malformedBoxes(of row: Table.Row) -> Int? {
    row.cells.indices.first { column in
      let cell = row.cells[column].content
      return cell.count <= 80
        && (MalformedBox.isWhole(document.text(cell)) || TagText.holdsCheckbox(document.text(cell)))
    }
  }

  /// The empty cells of a row whose columns are named by answers that exclude each other, or by one that
  /// asks for an answer: "Yes | No", "Met?", "Y/N"; none where they are blanks by their names.
  private func answerColumns(of row: Table.Row, in table: Table) -> [Int] {
    let empty = row.cells.indices.filter { column in
      column > 0 && document.text(row.cells[column].content).allSatisfy(\.isWhitespace)
    }
    let names = empty.map { column in
      table.heading(of: column).map { PlainPiece.text($0.content, of: document) } ?? ""
    }
    guard names.allSatisfy({ ColumnHeading.kind($0) == nil }) else { return [] }
    if OutcomeWords.excludeEachOther(names) { return empty }
    return zip(empty, names).filter { ColumnHeading.asksForAnswer($0.1) }.map(\.0)
  }
}
