import GonogoCore
import Testing

struct BlankShapeTests {
  private func shown(_ text: String) -> [String] {
    let checklist = read(text + "\n")
    return checklist.blanks.map {
      "\($0.shape.rawValue) \($0.label): \(checklist.text($0.range))"
    }
  }

  @Test(arguments: [
    ("Completed at: ____:____", ["mask Completed at: ____:____"]),
    ("Day: __/__/____", ["mask Day: __/__/____"]),
    ("**Failed**: ___/___ tests", ["underscores Failed: ___", "underscores Failed: ___"]),
    ("- **Run day:** `________`", ["underscores Run day: `________`"]),
    ("**Day**: \\_\\_\\_\\_  ", ["underscores Day: \\_\\_\\_\\_"]),
    ("**Day**: ******\\_\\_\\_******", ["underscores Day: ******\\_\\_\\_******"]),
    ("**Who**: \\***\\*\\_\\_\\_\\_\\*\\***", ["underscores Who: \\***\\*\\_\\_\\_\\_\\*\\***"]),
    ("### Tester 1: ________", ["underscores Tester 1: ________"]),
    ("Q: What does it cost?\nA: ______", ["underscores Q: What does it cost: ______"]),
    ("Deployed: v_____", ["underscores Deployed: v: _____"]), ("Tag: rev_____", []),
    ("Speed: ____Mbps", ["underscores Speed: ____"]),
    ("**Seen:** 2026-01-XX", ["mask Seen: 2026-01-XX"]),
    ("p95_ms: ____", ["underscores p95_ms: ____"]),
    (
      "**Remarks:**\n```\n______\n______\n```",
      ["underscores Remarks: ______", "underscores Remarks: ______"]
    ),
    (
      "| Step | Value |\n|---|---|\n| begun | `YYYY-MM-DD HH:MM:SS` |",
      ["mask begun: `YYYY-MM-DD HH:MM:SS`"]
    ),
    (
      "**Items done:** _____ / _____",
      ["underscores Items done: _____", "underscores Items done: _____"]
    ),
    ("验证人员：", ["label 验证人员: "]),
    ("Owner: ____ Date: ____", ["underscores Owner: ____", "underscores Date: ____"]),
    ("(Lead: ____), (Day: ____)", ["underscores Lead: ____", "underscores Day: ____"]),
  ])
  func readsUnderscoresOfEveryKind(text: String, blanks: [String]) {
    #expect(shown(text) == blanks)
  }

  @Test(arguments: [
    (
      "| a | Idle |\n|---|---|\n| RAM | _MB_ |\n| Open | \\_ |",
      ["RAM: Idle: _MB_", "Open: Idle: \\_"]
    ),
    (
      "| a | Idle |\n|---|---|\n| CPU | \\_% |\n| Lag | __ ms |",
      ["CPU: Idle: \\_", "Lag: Idle: __"]
    ),
    ("| a | Idle |\n|---|---|\n| RAM | _idle_ |\n| Open | \\_ |", []),
    ("| _MB_ | Idle |\n|---|---|\n| _ms_ | x |", []),
  ])
  func readsUnderscoresBesideUnitsInCells(text: String, blanks: [String]) {
    #expect(shown(text).map { String($0.drop { $0 != " " }.dropFirst()) } == blanks)
  }

  @Test(arguments: [
    (
      "| Alert | Fired? | Advice |\n|---|---|---|\n| a | Yes/No | - |\n| b | Yes/No | - |",
      ["Fired", "Advice", "Fired", "Advice"]
    ),
    (
      "| Area | Owner | Status | Date |\n|---|---|---|---|\n| a | - | ✅ Ready | - |\n| b | - | ✅ Ready | - |",
      ["Owner", "Date", "Owner", "Date"]
    ),
    ("| Area | Owner | Status |\n|---|---|---|\n| a | - | ✅ Done |\n| b | - | ✅ Done |", []),
    ("| Alert | Kind | Advice |\n|---|---|---|\n| a | x | - |\n| b | y | - |", []),
  ])
  func fillsDashesBesideWhatIsOpen(text: String, columns: [String]) {
    let labels = read(text + "\n").blanks.map(\.label)
    #expect(labels.count == columns.count)
    #expect(zip(labels, columns).allSatisfy { $0.hasSuffix($1) })
  }

