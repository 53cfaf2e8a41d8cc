import GonogoCore
import Testing

/// Words above boxes and bullets with limits of which nobody can be sure.
struct DoubtTests {
  @Test(arguments: [
    "Call the DBA if:", "Brechen Sie ab, wenn:", "No continúe si:", "Ne continuez pas si :",
    "以下情况不要继续：", "以下の場合は続行しない：", "The release is blocked when:", "None of these may be true.",
    "Must not be true:", "Not acceptable:", "Pause if:",
    "失败条件：", "NG条件：", "Before the fix:", "Example:", "In staging:", "Run 2:",
    "🔴 Red:", "❌", "Signs of trouble:", "Critical thresholds:", "Yesterday:",
  ])
  func leavesDoubtBelowALeadIn(words: String) {
    #expect(read("# T\n\n## Users\n\n\(words)\n\n- [ ] Users > 5\n").claims.map(\.doubt) == [words])
    #expect(read("# T\n\n## Users\n\n\(words)\n☐ Users > 5\n").claims.map(\.doubt) == [words])
    #expect(
      read("# T\n\n## Users\n\n\(words)\n\n1. [ ] a\n\n   - [ ] Users > 5\n").claims.map(\.doubt)
        == [words, words])
  }

  @Test func takesAVersionForNoReasonToAct() {
    let lead = "# T\n\n## Users\n\nSigns of trouble:\n\n"
    #expect(read(lead + "- Queue depth > 20\n").claims.map(\.kind) == [.trigger])
    #expect(read(lead + "- The plan asks for version >= 20.6\n").claims.isEmpty)
  }

  @Test(arguments: ["Abortar si:", "Abortar se:", "Arrêter si :"])
  func takesAnOrderToStopForNoDemand(words: String) {
    let claims = read("# T\n\n## Users\n\n\(words)\n\n- [ ] Users > 5\n").claims
    #expect(claims.count == 1 && claims.allSatisfy { $0.isTrigger })
  }

  @Test(arguments: [
    "Kill criteria", "When to abort", "Alerts", "Alarm thresholds", "Reject if", "Page on-call if",
    "Failure conditions", "Unacceptable", "Nicht freigeben, wenn", "No desplegar si",
    "Signs of trouble",
    "Abbruch wenn", "停止条件", "リリース中止の条件", "以下の場合は中止", "禁止上线", "Example",
  ])
  func leavesDoubtBelowAHeading(words: String) {
    let found = read("# T\n\n## \(words)\n\n### Users\n\n- [ ] Users > 5\n").claims
    #expect(found.map(\.doubt) == [words] || found.allSatisfy { $0.kind != .item }, "\(found)")
  }

  @Test(arguments: [
    "Make sure that all of these hold:", "Checks:", "Expected:", "Database", "**Performance**",
    "See whether these hold:", "Before you go on, verify:", "Success criteria:", "要求：", "Prüfen:",
  ])
  func leavesNoneBelowOtherWords(words: String) {
    #expect(
      read("# T\n\n## Users\n\n\(words)\n\n- [ ] Users > 5\n").claims.map(\.doubt) == [nil])
  }

  @Test(arguments: [
    "Pre-deployment", "GO/NO-GO checklist", "Rollback tested", "Alerts configured", "SLOs",
    "Success criteria for users", "部署前检查", "Before the deployment",
  ])
  func leavesNoneBelowOtherHeadings(words: String) {
    let claims = read("# T\n\n## \(words)\n\n- [ ] Users > 5\n").claims
    #expect(claims.map(\.doubt) == [nil])
  }

  @Test(arguments: [
    "Kill criteria", "When to abort", "Failure conditions", "Reject if", "Page on-call if",
    "リリース中止の条件",
  ])
  func passesOverNoBulletThatMayBeAReason(words: String) {
    let claims = read("# T\n\n## \(words)\n\n- Errors > 5\n- see the wiki\n").claims
    #expect(claims.map(\.text) == ["Errors > 5"])
    #expect(claims.allSatisfy { $0.isTrigger })
  }

  @Test func passesOverNoBulletThatNobodyDemands() {
    let claims = read("# T\n\n## Tripwires\n\n```bash\nls\n```\n\n- Errors > 5\n- a < 5\n").claims
    #expect(claims.map(\.kind) == [.trigger, .expectation])
    #expect(claims.map(\.doubt) == ["Tripwires", nil])
    #expect(claims.map(\.isLoose) == [false, true])
  }

  @Test func doubtsABoxInAColumnOfReasons() {
    let text = "# T\n\n## S\n\n| Users | Abort if |\n|---|---|\n| more than 5 | ☐ |\n"
    #expect(read(text).claims.map(\.doubt) == ["Abort if"])
  }

  @Test(arguments: [
    ("Metric | Threshold | Action", "Errors | > 5 | Roll back", "Action"),
    ("Metric | Threshold | Severity", "Errors | > 5 | P1", "Severity"),
    ("Metric | Limit | If exceeded", "Errors | > 5 | page", "If exceeded"),
    ("Metric | Threshold | Note", "Errors | Critical: > 5 | x", "Critical"),
  ])
  func doubtsLimitsBesideWhatIsDone(header: String, row: String, words: String) {
    let claims = read("# T\n\n## S\n\n| \(header) |\n|---|---|---|\n| \(row) |\n").claims
    #expect(claims.map(\.doubt) == [words] || claims.map(\.kind) == [.trigger])
    #expect(claims.count == 1)
  }

  @Test(arguments: ["Warning | Critical", "Green | Red", "Min | Max", "GO | NO-GO", "Pass | Fail"])
  func passesOverNoTableOfTwoLimits(columns: String) {
    let text = "# T\n\n## S\n\n| Metric | \(columns) | Current |\n|---|---|---|---|\n"
    let claims = read(text + "| Errors | > 1 | > 2 | ___ |\n").claims
    #expect(claims.count == 1)
    #expect(claims.first?.doubt != nil)
  }

  @Test(arguments: [
    "# Should not print anything", "# Should print nothing",
  ])
  func readsACommentThatNothingIsPrinted(comment: String) {
    let claims = read("# T\n\n## S\n\n```bash\n\(comment)\necho hi\n```\n").claims
    #expect(claims.count == 1)
  }

  @Test func readsALabelWithoutAColonBeforeALimit() {
    let claims = read("# T\n\n## S\n\n```bash\necho \"errors: 9\"   # Expected < 5\n```\n").claims
    #expect(claims.map(\.text) == ["< 5"])
  }

  @Test(arguments: ["If you see this, stop:", "Bad output:", "Should NOT look like:"])
  func passesOverNoOutputThatMustNotCome(words: String) {
    let text = "# T\n\n## S\n\n```bash\nls\n```\n\n\(words)\n\n```text\nerrors: 9\n```\n"
    let claims = read(text).claims
    #expect(claims.map(\.kind) == [.trigger])
    #expect(claims.first?.doubt == words)
  }

  @Test(arguments: [
    "Errors must be below 5.", "Make sure there are fewer than 5 errors.",
    "Expect fewer than 5 errors.",
  ])
  func readsADemandInProse(sentence: String) {
    let text = "# T\n\n## S\n\n```bash\nls\n```\n\n\(sentence)\n"
    #expect(read(text).shownClaims == ["expectation \(sentence)"])
    #expect(read("# T\n\n## S\n\nIf it is slow, \(sentence)\n").shownClaims == [])
  }
}
