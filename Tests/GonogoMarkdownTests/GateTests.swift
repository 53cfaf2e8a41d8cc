import GonogoCore
import Testing

struct GateTests {
  private func rules(_ text: String) -> [DecisionText.Rule] {
    read("# T\n\n\(text)\n").decisionTexts.map { $0.rule }
  }

  // MARK: Counts

  @Test(arguments: [
    "| Case | Then |\n|---|---|\n| All 4 items pass | ✅ GO - begin |\n| 2-3 items pass | 🟡 CONDITIONAL GO |\n| < 2 items pass | 🔴 NO-GO |",
    "- All 4 checks pass: GO\n- 3 checks pass: Conditional GO\n- Fewer than 3 checks pass: NO-GO",
    "- Alle 4 Punkte erfüllt = GO\n- weniger als 4 Punkte = NO-GO",
    "| Passed | State | Then |\n|---|---|---|\n| 4/4 | ✅ GO | begin |\n| 3/4 | ⚠️ CAUTION | mend it |\n| ≤2/4 | 🛑 STOP | mend all |",
    "- 4/4 PASS → ✅ GO\n- 3/4 PASS → ⚠️ Review (needs approval)\n- < 3/4 PASS → ❌ NO-GO",
  ])
  func readsBandsOfCounts(text: String) {
    #expect(rules(text) == [.counted(4)])
  }

  @Test(arguments: [
    "- 9-10 items pass: GO\n- < 9 items pass: NO-GO", "- 3/4 PASS → GO\n- < 3/4 PASS → NO-GO",
    "- All 4 items pass: GO\n- 4-5 items pass: NO-GO",
    "- All 4 items pass: GO\n- All 5 items pass: GO\n- < 4 items pass: NO-GO",
  ])
  func saysWhereCountsAreNotCertain(text: String) {
    #expect(rules(text).count == 1)
    #expect(read("# T\n\n\(text)\n").shownDiagnostics == ["unclear-decision 3"])
  }

  @Test(arguments: [
    "| Availability | Decision |\n|---|---|\n| 50-100% | GO |\n| 0-49% | NO-GO |",
    "Code coverage:\n- 50-100% = GO\n- 0-49% = NO-GO",
  ])
  func takesSharesOfOtherThingsForNoRuleOfBoxes(text: String) {
    #expect(rules(text).allSatisfy { if case .unclear = $0 { true } else { false } })
    #expect(rules(text).count == 1)
  }

  @Test func takesSharesOfTheItemsForARule() {
    let text = "| Score | Decision |\n|---|---|\n| 50-100% | GO |\n| 0-49% | NO-GO |"
    #expect(rules(text).contains { if case .bands = $0 { true } else { false } })
    let other = "- ≥ 60% of the customers healthy = GO\n- 0-59% = NO-GO"
    #expect(!rules(other).contains { if case .bands = $0 { true } else { false } })
  }

  @Test(arguments: [
    "- All 4 items pass: GO", "- 3 items: good\n- 2 items: bad", "- Step 1: Go on\n- Step 2: No go",
    "- All 4 items pass: GO\n- a",
  ])
  func takesOtherCountsForNoBands(text: String) {
    #expect(rules(text) == [])
  }

  // MARK: Outcomes

