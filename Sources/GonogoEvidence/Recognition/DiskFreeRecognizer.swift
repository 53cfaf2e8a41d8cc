import GonogoCore

/// Reads `df`: one row for each file system, sizes with the unit its options or header state.
struct DiskFreeRecognizer: Recognizer {
  let name = "df"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated,
      let command = output.speaker("df") ?? output.onlyCommand("df"),
      let first = output.lines.first,
      first.hasPrefix("Filesystem"), let base = first.trimmed.dropping(suffix: " Mounted on")
    else { return [] }
    let columns = base.fields.map(String.init) + ["Mounted on"]
    guard let share = columns.firstIndex(where: { $0.hasSuffix("%") || $0 == "Capacity" }),
      share == columns.count - 2
    else { return [] }
    var rows: [[String]] = []
    for line in output.lines.dropFirst() {
      let cells = line.split(separator: " ", maxSplits: columns.count - 1).map {
        String($0.trimmed)
      }
      guard cells.count == columns.count, cells[share].hasSuffix("%") || cells[share] == "-",
        cells[share + 1].hasPrefix("/")
      else { return [] }
      rows.append(cells)
    }
    guard !rows.isEmpty else { return [] }
    let block = Self.blockUnit(columns)
    var reader = TableCaptures(
      recognizer: name,
      unit: {
        ["Used", "Available", "Avail"].contains($0) || $0.hasSuffix("-blocks") ? block : nil
      })
    if let base = Self.base(command, columns) {
      let sizes = ["Size", "Used", "Avail"]
      reader.quantity = { cell, column in
        sizes.contains(column) ? HumanSize.read(cell, base) : QuantityReader.read(cell)
      }
    }
    return reader.captures(columns: columns, rows: rows)
  }

  private static func blockUnit(_ columns: [String]) -> Unit? {
    if columns.contains("1K-blocks") || columns.contains("1024-blocks") { return Unit.named("KiB") }
    return columns.contains("1M-blocks") ? Unit.named("MiB") : nil
  }

  /// What the letters behind sizes stand for; nil when the cells are no sizes of data.
  private static func base(_ command: ShellCommand, _ columns: [String]) -> HumanSize.Base? {
    guard columns.contains("Size") else { return nil }
    if command.hasOption("h", "--human-readable") { return .binary }
    return command.hasOption("H", "--si") ? .decimal : nil
  }
}
