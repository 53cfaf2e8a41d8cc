/// Finds psql's aligned tables: a header, a rule, rows, `(N rows)`. The rows must be as many as the
/// last line says.
struct PSQLAlignedReader {
  private let lines: [Substring]

  /// A reader of these lines.
  init(_ lines: [Substring]) {
    self.lines = lines
  }

  /// Every table, in order.
  func tables() -> [PSQLTable] {
    var tables: [PSQLTable] = []
    var index = 1
    while index < lines.count {
      guard let rule = PSQLRule(lines[index]) else {
        index += 1
        continue
      }
      let (table, end) = table(rule, at: index)
      if let table { tables.append(table) }
      index = max(end, index + 1)
    }
    return tables
  }

  /// The table whose rule is line `index`, and where looking for the next one goes on: behind all
  /// that was read, so that no line is read twice however the tables are broken.
  private func table(_ rule: PSQLRule, at index: Int) -> (PSQLTable?, end: Int) {
    guard let header = rule.cells(of: lines[index - 1]), header.count == rule.columnCount,
      header.allSatisfy({ !$0.text.isEmpty && !$0.continues }), !isNameBroken(rule, at: index - 1)
    else { return (nil, index + 1) }
    var rows: [[String]] = []
    var goesOn = header.map(\.continues)
    var position = index + 1
    while position < lines.count {
      let line = lines[position]
      if let count = Self.footer(line) {
        let end = position + 1
        guard count == rows.count, !goesOn.contains(true) else { return (nil, end) }
        let columns = header.map(\.text)
        return (PSQLTable(columns: columns, rows: rows, lines: index - 1..<end), end)
      }
      if rule.isBordered, isBottom(line, of: rule) {
        position += 1
        continue
      }
      guard let cells = rule.cells(of: line), cells.count == rule.columnCount,
        Self.add(cells, to: &rows, goesOn: goesOn)
      else { return (nil, position) }
      goesOn = cells.map(\.continues)
      position += 1
    }
    return (nil, position)
  }

  /// Adds a printed line, which is a row of its own or, where a cell of the line before goes on, more
  /// of that row; false when it is neither.
  private static func add(_ cells: [PSQLCell], to rows: inout [[String]], goesOn: [Bool]) -> Bool {
    guard goesOn.contains(true), let last = rows.indices.last else {
      rows.append(cells.map(\.text))
      return true
    }
    for (column, cell) in cells.enumerated() {
      if goesOn[column] {
        rows[last][column] += "\n" + cell.text
      } else if !cell.text.isEmpty || cell.continues {
        return false
      }
    }
    return true
  }

  /// True when the header is the last line of a name that has line breaks in it.
  private func isNameBroken(_ rule: PSQLRule, at header: Int) -> Bool {
    header > 0 && rule.cells(of: lines[header - 1])?.contains(where: \.continues) == true
  }

  private func isBottom(_ line: Substring, of rule: PSQLRule) -> Bool {
    line.hasPrefix("└") || PSQLRule(line)?.separators == rule.separators
  }

  /// The count in `(1 row)` or `(12 rows)`, or nil for any other line.
  static func footer(_ line: Substring) -> Int? {
    guard let inner = line.dropping(prefix: "(") else { return nil }
    if inner == "1 row)" { return 1 }
    guard let count = inner.dropping(suffix: " rows)")?.smallCount, count != 1 else { return nil }
    return count
  }
}