  @Test func readsWhatEachOutcomeTakes() {
    let list =
      "- **PASS**\n  - all runs are good\n- **CONDITIONAL**\n  - one is late\n- **FAIL**\n  - data is lost\n"
    #expect(
      read("# T\n\n## Go/no-go rules\n\n\(list)").shownClaims == [
        "goCriterion all runs are good", "noGoCriterion data is lost",
      ])
    #expect(read("# T\n\n## Words we use\n\n\(list)").claims.allSatisfy { !$0.isCriterion })
  }

  @Test(arguments: [
    ("The go/no-go depends on closing the gaps that are left.", 1),
    ("El go/no-go depende del cierre de las brechas.", 1), ("The go/no-go meeting is at noon.", 0),
    ("Who decides on go/no-go depends on the team.", 1),
  ])
  func readsWhatTheDecisionDependsOn(sentence: String, count: Int) {
    #expect(read("# T\n\n\(sentence)\n").claims.count { $0.isCriterion } == count)
  }

  // MARK: Lead-ins

  @Test(arguments: [
    "Before closing the change:", "**Before merging:**", "Antes de cerrar el cambio:",
    "Avant de clôturer :", "Vor der Freigabe:", "关闭前：", "クローズする前：",
  ])
  func readsWhatAnEndNeeds(lead: String) {
    let checklist = read("# T\n\n\(lead)\n\n- [ ] a\n- [ ] b\n")
    #expect(checklist.shownClaims == ["goCriterion a", "goCriterion b"])
    #expect(checklist.decisionTexts.map { $0.rule } == [.criteria])
  }

  @Test(arguments: [
    "Before you begin:", "Before looking closer, confirm:", "Before starting:",
    "Before closing the change, tell the team:", "Before deployment:",
  ])
  func takesOtherLeadInsForWork(lead: String) {
    let checklist = read("# T\n\n\(lead)\n\n- [ ] a\n")
    #expect(checklist.shownClaims == ["item a"])
    #expect(rules("Before closing the change:\n\n- a\n") == [])
  }

  @Test(arguments: [
    "Before treating the outage as resolved:", "Before declaring the migration complete:",
    "Prior to considering the work done:", "**Before calling it a success:**",
    "Use this checklist to decide whether the exercise has met its aims.",
    "Use the boxes below to determine if the release may go out:",
    "Antes de dar el incidente por resuelto:", "Bevor der Vorfall als behoben gilt:",
    "Avant de considérer l'incident comme résolu :", "Antes de considerar a migração concluída:",
    "在将事件标记为已解决之前：", "用此清单判断是否可以上线：",
    "Usa esta lista para decidir si la prueba fue bien:",
  ])
  func readsThatAllBoxesBelowMustHold(lead: String) {
    #expect(rules("## Check\n\n\(lead)\n\n- [ ] a\n- [ ] b\n") == [.allBoxes])
    #expect(rules("## Check\n\n\(lead)\n\n- **Data:**\n  - [ ] a\n") == [.allBoxes])
    #expect(!rules("## Check\n\n\(lead)\n\n- a\n").contains(.allBoxes))
  }

  @Test(arguments: [
    "Before treating the disk with care:", "Use this checklist to decide whether to roll back:",
    "Use this checklist to decide whether to escalate.", "Before marking the next step:",
    "Talk to the team to decide whether it is done:", "Use this checklist every day.",
    "Use this checklist to determine if you need help:",
  ])
  func takesOtherListsForWork(lead: String) {
    #expect(!rules("## Check\n\n\(lead)\n\n- [ ] a\n").contains(.allBoxes))
  }

  @Test func readsWhatASignOffConfirms() {
    let list = "**Checks completed**:\n\n- [ ] a\n"
    #expect(rules("## Sign-off\n\n\(list)") == [.gates])
    #expect(rules("## Firma\n\n**Verificaciones completadas**:\n\n- [ ] a\n") == [.gates])
    #expect(rules("## Disk\n\n\(list)") == [])
  }

  // MARK: Legends

  @Test(arguments: [
    "- 🔴 **Blocking**: do NOT deploy without this", "- ⚠️ Bloqueante - NO desplegar sin esto",
    "- 🔴 Critical: must be done before launch", "- ⛔ Blockierend – nicht ohne dies ausrollen",
  ])
  func readsALegendThatDemandsWhatASignMarks(entry: String) {
    #expect(rules("## Symbols\n\n- ✅ Done\n\(entry)\n- ❌ Open\n") == [.marked])
    #expect(rules("## Disk\n\n\(entry)\n") == [])
  }

  @Test(arguments: ["- 🔴 Critical", "- ⚠️ Warning: look at it", "- 🔴 Do not touch"])
  func takesOtherLegendsForNone(entry: String) {
    #expect(rules("## Symbols\n\n\(entry)\n") == [])
  }

  // MARK: Stand-ins

  @Test(arguments: ["Item 1", "Issue 2 + cure", "标准 1", "Punkt 3", "Critère 1"])
  func takesAStandInForNoCriterion(text: String) {
    #expect(read("# T\n\n## GO if all\n\n- [ ] \(text)\n").shownClaims == ["item \(text)"])
  }

  @Test(arguments: ["Item 1 is done", "Step 4 passed", "Test 12 and 13", "Phase 1"])
  func takesWhatSaysMoreForACriterion(text: String) {
    #expect(
      read("# T\n\n## GO if all\n\n- [ ] \(text)\n").shownClaims == ["goCriterion \(text)"])
  }

  // MARK: Questions

  @Test func readsAQuestionWithGoAndNoGoAsAnswers() {
    let checklist = read(
      "# T\n\n❓ Did all tests pass?\n- **NO** → NO-GO, mend it\n- **YES** → next question\n\n"
        + "Is data lost?\n- Yes: NO-GO\n- No: GO\n\nIs there time?\n- Yes → begin\n- No → wait\n")
    #expect(
      checklist.shownClaims == ["goCriterion Did all tests pass?", "noGoCriterion Is data lost?"])
    #expect(checklist.decisionTexts.map { $0.rule } == [.stated, .stated])
  }

  @Test(arguments: [
    "Ready?\n- Yes → GO\n- No → GO\n", "Ready?\n- Yes → Go to the page\n- No → stop\n",
    "Ready?\n\ntext\n\n- Yes → GO\n", "Ready:\n- Yes → GO\n- No → NO-GO\n",
  ])
  func takesOtherQuestionsForNone(text: String) {
    #expect(read("# T\n\n\(text)").claims.filter { $0.isCriterion }.isEmpty)
  }

  // MARK: What stands further down

  @Test func readsWhatASentenceAsksForFurtherDown() {
    let text = """
      # T

      ## Before

      Ensure that all activities listed below are completed before proceeding with the release. More.

      ### Votes

      Get the votes. They are sent by mail.

      Another paragraph.

      ### Notes

      Write the notes.

      ## Release

      Send it out.

      """
    let checklist = read(text)
    #expect(
      checklist.shownClaims == ["goCriterion Get the votes.", "goCriterion Write the notes."])
    #expect(checklist.decisionTexts.map { $0.rule } == [.stated, .stated, .stated])
  }

  @Test(arguments: [
    "Ensure that all commands below are run before the coffee is cold.",
    "All activities below are done before the release.", "Ensure that all of it is complete.",
    "Ensure that the notes below are complete before the release.",
  ])
  func takesOtherSentencesForWork(text: String) {
    #expect(rules("\(text)\n\n## A\n\nDo it.\n") == [])
  }

  @Test(arguments: [
    "Each part has an owner, as this is one of the entry criteria for the release.",
    "As an exit criterion, all suites must have passed.",
    "Que todo esté en verde es uno de los criterios de salida.",
  ])
  func readsWhatASentenceCallsACriterion(text: String) {
    #expect(read("# T\n\n\(text)\n").shownClaims == ["goCriterion \(text)"])
    #expect(rules(text) == [.stated])
  }

  // MARK: Sentences

  @Test(arguments: [
    "If the checks and the logs look healthy, the drill is considered successful.",
    "When both regions answer, the migration is deemed complete.",
    "Wenn alle Prüfungen grün sind, gilt die Übung gilt als bestanden.",
    "Si todas las comprobaciones pasan, el despliegue se considera exitoso.",
  ])
  func readsASentenceThatCallsTheWorkASuccess(sentence: String) {
    let checklist = read("# T\n\n\(sentence)\n")
    #expect(checklist.claims.map { $0.kind } == [.goCriterion])
    #expect(checklist.decisionTexts.map { $0.rule } == [.stated])
  }

  @Test(arguments: [
    "If the status is 200, the probe is considered successful.",
    "The drill is considered successful.", "If it works, tell the team about the drill.",
    "Is the drill considered successful, if it ends?",
  ])
  func takesOtherSentencesForNone(sentence: String) {
    #expect(read("# T\n\n\(sentence)\n").claims.filter { $0.isCriterion }.isEmpty)
  }

  @Test(arguments: [
    ("Never deploy without completing this checklist.", [DecisionText.Rule.allBoxes]),
    ("**NUNCA** desplegar sin completar este checklist.", [.allBoxes]),
    ("Niemals ausrollen, ohne diese Checkliste abzuschließen.", [.allBoxes]),
    ("Ne jamais déployer sans compléter cette checklist.", [.allBoxes]),
    ("未完成本清单不得上线。", [.allBoxes]),
    ("Never deploy without a backup.", []), ("This checklist is done without a machine.", []),
  ])
  func readsThatTheListMustBeDone(sentence: String, found: [DecisionText.Rule]) {
    #expect(rules(sentence) == found)
  }

  // MARK: Labels

  @Test func readsGoAndNoGoLinesBesideEachOther() {
    let checklist = read(
      "# T\n\n## Before the merge\nGo: tests green, list signed.\nNo-Go: open findings.\nBack: revert it.\n"
    )
    #expect(
      checklist.shownClaims == [
        "goCriterion tests green, list signed.", "noGoCriterion open findings.",
      ])
    #expect(checklist.decisionTexts.map { $0.rule } == [.criteria, .criteria])
    #expect(
      read("# T\n\n1.1 Go-Kriterien: alles grün\n1.2 No-Go: offene Funde\n").shownClaims
        == ["goCriterion alles grün", "noGoCriterion offene Funde"])
  }

  @Test(arguments: [
    "**GO**: proceed with it\n**NO-GO**: stop here", "Go: the language\nRust: another",
    "GO: Deploy now\n\ntext", "Status: GO",
  ])
  func takesOtherLinesForNone(text: String) {
    #expect(read("# T\n\n\(text)\n").claims.isEmpty)
  }

  @Test(arguments: ["## During the work (if GO)", "## Danach (wenn Go)"])
  func takesWhatComesAfterTheDecisionForNoList(heading: String) {
    let kinds = read("# T\n\n\(heading)\n\n- [ ] a\n").claims.map { $0.kind }
    #expect(!kinds.contains(.goCriterion))
  }

  // MARK: Sign-off

  @Test func readsExitCriteriaAtAnyLevel() {
    let table = "| Criteria | Status |\n|---|---|\n| Docs are up | ⏳ |\n| Blog is up | ⏳ |\n"
    let checklist = read("# T\n\n## A\n\n### [Exit criteria](a.md) status:\n\n\(table)")
    #expect(checklist.shownClaims == ["goCriterion Docs are up", "goCriterion Blog is up"])
    #expect(checklist.decisionTexts.map { $0.rule } == [.gates])
    #expect(
      read("# T\n\n## Acceptance criteria\n\n\(table)").decisionTexts.map { $0.rule } == [.gates])
    #expect(read("# T\n\n## A\n\n### Test criteria\n\n\(table)").decisionTexts.isEmpty)
  }

  @Test(arguments: [
    "### Ready to proceed?\n\n- [ ] a", "#### Sign-off checklist\n\n- [ ] a",
    "## Approval\n\nI have reviewed the plan and:\n- [ ] a", "Ich bestätige:\n\n- [ ] a",
  ])
  func keepsSignedBoxesItems(text: String) {
    let checklist = read("# T\n\n## S\n\n\(text)\n")
    #expect(checklist.shownClaims == ["item a"])
    #expect(checklist.decisionTexts.map { $0.rule } == [.gates])
  }

  @Test func readsAListThatRefusesAsANoGoList() {
    let text =
      "## Approval\n\nI have reviewed it and:\n- [ ] Do not approve it\n- [ ] Want another way"
    #expect(
      read("# T\n\n\(text)\n").shownClaims
        == ["noGoCriterion Do not approve it", "noGoCriterion Want another way"])
  }

  @Test(arguments: [
    "### Getting ready to proceed\n\n- [ ] a", "I have reviewed the plan.\n\n- a",
    "### Is it ready?\n\n- [ ] a", "The team says that I confirm:\n\n- [ ] a",
  ])
  func takesOthersForNoGate(text: String) {
    #expect(read("# T\n\n## S\n\n\(text)\n").decisionTexts.isEmpty)
  }

  @Test func readsWhatMustBeDoneBeforeProceeding() {
    let list = "Proceed with the work AFTER:\n1. the copy is there\n2. all are told\n"
    #expect(
      read("# T\n\n## GO/NO-GO decision\n\n### Advice\n\n\(list)").shownClaims
        == ["goCriterion the copy is there", "goCriterion all are told"])
    #expect(read("# T\n\n## Steps\n\n\(list)").claims.isEmpty)
  }
}
