import GonogoCore

/// The last row of the table that coverage.py and pytest-cov print.
enum CoverageTotal {
  /// The share in `TOTAL  4  1  75%`, when there is one such row under one such header.
  static func read(_ lines: [Substring]) -> (quantity: Quantity, text: Substring)? {
    var width: Int?
    var found: (quantity: Quantity, text: Substring)?
    for line in lines {
      if line.hasPrefix("Name "), let header = header(line) {
        guard width == nil else { return nil }
        width = header
      } else if let rest = line.dropping(prefix: "TOTAL ") {
        let cells = rest.fields
        guard found == nil, let width, cells.count == width, let last = cells.last,
          let share = QuantityReader.read(last), share.unit == .percent
        else { return nil }
        found = (share, last)
      }
    }
    return found
  }

  /// How many numbers a row has up to `Cover`.
  private static func header(_ line: Substring) -> Int? {
    let words = line.fields.filter { $0 != "Missing" }
    let known: [[Substring]] = [
      ["Name", "Stmts", "Miss", "Cover"], ["Name", "Stmts", "Miss", "Branch", "BrPart", "Cover"],
    ]
    return known.contains(words) ? words.count - 1 : nil
  }
}
