import GonogoCore

/// Reads the summary of `node --test`: `# pass 4` in TAP, `ℹ pass 4` for people.
struct NodeTestRecognizer: Recognizer {
  let name = "node-test"

  private static let titles = ["tests", "suites", "pass", "fail", "cancelled", "skipped", "todo"]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated else { return [] }
    var found: [(name: String, count: Int)] = []
    for line in output.lines {
      guard let rest = line.dropping(prefix: "# ") ?? line.dropping(prefix: "ℹ ") else { continue }
      let words = rest.fields
      guard words.count == 2, Self.titles.contains(where: { $0 == words[0] }),
        let number = words[1].smallCount
      else { continue }
      found.append((String(words[0]), number))
    }
    let counts = Dictionary(found.map { ($0.name, $0.count) }) { first, _ in first }
    // All seven, each once, in this order, and they add up: nothing else prints that.
    guard found.map(\.name) == Self.titles, let total = counts["tests"],
      ["pass", "fail", "cancelled", "skipped", "todo"].compactMap({ counts[$0] }).reduce(0, +)
        == total
    else { return [] }
    return TestCounts.captures(found.filter { $0.name != "suites" }, recognizer: name)
  }
}
