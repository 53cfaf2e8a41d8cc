import GonogoCore
import GonogoPlanning
import Testing

@testable import GonogoCompletion

struct FillingTests {
  /// `text` with every blank filled with `value` and, of a choice, `value` picked.
  private func filled(_ text: String, _ value: String) throws -> String {
    let plan = plan(text)
    let record = RunRecord.record(plan, verdict: .fail, source: .none, text: value)
    let edits = CompletionEdits(plan: plan, record: record).edits()
    return String(decoding: try Edit.apply(edits, to: plan.checklist.document.bytes), as: UTF8.self)
  }

  private static let head = "| Case | Target | Actual |\n|---|---|---|\n"

  @Test(arguments: [
    ("| a | 1 | |", "| a | 1 | v |"), ("| a | 1 ||", "| a | 1 | v |"),
    ("| a | 1 |   |", "| a | 1 | v  |"),
    ("| a | 1 |\t|", "| a | 1 |\tv |"), ("| a | 1 | - |", "| a | 1 | v |"),
    ("| a | 1 | ___ |", "| a | 1 | v |"),
    ("| a | 1 | ⏳ |", "| a | 1 | v |"), ("| a | 1 | **TBD** |", "| a | 1 | **v** |"),
  ])
  func fillsCells(row: String, expected: String) throws {
    #expect(try filled(Self.head + row + "\n", "v") == Self.head + expected + "\n")
  }

  @Test(arguments: [
    ("a: ____", "a: v"), ("a: `____`", "a: v"), ("a: \\_\\_\\_ ms", "a: v ms"),
    ("a: ******\\_\\_\\_******  ", "a: v  "), ("a: ____:____ (UTC)", "a: v (UTC)"),
    ("- Firma:", "- Firma: v"),
    ("**Name**: ", "**Name**: v "), ("a: [Number]", "a: v"), ("a: _[Number]_", "a: _v_"),
    ("a: XX%", "a: v%"),
    ("a: TBD", "a: v"), ("a: <THE_NAME>", "a: v"), ("a: {{name}} b", "a: v b"),
    ("a: <!-- paste it -->", "a: v"),
    ("a: ____ / 150 items", "a: v / 150 items"), ("Answer:\n______\n______", "Answer:\nv\nv"),
    ("```\n│ Pass: _____% │\n```", "```\n│ Pass: v    % │\n```"),
    ("```\nLead: ____, x\n```", "```\nLead: v, x\n```"),
    ("## Seen\n\n____\n____", "## Seen\n\nv\nv"),
    ("## Seen\n- ____\n1. ____", "## Seen\n- v\n1. v"),
    (
      "```\nthe day:\nold release: \nnew release:\n```",
      "```\nthe day: v\nold release: v \nnew release: v\n```"
    ),
    (
      "a: ____\n\n| A | B |\n|---|---|\n| | |\n||  |",
      "a: v\n\n| A | B |\n|---|---|\n| v | v |\n| v | v |"
    ),
    ("a: `[Some of it]`", "a: v"), ("a: `___ min`", "a: `v min`"), ("a: `__.__.__ `", "a: v"),
    ("a \"is [Some Name] up at [Some Place]\"", "a \"is v up at v\""),
  ])
  func fillsEveryShape(text: String, expected: String) throws {
    let steps = "\n\n# Then\n\nThe end.\n"
    #expect(try filled(text + steps, "v") == expected + steps)
  }

  @Test(arguments: [
    ("a: [ ] PASS [ ] FAIL", "a: [ ] PASS [x] FAIL"),
    ("a: [x] PASS [ ] FAIL", "a: [ ] PASS [x] FAIL"),
    ("a: ☐ Pass ☐ Fail", "a: ☐ Pass ☑ Fail"), ("a: ⬜ PASS / ⬜ FAIL", "a: ⬜ PASS / ✅ FAIL"),
    ("PASS □ FAIL □", "PASS □ FAIL ☑"), ("a: [PASS/FAIL]", "a: FAIL"),
    ("a: PASS / FAIL / SKIPPED", "a: FAIL"),
    ("a:\n- [ ] **PASS** - b\n- [ ] **FAIL** - c", "a:\n- [ ] **PASS** - b\n- [x] **FAIL** - c"),
    (
      "| Case | Result |\n|---|---|\n| a | PASS/FAIL |",
      "| Case | Result |\n|---|---|\n| a | FAIL |"
    ),
  ])
  func picksOneOfAChoice(text: String, expected: String) throws {
    #expect(try filled(text + "\n", "fail") == expected + "\n")
    // What is no option picks nothing, and what the author ticked was not seen.
    let other = try filled(text + "\n", "perhaps")
    #expect(other == text.replacing("[x] PASS", with: "[ ] PASS") + "\n")
  }

