import GonogoCore

/// Reads Vitest's summary: `Tests  1 failed | 4 passed | 1 skipped (6)`.
struct VitestRecognizer: Recognizer {
  let name = "vitest"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated else { return [] }
    let lines = output.lines.map(\.trimmed)
    let files = lines.filter { $0.hasPrefix("Test Files  ") }
    let tests = lines.filter { $0.hasPrefix("Tests  ") }
    guard files.count == 1, tests.count == 1, let suites = Self.counts(files[0], "Test Files"),
      let counts = Self.counts(tests[0], "Tests")
    else { return [] }
    // A file that could not be loaded has tests that nobody counted; so has an error outside a test.
    if suites["failed"] != nil, counts["failed"] == nil { return [] }
    if lines.contains(where: { $0.hasPrefix("Errors  ") }) { return [] }
    let names = ["passed", "failed", "skipped", "todo", "total"]
    let found = names.compactMap { name in
      (counts[name] ?? (name == "failed" ? 0 : nil)).map { (name: name, count: $0) }
    }
    return TestCounts.captures(found, recognizer: name)
      + CoverageSummary.captures(in: output.lines, recognizer: name)
  }

  /// The counts behind the title, which must add up to the one in parentheses.
  private static func counts(_ line: Substring, _ title: String) -> [String: Int]? {
    guard let rest = line.dropping(prefix: title)?.trimmed, let open = rest.lastIndex(of: "("),
      let total = rest[rest.index(after: open)...].dropping(suffix: ")")?.smallCount
    else { return nil }
    var counts: [String: Int] = [:]
    for part in rest[..<open].split(separator: "|") {
      let words = part.fields
      guard words.count == 2, let number = words[0].smallCount,
        ["passed", "failed", "skipped", "todo"].contains(words[1]),
        counts.updateValue(number, forKey: String(words[1])) == nil
      else { return nil }
    }
    guard counts.values.reduce(0, +) == total else { return nil }
    counts["total"] = total
    return counts
  }
}
