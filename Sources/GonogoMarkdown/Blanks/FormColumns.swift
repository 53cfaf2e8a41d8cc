internal import GonogoCore

/// The columns of a table that are to be filled for what stands in them, not for how they are called.
struct FormColumns {
  private let document: Document
  private let table: Table
  private let headings: [String]
  private let columns: ColumnStates

  init(
    _ table: Table, _ headings: [String], _ columns: ColumnStates, of document: Document
  ) {
    self.document = document
    self.table = table
    self.headings = headings
    self.columns = columns
  }

  /// All of them.
  func results() -> [Int] {
    [values(), places()].compactMap { $0 } + form()
  }

  /// The column of values of a table of two, where one is still to be written: "Field | Value".
  private func values() -> Int? {
    guard headings.count == 2, ColumnHeading.holdsValues(headings[1]), table.rows.count >= 2,
      table.rows.allSatisfy({ $0.cells.count == 2 && !$0.cells[0].isEmpty })
    else { return nil }
    let isOpen = table.rows.contains { row in
      let cell = row.cells[1].content
      return cell.isEmpty
        || cell.count <= 60 && CellReader.angle(in: cell, of: document) != nil
        || BracketValue.coded(cell, of: document) != nil
    }
    return isOpen ? 1 : nil
  }

  /// The columns of a table in which only the first says anything, and every heading: a form, in
  /// whatever language.
  private func form() -> [Int] {
    let rest = Array(columns.isEmpty.indices.dropFirst())
    guard rest.count >= 2, table.rows.count >= 2 || rest.count >= 3,
      rest.allSatisfy({ columns.isEmpty[$0] }),
      table.header.cells.allSatisfy({ !$0.isEmpty }),
      table.rows.allSatisfy({ $0.cells.first?.isEmpty == false })
    else { return [] }
    return rest
  }

  /// The one column that is empty all the way down and asks where something is found, beside others
  /// with a value in every row: "Artifact | Type | Location".
  private func places() -> Int? {
    let empty = columns.isEmpty.indices.filter { columns.isEmpty[$0] }
    guard empty.count == 1, let column = empty.first, column > 0, table.rows.count >= 2,
      ColumnHeading.asksForPlaces(headings[column]),
      table.rows.allSatisfy({ row in
        row.cells.indices.allSatisfy { $0 == column || !row.cells[$0].isEmpty }
      })
    else { return nil }
    return column
  }
}
