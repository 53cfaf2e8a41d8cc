import GonogoCore
import Testing

struct MalformedBoxTests {
  @Test(arguments: [
    "- [] a", "- [ x ] a", "- [ ]a", "- [  ] a", "- [__] a", "-[ ] a", "-[x] a", "*[] a", "1.[ ] a",
    "- ［ ］ a", "[] a", "- [x]a", "text\n-[ ] a", "- [ ] b\n-[ ] a", "- ( ) a", "( ) a", "- ❏ a",
    "🔲 a",
    "- **[ ] a**", "- _[ ]_ a", "- \\[ \\] a", "- &#9744; a", "- [.] a", "<p>☐ a</p>",
    "<ul>\n<li>[ ] a</li>\n</ul>", "<input type=\"checkbox\"> a", "- <input type=\"checkbox\"/> a",
    "| What | Done |\n|---|---|\n| a | [] |",
    "| What | Done |\n|---|---|\n| a | <input type=checkbox> |",
    "| Done | What |\n|---|---|\n| ❏ | a |",
  ])
  func asksForWhatStandsBehindABoxThatIsNone(text: String) {
    let claims = read("# T\n\n\(text)\n").claims
    #expect(claims.last?.text == "a" && claims.last?.kind == .item && claims.last?.box == nil)
  }

  @Test func keepsTheKindOfTheListAroundIt() {
    #expect(
      read("# T\n\n## NO-GO if any\n\n- [] a\n- [ ] b\n").shownClaims
        == ["noGoCriterion a", "noGoCriterion b"])
  }

  @Test(arguments: [
    "- [](a.md)", "[x]: a.md", "- [] = open", "- `[]` a", "- [a] b", "**a** [] b", "- [x][a] b",
    "【重要】a", "- a", "[]", "- [ ](a.md) b", "1. a", "- (a) b", "() => a", "- ❏ = open", "- `[ ]` a",
    "<input type=\"text\"> a", "| a | b |\n|---|---|\n| c | [d] |",
  ])
  func takesOtherBracketsForNone(text: String) {
    #expect(read("# T\n\n\(text)\n").claims.isEmpty)
  }
}
