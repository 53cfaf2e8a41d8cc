import GonogoCore
import GonogoMarkdown
import Testing

/// What no reader takes and may speak against a GO is kept, to be asked in one question.
struct LeftoverTests {
  private static let base = "# T\n\n```bash\nls\n```\n\n- [ ] Disk is fine\n\n"

  private func unread(_ text: String) -> [String] {
    let checklist = read(Self.base + text + "\n")
    return checklist.unread.map(\.text)
  }

  @Test(arguments: [
    "Restore test failed on Tuesday.", "Not tested on ARM.", "- Restore test ❌",
    "- Load test (pending)",
    "Release only with a signed change ticket.", "QA has to sign this off beforehand.",
    "The DBA decides.", "Let it soak for 24 hours.", "This must hold on every node.",
    "Log in and place a test order.", "The page has to load quickly.", "Draft.", "Postponed.",
    "## Restore test: FAILED", "> This checklist is out of date.", "<p>Backup failed</p>",
    "- Restore test?", "- Restore test Y / N", "Security review is still to come: in progress.",
    "Noch nicht getestet.", "El respaldo falló.", "尚未完成测试。",
    "| Test | Notes |\n|---|---|\n| Restore | failed on Tuesday |",
    "| Suite | State |\n|---|---|\n| Restore | 3 of 5 |",
    "## Prerequisites\n\n- Restore tested this month",
  ])
  func isKept(text: String) {
    let checklist = read(Self.base + text + "\n")
    #expect(!checklist.unread.isEmpty || checklist.claims.contains(where: \.isLoose))
  }

  @Test(arguments: [
    "This page tells how the service is built.", "The tool prints a table.",
    "See the [handbook](https://example.com) for more.", "## Contact\n\nThe platform team, room 4.",
    "## Changelog\n\n- 2025-01-04: a failed check was fixed",
    "If the import fails, look at the log.", "No errors were found.",
  ])
  func tellsOfNothing(text: String) {
    #expect(unread(text).isEmpty)
  }

  @Test func holdsNothingThatIsAskedAlready() {
    let text = "- [ ] The restore test has not failed\n\nStatus: FAILED"
    #expect(unread(text).isEmpty)
  }

  @Test func keepsBoxesThatCountNowhere() {
    #expect(unread("## Emergency\n\n- [ ] Spare hardware on site") == ["Spare hardware on site"])
    #expect(unread("## Emergency\n\n- [ ] Call the DBA").isEmpty)
  }

  @Test func keepsADecisionThatSomebodyPickedBefore() {
    #expect(unread("## Decision\n\n- [x] NO-GO\n- [ ] GO").contains("[x] NO-GO"))
  }
}
