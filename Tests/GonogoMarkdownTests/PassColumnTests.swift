import GonogoCore
import GonogoMarkdown
import Testing

/// A box in each of two columns of which only one can be true is one choice.
struct PassColumnTests {
  private static let table = """
    # T

    | Step | Expected | Pass | Fail | Notes |
    |---|---|:-:|:-:|---|
    | Boot | below 60 s | ☐ | ☐ | |

    """

  @Test func makesOneChoiceOfPassAndFail() throws {
    let checklist = read(Self.table)
    let choice = try #require(checklist.blanks.first { $0.shape == .choice })
    #expect(choice.label == "Boot")
    #expect(choice.options.map(\.text) == ["Pass", "Fail"])
    #expect(checklist.claims.allSatisfy { $0.box == nil })
  }

  @Test func leavesTheBoxesBesideThem() {
    let table =
      "# T\n\n| Item | Backed up | Signed | Pass | Fail |\n|---|---|---|---|---|\n| C | [ ] | [ ] | [ ] | [ ] |\n"
    let checklist = read(table)
    #expect(checklist.blanks.filter { $0.shape == .choice }.map(\.options.count) == [2])
    #expect(checklist.claims.filter { $0.box != nil }.count == 2)
  }

  @Test func readsSignsAlone() {
    let table = "# T\n\n| Case | Status |\n|---|---|\n| create | [ ] ✅ \\| [ ] ❌ |\n"
    #expect(read(table).blanks.map(\.shape) == [.choice])
  }

  @Test func takesARowThatIsTooShort() {
    #expect(
      read("# T\n\n| Test | Fail | Pass |\n|---|---|---|\n| Login | > 5 s |\n").sections.count == 2)
  }
}
