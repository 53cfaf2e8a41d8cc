/// What a statement returned, copied out of libpq: a value without ties to the connection.
package struct QueryResult: Sendable, Hashable {
  /// The columns in order; empty for statements that return no rows.
  package let columns: [Column]
  /// The rows in order, each with one text per column as the server writes it, nil for NULL.
  package let rows: [[String?]]
  /// The server's word for what it did (`SELECT 3`, `CREATE TABLE`).
  package let commandTag: String

  /// A result; see the properties.
  package init(columns: [Column], rows: [[String?]], commandTag: String) {
    self.columns = columns
    self.rows = rows
    self.commandTag = commandTag
  }

  /// The one value of a result with one row and one column.
  ///
  /// - Throws: `notOneValue` when there is no row, more than one row or column, or NULL.
  package func singleValue() throws(DatabaseError) -> String {
    guard columns.count == 1, rows.count == 1, let row = rows.first, let cell = row.first else {
      throw DatabaseError(
        .notOneValue,
        "the query gave \(counted(rows.count, "row")) of \(counted(columns.count, "column"))",
        cure: "write a query that gives one row of one column")
    }
    guard let value = cell else {
      throw DatabaseError(
        .notOneValue, "the query gave NULL", cure: "say what NULL means, with coalesce(…)")
    }
    return value
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
