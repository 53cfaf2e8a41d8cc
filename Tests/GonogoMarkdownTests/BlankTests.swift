import GonogoCore
import Testing

struct BlankTests {
  @Test(arguments: [
    ("- Average execution time: _______ seconds", "Average execution time", "s"),
    ("Slowest: ___ ms", "Slowest", "ms"), ("* CPU = ____%", "CPU", "%"),
    ("**Load**: _____", "Load", ""), ("- [ ] Size: ____ GB", "Size", "GB"),
    ("Took `x`: ____ min of work", "Took x", "min"), ("Was it good? ____", "Was it good", ""),
    ("時間：____ ms", "時間", "ms"), ("| Rows | ____ |", "| Rows |", ""),
    ("Count: ____ of them", "Count", ""),
  ])
  func findsABlankWithLabelAndUnit(line: String, label: String, unit: String) throws {
    let checklist = read(line + "\n")
    let blank = try #require(checklist.blanks.first)
    #expect(checklist.blanks.count == 1)
    #expect(blank.label == label)
    #expect(blank.unit?.symbol ?? "" == unit)
    #expect(checklist.text(blank.range).allSatisfy { $0 == "_" })
    #expect(checklist.text(blank.range).count >= 3)
  }

  @Test(arguments: [
    "a__init__b", "__bold__ text", "`____`", "\\____", "___", "snake___case", "<!-- ____ -->",
    "# ____", "```bash\nx: ____\n```", "a ``x` ____`` b",
  ])
  func takesNothingElseForABlank(text: String) {
    #expect(read(text + "\n").blanks.map(\.label) == [])
  }

  @Test func findsSeveralOnALine() {
    let checklist = read("A: ____ ms, B: ____ s\n")
    #expect(checklist.blanks.map { $0.unit?.symbol } == ["ms", "s"])
    #expect(checklist.blanks.map(\.location.column) == [4, 16])
    #expect(checklist.blanks.last?.label.hasSuffix("B") == true)
  }

  @Test(arguments: [
    ("**Date Completed**: ____", Field.date), ("**Completed By**: ____", .operatorName),
    ("**Go/No-Go Decision**: ____", .decision), ("Notes: ____", .notes), ("Fecha: ____", .date),
    ("决定：____", .decision),
  ])
  func knowsTheFieldsOfASignOff(line: String, field: Field) {
    let checklist = read("```bash\ntrue\n```\n\n\(line)\n")
    #expect(checklist.blanks.map(\.field) == [field])
  }

  @Test(arguments: ["Approved by: ____", "Signature: ____", "QA lead: ____", "Update: ____"])
  func leavesOtherPeoplesFieldsToThem(line: String) {
    #expect(read(line + "\n").blanks.map(\.field) == [nil])
  }

  @Test func takesADateAboveTheLastStepForNoField() {
    let checklist = read("Date: ____\n\n```bash\ntrue\n```\n")
    #expect(checklist.blanks.map(\.field) == [nil])
  }

  @Test func leavesBlanksOfConditionalSectionsOut() {
    #expect(read("# Rollback\n\nTime: ____ s\n").blanks.isEmpty)
  }

  @Test(arguments: [
    ("- Reason for it:\n- Risks that remain:\n", 2),
    ("- Mode:\n  - from:\n  - to:\n- Day: Monday\n", 2),
    ("1. Gründe für den Wechsel:\n2. Maßnahmen:\n3. Kommentare:\n\n## Next\n", 3),
    ("**Reason for it:**  \n**Risks that remain:**\n", 2), ("**原因：**\n**対策：**\n", 2),
    ("- Pros:\n- fast\n- Cons:\n- slow\n", 0), ("- [ ] Check this:\n- [ ] Check that:\n", 0),
    ("- Do this:\n  - a\n- Do that:\n  - b\n", 0), ("- Run this:\n\n```bash\nls\n```\n", 0),
    ("- First:\n- Then run:\n\n```bash\nls\n```\n", 0), ("- One thing:\n\ntext\n", 0),
    ("**Steps:**\n**First of all:** begin\n", 0), ("Reasons:\nRisks:\n\n- a\n", 1),
  ])
  func takesAListOfEmptyLabelsForAForm(text: String, count: Int) {
    #expect(read("# T\n\n\(text)").blanks.count { $0.shape == .label } == count)
  }
}
