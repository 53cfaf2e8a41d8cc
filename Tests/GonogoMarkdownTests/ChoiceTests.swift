import GonogoCore
import Testing

struct ChoiceTests {
  private func choices(_ text: String) -> [String] {
    read(text + "\n").blanks.filter { $0.shape == .choice }.map {
      "\($0.label): " + $0.options.map(\.text).joined(separator: " / ")
    }
  }

  @Test(arguments: [
    ("- Status: [ ] PASS [ ] FAIL", "Status: PASS / FAIL"),
    ("**Ready**: ☐ Yes ☐ No ☐ Conditional", "Ready: Yes / No / Conditional"),
    ("**Decision:** ⬜ GO / ⬜ NO-GO  ", "Decision: GO / NO-GO"),
    ("Ready? YES ☐ NO ☐", "Ready: YES / NO"),
    ("Done: ⃝ Pass ⃝ Fail ⃝ N/A", "Done: Pass / Fail / N/A"),
    ("Risk: ☐ LOW / ☐ MEDIUM / ☐ HIGH", "Risk: LOW / MEDIUM / HIGH"),
    ("State: ☐ CREATED / ☐ NOT CREATED", "State: CREATED / NOT CREATED"),
    ("### State\n\n- [ ] **GO** - we go\n- [ ] **NO-GO** - we stay", "State: GO / NO-GO"),
    ("Result:\n- [ ] Passed\n- [ ] Failed: say why", "Result: Passed / Failed"),
    (
      "Result:\n- [ ] ✅ **APROBADO** - bien\n- [ ] ⚠️ **APROBADO CON OBSERVACIONES** - menor\n"
        + "- [ ] ❌ **NO APROBADO** - mal",
      "Result: APROBADO / APROBADO CON OBSERVACIONES / NO APROBADO"
    ),
    ("| Case | Result |\n|---|---|\n| a | [ ] PASS [ ] FAIL |", "a: Result: PASS / FAIL"),
    ("Row count: [PASS/FAIL]", "Row count: PASS / FAIL"),
    ("Environment: [staging/production]", "Environment: staging / production"),
    ("**Launch**: GO / NO-GO / DELAYED", "Launch: GO / NO-GO / DELAYED"),
    ("State: 🔴 INCOMPLETE / 🟢 COMPLETE", "State: INCOMPLETE / COMPLETE"),
    ("⬜ **GO** - all is there\n⬜ **NO-GO** - more is needed", ": GO / NO-GO"),
    ("**Way**:\n- ⬜ Option 1: slowly\n- ⬜ Option 2: at once", "Way: Option 1 / Option 2"),
    ("**Choose one:**\n\n- [ ] by hand\n- [ ] by the robot", "Choose one: by hand / by the robot"),
    ("Is there time?\n- [ ] Yes, all day\n- [ ] No, later", "Is there time: Yes / No"),
    ("¿Hay tiempo?\n- [ ] Sí, hoy\n- [ ] No, mañana", "¿Hay tiempo: Sí / No"),
    ("Elige una:\n- [ ] a mano\n- [ ] con el robot", "Elige una: a mano / con el robot"),
    ("- Tests: ✅ / ❌", "Tests: ✅ / ❌"),
    ("**Kind**: 🐛 Bug / ✨ Feature / 📚 Text", "Kind: Bug / Feature / Text"),
    (
      "| A | B |\n|---|---|\n| Level | P1 Bad / P2 Worse / P3 Worst |",
      "Level: B: P1 Bad / P2 Worse / P3 Worst"
    ),
    ("**STATE: [ ] SUCCESS [ ] ROLLBACK REQUIRED**", "STATE: SUCCESS / ROLLBACK REQUIRED"),
    ("**Status:** [ ] All done [ ] Done [ ] Begun", "Status: All done / Done / Begun"),
    (
      "### Can it go out?\n- [ ] Yes, all is there\n- [ ] Partial, write it down\n- [ ] Go back first",
      "Can it go out: Yes / Partial, write it down / Go back first"
    ),
    ("- [ ] **If GO:** begin\n- [ ] **If NO-GO:** go back", ": If GO / If NO-GO"),
    ("- [ ] Wenn Ja: anfangen\n- [ ] Wenn Nein: warten", ": Wenn Ja / Wenn Nein"),
    (
      "## Decision\n\n- [ ] **Approve the move** (at night)\n- [ ] **Change it**\n- [ ] **Stop the move**",
      "Decision: Approve the move / Change it / Stop the move"
    ),
    ("- Users told: ☐ Yes ☐ N/A", "Users told: Yes / N/A"),
    ("- Channel: ☐ Chat ☐ Mail ☐ Phone", "Channel: Chat / Mail / Phone"),
    (
      "| **Environment** | ☐ Testing ☐ Staging |\n|---|---|\n| **Type** | ☐ Feature ☐ Hotfix ☐ Fix |",
      "Type: Testing ☐ Staging: Feature / Hotfix / Fix"
    ),
    (
      "**Status:** ⬜ Not begun | 🔄 In work | ✅ Pass | ❌ Fail",
      "Status: Not begun / In work / Pass / Fail"
    ),
    ("| A | Status |\n|---|---|\n| a | ✅/❌ |", "a: Status: ✅ / ❌"),
    ("| A | Risk |\n|---|---|\n| a | 🔴/🟡/🟢 |", "a: Risk: 🔴 / 🟡 / 🟢"),
    ("| A | Impact |\n|---|---|\n| a | Low/Med/High |", "a: Impact: Low / Med / High"),
    ("- Bottleneck: Yes / No - ______", "Bottleneck: Yes / No"),
    (
      "**Recommendation:**\n- [ ] **DEPLOY** - all is well\n- [ ] **DO NOT DEPLOY** - it is not",
      "Recommendation: DEPLOY / DO NOT DEPLOY"
    ),
    (
      "**Final state of the move:** ☐ Success ☐ Success with notes ☐ Went back",
      "Final state of the move: Success / Success with notes / Went back"
    ),
    ("Passed? Yes / No", "Passed: Yes / No"), ("结果：通过 / 不通过", "结果: 通过 / 不通过"),
  ])
  func readsAChoice(text: String, choice: String) {
    #expect(choices(text).last == choice)
    #expect(choices(text).count == 1 || text.hasPrefix("| **"))
    #expect(read(text + "\n").claims.filter { $0.box != nil }.isEmpty)
  }

