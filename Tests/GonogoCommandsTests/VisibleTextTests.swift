import Testing

@testable import GonogoCommands

struct VisibleTextTests {
  @Test(arguments: [
    ("plain é😀", "plain é😀"), ("a\tb", "a b"), ("a\nb", "a\\u{A}b"), ("\u{1B}[31m", "\\u{1B}[31m"),
    ("\u{202E}x", "\\u{202E}x"), ("a\u{200B}b", "a\\u{200B}b"), ("\u{7F}\u{85}", "\\u{7F}\\u{85}"),
    ("\u{2028}", "\\u{2028}"), ("\u{FEFF}", "\\u{FEFF}"), ("", ""),
  ])
  func showsWhatCannotBeSeen(text: String, shown: String) {
    #expect(VisibleText.line(text) == shown)
  }

  @Test func keepsLinesWhereTheyAreMeant() {
    #expect(VisibleText.lines("a\n\tb\u{7}") == "a\n\tb\\u{7}")
  }
}
