import GonogoCore
import Testing

@testable import GonogoMarkdown

struct TableTests {
  /// The cells of the first table in `text`, header first.
  private func cells(_ text: String) -> [[String]]? {
    let document = Document(path: "a.md", bytes: Array(text.utf8))
    let blocks = CommonMarkTree(document.bytes).blocks()
    for index in blocks.indices where blocks[index].kind == .paragraph {
      let paragraph = ProseParagraph(index, blocks: blocks, document: document)
      guard let table = paragraph.table else { continue }
      return ([table.header] + table.rows).map { row in
        row.cells.map { document.text($0.content) }
      }
    }
    return nil
  }

  @Test(arguments: [
    ("| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]]),
    ("a | b\n--- | ---\n1 | 2", [["a", "b"], ["1", "2"]]),
    ("| a | b\n|:--|--:\n| 1 | 2", [["a", "b"], ["1", "2"]]),
    ("> | a | b |\n> |---|---|\n> | 1 | |", [["a", "b"], ["1", ""]]),
    ("- | a | b |\n  |---|---|\n  | 1 | 2 |", [["a", "b"], ["1", "2"]]),
    ("1. text\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |", [["a", "b"], ["1", "2"]]),
    ("| a | b |\n|-|-|\n| 1 \\| 2 | 3 |", [["a", "b"], ["1 \\| 2", "3"]]),
    ("| a | b |\n|-|-|\n| `x | y` | 3 |", [["a", "b"], ["`x | y`", "3"]]),
    ("| a | b |\n|-|-|\n| `x \\| y` | 3 |", [["a", "b"], ["`x \\| y`", "3"]]),
    ("| a | b |\n|-|-|\n| 1 |", [["a", "b"], ["1"]]),
    ("| a | b |\n|-|-|\n| 1 | 2 | 3 |", [["a", "b"], ["1", "2"]]),
    ("| a | b |\n|-|-|\n|||\n||", [["a", "b"], ["", ""], [""]]),
    ("text\n| a | b |\n|-|-|\n| 1 | 2 |", [["a", "b"], ["1", "2"]]),
    ("| a |\n|---|\n| 1 |", [["a"], ["1"]]),
    ("| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n", [["a", "b"], ["1", "2"]]),
  ])
  func readsCells(text: String, expected: [[String]]) {
    #expect(cells(text) == expected)
  }

  @Test(arguments: [
    "| a | b |\n| 1 | 2 |", "| a | b |\n|---|\n| 1 | 2 |", "| a | b |\n|---|x--|\n| 1 | 2 |",
    "```\n| a | b |\n|---|---|\n```", "a || b", "| a | b |\n\n|---|---|", "|---|---|\n| a | b |",
    "| a | b |\n|   |   |\n| 1 | 2 |",
  ])
  func takesOtherLinesForNoTable(text: String) {
    #expect(cells(text) == nil)
  }

  @Test func placesCellsInBytes() throws {
    let checklist = read("| é | Status |\n|---|---|\n| ü |   |\n")
    let blank = try #require(checklist.blanks.first)
    #expect(blank.shape == .emptyCell)
    #expect(blank.range == 33..<33)
    #expect(blank.location == SourceLocation(line: 3, column: 7))
  }

  private func blanks(_ header: String, _ row: String, _ rest: String = "") -> [String] {
    let columns = header.split(separator: "|").count
    let line = "|" + String(repeating: "---|", count: columns)
    return read("\(header)\n\(line)\n\(row)\n\(rest)\n").blanks.map {
      "\($0.shape.rawValue) \($0.label)"
    }
  }

  @Test(arguments: [
    ("| Metric | Target | Actual |", "| p95 | < 2 s | |", ["emptyCell p95: Actual"]),
    ("| Metric | Target | Actual |", "| p95 | < 2 s | ___ |", ["underscores p95: Actual"]),
    ("| Metric | Target | Actual |", "| p95 | < 2 s | - |", ["dashCell p95: Actual"]),
    ("| Metric | Target | Actual |", "| p95 | < 2 s | — |", ["dashCell p95: Actual"]),
    ("| Metric | Target | Actual |", "| p95 | < 2 s | TBD |", ["placeholder p95: Actual"]),
    ("| Case | Status |", "| a | ⏳ |", ["placeholder a: Status"]),
    ("| Case | Status |", "| a | ⏳ In progress |", ["placeholder a: Status"]),
    ("| Case | Status |", "| a | Pending |", ["placeholder a: Status"]),
    ("| Case | Status |", "| a | ❓ USER MUST CONFIRM |", ["placeholder a: Status"]),
    ("| Report | Path |", "| _(To be documented)_ | a/b |", ["placeholder Report"]),
    ("| Date | Pass rate |", "| today | TBD |", ["placeholder today: Pass rate"]),
    ("| Doc | Runbook |", "| a | TBD |", ["placeholder a: Runbook"]),
    ("| Fix | Owner | Status |", "| a | - | Open |", ["dashCell a: Owner"]),
    (
      "| Fix | Responsable | Estado |", "| a | | Pendiente |",
      ["emptyCell a: Responsable", "placeholder a: Estado"]
    ),
    ("| Id | Link |", "| a | {ISSUE_LINK} |", ["brackets a: Link"]),
    ("| Id | Path |", "| a | `{{OLD_PATH}}` |", ["mustache a: Path"]),
    ("| Phone | Name |", "| +1-555-XXXX | Ada |", []),
    ("| Name | Phone |", "| Ada | +49-NNN-NNNN |", ["mask Ada: Phone"]),
    ("| What | Peak |", "| Users | ~XXXX users |", ["mask Users: Peak"]),
    ("| Step | Hour |", "| stop | XX:XX |", ["mask stop: Hour"]),
    ("| Risk | Level |", "| a | LOW/MEDIUM/HIGH |", ["choice a: Level"]),
    (
      "| Script | Old | New |", "| _(to be documented)_ | _(path)_ | x |",
      ["placeholder Script", "placeholder to be documented: Old"]
    ),
    ("| Fall | Ergebnis |", "| a | |", ["emptyCell a: Ergebnis"]),
    ("| 项目 | 结果 |", "| a | |", ["emptyCell a: 结果"]),
    ("| 項目 | 判定 |", "| a | |", ["emptyCell a: 判定"]),
    ("| 항목 | 상태 |", "| a | |", ["emptyCell a: 상태"]),
    ("| Cas | Résultat |", "| a | |", ["emptyCell a: Résultat"]),
    ("| Caso | Resultado |", "| a | |", ["emptyCell a: Resultado"]),
    ("| # | Task | Result |", "| 1 | Ping | |", ["emptyCell 1 Ping: Result"]),
    ("| Field | Value |", "| Build | [Number] |", ["brackets Build"]),
    ("| Role | Name | Date |", "| QA | | |", ["emptyCell QA: Name", "emptyCell QA: Date"]),
    ("| Step | Result | Notes |", "| a | ⏳ | |", ["placeholder a: Result", "emptyCell a: Notes"]),
    ("| Alert | Triggered? |", "| a | Yes/No |", ["choice a: Triggered"]),
    ("| Team | Approval |", "| API | @[____] |", ["underscores API: Approval"]),
    ("| When | What |", "| HH:MM | first alert |", []),
    ("| Time | What |", "| HH:MM | alert |", ["mask Time"]),
  ])
  func findsCellsToFill(header: String, row: String, expected: [String]) {
    #expect(blanks(header, row) == expected)
  }

  @Test(arguments: [
    ("| Case | Status |", "| a | ✅ |", ""), ("| Service | Ports |", "| bot | - |", ""),
    ("| Name | Role |", "| | QA |", ""), ("| Case | Result | Notes |", "| a | passed | |", ""),
    ("| Case | Status |", "| a | - |", "| b | ✅ |"), ("| Bug | Status |", "| a | Open |", ""),
    ("| Bug | Status |", "| a | In progress |", ""), ("| Date | Name | Notes |", "| | | |", ""),
    ("| Test | Status |", "| - | - |", ""), ("| Key | Default |", "| a | |", ""),
    ("| Symbol | Meaning |", "| ⏳ | waiting |", ""), ("| A | Owner |", "| x | - |", ""),
    ("| A | Owner | Status |", "| x | - | Done |", ""),
    ("| A | Owner | Status |", "| x | - | **RESOLVED** |", ""),
    ("| A | Level |", "| x | Low/Medium |", ""), ("| A | B |", "| x | {name} |", ""),
    ("| A | B |", "| x | _(see below)_ |", ""), ("| A | B |", "| the TBD list | y |", ""),

    ("| Doc | Runbook |", "| a | (to be seen) |", ""),
    ("| Case | Status |", "| a | X |", ""),
    ("| a | Status |", "| b | `____` is used |", ""),
  ])
  func leavesOtherCellsAlone(header: String, row: String, rest: String) {
    #expect(blanks(header, row, rest) == [])
  }

  @Test func readsTheUnitOfAColumn() {
    let checklist = read("| Metric | Actual (ms) |\n|---|---|\n| p95 | |\n")
    #expect(checklist.blanks.first?.unit == .millisecond)
  }

  @Test func leavesNamesAndTheirDatesToPeople() {
    let checklist = read(
      "## Sign-off\n\n| Role | Name | Date | Signature |\n|---|---|---|---|\n| QA | | | |\n")
    #expect(checklist.blanks.map(\.isPersonal) == [true, true, true])
    #expect(checklist.blanks.map(\.field) == [nil, nil, nil])
  }
}
