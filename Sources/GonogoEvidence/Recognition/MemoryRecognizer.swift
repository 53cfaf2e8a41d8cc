import GonogoCore

/// Reads `free`: memory and swap, in the unit that its options state.
struct MemoryRecognizer: Recognizer {
  let name = "free"

  private enum Scale: Equatable {
    case fixed(Unit)
    case human(HumanSize.Base)
  }

  private static let columns = [
    "total", "used", "free", "shared", "buff/cache", "buffers", "cache", "available",
  ]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let free = output.speaker("free"), let scale = Self.scale(free),
      let header = output.lines.first?.fields.map(String.init), header.first == "total",
      header.allSatisfy(Self.columns.contains)
    else { return [] }
    var captures: [Capture] = []
    for line in output.lines.dropFirst() where !line.isBlank {
      guard let row = self.row(line, header, scale) else { return [] }
      captures += row
    }
    return captures
  }

  private func row(_ line: Substring, _ header: [String], _ scale: Scale) -> [Capture]? {
    let cells = line.fields
    guard let title = cells.first?.dropping(suffix: ":"),
      ["Mem", "Swap", "Total", "Low", "High", "Comm"].contains(title),
      cells.count > 3, cells.count <= header.count + 1
    else { return nil }
    var captures: [Capture] = []
    for (column, cell) in zip(header, cells.dropFirst()) {
      guard let size = Self.size(cell, scale) else { return nil }
      let spelled = column == "buff/cache" ? "buff_cache" : column
      // `free` is not what can be had: most of it lies in the cache. Who asks for free memory may
      // mean either.
      let isPrimary = title == "Mem" ? ["total", "used", "available"].contains(column) : true
      captures.append(
        quantity(
          "\(title.lowercased())_\(spelled)", size, cell,
          isPrimary: isPrimary && ["Mem", "Swap"].contains(title)))
    }
    return captures
  }

  private static func size(_ cell: Substring, _ scale: Scale) -> Quantity? {
    switch scale {
    case .human(let base): return HumanSize.read(cell, base)
    case .fixed(let unit):
      guard cell.utf8.count <= 15, cell.utf8.allSatisfy(\.isDigit) else { return nil }
      return Double(cell).map { Quantity($0, unit) }
    }
  }

  /// What the numbers are; nil with options that repeat the table or that are not known.
  private static func scale(_ free: ShellCommand) -> Scale? {
    var unit = "KiB"
    var isHuman = false
    var base = HumanSize.Base.binary
    let long = [
      "--bytes": "B", "--kibi": "KiB", "--mebi": "MiB", "--gibi": "GiB", "--tebi": "TiB",
      "--kilo": "kB", "--mega": "MB", "--giga": "GB", "--tera": "TB",
    ]
    let short: [Character: String] = ["b": "B", "k": "KiB", "m": "MiB", "g": "GiB"]
    for argument in free.arguments {
      if let named = long[argument] {
        unit = named
      } else if argument == "--human" {
        isHuman = true
      } else if argument == "--si" {
        base = .decimal
      } else if ["--total", "--wide", "--lohi"].contains(argument) {
        continue
      } else {
        guard let letters = argument.dropping(prefix: "-"), !letters.isEmpty else { return nil }
        for letter in letters {
          if let named = short[letter] {
            unit = named
          } else if letter == "h" {
            isHuman = true
          } else if !"twl".contains(letter) {
            return nil
          }
        }
      }
    }
    if isHuman { return .human(base) }
    guard base == .binary else { return nil }
    return Unit.named(unit).map { .fixed($0) }
  }
}
