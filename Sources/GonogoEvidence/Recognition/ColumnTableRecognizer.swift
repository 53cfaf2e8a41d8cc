import GonogoCore

/// Reads tables whose columns line up under a header in capitals, two or more blanks between them, as
/// kubectl, docker and helm print them. One line that does not line up, and nothing is read.
struct ColumnTableRecognizer: Recognizer {
  let name = "columns"
  var standing: RecognizerStanding { .generic }

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let table = ColumnTable(output.lines) else { return [] }
    return TableCaptures(recognizer: name).captures(columns: table.columns, rows: table.rows)
  }
}
