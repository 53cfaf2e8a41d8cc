import GonogoCore

/// Reads what psql prints: aligned and expanded tables, command tags, `\timing`.
struct PSQLRecognizer: Recognizer {
  let name = "psql-table"

  /// The names under which the counts of command tags are captured.
  private static let tags = [
    "INSERT 0 ": "inserted_rows", "UPDATE ": "updated_rows", "DELETE ": "deleted_rows",
    "COPY ": "copied_rows",
  ]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated else { return [] }
    let runsPSQL = Self.mentionsPSQL(output.command)
    var tables = PSQLAlignedReader(output.lines).tables()
    // Expanded records have no last line that counts them: a filter could have cut some off.
    let isFiltered = output.commands.contains {
      $0.isPipedOn && (!runsPSQL || Self.mentionsPSQL($0.words.joined(separator: " ")))
    }
    if !isFiltered { tables += PSQLExpandedReader(output.lines).tables() }
    if tables.isEmpty, !runsPSQL { return [] }
    let others = lines(of: output, outside: tables)
    let tags = others.compactMap(tag)
    // Where psql is not seen in the command, a script may have run it: then nothing else is there.
    guard runsPSQL || tags.count == others.count else { return [] }
    let units = StatementUnits(command: output.command)
    let reader = TableCaptures(recognizer: name, unit: units.unit)
    return tables.flatMap { reader.captures(columns: $0.columns, rows: $0.rows) } + tags
  }

  /// The lines that are not blank and belong to no table.
  private func lines(of output: CommandOutput, outside tables: [PSQLTable]) -> [Substring] {
    var isInTable = Array(repeating: false, count: output.lines.count)
    for table in tables {
      for line in table.lines { isInTable[line] = true }
    }
    return zip(output.lines, isInTable).compactMap { $1 || $0.isBlank ? nil : $0 }
  }

  /// `INSERT 0 100` and its like; `Time: 0.490 ms`.
  private func tag(_ line: Substring) -> Capture? {
    if let rest = line.dropping(prefix: "Time: ") {
      // From a second on psql adds a clock time in parentheses.
      let end = rest.start(of: " (")
      guard let time = QuantityReader.read(rest[..<end]), time.unit == .millisecond else {
        return nil
      }
      return Capture(
        name: "Time", value: .quantity(time), text: String(rest[..<end]), recognizer: name)
    }
    for (prefix, name) in Self.tags {
      guard let count = line.dropping(prefix: prefix)?.smallCount else { continue }
      return Capture(
        name: name, value: .quantity(Quantity(Double(count))), text: String(count),
        recognizer: self.name)
    }
    return nil
  }

  /// True when the command runs psql, as far as its text shows: the word `psql` with blanks after it
  /// (`/usr/bin/psql -c …`, `heroku pg:psql <x`), or closing a command; not `psql.log`, not a folder.
  static func mentionsPSQL(_ command: String) -> Bool {
    let bytes = Array(command.utf8)
    let word = Array("psql".utf8)
    var before: UInt8 = 0x20
    var index = 0
    while index + word.count <= bytes.count {
      let isStart = !before.isLetter && !before.isDigit && !"_-.".utf8.contains(before)
      if isStart, bytes[index] == word[0], bytes[index..<index + word.count].elementsEqual(word) {
        let after = index + word.count < bytes.count ? bytes[index + word.count] : .lineFeed
        if after.isBlank { return true }
        if before != UInt8(ascii: "/"), "\n;|&)'\"<".utf8.contains(after) { return true }
      }
      before = bytes[index]
      index += 1
    }
    return false
  }
}

extension Substring {
  /// Where `mark` begins, or the end.
  fileprivate func start(of mark: String) -> Index {
    var index = startIndex
    while index < endIndex, !self[index...].hasPrefix(mark) { formIndex(after: &index) }
    return index
  }
}
