/// A named, typed value that a recognizer took out of a command's output.
package struct Capture: Sendable, Hashable, Codable {
  /// Its name as the tool prints it (`avg_duration_seconds`, `real`, `db_size`, `status`).
  package let name: String
  /// For a table with several rows: the row, counted from 1. Nil for a value that stands alone,
  /// which is also the only cell of its column in a one-row table.
  package let row: Int?
  /// The typed value.
  package let value: CaptureValue
  /// Exactly what was printed, blanks around it removed; blanks in a document are filled with it.
  package let text: String
  /// The recognizer that found it (`psql-table`, `time`, …).
  package let recognizer: String
  /// False for values that are there but are not what a person means when asking for "the" result
  /// (`user` and `sys` beside `real`); such captures are never bound by inference.
  package let isPrimary: Bool

  /// A capture; see the properties for the meaning of each argument.
  package init(
    name: String, row: Int? = nil, value: CaptureValue, text: String, recognizer: String,
    isPrimary: Bool = true
  ) {
    self.name = name
    self.row = row
    self.value = value
    self.text = text
    self.recognizer = recognizer
    self.isPrimary = isPrimary
  }

  /// How an expression names it: `mean_exec_time[1]` for a table cell, else the name alone.
  package var reference: String { row.map { "\(name)[\($0)]" } ?? name }

  /// The value as a quantity, or nil when it is text or truth.
  package var quantity: Quantity? {
    if case .quantity(let quantity) = value { return quantity }
    return nil
  }
}