  @Test(arguments: [
    "- [ ] Go to the page\n- [ ] No errors seen", "- [ ] Pass the token\n- [ ] Fail over",
    "Done: ☐ API ☐ Web ☐ Database", "- [ ] GO\n\ntext\n\n- [ ] NO-GO",
    "- [ ] PASS\n- [ ] Logs read", "⬜ Go to the page\n⬜ No errors seen",
    "Pre-check (run 1 week before):\n- [ ] a\n- [ ] b", "Choose one or more:\n- [ ] a\n- [ ] b",
    "Select the branch:\n- [ ] a\n- [ ] b", "- [ ] Option 1: a\n- [ ] Option 1: b",
    "- [ ] Option 1: a\n- [ ] tested", "Check one item at a time:\n- [ ] a\n- [ ] b",
    "**Checks:** [ ] Done [ ] Begun", "**Status:** [ ] API [ ] Web",
    "### Is it up?\n- [ ] Yes, the API\n- [ ] Yes, the web",
    "### Is it up?\n- [ ] Yes, the API\n- [ ] The web answers",
    "- [ ] If GO: begin\n- [ ] If it is late: wait",
    "## Checks\n\n- [ ] Approve the move\n- [ ] Stop the old one",
    "## Decision\n\n- [ ] Approved plan is filed\n- [ ] No faults left",
    "## Decision criteria\n\n- [ ] Go ahead when all is up\n- [ ] Stop when it is down",
    "Next: proceed or rollback?", "Severity: HIGH / CRITICAL", "Kind: 🐛 Bug / ✨ Feature",
    "Seen: ✅ / text",
    "Type: yes/no answers are kept", "`[ ] PASS [ ] FAIL`",
    "```\n[ ] PASS [ ] FAIL\n```", "See: [file count / size]",
  ])
  func takesOthersForNone(text: String) {
    #expect(choices(text) == [])
  }

  @Test(arguments: [
    "**Decision**: [ ] GO  [ ] NO-GO", "Final: ☐ GO ☐ NO-GO ☐ CONDITIONAL",
    "- [ ] **GO** - go\n- [ ] **NO-GO** - stay", "**Decision**: GO / NO-GO / DELAYED",
  ])
  func takesGoOrNoGoAtTheEndForTheDecision(text: String) {
    let checklist = read("# A\n\n```bash\ntrue\n```\n\n## Final decision\n\n\(text)\n")
    #expect(checklist.blanks.map(\.field) == [.decision])
  }

