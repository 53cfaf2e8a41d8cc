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
    ("Rollback needed (yes/no): ____", "yes"), ("Approved by DBA (yes/no): ____", "no"),
  ])
  func failsTheSection(line: String, text: String) { #expect(verdict(line, text) == .fail) }

  @Test(arguments: [
    ("Status: [ ] PASS [ ] FAIL", "PASS"), ("Any errors? ____", "no"), ("No errors: ____", "yes"),
    ("Ready for production? ____", "yes"), ("Ticket: ____", "no"), ("Log file: ____", "error"),
    ("Level: [low/high]", "high"), ("Window open? ____", "no"),
  ])
  func letsItPass(line: String, text: String) { #expect(verdict(line, text) == .pass) }
}
