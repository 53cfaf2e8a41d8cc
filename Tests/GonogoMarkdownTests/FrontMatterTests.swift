import GonogoCore
import Testing

struct FrontMatterTests {
  @Test(arguments: [
    "---\ntitle: x\n---\n# A\n", "---\r\ntitle: x\r\n---\r\n# A\r\n", "---\ntitle: x\n...\n# A\n",
    "\u{FEFF}---\ntitle: x\n---\n# A\n", "---  \ntitle: x\n---\t\n# A\n",
  ])
  func readsItAndKeepsTheLines(text: String) throws {
    let checklist = read(text)
    let range = try #require(checklist.frontMatter)
    #expect(checklist.text(range).hasPrefix("title: x"))
    #expect(checklist.text(range).split(whereSeparator: \.isNewline).count == 1)
    #expect(checklist.sections.map(\.heading) == ["", "A"])
    #expect(checklist.sections.last?.location.line == 4)
  }

  @Test(arguments: [
    "---\n\n# A: B\n\n- [ ] box\n\n---\n\ntext\n", "text\n---\na: b\n---\n- [ ] box\n",
    "---\nno colon\n---\n- [ ] box\n", "---\na: b\n- [ ] box\n", "----\na: b\n----\n\n- [ ] box\n",
  ])
  func takesARuleForNoFrontMatter(text: String) {
    let checklist = read(text)
    #expect(checklist.frontMatter == nil)
    #expect(checklist.claims.map(\.text) == ["box"])
  }

  @Test func doesNotReadItAsDocument() {
    let checklist = read("---\nitems:\n- [ ] not a box\nx: ____\n---\n- [ ] box\n")
    #expect(checklist.claims.map(\.text) == ["box"])
    #expect(checklist.blanks.isEmpty)
  }
}