  @Test(arguments: [
    ("| a | Actual |\n|---|---|\n| b | _ |", ["underscores b: _"]),
    ("| a | Actual |\n|---|---|\n| b | (fill in) |", ["placeholder b: (fill in)"]),
    ("| a | Actual |\n|---|---|\n| b | `TBD` |", ["placeholder b: `TBD`"]),
    ("| a | Actual |\n|---|---|\n| b | <value> |", ["angle b: <value>"]),
    ("| a | Actual |\n|---|---|\n| b | <br> |", []),
    ("Owner: [...]", ["brackets Owner: [...]"]),
    ("Owner: [       ]", ["brackets Owner: [       ]"]),
    ("Kind: [patch/minor/rewrite]", ["choice Kind: [patch/minor/rewrite]"]),
    ("Who: [name/role/team]", ["brackets Who: [name/role/team]"]),
    ("See [...] for more", []), ("Start: TBC", ["placeholder Start: TBC"]),
    (
      "- Host:\n- Port:\n- Path:\n- Owner:\n\nMore text follows here.",
      ["label Host: ", "label Port: ", "label Path: ", "label Owner: "]
    ),
  ])
  func readsWhatStandsForAValue(text: String, blanks: [String]) {
    let found = shown(text).map { line in
      line.split(separator: ": Actual").joined()
    }
    #expect(found == blanks)
  }

