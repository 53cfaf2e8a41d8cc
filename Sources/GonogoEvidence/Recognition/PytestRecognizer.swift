import GonogoCore

/// Reads pytest's last line, `1 failed, 1 passed, 1 skipped in 0.87s`, and the total of pytest-cov.
struct PytestRecognizer: Recognizer {
  let name = "pytest"

  private static let kinds: Set<String> = [
    "passed", "failed", "skipped", "xfailed", "xpassed", "deselected", "error", "errors", "warning",
    "warnings", "rerun",
  ]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, TestCounts.isWhole(output, word: "pytest"),
      let last = output.lines.last(where: { !$0.isBlank }), var counts = Self.counts(last)
    else { return [] }
    // pytest leaves zeros out; that nothing failed is certain only when nothing kept tests from
    // being run.
    let names = counts.map(\.name)
    let isCutShort = output.lines.contains { $0.hasPrefix("!!!!") }
    if !names.contains("failed"), !names.contains("errors"), names.contains("passed"), !isCutShort {
      counts.append(("failed", 0))
    }
    let coverage = CoverageTotal.read(output.lines).map {
      [quantity("coverage", $0.quantity, $0.text)]
    }
    return TestCounts.captures(counts, recognizer: name) + (coverage ?? [])
  }

  private static func counts(_ line: Substring) -> [(name: String, count: Int)]? {
    var text = line.drop { $0 == "=" }.trimmed
    while text.last == "=" { text = text.dropLast() }
    let words = text.trimmed.fields
    guard let mark = words.lastIndex(of: "in"), mark + 1 < words.count,
      words[mark + 1].hasSuffix("s"), words[mark + 1].utf8.first?.isDigit == true
    else { return nil }
    var counts: [(name: String, count: Int)] = []
    var index = 0
    while index < mark {
      guard index + 1 < mark, let count = words[index].smallCount else { return nil }
      let kind = words[index + 1].last == "," ? words[index + 1].dropLast() : words[index + 1]
      guard kinds.contains(String(kind)) else { return nil }
      let isSingular = kind == "error" || kind == "warning"
      counts.append((isSingular ? kind + "s" : String(kind), count))
      index += 2
    }
    return counts.isEmpty ? nil : counts
  }
}
