import GonogoCore
import GonogoPlanning
import Testing

struct EmptySuccessTests {
  private func verdict(
    of commands: String, _ criterion: String, heading: String = "Work"
  ) -> ClaimResult {
    let plan = plan(
      """
      # Release

      ## \(heading)

      ```bash
      \(commands)
      ```

      ### GO if ALL true:
      - [ ] \(criterion)
      """)
    var assessor = Assessor(plan: plan)
    assessor.observeAllPassing()
    return assessor.judge(claim: 0)
  }

  @Test(arguments: [
    ("# Run unit tests\nmake test", Verdict.pass),
    ("# Run unit tests\nmake test || echo \"Unit tests FAILED\"", .unknown),
    ("# Run unit tests\nmake test || true", .unknown),
    ("# Run unit tests\nif make test; then echo ok; else echo FAILED; fi", .unknown),
    ("# Run unit tests\n(make test; true)", .unknown),
    ("# Run unit tests\necho later", .unknown),
    ("# Run unit tests\necho starting\nmake test", .pass),
    ("# Run unit tests\nmake test\nmake more || true", .unknown),
  ])
  func needsACommandThatCanFailForACriterion(commands: String, expected: Verdict) {
    let result = verdict(of: commands, "Unit tests run")
    #expect(result.verdict == expected)
    if expected == .unknown { #expect(result.because.contains("proves nothing")) }
  }

  @Test(arguments: [
    ("make test", Verdict.pass), ("make test || true", .unknown),
    ("make test || true\nmake lint", .unknown), ("echo later", .unknown),
    ("cd app\nmake test", .pass),
  ])
  func needsOneForACriterionThatNamesASection(commands: String, expected: Verdict) {
    #expect(verdict(of: commands, "Unit tests", heading: "Unit tests").verdict == expected)
  }

  @Test(arguments: [
    ("make test", Verdict.pass), ("make test || true", .unknown), ("echo hello", .pass),
    ("make test || true\nmake lint", .pass),
  ])
  func leavesASectionOpenThatRestsOnNothingElse(commands: String, expected: Verdict) {
    var assessor = Assessor(plan: plan("# A\n\n```bash\n\(commands)\n```\n"))
    assessor.observeAllPassing()
    #expect(assessor.sectionResult(1)?.verdict == expected)
  }

  @Test func takesWhatSuchACommandPrintedAllTheSame() {
    let plan = plan(
      "# A\n\n```bash\n# Measure the write time\nmeasure || true\n```\n\n"
        + "**Expected**: Write time <500ms\n")
    var assessor = Assessor(plan: plan)
    assessor.observe(0, [value("write_time", 400, "ms")])
    assessor.observations.claims[0] = assessor.judge(claim: 0)
    #expect(assessor.observations.claims[0]?.verdict == .pass)
    #expect(assessor.sectionResult(1)?.verdict == .pass)
  }

  @Test(arguments: [
    "passed(\"Run tests\")", "exit(\"Run tests\") == 0", "passed(\"A\")",
  ])
  func knowsNothingOfItInAnExpression(expression: String) {
    let plan = plan(
      "# A\n\n```bash\n# Run tests\nmake || true\n```\n\n- [ ] b <!-- gonogo: pass when \(expression) -->\n"
    )
    var assessor = Assessor(plan: plan)
    assessor.observe(0)
    #expect(assessor.judge(claim: 0).verdict == .unknown)
  }

  @Test(arguments: ["Exit code 0", "No output"])
  func doesNotTakeItsStatusOrSilence(expectation: String) {
    for (command, expected) in [("make", Verdict.pass), ("(make; true)", .unknown)] {
      let plan = plan("# A\n\n```bash\n\(command)\n```\n\n**Expected**: \(expectation)\n")
      var assessor = Assessor(plan: plan)
      assessor.observe(0)
      #expect(assessor.judge(claim: 0).verdict == expected)
    }
  }
}
