import GonogoCore

/// Reads Jest's summary, which it prints on standard error: `Tests: 1 failed, 2 passed, 3 total`,
/// and the total of its coverage table.
struct JestRecognizer: Recognizer {
  let name = "jest"

  func captures(in output: CommandOutput) -> [Capture] {
    let lines = (output.errorLines + output.lines).filter { $0.hasPrefix("Tests:  ") }
    let suites = (output.errorLines + output.lines).filter { $0.hasPrefix("Test Suites: ") }
    guard !output.isTruncated, lines.count == 1, suites.count == 1,
      let tests = Self.counts(lines[0]), let files = Self.counts(suites[0]),
      let total = tests["total"], tests.values.reduce(0, +) == 2 * total
    else { return [] }
    // A suite that could not be run has tests that nobody counted.
    if (files["failed"] ?? 0) > 0, (tests["failed"] ?? 0) == 0 { return [] }
    let names = ["passed", "failed", "skipped", "todo", "total"]
    let counts = names.compactMap { name -> (name: String, count: Int)? in
      if let count = tests[name] { return (name, count) }
      return name == "failed" ? (name, 0) : nil
    }
    return TestCounts.captures(counts, recognizer: name)
      + CoverageSummary.captures(in: output.lines, recognizer: name)
  }

  private static func counts(_ line: Substring) -> [String: Int]? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    var counts: [String: Int] = [:]
    for part in line[line.index(after: colon)...].split(separator: ",") {
      let words = part.fields
      guard words.count == 2, let count = words[0].smallCount,
        counts.updateValue(count, forKey: String(words[1])) == nil
      else { return nil }
    }
    return counts
  }
}
