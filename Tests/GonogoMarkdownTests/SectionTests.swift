import GonogoCore
import Testing

struct SectionTests {
  @Test(arguments: [
    ("Database Health Check", Section.Role.checks), ("Rollback Capability Check", .checks),
    ("7. Rollback capability check", .checks), ("Rollback", .conditional),
    ("Rollback Plan", .conditional), ("4. Rollback procedure", .conditional),
    ("Emergency Contacts", .checks), ("If NO-GO", .conditional),
    ("If something fails", .conditional), ("If the deployment goes wrong", .conditional),
    ("Final Go/No-Go Decision", .checks), ("Go / No-Go", .checks), ("GO/NO-GO criteria", .checks),
    ("✅ GO if ALL true:", .goCriteria), ("Go criteria", .goCriteria), ("GO when", .goCriteria),
    ("⛔ NO-GO if ANY true:", .noGoCriteria), ("No-Go criteria", .noGoCriteria),
    ("NO GO", .noGoCriteria), ("Go live", .checks), ("If all is well, go live", .checks),
    ("Where to go when it is over", .goCriteria), ("Going on", .checks), ("Algorithm", .checks),
    ("Rollback tested and ready", .checks), ("Verify rollback", .checks), ("", .checks),
  ])
  func readsWhatAHeadingMakesOfItsSection(heading: String, role: Section.Role) {
    #expect(read("# Title\n\n## \(heading)\n\ntext\n").sections.last?.role == role)
  }

  @Test func nestsByLevelNotByNumber() {
    let checklist = read("intro\n\n# A\n\n### A.1\n\n## A.2\n\n# B\n\nSetext\n------\n")
    #expect(checklist.sections.map(\.heading) == ["", "A", "A.1", "A.2", "B", "Setext"])
    #expect(checklist.sections.map(\.level) == [0, 1, 3, 2, 1, 2])
    #expect(checklist.sections.map(\.parent) == [nil, nil, 1, 1, nil, 4])
    #expect(checklist.sections.map(\.location.line) == [1, 3, 5, 7, 9, 11])
    #expect(checklist.isSection(2, within: 1))
    #expect(!checklist.isSection(4, within: 1))
  }

  @Test func makesEverythingUnderAConditionalHeadingConditional() {
    let checklist = read(
      "## Rollback\n\n### Steps\n\n- [ ] not asked\n\n```bash\nrm x\n```\n\n## Then\n\n- [ ] asked\n"
    )
    #expect(checklist.sections.map(\.role) == [.checks, .conditional, .conditional, .checks])
    #expect(checklist.shownClaims == ["item asked"])
    #expect(checklist.steps.first?.obstacle != nil)
  }

  @Test(arguments: [
    ("**If Fails**: Don't proceed - fix it first", true), ("**If fails:** do not continue", true),
    ("If it fails: stop here.", true), ("**If Fails**: Don’t proceed", true),
    ("**If Slower**: investigate before going on", false),
    ("**If Fails**: note it and carry on", false), ("**Expected**: don't proceed", false),
  ])
  func findsWhereTheDocumentSaysToStop(line: String, stops: Bool) {
    let checklist = read("# A\n\ntext\n\n\(line)\n")
    #expect((checklist.sections[1].stopsWhenFailing?.line == 5) == stops)
  }

  @Test func readsALeadInLikeAHeading() {
    let checklist = read(
      "**GO if all:**\n- [ ] a\n- b\n\nNO-GO if any:\n\n- c\n\nOther:\n\n- [ ] d\n- e\n")
    #expect(
      checklist.shownClaims == [
        "goCriterion a", "goCriterion b", "noGoCriterion c", "item d",
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsLinesWhateverEndsThem(end: String) throws {
    let text = ["# A", "", "- [ ] one", "", "```bash", "true", "```", "", "B: ____", ""]
    let checklist = read(text.joined(separator: end))
    #expect(checklist.sections.map(\.location.line) == [1, 1])
    #expect(checklist.claims.map(\.location.line) == [3])
    #expect(checklist.steps.map(\.firstLine) == [6])
    #expect(checklist.blanks.map(\.location.line) == [9])
    let box = try #require(checklist.claims.first?.box).range.lowerBound
    #expect(checklist.document.bytes[box] == 0x20)
    #expect(checklist.document.bytes[box - 1] == 0x5B)
    #expect(checklist.diagnostics.isEmpty)
  }

  @Test func readsADocumentWithAByteOrderMark() throws {
    let checklist = read("\u{FEFF}# A\n\n- [ ] one ____ ms\n")
    #expect(checklist.sections.last?.heading == "A")
    let claim = try #require(checklist.claims.first)
    #expect(checklist.document.bytes[try #require(claim.box).range.lowerBound] == 0x20)
    let blank = try #require(checklist.blanks.first)
    #expect(checklist.text(blank.range) == "____")
  }

  @Test func hasOnlyABeginningWhenThereIsNothing() {
    let checklist = read("")
    #expect(checklist.sections.count == 1)
    #expect(checklist.heading(of: 0) == "the beginning")
    #expect(checklist.diagnostics.isEmpty)
  }
}
