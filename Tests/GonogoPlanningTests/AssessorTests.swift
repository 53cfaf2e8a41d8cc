import GonogoCore
import GonogoPlanning
import Testing

struct AssessorTests {
  private func verdict(
    _ expectation: String, label: String = "Measure the write time", status: Int = 0,
    _ captures: [Capture]
  ) -> Verdict {
    let plan = plan(
      "# A\n\n```bash\n# \(label)\nls\n```\n\n**Expected**: \(expectation)\n")
    var assessor = Assessor(plan: plan)
    assessor.observe(0, status: status, captures)
    return assessor.judge(claim: 0).verdict
  }

  @Test(arguments: [
    ("Write time <500ms", 400.0, "ms", Verdict.pass), ("Write time <500ms", 0.4, "s", .pass),
    ("Write time <500ms", 500, "ms", .fail), ("Write time <500ms", 0.6, "s", .fail),
    ("Write time <500ms", 400, "", .unknown), ("Write time <500ms", 400, "MB", .unknown),
    ("Write time at least 2 s", 2, "s", .pass), ("Write time at least 2 s", 1.9, "s", .fail),
  ])
  func holdsAMeasuredValueAgainstItsLimit(
    text: String, number: Double, unit: String, expected: Verdict
  ) {
    #expect(verdict(text, [value("write_time", number, unit)]) == expected)
  }

  @Test func knowsNothingOfACommandThatFailed() {
    #expect(verdict("Write time <500ms", status: 1, [value("write_time", 4, "ms")]) == .unknown)
  }

