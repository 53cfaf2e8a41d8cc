package import GonogoCore

extension QueryResult {
  /// Its cells as captures, named after their columns; NULL gives none.
  ///
  /// Numbers are quantities without a unit, except those that a `Double` cannot hold to the last
  /// digit, which stay texts, as do infinities and everything that is no number or boolean. Rows
  /// are numbered from 1 when there is more than one. Columns of the same name give captures of
  /// the same name, which whoever looks them up must call ambiguous.
  package func captures() -> [Capture] {
    var found: [Capture] = []
    for (index, row) in rows.enumerated() {
      for (column, cell) in zip(columns, row) {
        guard let cell else { continue }
        found.append(
          Capture(
            name: column.name, row: rows.count > 1 ? index + 1 : nil,
            value: Self.value(of: cell, type: column.typeIdentifier), text: cell,
            recognizer: "sql"))
      }
    }
    return found
  }

  private static func value(of text: String, type: UInt32) -> CaptureValue {
    switch type {
    // bool
    case 16: text == "t" ? .truth(true) : text == "f" ? .truth(false) : .text(text)
    // int8, int2, int4, oid, float4, float8, numeric
    case 20, 21, 23, 26, 700, 701, 1700:
      number(text).map { .quantity(Quantity($0)) } ?? .text(text)
    default: .text(text)
    }
  }

  private static func number(_ text: String) -> Double? {
    let whole = text.prefix { $0 != "." && $0 != "e" }.count { $0.isNumber }
    guard whole <= 15, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
