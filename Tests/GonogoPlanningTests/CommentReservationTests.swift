import GonogoCore
import GonogoPlanning
import Testing

/// What the comments inside a block say against running some of its commands.
@Suite struct CommentReservationTests {
  /// For each command of a block: whether it is left out, asked about or neither.
  private func fates(_ script: String) -> [String] {
    let plan = plan("# T\n\n## S\n\n```bash\n\(script)\n```\n")
    if plan.steps.first?.obstacle != nil { return ["block"] }
    return plan.commands.map { command in
      command.refusal != nil ? "out" : command.hazard != nil ? "ask" : "run"
    }
  }

  @Test(arguments: [
    "DON'T RUN THIS", "never run in production", "if that fails:", "rollback:", "to undo:",
    "Rollback (ONLY if the check above fails):", "WRONG - drops data", "emergency only",
    "temporarily disabled", "NICHT AUSFÜHREN", "nur im Notfall", "不要执行", "仅在失败时", "si falla",
    "Do not run!", "On failure:", "Rückgängig:", "If you must roll back",
    "undo with",
    "revert: (when things go south)", "only if the first command failed",
  ])
  func leavesOutWhatIsForbiddenOrForFailure(comment: String) {
    #expect(fates("ls\n# \(comment)\ntouch x") == ["run", "out"])
    #expect(fates("ls\ncat a  # \(comment)\ncat b") == ["run", "out", "run"])
  }

  @Test(arguments: [
    "Optional: clean up", "Or, with docker:", "run on db1 only", "only if needed", "optional",
    "alternative", "only for major versions", "after approval only", "manual step, do not automate",
    "DANGER ZONE", "for later", "not needed on AWS", "Windows", "skip this on staging",
    "solo si es necesario", "dangerous, needs DBA approval", "not tested yet", "Example:",
    "Todo: enable later", "or", "If the file is there, show it:",
  ])
  func asksAboutWhatIsForSomeCase(comment: String) {
    #expect(fates("ls\n# \(comment)\ncat x") == ["run", "ask"])
  }

  @Test(arguments: [
    "(If there is none, we test with the flag off)",
    "List the files", "Check if the deployment failed", "Fail if a check fails", "Exit on error",
    "Look for errors", "Expected: no errors", "Is the rollback tested?", "Only 3 lines",
    "Verify the rollback plan", "Step 2: look at the pods", "Should return 200", "Do not wait",
    "docker", "Find all todo markers", "Show all options",
    "Count errors in the last 24 hours",
  ])
  func runsWhatOthersSpeakOf(comment: String) {
    #expect(fates("ls\n# \(comment)\ncat x") == ["run", "run"])
  }

  @Test func keepsToTheGroupOfTheComment() {
    #expect(fates("# rollback:\ncat a\ncat b\n\n# Look\ncat c") == ["out", "out", "run"])
    #expect(fates("# rollback:\ncat a\n\ncat b") == ["out", "ask"])
    let titled = "# Look\ncat a\n\n# Rollback\n\n# First\ncat b\n\n# Second\ncat c"
    #expect(fates(titled) == ["run", "out", "out"])
    #expect(fates("# Rollback\n# of the last release\ncat a\n# Look\ncat b") == ["out", "run"])
  }

  @Test func leavesOutAllOfABlockThatOpensWithAProhibition() {
    #expect(fates("# DO NOT RUN\ncat a\n\n# Look\ncat b") == ["block"])
    #expect(fates("# rollback:\ncat a") == ["block"])
  }

  @Test func leavesOutWhatBuildsOnIt() {
    #expect(
      fates("# rollback:\nOLD=/x\n\n# Look\ncat \"$OLD\"/*\n\n# And\ncat b") == [
        "out", "out", "run",
      ])
    #expect(fates("# rollback:\ncd /x\n\n# Look\ncat a") == ["block"])
  }

  @Test func hearsAProhibitionInsideOfACommand() {
    #expect(fates("if ls; then\n  # never run this by hand\n  cat x\nfi") == ["ask"])
    #expect(fates("if ls; then\n  # Optional: more\n  cat x\nfi") == ["run"])
  }
}
