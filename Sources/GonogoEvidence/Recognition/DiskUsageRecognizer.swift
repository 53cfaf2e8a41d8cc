import GonogoCore

/// Reads `du` with an option that states the unit: a size and a path a line.
struct DiskUsageRecognizer: Recognizer {
  let name = "du"

  private enum Scale { case fixed(Unit), human(HumanSize.Base) }

  func captures(in output: CommandOutput) -> [Capture] {
    // What du could not read is missing from the sum.
    guard !output.isTruncated, let du = output.speaker("du"), !output.lines.isEmpty,
      output.stderr.isBlank, output.exitStatus ?? 0 == 0, !output.command.contains("BLOCK"),
      let scale = Self.scale(du)
    else { return [] }
    var rows: [[String]] = []
    for line in output.lines {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, Self.size(String(parts[0]), scale) != nil, !parts[1].isBlank else {
        return []
      }
      rows.append(parts.map(String.init))
    }
    var reader = TableCaptures(recognizer: name)
    reader.quantity = { cell, column in column == "size" ? Self.size(cell, scale) : nil }
    return reader.captures(columns: ["size", "path"], rows: rows)
  }

  private static func size(_ cell: String, _ scale: Scale) -> Quantity? {
    switch scale {
    case .human(let base): return HumanSize.read(cell, base)
    case .fixed(let unit):
      guard let number = QuantityReader.read(cell), number.unit == .none else { return nil }
      return Quantity(number.value, unit)
    }
  }

  private static func scale(_ du: ShellCommand) -> Scale? {
    if du.arguments.contains(where: { $0.hasPrefix("--time") || $0.hasPrefix("--block-size") })
      || du.hasOption("0", "--null", "--inodes")
    {
      return nil
    }
    if du.hasOption(nil, "--si") { return .human(.decimal) }
    if du.hasOption("h", "--human-readable") { return .human(.binary) }
    if du.hasOption("m") { return Unit.named("MiB").map { .fixed($0) } }
    if du.hasOption("k") { return Unit.named("KiB").map { .fixed($0) } }
    return du.hasOption("b", "--bytes") ? .fixed(.byte) : nil
  }
}