  @Test func readsAFormInAFenceByItsLines() {
    let form = "```\nBy: ______\nDay: ______\nState: [PASS/FAIL]\nRemarks:\n```"
    #expect(
      shown(form).map { $0.prefix { $0 != " " } } == [
        "underscores", "underscores", "choice", "label",
      ])
    let log = "```\nState: [OK]\nRemarks:\n```"
    #expect(shown(log) == [])
  }

  @Test(arguments: [
    ("**Date**: [Timestamp]", ["brackets Date: [Timestamp]"]),
    ("- **Lead**: [Name] - [Phone]", ["brackets Lead: [Name]", "brackets [Phone: [Phone]"]),
    ("**Finding**: _[What was found?]_", ["brackets Finding: [What was found?]"]),
    ("1. [Recommendation]", ["brackets Recommendation: [Recommendation]"]),
    ("## Incident: [Title]", ["brackets Incident: [Title]"]),
    ("Coverage: XX%", ["mask Coverage: XX"]), ("Images: X", ["mask Images: X"]),
    ("Freed: X GB", ["mask Freed: X"]),
    ("upgrade `<CLUSTER>` to 2", ["angle upgrade: `<CLUSTER>`"]),
    ("### Step 3: upgrade <POOL NAME>", ["angle Step 3: upgrade: <POOL NAME>"]),
    ("Version: vX.Y.Z", ["mask Version: vX.Y.Z"]),
    ("- 日期：YYYY-MM-DD", ["mask 日期: YYYY-MM-DD"]), ("Start: HH:MM (UTC)", ["mask Start: HH:MM"]),
    ("One restart (cause: TBD, see #7)", ["placeholder One restart (cause: TBD"]),
    ("Who: TBDD, see #7", []), ("Values: TBD, todo and done", []),
    ("**Owner**: TBD", ["placeholder Owner: TBD"]), ("Result: ⏳", ["placeholder Result: ⏳"]),
    ("on <START_DATE> we begin", ["angle on: <START_DATE>"]),
    ("Cluster: <name of cluster>", ["angle Cluster: <name of cluster>"]),
    ("week {{NUMBER}}", ["mustache week: {{NUMBER}}"]),
    ("week {{ env.NUMBER }}", ["mustache week: {{ env.NUMBER }}"]),
    ("```\nA drawing\n{{ FOLDER_TREE }}\n```", ["mustache FOLDER_TREE: {{ FOLDER_TREE }}"]),
    ("```\na {{FOLDER_TREE}}\n```", []), ("```bash\n{{FOLDER_TREE}}\n```", []),
    ("## Report on {{FOLDER}}", ["mustache Report on: {{FOLDER}}"]),
    ("Folder: `{{FOLDER}}`", ["mustache Folder: `{{FOLDER}}`"]), ("Folder: `{{ x.y }}`", []),
    ("Replace `{{FOLDER}}` with yours", []),
    ("Link: <!-- paste the link -->", ["comment Link: <!-- paste the link -->"]),
    ("- Datum:\n- Ort: Bern", ["label Datum: "]), ("**Signature**:", ["label Signature: "]),
  ])
  func readsOtherShapes(text: String, blanks: [String]) {
    #expect(
      shown(text).map { $0.replacing("[Phone:", with: "Phone:") }
        == blanks.map { $0.replacing("[Phone:", with: "Phone:") })
  }

  @Test(arguments: [
    "see [the guide](x.md)", "see [Guide]", "Docs: [Guide]\n\n[guide]: x.md", "a[^1] b",
    "> [!NOTE]\n> text", "- [x] done", "Status: [OK]", "Status: [OK] ended", "![Name](x.png)",
    "[[_TOC_]]", "Array: [\"a\", \"b\"]", "Path: C:\\Temp_[time]", "Use `[Name]` here",
    "Format: YYYY-MM-DD", "for each vX.Y release", "tags like vX.Y.Z", "named vX.Y.Z",
    "the X.Y branch", "at 12:30", "CPU: 20%",
    "Time: 10:45", "Example: XX%", "Severity: HIGH/CRITICAL", "<div>", "<https://x.y>", "a <br> b",
    "use <name> here", "<FileTree>", "<Note type=\"x\">", "Value: ${{ secrets.A }}",
    "{{% details %}}", "{{- end }}", "{{ .Values.x }}", "`{{NAME}}`",
    "see <!-- why --> more",
    "- Notes:\n  - one", "**Notes**:\n\nmore text", "Next steps:", "Note:\n\n- a",
    "Status: Pending review of X", "Owner: pending", "used \\_\\_ and \\_", "a\\_\\_\\_b",
    "Status: pass/fail is noted below", "and/or", "Type: read/write", "x `____` y",
    "<SET_ME>-Platzhalter", "replace `<CLUSTER>` with its name", "`<CLUSTER>` is the name",
    "pass `<path>` on",
    "Modify `<VERSION>` first", "ein Passwort (z. B. `<SECRET>`)",
    "| Name | Use |\n|---|---|\n| `<THE_NAME>` | x |", "Variable: x",
  ])
  func takesLookAlikesForNone(text: String) {
    #expect(shown(text) == [])
  }

  @Test(arguments: [
    ("Time: ____ s (Target: < 1800 s)", "s", "Target: < 1800 s"),
    ("Score: ____ / 150 items", "", ""),
    ("- [ ] Match: ______% (must be > 99%)", "%", "must be > 99%"), ("CPU: XX%", "%", ""),
    ("**Signed:** ____ (Lead)", "", "Lead"), ("By: ____ (Date: ____)", "", ""),
    ("Peak: XX.X ms", "ms", ""),
  ])
  func readsUnitAndHint(text: String, unit: String, hint: String) throws {
    let blank = try #require(read(text + "\n").blanks.first)
    #expect((blank.unit?.symbol ?? "") == unit)
    #expect((blank.hint ?? "") == hint)
  }

  @Test(arguments: [
    ("**Notes**:\n______\n______\n______\n\ntext", 3), ("**Notes:**\n\n________\n\ntext", 1),
    ("- **Notes**:\n  ______\n", 1), ("> Notes:\n> ______\n", 1), ("Was it good?\n___\n", 1),
    ("text\n\n___\n\ntext", 0), ("text\n\n________\n\ntext", 0), ("## Notes\n\n___\n\ntext", 0),
    ("Notes:\n\n___\n\ntext", 0), ("Notes:\n---\n", 0), ("Notes:\n\n***\n", 0),
    ("Notes:\n______\n---\n", 0), ("plain text\n______\n", 0),
  ])
  func tellsALineToFillFromARule(text: String, count: Int) {
    let blanks = read(text + "\n").blanks.filter { $0.shape == .underscores }
    #expect(blanks.count == count)
    if count > 0 { #expect(blanks.allSatisfy { !$0.label.isEmpty }) }
  }

  @Test(arguments: [
    ("```\nLead: ______ Date: ____\n```", ["Lead", "Date"]),
    ("```text\n│ Pass rate: _____% │\n```", ["Pass rate"]),
    ("- a\n\n  ```\n  Name: ____\n  ```", ["Name"]), ("~~~\nTime: ____:____\n~~~", ["Time"]),
    ("```bash\nx: ____\n```", []), ("```yaml\nsignature: \"____\"\n```", []),
    ("```\n______________\n```", []), ("```\n|____|____|\n```", []), ("    Name: ____", []),
    ("```\na__init__b\n```", []), ("```markdown\nName: ____\n```", []),
  ])
  func readsFormsInFences(text: String, labels: [String]) {
    let checklist = read(text + "\n")
    #expect(checklist.blanks.map(\.label) == labels)
    #expect(checklist.blanks.count { !$0.isInFence } == 0)
  }

  @Test(arguments: [
    ("Signature: ____", true), ("QA Lead: ____", true), ("Approved by: ____", true),
    ("Reviewed by: ____ Date: ____", true), ("Firma: ____", true), ("Signed by: ____", true),
    ("Latency: ____ ms", false), ("Commit: ____", false), ("Load: ____%", false),
    ("Owner count: ____", false),
  ])
  func knowsWhatComesOnlyFromPeople(text: String, isPersonal: Bool) {
    let blanks = read(text + "\n").blanks
    #expect(!blanks.isEmpty)
    #expect(blanks.allSatisfy { $0.isPersonal == isPersonal })
  }

  @Test(arguments: ["By", "**By**", "Deployment executed by", "Ejecutado por"])
  func takesByInASignOffForTheOperator(label: String) {
    let checklist = read("## Sign-off\n\n\(label): ____\nDate: ____\n")
    #expect(checklist.blanks.map(\.field) == [.operatorName, .date])
    #expect(read("## Backup\n\nBy: ____\n").blanks.map(\.field) == [nil])
  }
}
