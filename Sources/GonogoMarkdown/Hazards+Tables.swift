internal import GonogoCore

extension Hazards {
  /// Looks at the rows of a table; true when these lines are one.
  mutating func checkTable(_ numbers: ClosedRange<Int>) -> Bool {
    var header: (line: Int, cells: Int)?
    var previous: (line: Int, cells: Int)?
    for number in numbers {
      let text = Self.content(line(number)).text
      let cells = Self.cells(in: text)
      if let header {
        checkRow(text, cells: cells, of: header.cells, line: number)
      } else if Self.isDelimiterRow(text), let before = previous {
        if before.cells == cells {
          header = before
        } else {
          report(
            .warning, code: "no-table",
            "the row above has \(before.cells) cells and this one \(cells), so this is no table",
            cure: "give each column its own `---`", line: number)
          return true
        }
      }
      previous = (number, cells)
    }
    return header != nil
  }

  private mutating func checkRow(_ text: Substring, cells: Int, of header: Int, line: Int) {
    guard cells != header, text.contains("|") else { return }
    if cells > header {
      report(
        .warning, code: "table-cells",
        "this row has \(cells) cells and its table \(header) columns; what is too much is not shown",
        cure: "write `\\|` for a bar inside a cell, in code spans too", line: line)
    } else if cells + 1 < header || cells == 1 {
      report(
        .note, code: "table-cells",
        "this row has \(cells) cells and its table \(header) columns; the missing ones are empty",
        cure: "write all cells", line: line)
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
