/// A table of a document, as ranges of its bytes.
struct Table {
  /// What stands between two pipes.
  struct Cell {
    /// All of it.
    let range: Range<Int>
    /// The same without the blanks around.
    let content: Range<Int>

    /// True when nothing stands in it.
    var isEmpty: Bool { content.isEmpty }
  }

  /// One line of the table.
  struct Row {
    /// Its line, from 1.
    let line: Int
    /// Its cells; as many as the header has, or fewer.
    let cells: [Cell]
  }

  /// The names of the columns.
  let header: Row
  /// Everything under the delimiter row.
  let rows: [Row]

  /// The header's cell above cell `column`, or nil.
  func heading(of column: Int) -> Cell? {
    column < header.cells.count ? header.cells[column] : nil
  }
}
