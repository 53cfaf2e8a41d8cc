internal import GonogoCore

extension Hazards {
  /// Looks at the rows of a table; true when these lines are one.
  mutating func checkTable(_ numbers: ClosedRange<Int>) -> Bool {
    var header: Int?
    var previous: Int?
    var wide: [(line: Int, cells: Int)] = []
    var narrow: [(line: Int, cells: Int)] = []
    for number in numbers {
      let text = Self.content(line(number)).text
      let cells = Self.cells(in: text)
      if let header {
        guard text.contains("|") else { continue }
        if cells > header { wide.append((number, cells)) }
        if cells + 1 < header || (cells == 1 && header > 1) { narrow.append((number, cells)) }
      } else if Self.isDelimiterRow(text), let before = previous {
        guard before == cells else {
          report(
            .warning, code: "no-table",
            "the row above has \(before) cells and this one \(cells), so this is no table",
            cure: "give each column its own `---`", line: number)
          return true
        }
        header = before
      }
      previous = cells
    }
    guard let header else { return false }
    reportRows(wide, narrow, of: header)
    return true
  }

  /// Once a table, not once a row.
  private mutating func reportRows(
    _ wide: [(line: Int, cells: Int)], _ narrow: [(line: Int, cells: Int)], of header: Int
  ) {
    func sentence(_ rows: [(line: Int, cells: Int)], _ first: (line: Int, cells: Int)) -> String {
      let more = rows.count == 1 ? "" : " (and \(rows.count - 1) more rows)"
      return "this row has \(first.cells) cells and its table \(header) columns\(more)"
    }
    if let first = wide.first {
      report(
        .warning, code: "table-cells", sentence(wide, first) + "; what is too much is not shown",
        cure: "write `\\|` for a bar inside a cell, in code spans too", line: first.line)
    }
    if let first = narrow.first {
      report(
        .note, code: "table-cells", sentence(narrow, first) + "; the missing ones are empty",
        cure: "write all cells", line: first.line)
    }
  }

  /// `|---|:--:|`: dashes in each cell.
  private static func isDelimiterRow(_ text: Substring) -> Bool {
    text.contains("-") && text.contains("|") && text.allSatisfy { "|-: \t".contains($0) }
  }

  /// The cells of a row as GFM counts them: bars split unless a backslash stands before them.
  private static func cells(in text: Substring) -> Int {
    var row = ChecklistBuilder.trimmed(text)
    if row.hasPrefix("|") { row.removeFirst() }
    var count = 1
    var isEscaped = false
    var endsWithBar = false
    for character in row {
      endsWithBar = character == "|" && !isEscaped
      if endsWithBar { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return endsWithBar ? count - 1 : count
  }
}
