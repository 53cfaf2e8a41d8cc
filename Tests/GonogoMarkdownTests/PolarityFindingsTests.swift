import GonogoCore
import Testing

struct PolarityFindingsTests {
  @Test(arguments: [
    "Do not go if any of these hold", "Don't go if", "Don’t go if any", "Never go if",
    "Not a go if",
    "When not to go", "Do not go", "NO-GO", "NO-GO (stop the launch)", "Reasons for NO-GO",
    "NO-GO: stop immediately", "No go if", "NO-GO if the tests fail", "Abort if any", "Blockers",
    "Launch blockers", "Show-stoppers", "Stop conditions", "Stop the launch if any", "Hold if any",
    "GO if none of these hold", "GO unless any", "GO if NOT any of these", "Do not launch if any",
    "Don't deploy if", "Never release when", "Reasons not to launch", "Proceed unless any",
    "Do not proceed with any of these: NO-GO", "Launch if none of these is true", "NO-GO条件",
    "NO-GO si", "Do not go live if", "NO-GO if any; else GO", "Red lines", "Reasons to stop",
    "Critères d'arrêt", "Ne pas déployer si", "Criterios de parada", "Cuándo no desplegar",
    "Critérios de parada", "Não implantar se", "Stoppkriterien", "Nicht deployen wenn", "不得发布的情况",
    "中止基準", "배포 중단 조건",
  ])
  func readsReasonsToStop(text: String) {
    #expect(read("# L\n\n## \(text)\n\n- [ ] a\n").shownClaims == ["noGoCriterion a"])
    #expect(read("# L\n\n**\(text):**\n\n- [ ] a\n").shownClaims == ["noGoCriterion a"])
  }

  @Test(arguments: [
    "GO", "GO if all", "✅ GO", "GO if all true, else NO-GO", "NO-GO unless all of these hold",
    "Do not go unless all", "NO-GO if any of these is not true", "NO-GO if any is missing",
    "GO only if", "GO criteria", "GO条件", "NO-GO if not all",
  ])
  func readsWhatAGoNeeds(text: String) {
    #expect(read("# L\n\n## \(text)\n\n- a\n").shownClaims == ["goCriterion a"])
    #expect(read("# L\n\n**\(text):**\n\n- a\n").shownClaims == ["goCriterion a"])
  }

  @Test(arguments: [
    "GO/NO-GO", "GO or NO-GO", "NO-GO / GO", "Go", "Start the server if it is down",
    "Blockers resolved", "Stop the database when ready",
    "Continue with the next step if all went well",
    "Release notes", "Launch", "Do not unplug anything", "Critères bloquants",
    "Reasons to stop tested",
  ])
  func takesOtherWordsForNeither(text: String) {
    #expect(read("# L\n\n## \(text)\n\n- [ ] a\n- b\n").shownClaims == ["item a"])
  }

  @Test(arguments: [
    "GO if no blockers", "GO if nothing is open and all is well", "GO when tests do not fail",
  ])
  func refusesAListThatCanBeReadEitherWay(text: String) {
    #expect(read("# L\n\n## \(text)\n\n- [ ] a\n").shownDiagnostics == ["unclear-list 3"])
    #expect(read("# L\n\n**\(text):**\n- [ ] a\n").shownDiagnostics == ["unclear-list 3"])
  }

  @Test func readsABareGoBesideANoGo() {
    #expect(
      read("# L\n\n**Go:**\n- a\n\n**No-Go:**\n- b\n").shownClaims
        == ["goCriterion a", "noGoCriterion b"])
    #expect(read("# L\n\n**Go:**\n- a\n").shownClaims == [])
  }

  @Test func keepsTheRoleInSubsections() {
    let text =
      "# L\n\n## NO-GO if any\n\n### Data\n\n- [ ] a\n- b\n\n### GO if all\n\n- c\n\n## D\n\n- [ ] d\n"
    #expect(
      read(text).shownClaims == ["noGoCriterion a", "noGoCriterion b", "goCriterion c", "item d"])
  }

  @Test func takesATitleForNoList() {
    #expect(
      read("# No-go review of the launch\n\n## Data\n\n- [ ] a\n").shownClaims == ["item a"])
    #expect(read("# NO-GO if any\n\n## Data\n\n- [ ] a\n").shownClaims == ["noGoCriterion a"])
  }

  @Test(arguments: [
    "**NO-GO if any:**\n\nAny one of these stops the launch.\n\n- a",
    "**NO-GO if any:**\nAny one of the things that are written down in the list right below this line stops it.\n- a",
    "Some words.\n**NO-GO if any:**\n- a", "Do not hurry, unless you must.\nNO-GO if any:\n- a",
    "**NO-GO if any:**\n\n```text\nx\n```\n\n- a", "> **NO-GO if any:**\n> - a",
    "- **NO-GO if any:**\n  - a", "1. Decide\n\n   **NO-GO if any:**\n\n   - a",
    "**NO-GO if any:**\n\n> - a", "NO-GO if any:\n<!-- note -->\n\n- a",
  ])
  func keepsALeadInForItsList(text: String) {
    #expect(read("# L\n\n\(text)\n").shownClaims == ["noGoCriterion a"])
    let boxed = text.dropLast(3) + "- [ ] a\n"
    #expect(read("# L\n\n\(boxed)").shownClaims == ["noGoCriterion a"])
  }

  @Test func keepsARoleWhenTheBulletChanges() {
    #expect(
      read("NO-GO if any:\n\n- [ ] a\n* [ ] b\n\n<!-- note -->\n\n- [ ] c\n").shownClaims
        == ["noGoCriterion a", "noGoCriterion b", "noGoCriterion c"])
    #expect(
      read("# L\n\n## NO-GO if any\n\n> - [ ] a\n> - b\n").shownClaims
        == ["noGoCriterion a", "noGoCriterion b"])
  }

  @Test func readsALabelRightUnderAnItem() {
    let checklist = read("- [ ] Backup\n**Expected**:\n- Backup exists\n- [ ] Next\n")
    #expect(
      checklist.shownClaims == ["item Backup", "expectation Backup exists", "item Next"])
    #expect(checklist.shownDiagnostics == ["label-in-item 2"])
    #expect(checklist.diagnostics.first?.severity == .warning)
  }

  @Test func readsADecisionRightUnderAnItem() {
    #expect(
      read("- [ ] Tests pass\n**NO-GO if any:**\n- [ ] Data loss\n- More\n").shownClaims
        == ["item Tests pass", "noGoCriterion Data loss", "noGoCriterion More"])
    #expect(
      read("- a\n  - [ ] b\nNO-GO if any:\n- [ ] c\n").shownClaims
        == ["item b", "noGoCriterion c"])
  }

  @Test func readsLabelsInsideAnItem() {
    let checklist = read(
      "1. Run it\n\n   ```bash\n   true\n   ```\n\n   **Expected**: it answers\n   **If fails**: stop here\n"
    )
    #expect(checklist.shownClaims == ["expectation it answers"])
    #expect(checklist.sections[0].stopsWhenFailing?.line == 8)
    #expect(
      read("- [ ] a\n  **Expected**:\n  - b\n").shownClaims == ["item a", "expectation b"])
    #expect(read("- **Expected**:\n  - b\n- c\n").shownClaims == ["expectation b"])
  }
}