  @Test func knowsNothingWhenTwoValuesFit() {
    #expect(
      verdict("Write time <500ms", [value("write_time", 4, "ms"), value("time_write", 5, "ms")])
        == .unknown)
  }

  @Test func doesNotTakeARowOfATable() {
    #expect(verdict("Write time <500ms", [value("write_time", 4, "ms", row: 1)]) == .unknown)
  }

  @Test func doesNotTakeAValueOfSomethingElse() {
    #expect(
      verdict("Cache hits <500ms", label: "Look", [value("load_average", 4, "ms")]) == .unknown)
  }

  @Test(arguments: [
    (0.5, "GB", Verdict.pass, false), (2, "GB", .pass, true), (6, "GB", .fail, false),
    (1.05, "GB", .unknown, false), (900, "MB", .pass, false),
  ])
  func warnsBetweenTwoTiers(number: Double, unit: String, expected: Verdict, isWarning: Bool) {
    let plan = plan(
      "# A\n\n```bash\n# Look\nls\n```\n\n**Expected**: Database size fine (<1GB warning if >5GB)\n"
    )
    var assessor = Assessor(plan: plan)
    assessor.observe(0, [value("db_size", number, unit)])
    let result = assessor.judge(claim: 0)
    // 1.05 GB is above one GB either way; only sizes between 1 GB and 1 GiB are doubtful.
    if number == 1.05 {
      #expect(result.verdict == .pass || result.verdict == .unknown)
    } else {
      #expect(result.verdict == expected)
      #expect(result.isWarning == isWarning)
    }
  }

  @Test func decidesByADirectiveWithoutMercy() {
    let plan = plan(
      """
      # A

      ```bash
      # Look
      ls
      ```

      - [ ] a <!-- gonogo: pass when x < 5 ms -->
      - [ ] b <!-- gonogo: fail when x < 5 ms -->
      - [ ] c <!-- gonogo: pass when passed("Look") -->
      - [ ] d <!-- gonogo: pass when y == 1 -->
      - [ ] e <!-- gonogo: skip -->

      """)
    #expect(plan.codes == [])
    var assessor = Assessor(plan: plan)
    #expect(
      plan.checklist.claims.map { assessor.judge(claim: $0.id).verdict.isOpen }.allSatisfy { $0 })
    assessor.observe(0, [value("x", 4, "ms")])
    #expect(
      plan.checklist.claims.map { assessor.judge(claim: $0.id).verdict } == [
        .pass, .fail, .pass, .unknown, .skipped,
      ])
    assessor.observe(0, status: 2, [value("x", 4, "ms")])
    #expect(
      plan.checklist.claims.map { assessor.judge(claim: $0.id).verdict } == [
        .unknown, .unknown, .fail, .unknown, .skipped,
      ])
  }

  @Test(
    arguments: [
      ("A: ____ seconds", value("a_value", 1, "s"), nil),
      ("Average time: ____ seconds", value("avg_duration", 1.5, "s"), "1.5"),
      ("Average time: ____ seconds", value("avg_duration", 1500, "ms"), "1.5"),
      ("Average time: ____ seconds", value("avg_duration", 1.5, ""), nil),
      ("Average time: ____ seconds", value("avg_duration", 1.5, "s", row: 1), nil),
      ("Average time: ____", value("avg_duration", 1.5, "s"), "1.5"),
    ] as [(String, Capture, String?)])
  func fillsABlankWithAValueOfItsName(line: String, capture: Capture, text: String?) {
    let plan = plan("# A\n\n```bash\n# Look\nls\n```\n\n\(line)\n")
    var assessor = Assessor(plan: plan)
    assessor.observe(0, [capture])
    #expect(assessor.fill(blank: 0).result.text == text)
  }

  /// The trap of the seed: the words fit the wrong value better.
  @Test(arguments: [("Look", nil), ("Look at the executions", "12.5")] as [(String, String?)])
  func takesTheUnitBeforeTheWords(label: String, text: String?) {
    let plan = plan("# A\n\n```bash\n# \(label)\nls\n```\n\nMax execution time: ____ seconds\n")
    var assessor = Assessor(plan: plan)
    assessor.observe(
      0, [value("max_exec_time", 45.6, "ms"), value("max_duration_seconds", 12.5, "s")])
    #expect(assessor.fill(blank: 0).result.text == text)
  }

  @Test func leavesABlankOpenOnATie() {
    let plan = plan("# A\n\n```bash\n# Look\nls\n```\n\nMax time: ____ ms\n")
    var assessor = Assessor(plan: plan)
    assessor.observe(0, [value("max_time", 1, "ms"), value("time_max", 2, "ms")])
    let (result, near) = assessor.fill(blank: 0)
    #expect(result.text == nil)
    #expect(near.count == 2)
  }

  // MARK: Sections

  @Test func judgesASectionByEverythingInIt() {
    let plan = plan(
      """
      # A

      ```bash
      a
      b
      ```

      - [ ] item

      X: ____

      ## Under

      **Expected**: it holds

      # Rollback

      ```bash
      c
      ```

      """)
    var assessor = Assessor(plan: plan)
    #expect(assessor.sectionResult(1)?.verdict == .unknown)
    #expect(assessor.sectionResult(3) == nil)
    assessor.observeAllPassing()
    func settle(_ claim: Int, _ verdict: Verdict) {
      assessor.observations.claims[claim] = ClaimResult(
        claim: claim, verdict: verdict, source: .none, because: "")
    }
    settle(0, .pass)
    settle(1, .pass)
    #expect(assessor.sectionResult(1)?.verdict == .unknown)
    assessor.observations.blanks[0] = BlankResult(
      blank: 0, text: "1", source: .none, because: "")
    #expect(assessor.sectionResult(1)?.verdict == .pass)
    settle(1, .unknown)
    #expect(assessor.sectionResult(1)?.verdict == .unknown)
    #expect(assessor.sectionResult(1)?.reasons.map(\.line) == [14])
    settle(1, .fail)
    #expect(assessor.sectionResult(1)?.verdict == .fail)
    settle(1, .pass)
    assessor.observe(1, status: 1)
    #expect(assessor.sectionResult(1)?.verdict == .fail)
    #expect(assessor.sectionResults().map(\.section) == [1, 2])
  }

  @Test func asksForMoreRoomAndLetsItStayEmpty() {
    let text = "# T\n\n## Load\n\n```bash\na\n```\n\nIssues found:\n______\n______\n"
    let plan = plan(text)
    var assessor = Assessor(plan: plan)
    assessor.observeAllPassing()
    let section = plan.checklist.blanks[0].section
    #expect(assessor.sectionResult(section)?.verdict == .unknown)
    assessor.observations.blanks[0] = BlankResult(
      blank: 0, text: "1", source: .none, because: "")
    #expect(assessor.sectionResult(section)?.verdict == .pass)
    // A value that fits the label is not written twice.
    if case .person = plan.blankRules[1].basis {} else { Issue.record("not asked") }
  }
}
