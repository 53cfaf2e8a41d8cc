import GonogoCore
import Testing

struct FormValueTests {
  private func shown(_ text: String) -> [String] {
    let checklist = read(text + "\n")
    return checklist.blanks.map { "\($0.shape.rawValue) \(checklist.text($0.range))" }
  }

  @Test(arguments: [
    ("- Approver: ........", "placeholder ........"), ("- Notes: ...", "placeholder ..."),
    ("- Fecha: …", "placeholder …"), ("- Peak load: ???", "placeholder ???"),
    ("- Error rate: __ %", "underscores __"),
    ("- Contact: {name}", "brackets {name}"),
    ("- **Contact**: {team lead}", "brackets {team lead}"),
    ("- Build: x.y.z", "mask x.y.z"), ("- Owner: todo", "placeholder todo"),
    ("- Findings: (fill in)", "placeholder (fill in)"),
    ("- Impact: (describe the impact)", "placeholder (describe the impact)"),
    ("- Bemerkung: hier eintragen", "placeholder hier eintragen"),
    ("- 備註: 請填寫", "placeholder 請填寫"), ("- Reviewer: TBA", "placeholder TBA"),
    ("- Tested by: pending", "placeholder pending"),
    ("- Tested on: not yet tested", "placeholder not yet tested"),
    ("- Fecha de prueba: por ejecutar", "placeholder por ejecutar"),
    ("- Ergebnis: ⏳ ausstehend", "placeholder ⏳ ausstehend"),
    ("- 測試人員: 待測試", "placeholder 待測試"), ("- 結果: 📋 待實現", "placeholder 📋 待實現"),
  ])
  func findsValuesThatAreStillToBeWritten(text: String, blank: String) {
    #expect(shown(text) == [blank])
  }

  @Test func findsRunsWithAUnitRightBehind() {
    #expect(shown("- Outage: ___h ___m") == ["underscores ___", "underscores ___"])
  }

  @Test(arguments: [
    "- Status: pending", "- Status: todo", "- 狀態: 待測試", "- Step two: ...", "and so on: ...",
    "- Really?: ...", "- Path: {a/b}", "- Query: {\"a\": 1}", "- Shortcut: ?",
    "- Option: (add it to the path)", "- Version: 1.2.3", "- Version: 1.x.x", "___state___",
    "- Format: {name}", "- Name: pending-orders", "- Result: the pending rows are gone",
    "- Name: __init__", "- Name: __bold__",
  ])
  func takesValuesForValues(text: String) {
    #expect(shown(text) == [])
  }

  // MARK: Names in code

  @Test func findsNamesInCodeBesideNamesInTheOpen() {
    #expect(
      shown("Issue {{ISSUE}}\n\n- [ ] Raise the branch `{{BRANCH}}` to the tag")
        == ["mustache {{ISSUE}}", "mustache `{{BRANCH}}`"])
  }

  @Test(arguments: [
    "- [ ] Raise the branch `{{BRANCH}}` to the tag",
    "{{`{{BRANCH}}`",
  ])
  func takesNamesInCodeAloneForWhatIsSpokenOf(text: String) {
    #expect(shown(text) == [])
  }

  // MARK: Columns

  private func cells(_ heading: String) -> Int {
    read("| Case | \(heading) |\n|---|---|\n| a | |\n| b | |\n").blanks.count
  }

  @Test(arguments: [
    "Actual P95", "Measured RTO", "Test status", "Sign-off date", "Approver signature",
    "Validated by", "Estado actual", "Fecha de firma", "Resultado de la prueba", "Test Ergebnis",
    "测试结果", "检查日期", "Load test result",
  ])
  func asksUnderColumnsWhoseFirstOrLastWordAsks(heading: String) {
    #expect(cells(heading) == 2)
  }

  @Test(arguments: [
    "Expected status", "Target date", "HTTP status", "Resultado esperado", "预期结果", "目标日期",
    "Blocked by", "Due date", "Status code meaning", "Exit status", "Valor objetivo",
  ])
  func asksNothingUnderOtherColumns(heading: String) {
    #expect(cells(heading) == 0)
  }
}
