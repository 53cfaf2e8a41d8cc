import GonogoCore
import Testing

struct TriggerTests {
  @Test(arguments: [
    "Rollback triggers", "Rollback criteria", "When to roll back", "Roll back immediately if any",
    "Cuándo hacer rollback", "回滾觸發條件 | Rollback Triggers", "ロールバック条件", "롤백 조건",
  ])
  func makesReasonsToRollBackTheNoGoListOfADocumentWithoutOne(text: String) {
    let list = "## \(text)\n\n- error rate > 5%\n- data loss\n- Check the logs\n"
    #expect(
      read("# T\n\n\(list)").shownClaims
        == ["noGoCriterion error rate > 5%", "noGoCriterion data loss"])
    #expect(
      read("# T\n\n## Rollback plan\n\n#\(list)").shownClaims
        == ["noGoCriterion error rate > 5%", "noGoCriterion data loss"])
    #expect(
      read("# T\n\n## GO if all:\n\n- a\n\n\(list)").shownClaims
        == ["goCriterion a", "trigger error rate > 5%", "trigger data loss"])
  }

  @Test func runsNothingUnderReasonsInsideOfARollback() {
    let text = "# T\n\n## Rollback\n\n### Rollback triggers\n\n- a > 5%\n\n```bash\nls\n```\n"
    #expect(read(text).shownClaims == ["trigger a > 5%"])
    #expect(read(text).steps.allSatisfy { $0.obstacle != nil })
    #expect(read(text).sections.map { $0.role } == [.checks, .checks, .conditional, .conditional])
  }

  @Test(arguments: ["Red flags", "Alert if", "Señales de alerta", "Warnsignale"])
  func makesEveryEntryATrigger(text: String) {
    #expect(
      read("# T\n\n## \(text)\n\n- error rate > 5%\n- data loss\n- Check the logs\n").shownClaims
        == ["trigger error rate > 5%", "trigger data loss"])
    #expect(
      read("# T\n\n**\(text):**\n\n- [ ] error rate > 5%\n").shownClaims
        == ["trigger error rate > 5%"])
  }

  @Test func takesOnlyLimitsUnderAlerts() {
    let checklist = read("# T\n\n## Alerts\n\n- p95 > 1 s\n- the team is told\n- [ ] mail works\n")
    #expect(checklist.shownClaims == ["trigger p95 > 1 s", "item mail works"])
    #expect(read("# T\n\n## Alerts configured\n\n- p95 > 1 s\n").claims.isEmpty)
  }

  @Test func readsTheRowsOfATableOfReasons() {
    let text =
      "# T\n\n## Rollback triggers\n\n| Condition | Threshold | Action |\n|---|---|---|\n| Errors | > 5% | go back |\n| Crash | any | go back |\n"
    #expect(read(text).shownClaims == ["noGoCriterion Errors: > 5%", "noGoCriterion Crash: any"])
    let signs = text.replacing("Rollback triggers", with: "Red flags")
    #expect(read(signs).shownClaims == ["trigger Errors: > 5%", "trigger Crash: any"])
  }

  @Test(arguments: [
    ("- **ABORT if:** 2 or more restarts", "noGoCriterion"), ("- Alert if: errors > 5%", "trigger"),
    ("- Investigate if the rate drops below 90%", "trigger"),
  ])
  func readsAnEntryThatSaysItItself(line: String, kind: String) {
    let found = read("# T\n\n## Rollback triggers\n\n\(line)\n").claims.map(\.kind.rawValue)
    #expect(found == [kind])
  }

  @Test func keepsDemandsUnderMetricsAndMakesReasonsOfAlertsAmongThem() {
    let text = "# T\n\n## SLOs\n\n- p95: < 500 ms\n- alert threshold: > 1 s\n- owner: team\n"
    #expect(
      read(text).shownClaims == ["expectation p95: < 500 ms", "trigger alert threshold: > 1 s"])
  }

  @Test func readsATriggerInAComment() {
    let text = "# T\n\n```bash\na\n# Rollback trigger: any mismatch\n```\n"
    #expect(
      read(text).shownClaims == [
        "trigger Rollback trigger: any mismatch"
      ])
  }

  @Test(arguments: [
    "Start the rollback if any of the following occur:", "Execute rollback if one of these holds:",
    "The following conditions trigger an automatic rollback:", "Abort at once when:",
    "If any of the following occurs, STOP the test:", "Stop the test if any of these occurs:",
    "If one of these holds, roll back:",
  ])
  func readsAnOrderThatPointsAtItsReasons(lead: String) {
    let text = "# T\n\n## After the change\n\n\(lead)\n\n- [ ] errors > 5%\n- [ ] data is lost\n"
    #expect(read(text).claims.map(\.kind).allSatisfy { $0 == .noGoCriterion || $0 == .trigger })
    #expect(read(text).claims.count == 2)
  }

  @Test func readsTheReasonsInAFence() {
    let fence = "```\n- errors > 5%\n- data is lost\n```\n"
    let text = "# T\n\n## Failure handling\n\nIf any of these occurs, stop the test:\n\n\(fence)"
    #expect(read(text).shownClaims == ["trigger errors > 5%", "trigger data is lost"])
    #expect(read("# T\n\n## Notes\n\nThe day before:\n\n\(fence)").claims.isEmpty)
    let command = "# T\n\nIf any of these occurs, stop the test:\n\n```\nmake stop\n```\n"
    #expect(read(command).claims.isEmpty)
  }

  @Test(arguments: [
    "Trigger condition: if any of the following occur:", "Execute if ANY of these occur:",
    "**Roll back if:**",
  ])
  func readsTheReasonsInARollbackPlan(lead: String) {
    let text = "# T\n\n## Rollback plan\n\n\(lead)\n- errors > 5%\n- data is lost\n"
    #expect(read(text).claims.count == 2)
    #expect(read(text).claims.allSatisfy { $0.kind == .noGoCriterion || $0.kind == .trigger })
  }

  @Test(arguments: [
    "Trigger condition: errors > 5", "If errors > 5, stop and roll back.",
    "Rollback if errors exceed 5.", "**Fail conditions:** errors > 5",
  ])
  func readsASentenceThatSaysWhenToStop(sentence: String) {
    #expect(read("# T\n\n## S\n\n\(sentence)\n").claims.map(\.kind) == [.trigger])
  }

  @Test func readsAnyTableBelowReasons() {
    let text =
      "# T\n\n## S\n\nIf any of these occurs, stop:\n\n| Metric | Value |\n|---|---|\n| errors | > 5 |\n"
    #expect(read(text).shownClaims == ["trigger errors > 5"])
  }

  @Test func readsATableOfReasonsInARollback() {
    let text = """
      # T

      ## Rollback

      **Rollback criteria:**

      | Condition | Action |
      |---|---|
      | Errors > 5% | roll back |

      """
    #expect(read(text).shownClaims == ["noGoCriterion Errors > 5%"])
  }

  @Test func takesAHeadingOfBothForNeither() {
    let text = """
      # T

      ## Pass/fail criteria

      ### Pass conditions

      - [ ] Memory stayed under 500 MB

      ### Fail conditions

      - A node crashed

      """
    #expect(read(text).claims.map(\.kind) == [.item, .trigger])
  }

  @Test func makesNoReasonsOfWhatIsStarted() {
    let text =
      "# T\n\n## Drill\n\nTrigger the switchover:\n\n| Phase | Budget |\n|---|---|\n| Fence | < 10 s |\n"
    #expect(read(text).claims.allSatisfy { $0.kind == .expectation })
  }

  @Test(arguments: ["Test fails if:", "Verification fails if"])
  func readsWhenAChecklistFails(heading: String) {
    let text = "# T\n\n## Result\n\n### \(heading)\n\n- [ ] A restore fails\n"
    #expect(read(text).shownClaims == ["trigger A restore fails"])
  }

  @Test func readsThresholdsBesideAnActionAsReasons() {
    func table(_ column: String) -> String {
      "# T\n\n## Metrics\n\n| Metric | \(column) | Action |\n|---|---|---|\n| Errors | > 5% | look |\n"
    }
    #expect(read(table("Threshold")).shownClaims == ["trigger Errors: > 5%"])
    #expect(read(table("Target")).shownClaims == ["expectation Errors: > 5%"])
  }

  @Test func readsAColumnOfReasonsAsTheWorstCase() {
    let text =
      "# T\n\n## Metrics\n\n| Metric | Success threshold | **ROLLBACK IF** |\n|---|---|---|\n| Errors | < 1% | > 5% |\n"
    #expect(read(text).shownClaims == ["expectation Errors: < 1%, critical > 5%"])
  }

  @Test(arguments: ["Test fails if:", "❌ Something is wrong if", "Broken if", "Rollback if:"])
  func makesNoCriterionOfWhatFailsBelowSuccessCriteria(heading: String) {
    let text =
      "# T\n\n## GO if all:\n\n- a\n\n### \(heading)\n\n- [ ] a restore fails\n"
    #expect(read(text).shownClaims == ["goCriterion a", "noGoCriterion a restore fails"])
  }

  @Test func keepsCriteriaThatSpeakOfWhatWasMended() {
    let text = "# T\n\n## GO if all:\n\n### All failures are closed when\n\n- [ ] a\n"
    #expect(read(text).shownClaims == ["goCriterion a"])
  }

  @Test func takesACaseBelowReasonsForReasons() {
    func claims(_ rest: String) -> [String] {
      read("# T\n\n## Rollback triggers\n\n### Immediate rollback\n\n\(rest)").shownClaims
    }
    #expect(
      claims("Execute if any occurs:\n\n- [ ] errors > 5%\n") == ["noGoCriterion errors > 5%"])
    #expect(claims("- [ ] errors > 5%\n\n```bash\nls\n```\n").isEmpty)
  }

  @Test func takesNoCaseForOneThatStandsInParentheses() {
    let text = "# T\n\n## Critical (rollback)\n\n- [ ] errors < 5%\n"
    #expect(read(text).claims.count == 1)
  }

  @Test func takesSubsectionsBelowReasonsForReasons() {
    let text = "# T\n\n## S\n\nRoll back if any of:\n\n### Errors\n\n- [ ] data is lost\n"
    #expect(read(text).shownClaims == ["noGoCriterion data is lost"])
  }

  @Test(arguments: ["## Critical (rollback)", "❌ Something is wrong if:", "**❌ Failures:**"])
  func makesNoItemsOfReasons(above: String) {
    let text = "# T\n\n## S\n\n\(above)\n\n- [ ] data is lost\n"
    #expect(read(text).claims.allSatisfy { $0.kind != .item && $0.kind != .goCriterion })
  }

  @Test func doubtsMoreThanSoMuchOfALimit() {
    func doubt(_ column: String, _ cell: String) -> Bool {
      let text = "# T\n\n## S\n\n| Metric | \(column) |\n|---|---|\n| Connections | \(cell) |\n"
      return read(text).claims.contains { $0.doubt != nil || $0.kind == .trigger }
    }
    #expect(doubt("Limit", "> 90"))
    #expect(doubt("Threshold", "> 90"))
    #expect(!doubt("Limit", "< 90"))
    #expect(!doubt("Target", "> 90"))
  }
}
