import GonogoCore

/// Reads `dig`: status, number of answers and time of one query; the answers of `dig +short`.
struct NameLookupRecognizer: Recognizer {
  let name = "dig"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated else { return [] }
    if let dig = output.speaker("dig"), dig.arguments.contains("+short") { return short(output) }
    guard let dig = output.lineSpeaker("dig"), !dig.arguments.contains("+short") else { return [] }
    return full(output.lines)
  }

  private func short(_ output: CommandOutput) -> [Capture] {
    if output.lines.isEmpty { return output.isSilentSuccess ? [count("answers", 0)] : [] }
    // `;; connection timed out; no servers could be reached`
    guard output.lines.allSatisfy({ !$0.isBlank && !$0.hasPrefix(";") }) else { return [] }
    let rows = output.lines.map { [String($0.trimmed)] }
    return TableCaptures(recognizer: name, unit: { _ in nil }, quantity: { _, _ in nil })
      .captures(columns: ["answer"], rows: rows) + [count("answers", rows.count)]
  }

  private func full(_ lines: [Substring]) -> [Capture] {
    var captures: [Capture] = []
    for line in lines where line.hasPrefix(";; ") {
      if let rest = line.dropping(prefix: ";; ->>HEADER<<- ") {
        guard let status = Self.part(rest, "status"), status.utf8.allSatisfy(\.isUpper) else {
          return []
        }
        captures.append(text("status", status))
      } else if line.hasPrefix(";; flags: "), let answers = Self.part(line, "ANSWER")?.smallCount {
        captures.append(count("answers", answers))
      } else if let rest = line.dropping(prefix: ";; Query time: ") {
        guard let time = QuantityReader.read(rest), time.unit.dimension == .time else { return [] }
        captures.append(quantity("Query time", time, rest))
      } else if let rest = line.dropping(prefix: ";; SERVER: ") {
        captures.append(text("SERVER", rest.trimmed, isPrimary: false))
      }
    }
    // Two queries give two of each.
    return Set(captures.map(\.name)).count == captures.count ? captures : []
  }

  /// What follows `NAME: ` up to the next comma.
  private static func part(_ line: Substring, _ name: String) -> Substring? {
    for part in line.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      if let value = part.trimmed.dropping(prefix: name + ": ") { return value.trimmed }
    }
    return nil
  }
}
