import GonogoCore
import Testing

struct ClaimTests {
  @Test(arguments: [
    ("- [ ] a", "a", false), ("* [ ] a", "a", false), ("+ [x] a", "a", true),
    ("- [X] a", "a", true), ("1. [ ] a", "a", false), ("12) [x] a", "a", true),
    ("-   [ ]   a b", "a b", false), ("-\t[ ]\ta", "a", false), ("> - [ ] a", "a", false),
    ("  - [ ] **a** `b` _c_", "a b c", false), ("- [ ] ✅ a", "a", false),
    ("- [ ] a\n  goes on", "a goes on", false),
  ])
  func readsABox(line: String, text: String, isTicked: Bool) throws {
    let checklist = read(line + "\n")
    let claim = try #require(checklist.claims.first)
    #expect(checklist.claims.count == 1)
    #expect(claim.kind == .item)
    #expect(claim.text == text)
    #expect(claim.isTicked == isTicked)
    let box = try #require(claim.box).range.lowerBound
    #expect(checklist.text(box - 1..<box + 2).lowercased() == (isTicked ? "[x]" : "[ ]"))
    #expect(claim.emoji == nil)
  }

  @Test(arguments: [
    "- \\[ ] a", "- [] a", "- [  ] a", "- [y] a", "- [ ](link)", "- [ ]a", "- `[ ] a`",
    "- a [ ] b", "    - [ ] code", "```\n- [ ] a\n```", "<!--\n- [ ] a\n-->", "- [x][y]",
  ])
  func takesNothingElseForABox(text: String) {
    #expect(read(text + "\n").claims.filter { $0.box != nil }.isEmpty)
  }

  @Test func givesNestedItemsTheItemAroundThem() {
    let checklist = read("1. **Window**: When?\n   - [ ] quiet\n     - [ ] inner\n2. Other\n")
    #expect(checklist.claims.map(\.text) == ["quiet", "inner"])
    #expect(checklist.claims.map(\.context) == ["Window: When?", "[ ] quiet"])
  }

  @Test func takesListsInCriteriaForNotes() {
    let checklist = read("## GO if all\n\n- [ ] a\n  - note\n- b\n")
    #expect(checklist.shownClaims == ["goCriterion a", "goCriterion b"])
  }

  @Test(arguments: [
    "**Expected Results**:", "**Expected**:", "Verify:", "**Acceptance Criteria:**",
    "**Resultado esperado:**", "**Résultats attendus** :", "**Erwartetes Ergebnis:**",
    "**预期结果**：", "**期待結果**：", "**예상 결과**:",
  ])
  func readsExpectationsAfterALabel(label: String) {
    let checklist = read("# A\n\n\(label)\n- ✅ one\n- two\n")
    #expect(checklist.shownClaims == ["expectation one", "expectation two"])
    #expect(checklist.claims.map { $0.emoji != nil } == [true, false])
    #expect(checklist.claims.first?.emoji.map(checklist.text) == "✅")
  }

  @Test(arguments: [
    ("**Expected**: 100 inserts in <500ms", "100 inserts in <500ms"),
    ("**Verify**: Clean slate", "Clean slate"), ("Expected result: it answers", "it answers"),
    ("**Expected:** it\nanswers", "it answers"),
  ])
  func readsAnExpectationOnTheLine(line: String, text: String) {
    #expect(read(line + "\n").shownClaims == ["expectation \(text)"])
  }

  @Test(arguments: [
    "**Purpose**: compare later", "**Note**: expected to fail",
    "The expected result: good", "**Ideal**: separate staging", "- ✅ a",
  ])
  func takesOtherProseForNoExpectation(line: String) {
    #expect(read(line + "\n").claims.isEmpty)
  }

  @Test func takesWhatIsUnexpectedForNoExpectation() {
    #expect(read("Unexpected: x\n").shownClaims == ["trigger x"])
  }

  @Test func readsTheItemsUnderAnExpectationHeading() {
    let checklist = read("## Expected Results\n\n- a\n- b\n\n## Notes\n\n- c\n")
    #expect(checklist.shownClaims == ["expectation a", "expectation b"])
  }

  @Test func numbersClaimsInDocumentOrder() {
    let checklist = read("- [ ] a\n\n**Expected**: b\n\n# NO-GO if any\n\n- c\n")
    #expect(checklist.claims.map(\.id) == [0, 1, 2])
    #expect(checklist.shownClaims == ["item a", "expectation b", "noGoCriterion c"])
    #expect(checklist.claims.map(\.section) == [0, 0, 1])
  }
}
