import GonogoCore

/// Reads `go test`: how many packages passed and failed, with `-v` how many tests, with `-cover` how
/// much of the statements was run.
struct GoTestRecognizer: Recognizer {
  let name = "go-test"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, TestCounts.isWhole(output, word: "go"),
      let go = output.commands.first(where: {
        $0.program == "go" && $0.arguments.first == "test"
      }), !go.arguments.contains("-json")
    else { return [] }
    var passed = 0
    var failed = 0
    var untested = 0
    var tests = GoTestCounts()
    var shares: [Capture] = []
    for line in output.lines {
      tests.take(line)
      if line.hasPrefix("ok  \t") {
        passed += 1
        if let share = share(line) { shares.append(share) }
      }
      if line.hasPrefix("FAIL\t") { failed += 1 }
      if line.hasPrefix("?   \t"), line.hasSuffix("[no test files]") { untested += 1 }
      // A panic, a crash or a build that broke may hide packages from the count.
      if line.hasPrefix("panic: ") || line.hasPrefix("# ") { return [] }
    }
    let saysFail = output.lines.contains("FAIL")
    guard passed + failed > 0, saysFail == (failed > 0) || failed > 0 else { return [] }
    let packages = TestCounts.captures(
      [("passed_packages", passed), ("failed_packages", failed), ("untested_packages", untested)],
      recognizer: name)
    // The share of one package says nothing of another.
    let isOnly = shares.count == 1 && passed + failed == 1
    return packages + tests.captures(by: self) + (isOnly ? shares : [])
  }

  /// `ok  ⇥shop/a⇥0.007s⇥coverage: 50.0% of statements`
  private func share(_ line: Substring) -> Capture? {
    guard let last = line.split(separator: "\t").last?.trimmed,
      let share = last.dropping(prefix: "coverage: ")?.dropping(suffix: " of statements"),
      let quantity = QuantityReader.read(share), quantity.unit == .percent
    else { return nil }
    return self.quantity("coverage", quantity, share)
  }
}
