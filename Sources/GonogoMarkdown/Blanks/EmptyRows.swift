internal import GonogoCore

/// Rows of a table with nothing in them, drawn for what is found while the checklist is worked through.
struct EmptyRows {
  private let document: Document
  private let table: Table
  private let kinds: [ColumnHeading.Kind?]

  init(_ table: Table, of document: Document, kinds: [ColumnHeading.Kind?]) {
    self.document = document
    self.table = table
    self.kinds = kinds
  }

  /// The lines of the rows that are to be written on; none where they are only left over.
  func lines() -> Set<Int> {
    let empty = table.rows.filter(isEmpty)
    guard !empty.isEmpty, kinds.count >= 2, table.header.cells.allSatisfy({ !$0.isEmpty }) else {
      return []
    }
    let filled = table.rows.filter { !isEmpty($0) }
    if filled.allSatisfy(isExample) { return Set(empty.map(\.line)) }
    return isLog ? Set(table.rows.reversed().prefix(while: isEmpty).map(\.line)) : []
  }

  private func isEmpty(_ row: Table.Row) -> Bool {
    row.cells.count == table.header.cells.count && row.cells.allSatisfy(\.isEmpty)
  }

  /// "Example" in the first cell: the row only shows how one is written.
  private func isExample(_ row: Table.Row) -> Bool {
    guard let first = row.cells.first, first.content.count <= 40 else { return false }
    let words = ProseWords.words(in: PlainPiece.text(first.content, of: document))
    return words.count <= 3 && ProseWords.standard.opens(words, with: .example)
  }

  /// Entries with a day, a name or what came of it: the next one is still to be written.
  private var isLog: Bool {
    kinds.contains { $0 == .result || $0 == .date || $0 == .person }
  }
}
