import GonogoCore

/// The table that Istanbul prints for Jest, Vitest, nyc and c8.
enum CoverageSummary {
  /// The shares in the row `All files`, by the titles of their columns.
  static func captures(in lines: [Substring], recognizer: String) -> [Capture] {
    let headers = lines.filter { $0.hasPrefix("File ") && $0.contains("| % Stmts |") }
    let totals = lines.filter { $0.hasPrefix("All files ") && $0.contains("|") }
    guard headers.count == 1, totals.count == 1 else { return [] }
    let titles = cells(headers[0])
    let values = cells(totals[0])
    guard titles.count == values.count else { return [] }
    return zip(titles, values).compactMap { title, value in
      guard ["% Stmts", "% Branch", "% Funcs", "% Lines"].contains(title),
        let number = QuantityReader.read(value), number.unit == .none
      else { return nil }
      return Capture(
        name: String(title), value: .quantity(Quantity(number.value, .percent)),
        text: String(value), recognizer: recognizer)
    }
  }

  private static func cells(_ line: Substring) -> [Substring] {
    line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
  }
}
