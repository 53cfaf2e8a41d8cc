internal import GonogoCore

/// What the cells of a row, or of all rows, say of how far it is: still to come, owed by somebody, only a
/// sketch of what is to be written.
extension CellReader {
  /// True when a column of results says in every row that it is not there yet: "⏳ Pending".
  static func awaitsAll(
    _ table: Table, _ kinds: [ColumnHeading.Kind?], of document: Document
  ) -> Bool {
    guard table.rows.count >= 2 else { return false }
    return kinds.indices.contains { column in
      kinds[column] == .result
        && table.rows.allSatisfy { row in
          guard column < row.cells.count, !row.cells[column].isEmpty else { return false }
          return row.cells[column].content.count <= 40
            && PlaceholderWords.isOpenResult(
              PlainPiece.text(row.cells[column].content, of: document))
        }
    }
  }

  /// True when a row waits for its result: a dash beside it stands for what is still to be written.
  func isUnfinished(_ row: Table.Row) -> Bool {
    row.cells.indices.contains { column in
      guard kind(of: column) == .result else { return false }
      return isUnsetColumn[column] || isOpenColumn[column]
        || ColumnStates.isWaiting(row.cells[column], in: document)
    }
  }

  /// True when nobody is named in a column of owners and the row is not finished.
  func isOwed(_ column: Int, _ row: Table.Row) -> Bool {
    kind(of: column) == .owner && hasOpenState(row)
  }

  /// True when the row has a state, and that says that it is not finished.
  func hasOpenState(_ row: Table.Row) -> Bool {
    let states = row.cells.indices.filter { kind(of: $0) == .result }
    return states.contains { state in
      let cell = row.cells[state].content
      let boxes = BoxReader.boxes(in: cell, of: document.bytes)
      return boxes.contains { !$0.box.isTicked }
        || (cell.count <= 40
          && PlaceholderWords.isOpenState(PlainPiece.text(cell, of: document)))
    }
  }

  /// True when the row only shows what is to be written in it: its first cell is `(to be
  /// documented)`.
  func isSketch(_ row: Table.Row) -> Bool {
    row.cells.first.map { openRemark($0) != nil } ?? false
  }

  /// `(pending)` as the day or the result of a row: what is reported in it is still to come.
  func awaited(_ cell: Table.Cell, _ column: Int) -> Range<Int>? {
    guard kind(of: column) == .date || kind(of: column) == .result, let range = remark(cell),
      PlaceholderWords.isOpenResult(String(document.text(range).dropFirst().dropLast()))
    else { return nil }
    return range
  }

  func isAwaited(_ row: Table.Row) -> Bool {
    row.cells.indices.contains { awaited(row.cells[$0], $0) != nil }
  }

  /// A cell that is one remark in parentheses.
  func remark(_ cell: Table.Cell) -> Range<Int>? {
    guard !cell.isEmpty, cell.content.count <= 60 else { return nil }
    let range = ValueReader.withoutMarks(cell.content, of: document)
    let text = document.text(range)
    return text.first == "(" && text.last == ")" ? range : nil
  }

  /// `(to be documented)`, where the whole cell is this remark: the author's own word that a value is
  /// still to come, whatever the column is called.
  func openRemark(_ cell: Table.Cell) -> Range<Int>? {
    guard let range = remark(cell), range.count <= 40 else { return nil }
    let text = document.text(range).dropFirst().dropLast()
    return PlaceholderWords.standsForAValue(String(text)) ? range : nil
  }
}