  @Test(arguments: [
    "# A\n\nDecision: [ ] GO [ ] NO-GO\n\n```bash\ntrue\n```\n",
    "## Decision\n\nDecision: [ ] Approve [ ] Reject\n",
    "## Decision\n\nApproved by: ____ [ ] GO [ ] NO-GO\n",
  ])
  func leavesOtherChoicesToPeople(text: String) {
    #expect(read(text).blanks.allSatisfy { $0.field == nil })
  }

  @Test func keepsTheBoxesOfItsOptions() throws {
    let checklist = read("Ok: [ ] PASS [x] FAIL\n")
    let options = try #require(checklist.blanks.first).options
    #expect(options.map { $0.box?.isTicked } == [false, true])
    #expect(options.compactMap { $0.box.map { checklist.text($0.range) } } == [" ", "x"])
  }

  @Test func keepsTheRoomBehindAChoice() {
    let blanks = read("- CPU short: Yes / No - ________\n").blanks
    #expect(blanks.map(\.label) == ["CPU short", "CPU short"])
    #expect(blanks.map(\.shape) == [.choice, .underscores])
  }

  @Test func findsBlanksBesideTheOptions() {
    let checklist = read("It was:\n- [ ] **PASSED**\n- [ ] **FAILED** - because: ______\n")
    #expect(checklist.blanks.map(\.shape) == [.choice, .underscores])
    #expect(checklist.blanks.map(\.id) == [0, 1])
  }

  @Test(arguments: [
    (
      "- [ ] No schema changes\n- [ ] Schema changes (see below)",
      ["No schema changes", "Schema changes"]
    ),
    ("- [ ] Keine Umbauten\n- [ ] Umbauten vorhanden", ["Keine Umbauten", "Umbauten vorhanden"]),
    ("- [ ] Sin cambios\n- [ ] Cambios", ["Sin cambios", "Cambios"]),
  ])
  func takesADenialBesideWhatItDeniesForOne(text: String, options: [String]) {
    let checklist = read("Pick:\n\n\(text)\n")
    #expect(checklist.blanks.map { $0.options.map(\.text) } == [options])
    #expect(checklist.claims.isEmpty)
  }

  @Test(arguments: [
    "- [ ] No errors\n- [ ] Errors are logged", "- [ ] No schema changes\n- [ ] Changes announced",
    "- [ ] No errors\n- [ ] Mail sent\n- [ ] Errors",
  ])
  func takesOtherDenialsForNone(text: String) {
    #expect(read("\(text)\n").blanks.isEmpty)
  }

  @Test(arguments: [
    (
      "| Field | Value |\n|---|---|\n| Day | YYYY-MM-DD |\n| Status | Draft / In Review / Done |",
      true
    ),
    ("- Day: YYYY-MM-DD\n- Detected by: Alert / User / Engineer", true),
    ("- Day: 2026-01-02\n- Detected by: Alert / User / Engineer", false),
    ("- Day: YYYY-MM-DD\n- Tools: Alpha / Beta / Gamma", false),
    ("- Day: YYYY-MM-DD\n- Status: in review / done / x", false),
    ("- Day: YYYY-MM-DD\n- Status: Draft / Done", false),
  ])
  func takesWordsForAChoiceBesideAnotherPlaceToFill(text: String, isOne: Bool) {
    #expect(read("# A\n\n\(text)\n").blanks.contains { $0.shape == .choice } == isOne)
  }

  @Test(arguments: ["Login: ☐ ✅ ☐ ❌", "| Login | ☐ ✅ ☐ ❌ |"])
  func offersSignsBehindBoxes(line: String) {
    let text = line.hasPrefix("|") ? "| What | Status |\n|---|---|\n\(line)" : line
    let blank = read("# A\n\n\(text)\n").blanks.first
    #expect(blank?.options.map(\.text) == ["✅", "❌"])
  }

  @Test func takesTheResultsBelowAHeadingForAChoice() {
    let boxes = "- [ ] ✅ PASSED - ready\n- [ ] ⚠️ ACCEPTABLE - watch it\n- [ ] ❌ FAILED - not ready"
    let blanks = read("# A\n\n## Overall Result\n\n\(boxes)\n").blanks
    #expect(blanks.map(\.options.count) == [3])
  }
}
