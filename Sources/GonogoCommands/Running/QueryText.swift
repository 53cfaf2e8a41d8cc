internal import GonogoDatabase

/// Query results and errors as text, for the screen and the evidence.
enum QueryText {
  /// Column names, then one line a row, cells separated by ` | `.
  static func text(_ result: QueryResult) -> String {
    if result.columns.isEmpty { return result.commandTag + "\n" }
    let head = result.columns.map(\.name).joined(separator: " | ")
    let rows = result.rows.map { $0.map { $0 ?? "NULL" }.joined(separator: " | ") }
    let count = result.rows.count
    return ([head] + rows + ["(\(count) \(count == 1 ? "row" : "rows"))"])
      .joined(separator: "\n") + "\n"
  }

  /// The message with its SQLSTATE, position, detail, hint and cure, on one line.
  static func text(_ error: DatabaseError) -> String {
    var text = error.message
    if let state = error.sqlState { text += " (SQLSTATE \(state))" }
    if let position = error.position { text += ", at character \(position)" }
    for (name, value) in [("detail", error.detail), ("hint", error.hint), ("cure", error.cure)] {
      if let value { text += "; \(name): \(value)" }
    }
    return text
  }
}
