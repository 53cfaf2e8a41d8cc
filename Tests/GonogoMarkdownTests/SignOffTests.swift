import GonogoCore
import Testing

struct SignOffTests {
  private let steps = "# L\n\n```bash\n# review and approve\ntrue\n```\n\n"

  private func fields(_ text: String) -> [Field?] { read(steps + text).blanks.map(\.field) }

  @Test(arguments: ["---\n\n", "## Sign-off\n\n", "## Final Go/No-Go Decision\n\n", ""])
  func fillsTheClosingSignOff(opening: String) {
    let block =
      "**Date**: ____  \n**Completed by**: ____  \n**Decision**: ____  \n**Notes**: ____\n"
    #expect(fields(opening + block) == [.date, .operatorName, .decision, .notes])
  }

  @Test func fillsEachFieldOnce() {
    #expect(
      fields("## Sign-off\n\nDate: ____\n\nCompleted by: ____\n\nDate: ____\n\nRun by: ____\n")
        == [.date, .operatorName, nil, nil])
  }

  @Test func readsSeveralFieldsOnALine() {
    #expect(
      fields("---\n\nCompleted by: ____ Date: ____\n\n| Decision | ____ |\n|---|---|\n")
        == [.operatorName, .date, .decision])
  }

  @Test(arguments: [
    "Name: ____ Date: ____ Decision: ____", "Approved by: ____ Date: ____",
    "Reviewer: ____ Date: ____", "QA lead: ____ Date: ____", "Alice: ____ Date: ____",
    "| Manager | ____ | Date | ____ |", "Signature: ____\nDate: ____",
    "Signature:\n\n____\n\nDate: ____",
    "Approved by: ____\n\nDate: ____\n\nDecision: ____", "**Manager approval**\n\nDate: ____",
    "- [ ] Product owner: ____ Date: ____", "Date: ____ Verified by: ____",
  ])
  func leavesWhatBelongsToOthersToThem(text: String) {
    #expect(
      fields("## Sign-off\n\nCompleted by: ____\n\n" + text + "\n").dropFirst().allSatisfy {
        $0 == nil
      })
    #expect(fields("---\n\n" + text + "\n").allSatisfy { $0 == nil })
  }

  /// What must be verified for a GO says nothing of who signs.
  @Test func fillsTheDecisionBelowCriteriaThatNameDeeds() {
    let text =
      "## Decision\n\n### GO if ALL true:\n- [ ] Database connection verified\n"
      + "- [ ] The change is approved\n\n"
    #expect(fields(text + "**Decision**: ____\n\n**Date**: ____\n") == [.decision, .date])
    #expect(
      fields("## Sign-off\n\n- [ ] Approved by QA\n\nDate: ____\n").allSatisfy { $0 == nil })
  }

  @Test func doesNotTakeALineToSignOnForARule() {
    #expect(
      fields(
        "## Sign-off\n\nCompleted by: ____\n\n**Manager approval**\n\n____\n\nDate: ____\n")
        == [.operatorName, nil])
  }

  @Test func goesOnWithTheOperatorAfterOthers() {
    #expect(
      fields("---\n\nApproved by: ____\n\nDate: ____\n\nCompleted by: ____\n\nDate: ____\n")
        == [nil, nil, .operatorName, .date])
  }

  @Test func leavesEarlierSectionsOut() {
    #expect(
      fields(
        "## Last restore drill\n\n- Date: ____\n- Operator: ____\n\n## Sign-off\n\nOperator: ____\n"
      )
        == [nil, nil, .operatorName])
    #expect(
      fields("## Last drill\n\nDate: ____\n\n---\n\nDecision: ____\n") == [nil, .decision])
  }

  @Test(arguments: ["Last restore drill", "Backup", "Performance results"])
  func leavesASectionAboutSomethingElseOut(heading: String) {
    #expect(fields("## \(heading)\n\n- Date: ____\n- Operator: ____\n") == [nil, nil])
  }

  @Test(arguments: [
    "## Last page", "### Customer", "## Post-release review", "## 24 hours after release",
    "## Template for next time", "## Customer\n\n### Sign-off", "# Customer", "**Customer**",
    "Second shift:", "QA sign-off:",
  ])
  func leavesASectionThatMayBeSomebodyElsesToThem(opening: String) {
    #expect(
      fields("\(opening)\n\nCompleted by: ____\n\nDate: ____\n\nDecision: ____\n").suffix(3)
        == [nil, nil, nil])
  }

  @Test(arguments: [
    "## Release sign-off", "## 5. Deployment\n\n### Sign-off", "## GO if ALL true:", "# Completion",
    "## Sign-off of L",
  ])
  func fillsASectionThatIsAboutTheRun(opening: String) {
    #expect(
      fields("\(opening)\n\nCompleted by: ____\n\nDate: ____\n") == [.operatorName, .date])
  }

  @Test(arguments: [
    "Date: ____ (planned)", "Date: ____ (of the release)", "Completed by: @[username]",
    "Operator: @____", "Date: DD/MM/YYYY", "Date: __/__/____", "Executed by: ____ / ____",
  ])
  func leavesAFieldOfWhichItsLineSaysMore(line: String) {
    #expect(fields("## Sign-off\n\n\(line)\n").allSatisfy { $0 == nil })
  }

  @Test(arguments: [
    "Date: ____ (YYYY-MM-DD)", "Date: YYYY-MM-DD", "Date: ____<br>", "日期：____", "Date: <date>",
  ])
  func fillsAFieldOfWhichItsLineSaysTheForm(line: String) {
    #expect(fields("## Sign-off\n\n\(line)\n") == [.date])
  }

  @Test(arguments: [
    "Decision: GO / NO-GO", "**Final decision**: [ ] GO [ ] NO-GO", "Overall: GO / NO-GO",
    "[ ] GO [ ] NO-GO", "GO/NO-GO: [ ] GO [ ] NO-GO",
    "| Role | Decision |\n|---|---|\n| Overall | [ ] GO [ ] NO-GO |",
  ])
  func picksTheDecisionOfTheDocument(line: String) {
    #expect(fields("## Sign-off\n\n\(line)\n") == [.decision])
  }

  @Test(arguments: [
    "Legal: GO / NO-GO", "Vote: GO / NO-GO", "Recommendation: GO / NO-GO",
    "Rollback decision: GO / NO-GO", "Previous decision: [ ] GO [ ] NO-GO",
    "Rollback: [ ] GO [ ] NO-GO", "Roll back?\n\n- [ ] GO\n- [ ] NO-GO",
    "| Area | Decision |\n|---|---|\n| Database | GO / NO-GO |",
  ])
  func leavesOtherChoicesToPeople(line: String) {
    #expect(fields("## Sign-off\n\n\(line)\n") == [nil])
  }

  @Test func picksADecisionThatTheTitleNames() {
    #expect(
      read("# Phase 2 launch\n\n- [ ] a\n\n## Sign-off\n\nPhase 2 decision: GO / NO-GO\n")
        .blanks.map(\.field) == [.decision])
  }
}
