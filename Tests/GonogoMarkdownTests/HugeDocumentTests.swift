import GonogoCore
import Testing

/// Documents of a size that nobody writes: read in a time that grows with their length alone.
struct HugeDocumentTests {
  @Test(arguments: [
    ("Date: ____\n", 20_000), ("Date: ____\n\n", 20_000), ("- [ ] box\n", 10_000),
    ("☐ do it\n", 10_000), ("- [ ] PASS [ ] FAIL x: [Name] y: XX%\n", 3_000),
    ("Notes:\n____\n____\n\n", 5_000), ("- [ ] GO\n- [ ] NO-GO\n\nx\n\n", 3_000),
  ])
  func readsManyLines(line: String, count: Int) {
    let checklist = read(String(repeating: line, count: count))
    #expect(checklist.claims.count + checklist.blanks.count >= count)
  }

  @Test func readsManyRows() {
    let head = "| a | Status | Notes | Done |\n|---|---|---|---|\n"
    let checklist = read(head + String(repeating: "| row `c` | | | [ ] |\n", count: 10_000))
    #expect(checklist.claims.count == 10_000)
    #expect(checklist.blanks.count == 20_000)
  }

  @Test func readsAFormOfManyLines() {
    let form = "```\n" + String(repeating: "Lead: ____ Date: ____\n", count: 10_000) + "```\n"
    #expect(read(form).blanks.count == 20_000)
  }

  @Test(arguments: [
    "[", "[a ", "[ ] ", "☐ ", "a: ", "\\_", "*", "*\\_", "_ ", "{{", "{{a ", "<A", "<A ", "| ",
    "`a` ",
    "(", "x: [", "? ", "：",
  ])
  func readsALongLine(piece: String) {
    _ = read(String(repeating: piece, count: 200_000 / piece.utf8.count) + "\n")
    _ = read(
      "| a | b |\n|---|---|\n| " + String(repeating: piece, count: 100_000 / piece.utf8.count)
        + "\n")
  }

  @Test func readsAMillionBrackets() {
    #expect(read(String(repeating: "[", count: 1_000_000) + "\n").blanks.isEmpty)
  }

  @Test func readsAThousandNestedLists() {
    let lists = (0..<1000).map { String(repeating: "  ", count: $0) + "- [ ] a\n" }.joined()
    #expect(!read(lists).claims.isEmpty)
  }
}
