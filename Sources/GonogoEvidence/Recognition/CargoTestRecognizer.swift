import GonogoCore

/// Reads the `test result:` lines of `cargo test`, one for each test binary, and adds them up.
struct CargoTestRecognizer: Recognizer {
  let name = "cargo-test"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, TestCounts.isWhole(output, word: "cargo") else { return [] }
    var passed = 0
    var failed = 0
    var ignored = 0
    var results = 0
    for line in output.lines {
      guard let rest = line.dropping(prefix: "test result: ") else { continue }
      let words = rest.fields
      // `ok. 2 passed; 0 failed; 1 ignored; …`
      guard words.count > 6, words[2] == "passed;", words[4] == "failed;", words[6] == "ignored;",
        let ok = words[1].smallCount, let bad = words[3].smallCount,
        let left = words[5].smallCount, (words[0] == "ok.") == (bad == 0)
      else { return [] }
      passed += ok
      failed += bad
      ignored += left
      results += 1
    }
    // Fewer results than binaries started: one of them died before it could report.
    let running = output.errorLines.count {
      $0.hasPrefix("     Running ") || $0.hasPrefix("   Doc-tests ")
    }
    let begun = output.lines.count { line in
      line.dropping(prefix: "running ").map { $0.hasSuffix(" tests") || $0.hasSuffix(" test") }
        ?? false
    }
    guard results > 0, begun == results, running == 0 || running == results else { return [] }
    return TestCounts.captures(
      [("passed", passed), ("failed", failed), ("ignored", ignored)], recognizer: name)
  }
}
