import GonogoCore

/// Reads the result of one query that `psql --csv` printed.
struct PSQLCSVRecognizer: Recognizer {
  let name = "psql-csv"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let psql = output.onlyCommand("psql"), psql.printsToOutput,
      output.commands.allSatisfy({ $0.program == "psql" || $0.program == "cd" }),
      psql.arguments.contains("--csv"), Self.hasHeader(psql), let query = Self.query(psql),
      Self.isOneQuery(query), let records = CSVReader.records(in: output.stdout), records.count > 1,
      let columns = records.first, columns.allSatisfy({ !$0.isBlank })
    else { return [] }
    let units = StatementUnits(command: output.command)
    return TableCaptures(recognizer: name, unit: units.unit)
      .captures(columns: columns, rows: Array(records.dropFirst()))
  }

  /// False when an option takes the header away.
  private static func hasHeader(_ psql: ShellCommand) -> Bool {
    !psql.arguments.contains { argument in
      argument == "--tuples-only" || argument.hasPrefix("--pset") || argument == "-P"
        || (argument.hasPrefix("-") && !argument.hasPrefix("--")
          && argument.prefix { $0 != "c" }.contains("t"))
    }
  }

  /// The text of the only `-c`; nil when there are more, or a file.
  private static func query(_ psql: ShellCommand) -> String? {
    var query: String?
    var isNext = false
    for argument in psql.arguments {
      if isNext {
        guard query == nil else { return nil }
        query = argument
        isNext = false
      } else if let text = argument.dropping(prefix: "--command=") {
        guard query == nil else { return nil }
        query = String(text)
      } else if argument == "--file" || argument.hasPrefix("--file=") || argument.hasPrefix("-f") {
        return nil
      } else if argument == "--command" || argument == "-c"
        || (argument.hasPrefix("-") && !argument.hasPrefix("--") && argument.hasSuffix("c"))
      {
        isNext = true
      }
    }
    return query
  }

  /// True for one statement that gives rows: two results one under the other have two headers, of
  /// which the second looks like a row.
  private static func isOneQuery(_ text: String) -> Bool {
    let statement = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let body = statement.last == ";" ? String(statement.dropLast()) : statement
    let opener = body.prefix { $0.isLetter }.lowercased()
    return ["select", "with", "table", "values", "show"].contains(opener) && !body.contains(";")
  }
}
