import Testing

@testable import GonogoCommands

struct VisibleTextTests {
  @Test(arguments: [
    ("plain é😀", "plain é😀"), ("a\tb", "a b"), ("a\nb", "a\\u{A}b"), ("\u{1B}[31m", "\\u{1B}[31m"),
    ("\u{202E}x", "\\u{202E}x"), ("a\u{200B}b", "a\\u{200B}b"), ("\u{7F}\u{85}", "\\u{7F}\\u{85}"),
    ("\u{2028}", "\\u{2028}"), ("a\u{E0041}b", "a\\u{E0041}b"), ("\u{3164}", "\\u{3164}"),
    ("⚠\u{FE0F}", "⚠\u{FE0F}"), ("a\u{FE0F}", "a\\u{FE0F}"), ("\u{E0100}", "\\u{E0100}"),
    ("\u{FEFF}", "\\u{FEFF}"), ("", ""),
  ])
  func showsWhatCannotBeSeen(text: String, shown: String) {
    #expect(VisibleText.line(text) == shown)
  }

  @Test func keepsLinesWhereTheyAreMeant() {
    #expect(VisibleText.lines("a\n\tb\u{7}") == "a\n\tb\\u{7}")
  }

  @Test(arguments: [
    ("rm -rf x", "rm -rf x"), ("rm\u{A0}x", "rm\\u{A0}x"), ("a\u{2003}b", "a\\u{2003}b"),
    ("a\u{202E}b", "a\\u{202E}b"),
  ])
  func showsACommandSignBySign(text: String, shown: String) {
    #expect(VisibleText.command(text) == shown)
  }

  @Test(arguments: [
    ("\(VisibleText.mark("31"))red\(VisibleText.mark("0"))\n", "\u{1B}[31mred\u{1B}[0m\n"),
    ("\u{1B}[31mred\u{1B}[0m", "\\u{1B}[31mred\\u{1B}[0m"), ("\u{1B}[2J", "\\u{1B}[2J"),
    ("\u{E000}31\u{E001}", "\\u{E000}31\\u{E001}"), ("a\rb", "a\\u{D}b"),
  ])
  func letsOnlyOurColoursThrough(text: String, shown: String) {
    #expect(VisibleText.styled(text) == shown)
  }

  @Test func escapesWhatCannotBeSeenInJSON() {
    #expect(VisibleText.json("{\"a\":\"\u{202E}é\u{E0041}\"}") == #"{"a":"\u202eé\udb40\udc41"}"#)
  }
}
