import GonogoCore
import Testing

struct BlankLeadInTests {
  private func leadIns(_ text: String) -> [[String]] { read(text).blanks.map(\.leadIns) }

  @Test(arguments: [
    "Before:\n\n- Errors: ____\n", "Before:\n- Errors: ____\n", "**Before:**\n\n- Errors: ____\n",
    "**Before**:\n\nErrors: ____\n", "Before:\nErrors: ____\n", "Before:  \nErrors: ____\n",
    "Before:\n\n| a | b |\n|---|---|\n| Errors | ____ |\n", "Before:\n\n```\nErrors: ____\n```\n",
    "- Before:\n  - Errors: ____\n", "- Before\n  - Errors: ____\n",
    "- Before:\n\n  Errors: ____\n",
    "Before:\n\n<!-- x -->\n\n- Errors: ____\n", "> Before:\n>\n> - Errors: ____\n",
    "Many words here. Before:\n\n- Errors: ____\n", "Before\n\n- Errors: ____\n",
    "1. Before:\n   1. Errors: ____\n",
  ])
  func findsWhatLeadsToABlank(text: String) {
    let found = leadIns(text)
    #expect(found.last?.contains { $0.contains("Before") } == true, "\(found)")
  }

  @Test func keepsALeadInUntilTheNext() {
    let text = "Before:\n\nErrors: ____\n\nWarnings: ____\n\nAfter:\n\nErrors: ____\n"
    #expect(leadIns(text) == [["Before:"], ["Before:"], ["After:"]])
    let lists = "Before:\n\n- Errors: ____\n\n* Warnings: ____\n\nAfter:\n\n- Errors: ____\n"
    #expect(leadIns(lists) == [["Before:"], ["Before:"], ["After:"]])
  }

  @Test(arguments: [
    "Errors: ____\n", "# Before:\n\n- Errors: ____\n",
    "Before:\n\n```bash\nls\n```\n\n- Errors: ____\n",
    "Before:\n\n---\n\n- Errors: ____\n", "- Errors: ____\n- Warnings: 5\n",
    "Some prose.\n\nErrors: ____\n", "Expected: speed < 5\n\n- Errors: ____\n",
  ])
  func findsNoneWhereSomethingStandsBetween(text: String) {
    #expect(leadIns(text) == [[]])
  }

  @Test func namesAllThatStandAround() {
    let text = "Before:\n\n- Node A\n  - Errors: ____\n"
    #expect(leadIns(text) == [["Node A", "Before:"]])
  }
}
