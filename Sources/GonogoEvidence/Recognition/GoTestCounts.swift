import GonogoCore

/// Counts the tests that `go test -v` reports, those inside others left out.
struct GoTestCounts {
  private var started = 0
  private var passed = 0
  private var failed = 0
  private var skipped = 0

  /// Takes one line.
  mutating func take(_ line: Substring) {
    if let rest = line.dropping(prefix: "=== RUN   ") {
      if !rest.contains("/") { started += 1 }
      return
    }
    guard let rest = line.dropping(prefix: "--- ") else { return }
    if rest.hasPrefix("PASS: ") { passed += 1 }
    if rest.hasPrefix("FAIL: ") { failed += 1 }
    if rest.hasPrefix("SKIP: ") { skipped += 1 }
  }

  /// The counts, when every test that was started came to an end.
  func captures(by recognizer: GoTestRecognizer) -> [Capture] {
    guard started > 0, started == passed + failed + skipped else { return [] }
    return TestCounts.captures(
      [("passed", passed), ("failed", failed), ("skipped", skipped)], recognizer: recognizer.name)
  }
}
