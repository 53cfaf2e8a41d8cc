import GonogoCore

/// Reads `df`: one row for each file system, sizes with the unit its options or header state.
struct DiskFreeRecognizer: Recognizer {
  let name = "df"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let command = output.onlyCommand("df"),
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
    if let suffix = Self.humanSuffix(command, columns) {
      reader.quantity = { Self.human($0, suffix: suffix) ?? QuantityReader.read($0) }
    }
    return reader.captures(columns: columns, rows: rows)
  }

  private static func blockUnit(_ columns: [String]) -> Unit? {
    if columns.contains("1K-blocks") || columns.contains("1024-blocks") { return Unit.named("KiB") }
    return columns.contains("1M-blocks") ? Unit.named("MiB") : nil
  }

  /// What follows `K`, `M`, `G` in the unit: `iB` with `-h`, `B` with `-H`; nil when the cells are no
  /// sizes of data.
  private static func humanSuffix(_ command: ShellCommand, _ columns: [String]) -> String? {
    guard columns.contains("Size") else { return nil }
    for argument in command.arguments {
      if argument == "--human-readable" { return "iB" }
      guard argument.hasPrefix("-"), !argument.hasPrefix("--") else { continue }
      if argument.contains("h") { return "iB" }
      if argument.contains("H") { return "B" }
    }
    return nil
  }

  private static func human(_ cell: String, suffix: String) -> Quantity? {
    if cell == "0" { return Quantity(0, .byte) }
    guard let letter = cell.last, "kKMGTP".contains(letter),
      let number = QuantityReader.read(cell.dropLast()), number.unit == .none,
      let unit = Unit.named((suffix == "iB" ? letter.uppercased() : String(letter)) + suffix)
    else { return nil }
    return Quantity(number.value, unit)
  }
}
