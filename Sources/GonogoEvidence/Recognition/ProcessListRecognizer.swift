import GonogoCore

/// Reads `ps`: one row for each process.
struct ProcessListRecognizer: Recognizer {
  let name = "ps"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, output.onlyCommand("ps") != nil, let first = output.lines.first
    else { return [] }
    let columns = first.fields.map(String.init)
    guard columns.count > 2, let pid = columns.firstIndex(of: "PID"),
      columns.last == "CMD" || columns.last == "COMMAND",
      // The full start time has blanks in it.
      !columns.contains("STARTED")
    else { return [] }
    var rows: [[String]] = []
    for line in output.lines.dropFirst() {
      let cells = line.split(separator: " ", maxSplits: columns.count - 1).map {
        String($0.trimmed)
      }
      guard cells.count == columns.count, cells[pid].smallCount != nil else { return [] }
      rows.append(cells)
    }
    guard !rows.isEmpty else { return [] }
    return TableCaptures(recognizer: name, unit: Self.unit).captures(columns: columns, rows: rows)
  }

  private static func unit(_ column: String) -> Unit? {
    switch column {
    case "%CPU", "%MEM": .percent
    case "VSZ", "RSS": Unit.named("KiB")
    default: nil
    }
  }
}
