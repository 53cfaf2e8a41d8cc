import GonogoCore

/// Turns the cells of a table into captures.
struct TableCaptures {
  /// The recognizer that read the table.
  let recognizer: String
  /// The unit of plain numbers in a column, by the column's name.
  var unit: (String) -> Unit? = { NameUnit.unit(of: $0) }
  /// The quantity a cell is, by the cell and its column's name.
  var quantity: (_ cell: String, _ column: String) -> Quantity? = { cell, _ in
    QuantityReader.read(cell)
  }

  /// One capture for each cell that holds something; a table of one row gives values that stand
  /// alone. Always closed by `row_count`, which is no primary capture.
  func captures(columns: [String], rows: [[String]]) -> [Capture] {
    var captures: [Capture] = []
    if rows.count * max(columns.count, 1) <= Recognition.captureLimit {
      let units = columns.map(unit)
      for (index, row) in rows.enumerated() {
        for (column, cell) in zip(columns.indices, row) where !cell.isBlank {
          captures.append(
            Capture(
              name: columns[column], row: rows.count == 1 ? nil : index + 1,
              value: value(cell, of: columns[column], unit: units[column]), text: cell,
              recognizer: recognizer))
        }
      }
    }
    return captures + [
      Capture(
        name: "row_count", value: .quantity(Quantity(Double(rows.count))),
        text: String(rows.count), recognizer: recognizer, isPrimary: false)
    ]
  }

  private func value(_ cell: String, of column: String, unit: Unit?) -> CaptureValue {
    guard let quantity = quantity(cell, column) else { return .text(cell) }
    guard quantity.unit == .none, let unit else { return .quantity(quantity) }
    return .quantity(Quantity(quantity.value, unit))
  }
}
