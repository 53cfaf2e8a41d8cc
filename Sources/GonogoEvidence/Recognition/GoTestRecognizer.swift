import GonogoCore

/// Reads `go test`: how many packages passed and failed.
struct GoTestRecognizer: Recognizer {
  let name = "go-test"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, TestCounts.isWhole(output, word: "go"),
      output.commands.contains(where: { $0.program == "go" && $0.arguments.first == "test" })
    else { return [] }
    var passed = 0
    var failed = 0
    var untested = 0
    for line in output.lines {
      if line.hasPrefix("ok  \t") { passed += 1 }
      if line.hasPrefix("FAIL\t") { failed += 1 }
      if line.hasPrefix("?   \t"), line.hasSuffix("[no test files]") { untested += 1 }
      // A panic, a crash or a build that broke may hide packages from the count.
      if line.hasPrefix("panic: ") || line.hasPrefix("# ") { return [] }
    }
    let saysFail = output.lines.contains("FAIL")
    guard passed + failed > 0, saysFail == (failed > 0) || failed > 0 else { return [] }
    return TestCounts.captures(
      [("passed_packages", passed), ("failed_packages", failed), ("untested_packages", untested)],
      recognizer: name)
  }
}
