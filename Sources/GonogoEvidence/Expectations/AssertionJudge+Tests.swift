import GonogoCore

/// Statements that all tests pass, by what the program that ran them counted.
extension AssertionJudge {
  /// The names of the recognizers that read the summary of a test run.
  private static let runners: Set<String> = [
    "pytest", "go-test", "go-test-json", "cargo-test", "jest", "vitest", "node-test",
  ]

  /// Judges "all 14 tests pass"; nil when no command ran tests that were counted, or the statement is about
  /// something else.
  ///
  /// What was left out, ignored or run in part leaves the question open, and so do tests of a kind that the
  /// command does not name.
  func tests(_ noun: String, _ state: String) -> Judgement? {
    guard
      PhraseBook.standard.isWord(state.lowercased(), .verbState) || state.lowercased() == "green",
      let only = commands.first, commands.count == 1, let result = only.result
    else { return nil }
    let counted = Meaning(noun)
    let counts = result.captures.filter { Self.runners.contains($0.recognizer) && $0.row == nil }
    guard counted.words.contains("test"), !counts.isEmpty else { return nil }
    let known = Meaning(only.text + " " + only.name).words.union(["test"])
    if let other = counted.words.subtracting(known).min() {
      return open("it speaks of “\(other)” tests, and “\(only.name)” does not")
    }
    if counted.isSelective { return open("it speaks of some tests, and nothing says which") }
    if only.isFiltered { return open("“\(only.name)” is a pipeline, which may hide some") }
    if let part = TestCommand.part(of: only.text, named: counted) {
      return open("“\(only.name)” may run some of them only (`\(part)`)")
    }
    if let line = TestCommand.partial(result.stdout.text) ?? TestCommand.partial(result.stderr.text)
    {
      return open("“\(line)” was printed")
    }
    if let empty = only.emptySuccess { return open("“\(only.name)” \(empty)") }
    return judge(counts, counted.numbers, by: only.name)
  }

  private func judge(_ counts: [Capture], _ numbers: Set<String>, by name: String) -> Judgement {
    func count(_ names: [String]) -> Double? {
      let found = counts.filter { names.contains($0.name) }.compactMap(\.quantity?.value)
      return found.isEmpty ? nil : found.reduce(0, +)
    }
    guard let passed = count(["passed", "pass"]) ?? count(["passed_packages"]),
      let failed = count(["failed", "fail", "failed_packages", "errors"])
    else { return open("“\(name)” did not say how many passed and failed") }
    if failed > 0 {
      return Judgement(.fail, because: "\(NumberText.short(failed)) failed")
    }
    let left = [
      "skipped", "ignored", "todo", "deselected", "xfailed", "xpassed", "rerun", "pending",
    ]
    .first { (count([$0]) ?? 0) > 0 }
    if let left, let number = count([left]) {
      return open("\(NumberText.short(passed)) passed, and \(NumberText.short(number)) \(left)")
    }
    guard passed > 0 else { return open("no test was run") }
    // "All 14 tests": as many as that.
    if let number = numbers.first, numbers.count > 1 || Double(number) != passed {
      return open("\(NumberText.short(passed)) passed, and it speaks of \(number)")
    }
    return Judgement(.pass, because: "\(NumberText.short(passed)) passed and none failed")
  }

  private func open(_ because: String) -> Judgement { Judgement(.unknown, because: because) }
}
