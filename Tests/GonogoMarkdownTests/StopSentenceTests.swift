import GonogoCore
import Testing

/// Sentences that tell the reader not to go on.
@Suite struct StopSentenceTests {
  private func stops(_ text: String) -> Bool {
    let sections = read(
      "# T\n\n## One\n\n```bash\nls\n```\n\n\(text)\n\n## Two\n\n```bash\nls\n```\n"
    )
    .sections
    return sections.first { $0.heading == "One" }?.stopsWhenFailing != nil
  }

  @Test(arguments: [
    "If this fails, stop.", "Stop here if the check fails.", "Abort if the check fails.",
    "Abort the run if the lag is over 30 s.", "Do not proceed until this passes.",
    "Do NOT continue with step 2 if replication is behind.", "Do not continue on error.",
    "Do not proceed until the DBA has approved.", "Only continue if all checks above pass.",
    "**Gate**: all checks must pass before continuing.", "Any failure here is a hard stop.",
    "Bei Fehler: abbrechen.", "Wenn das fehlschlägt, nicht weitermachen.", "Si falla: detener.",
    "如果失败，停止。", "If it's not OK, STOP and call the DBA.", "Fehler → Abbruch.",
    "> ⛔ Stop if any command fails.", "- If any of the above is wrong, stop here.",
    "This gate must pass before step 2.",
  ])
  func endTheRunWhereTheSectionFails(text: String) { #expect(stops(text)) }

  @Test(arguments: [
    "Stop the server.", "Stop the server if it is running.",
    "If it fails, stop the server and look.",
    "Then wait a minute.", "The run stops here.", "Continue with the next step.",
    "Approve the change.", "Proceed to step 2.",
  ])
  func areNotWhatIsToBeDone(text: String) { #expect(!stops(text)) }

  @Test(arguments: [
    "If this fails, stop.", "Stop here if the check fails.", "Si falla: detener.", "如果失败，停止。",
    "Do NOT continue with step 2 if replication is behind.",
    "Wenn das fehlschlägt, nicht weitermachen.",
    "> ⛔ Stop if any command fails.", "If it's not OK, STOP and call the DBA.",
  ])
  func keepNoBlockBelowThemFromBeingRun(text: String) {
    let checklist = read("# T\n\n## One\n\n\(text)\n\n```bash\nls\n```\n\n## Two\n")
    #expect(checklist.steps.first?.obstacle == nil)
    #expect(checklist.steps.first?.attributes.hazard == nil)
    #expect(checklist.sections.first { $0.heading == "One" }?.stopsWhenFailing != nil)
  }

  @Test(arguments: ["If it fails, stop and restore it.", "If it fails, stop and run:"])
  func leadToWhatIsDoneThen(text: String) {
    #expect(read("# T\n\n\(text)\n\n```bash\nls\n```\n").steps.first?.obstacle != nil)
  }

  @Test func speakOfTheSectionsBelowOrAbove() {
    let below = read(
      "# T\n\nIf any step fails, stop.\n\n## A\n\n```bash\nls\n```\n\n## B\n\n- [ ] b\n")
    #expect(below.sections.dropFirst(2).allSatisfy { $0.stopsWhenFailing != nil })
    let above = read(
      "# T\n\n## A\n\n```bash\nls\n```\n\n## B\n\nOnly continue if all checks above pass.\n\n- [ ] b\n"
    )
    #expect(above.sections.filter { $0.heading == "A" }.allSatisfy { $0.stopsWhenFailing != nil })
  }

  @Test(arguments: [
    "Do not proceed until the change manager has approved.",
    "**STOP**: wait for the approval of the DBA.",
    "Nicht fortfahren, bevor der DBA zugestimmt hat.", "PAUSE here until QA signs off.",
  ])
  func holdBackWhatFollowsUntilSomebodyAgrees(text: String) {
    let steps = read("# T\n\n## A\n\n```bash\nls\n```\n\n\(text)\n\n## B\n\n```bash\nls\n```\n")
      .steps
    #expect(steps.map { $0.attributes.hazard != nil } == [false, true])
  }
}