  @Test(arguments: [
    (Decision.Answer.go, "[x] GO [ ] NO-GO [ ] CONDITIONAL"),
    (.noGo, "[ ] GO [x] NO-GO [ ] CONDITIONAL"),
    (.conditionalGo, "[ ] GO [ ] NO-GO [x] CONDITIONAL"),
  ])
  func ticksTheDecision(answer: Decision.Answer, expected: String) throws {
    let plan = plan("- [ ] a\n\n## Decision\n\nFinal: [ ] GO [ ] NO-GO [ ] CONDITIONAL\n")
    var record = RunRecord.unknown(plan)
    record.decision = Decision(answer: answer, reasons: [], rule: "r")
    let edits = CompletionEdits(plan: plan, record: record).edits()
    let text = String(
      decoding: try Edit.apply(edits, to: plan.checklist.document.bytes), as: UTF8.self)
    #expect(text.hasSuffix("Final: \(expected)\n"))
  }

  @Test func ticksNoGoWithoutConditionsForAConditionalOne() throws {
    let plan = plan("- [ ] a\n\n## Decision\n\nFinal: [ ] GO [ ] NO-GO\n")
    var record = RunRecord.unknown(plan)
    record.decision = Decision(answer: .conditionalGo, reasons: [], rule: "r")
    #expect(CompletionEdits(plan: plan, record: record).edits().isEmpty)
  }

  @Test(arguments: [
    ("- [ ] a", "- [x] a"), ("- ☐ a", "- ☑ a"), ("☐ a", "☑ a"), ("- ⬜ a", "- ✅ a"), ("□ a", "☑ a"),
    ("- [~] a", "- [x] a"), ("- [✓] a", "- [x] a"), ("1. [ ] a", "1. [x] a"),
    ("| a | Done |\n|---|---|\n| b | [ ] |", "| a | Done |\n|---|---|\n| b | [x] |"),
  ])
  func ticksEveryKindOfBox(text: String, expected: String) throws {
    let plan = plan(text + "\n")
    let record = RunRecord.record(plan, verdict: .pass, source: .none, text: nil)
    let edits = CompletionEdits(plan: plan, record: record).edits()
    let ticked = try Edit.apply(edits, to: plan.checklist.document.bytes)
    #expect(String(decoding: ticked, as: UTF8.self) == expected + "\n")
    let open = RunRecord.unknown(plan)
    #expect(CompletionEdits(plan: plan, record: open).edits().isEmpty)
  }

  /// A hostile text in a form stays on its line and closes no fence.
  @Test(arguments: HostileText.all)
  func letsNoTextLeaveAFence(text: String) throws {
    for form in ["```\nName: ____\n```\n\nafter\n", "- x\n\n  ```\n  Name: ____\n  ```\n\nafter\n"]
    {
      let plan = plan(form)
      let record = RunRecord.record(plan, verdict: .fail, source: .none, text: text)
      let edits = CompletionEdits(plan: plan, record: record).edits()
      let bytes = plan.checklist.document.bytes
      BlockTree(plan.checklist, edits: edits).check(against: try Edit.apply(edits, to: bytes), text)
    }
  }

  /// A hostile text on a line of its own, in an item and in a row changes no block.
  @Test(arguments: HostileText.all.filter { $0.contains { !$0.isWhitespace } })
  func letsNoTextMakeABlockOfItsLine(text: String) throws {
    for form in [
      "## Seen\n\n____\n____\n\nafter\n", "## Seen\n\n- ____\n- ____\n\nafter\n",
      "a: ____\n\n| A | B |\n|---|---|\n| | |\n\nafter\n",
      "```\nday:\nold one:\nnew one:\n```\n\nafter\n",
    ] {
      let plan = plan(form)
      let record = RunRecord.record(plan, verdict: .fail, source: .none, text: text)
      let edits = CompletionEdits(plan: plan, record: record).edits()
      let bytes = plan.checklist.document.bytes
      BlockTree(plan.checklist, edits: edits).check(against: try Edit.apply(edits, to: bytes), text)
    }
  }

  @Test(arguments: ["```", "~~~", "-----BEGIN SSH SIGNATURE-----", "> a", "`~- a"])
  func opensNoLineOfAFenceWithMarks(text: String) {
    let safe = SafeText.verbatim(text, opensLine: true)
    #expect(!safe.hasPrefix("`") && !safe.hasPrefix("~") && !safe.hasPrefix("-"))
    #expect(!safe.hasPrefix(">"))
    #expect(SafeText.verbatim("a|b `c`", opensLine: false) == "a|b `c`")
  }
}
