import GonogoCore
import Testing

struct AnnotationTests {
  @Test(arguments: [
    "- [ ] a <!-- gonogo: pass when x -->\n", "- [ ] a\n<!-- gonogo: pass when x -->\n",
    "- [ ] a\n  <!-- gonogo: pass when x -->\n", "- [ ] a\n\n<!-- gonogo: pass when x -->\n",
    "- [ ] a <!--gonogo:pass when x-->\n", "- [ ] a é <!-- gonogo:  pass when x  -->\n",
  ])
  func readsADirectiveOnTheLineOrBelow(text: String) throws {
    let checklist = read(text)
    #expect(checklist.diagnostics.isEmpty)
    let annotation = try #require(checklist.annotations.first)
    #expect(annotation.subject == .claim(0))
    #expect(annotation.text == "pass when x")
    let line = checklist.text(checklist.document.contentRange(ofLine: annotation.location.line))
    #expect(line.dropFirst(annotation.location.column - 1).hasPrefix("pass when x"))
    #expect(checklist.claims.count == 1)
  }

  @Test func bindsEachDirectiveToTheBlankBeforeIt() {
    let checklist = read(
      "A: ____ ms <!-- gonogo: record a --> B: ____ ms <!-- gonogo: record b -->\n")
    #expect(checklist.annotations.map(\.subject) == [.blank(0), .blank(1)])
    #expect(checklist.annotations.map(\.text) == ["record a", "record b"])
  }

  @Test func refusesToGuessAmongTheBlanksAbove() {
    let checklist = read("A: ____ ms B: ____ ms\n<!-- gonogo: record a -->\n")
    #expect(checklist.shownDiagnostics == ["ambiguous-annotation 2"])
    #expect(checklist.annotations.isEmpty)
  }

  @Test func bindsConditionsToTheBoxAndRecordsToTheBlank() {
    let checklist = read(
      """
      - [ ] A: ____ ms <!-- gonogo: pass when a < 5 ms -->
      - [ ] B: ____ ms <!-- gonogo: record b -->

      """)
    #expect(checklist.annotations.map(\.subject) == [.claim(0), .blank(1)])
  }

  @Test(arguments: [
    "# Heading <!-- gonogo: ask -->\n", "text\n<!-- gonogo: ask -->\n", "<!-- gonogo: ask -->\n",
    "- [ ] a\n\n<!-- gonogo: ask -->\n<!-- gonogo: skip -->\n",
  ])
  func refusesADirectiveWithoutSubject(text: String) {
    let checklist = read(text)
    #expect(checklist.diagnostics.map(\.code) == ["annotation-without-subject"])
    #expect(checklist.diagnostics.allSatisfy { $0.severity == .error })
  }

  /// "pass when a and b" must not become "pass when a".
  @Test func refusesHalfADirective() {
    let checklist = read("- [ ] a\n<!-- gonogo: pass when x\n  and y -->\n")
    #expect(checklist.shownDiagnostics == ["annotation-not-closed 2"])
    #expect(checklist.annotations.isEmpty)
  }

  @Test func keepsBothOfTwoDirectivesForThePlannerToRefuse() {
    let checklist = read("- [ ] a <!-- gonogo: ask --> <!-- gonogo: pass when x -->\n")
    #expect(checklist.annotations.map(\.subject) == [.claim(0), .claim(0)])
  }

  @Test func leavesOrdinaryCommentsAlone() {
    let checklist = read("- [ ] a <!-- a note, gonogo: or not -->\n<!-- other -->\n")
    #expect(checklist.annotations.isEmpty)
    #expect(checklist.diagnostics.isEmpty)
  }

  @Test func doesNotReadDirectivesInCode() {
    let checklist = read("- [ ] a\n\n```text\n<!-- gonogo: ask -->\n```\n")
    #expect(checklist.annotations.isEmpty)
    #expect(checklist.diagnostics.isEmpty)
  }
}
