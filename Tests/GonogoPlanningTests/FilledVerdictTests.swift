import GonogoCore
import GonogoPlanning
import Testing

/// What the text in a blank says of how it went.
struct FilledVerdictTests {
  private func verdict(_ line: String, _ text: String) -> Verdict? {
    let plan = plan("# T\n\n## S\n\n```bash\na\n```\n\n\(line)\n")
    var assessor = Assessor(plan: plan)
    assessor.observeAllPassing()
    for blank in plan.checklist.blanks {
      assessor.observations.blanks[blank.id] = BlankResult(
        blank: blank.id, text: text, source: .none, because: "")
    }
    return plan.checklist.blanks.first.flatMap { assessor.sectionResult($0.section)?.verdict }
  }

  @Test(arguments: [
    ("Status: [ ] PASS [ ] FAIL", "FAIL"), ("Decision of the DBA: [GO/NO-GO]", "NO-GO"),
    ("Status: ____", "FAILED"), ("Health: ____", "down"), ("Result: ____", "error"),
    ("Ready for production? ____", "no"), ("Any errors? ____", "yes"),
    ("Result: ____", "FAIL (3 of 10)"), ("Result: ____", "3 failed"), ("Result: ____", "✗"),
    ("Result: ____", "PASS with errors"), ("Status: ____", "❌"), ("Status: ____", "Not run"),
    ("Status: ⬜ Open | 🔄 In work | ✅ Passed | ❌ Failed", "Open"), ("Safe to proceed? ____", "no"),
    ("Any data loss? ____", "yes"), ("Login: Pass/Fail: ____", "fail - 500"),
    ("Rollback needed (yes/no): ____", "yes"), ("Approved by DBA (yes/no): ____", "no"),
  ])
  func failsTheSection(line: String, text: String) { #expect(verdict(line, text) == .fail) }

  @Test(arguments: [
    ("Status: [ ] PASS [ ] FAIL", "PASS"), ("Any errors? ____", "no"), ("No errors: ____", "yes"),
    ("Ready for production? ____", "yes"), ("Ticket: ____", "no"), ("Log file: ____", "error"),
    ("Result: ____", "0 failed"), ("Result: ____", "no errors"), ("Result: ____", "passed"),
    ("Ticket status: ____", "T-4"), ("Level: [low/high]", "high"), ("Window open? ____", "no"),
  ])
  func letsItPass(line: String, text: String) { #expect(verdict(line, text) == .pass) }
}
