/// Finds psql's expanded results (`\x`): records under `-[ RECORD 1 ]---`, one field a line.
struct PSQLExpandedReader {
  private let lines: [Substring]

  /// A reader of these lines.
  init(_ lines: [Substring]) {
    self.lines = lines
  }

  /// Every result, in order; one whose records differ in their fields is left out.
  func tables() -> [PSQLTable] {
    var tables: [PSQLTable] = []
    var index = 0
    while index < lines.count {
      guard Self.recordNumber(lines[index]) == 1 else {
        index += 1
        continue
      }
      let (table, end) = table(at: index)
      if let table { tables.append(table) }
      index = max(end, index + 1)
    }
    return tables
  }

  private func table(at start: Int) -> (PSQLTable?, end: Int) {
    let isBordered = !lines[start].hasPrefix("-") && !lines[start].hasPrefix("─")
    var records: [[(name: String, value: String)]] = []
    var nameWidth: Int?
    var position = start
    while position < lines.count {
      let line = lines[position]
      if let number = Self.recordNumber(line) {
        guard number == records.count + 1 else { break }
        records.append([])
      } else if let field = Self.field(line, isBordered: isBordered) {
        guard nameWidth == nil || nameWidth == field.width, let last = records.indices.last else {
          return (nil, position)
        }
        nameWidth = field.width
        if !field.name.isEmpty {
          records[last].append((field.name, field.value))
        } else if let open = records[last].popLast() {
          // A value with line breaks: each line but its last ends in padding and a marker.
          guard let head = open.value.dropping(suffix: "+") ?? open.value.dropping(suffix: "↵")
          else { return (nil, position) }
          records[last].append((open.name, "\(head.trimmed)\n\(field.value)"))
        } else {
          return (nil, position)
        }
      } else {
        break
      }
      position += 1
    }
    if isBordered, position < lines.count, Self.isBottom(lines[position]) { position += 1 }
    let names = records.first.map { $0.map(\.name) } ?? []
    guard !names.isEmpty, records.allSatisfy({ $0.map(\.name) == names }) else {
      return (nil, position)
    }
    let rows = records.map { $0.map(\.value) }
    return (PSQLTable(columns: names, rows: rows, lines: start..<position), position)
  }

  /// The number in `-[ RECORD 3 ]-----+----`, with any border; nil for any other line.
  static func recordNumber(_ line: Substring) -> Int? {
    guard let first = line.unicodeScalars.first, isBorder(first) else { return nil }
    let inner = line.drop { isBorder($0) }
    guard let rest = inner.dropping(prefix: "[ RECORD "), let close = rest.firstIndex(of: "]"),
      rest[rest.index(after: close)...].allSatisfy({ isBorder($0) })
    else { return nil }
    return rest[..<close].dropping(suffix: " ")?.smallCount
  }

  private static func isBottom(_ line: Substring) -> Bool {
    !line.isEmpty && line.allSatisfy { isBorder($0) }
  }

  private static func isBorder(_ character: Character) -> Bool {
    "-+─┼┬┴┌┐├┤└┘".contains(character)
  }

  private static func isBorder(_ scalar: Unicode.Scalar) -> Bool { isBorder(Character(scalar)) }

  private static func field(_ line: Substring, isBordered: Bool)
    -> (name: String, value: String, width: Int)?
  {
    var inner = line
    if isBordered {
      guard line.unicodeScalars.count > 3,
        let first = line.first, first == "|" || first == "│", line.last == first
      else { return nil }
      inner = line.dropFirst(2).dropLast()
    }
    guard let bar = inner.firstIndex(where: { $0 == "|" || $0 == "│" }), bar > inner.startIndex,
      inner[inner.index(before: bar)] == " "
    else { return nil }
    let after = inner[inner.index(after: bar)...]
    guard after.isEmpty || after.first == " " else { return nil }
    let name = inner[..<bar]
    return (String(name.trimmed), String(after.trimmed), DisplayWidth.of(name))
  }
}
