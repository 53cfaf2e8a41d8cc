import GonogoCore
import GonogoMarkdown
import Testing

@testable import GonogoCompletion

struct SafeTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a  b\n c", "a b c"), (" a ", "a"), ("[x]", "\\[x\\]"),
    ("a|b", "a\\|b"), ("a_b*c", "a\\_b\\*c"), ("12.5 ms", "12.5 ms"), ("-3", "-3"),
    ("\u{1B}[31m", "\\[31m"), ("\u{202E}a\u{200B}b", "ab"), ("<b>&amp;", "\\<b\\>\\&amp;"),
    ("", ""), ("日本", "日本"),
  ])
  func makesTextHarmless(text: String, safe: String) {
    #expect(SafeText.inline(text) == safe)
  }

  @Test(arguments: [
    ("plain é 日本 ✔️", false, "plain é 日本 ✔️"), ("ec\u{200B}ho", false, "ec\\u{200B}ho"),
    ("\u{202E}a\u{E0041}", false, "\\u{202E}a\\u{E0041}"), ("a\u{A0}b\tc", false, "a\u{A0}b\tc"),
    ("a\u{A0}b c\td", true, "a\\u{A0}b c\td"),
  ])
  func revealsWhatCannotBeSeen(text: String, isCommand: Bool, shown: String) {
    #expect(SafeText.revealed(text, isCommand: isCommand) == shown)
  }

  @Test func boundsItsLength() {
    let text = String(repeating: "[", count: 1000)
    #expect(SafeText.inline(text, limit: 5) == "\\[\\[\\[\\[\\[…")
    #expect(SafeText.inline(String(repeating: "a", count: 300)).count == 300)
    #expect(SafeText.inline(String(repeating: "a", count: 301)).count == 301)
  }

  @Test(arguments: HostileText.all)
  func keepsEverythingOnOneLine(text: String) {
    let safe = SafeText.inline(text)
    #expect(LineIndex(Array(safe.utf8)).count == 1)
    #expect(!safe.contains("\u{2028}"))
    let control = safe.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    #expect(!control)
  }

  /// Read as Markdown behind a label it is a paragraph and shows what it was.
  @Test(arguments: HostileText.all)
  func readsAsTextBehindALabel(text: String) {
    let line = "- label: \(SafeText.inline(text)) end\n\nafter ____\n"
    let checklist = MarkdownReader.read(Document(path: "a.md", bytes: Array(line.utf8)))
    // "Decision: GO" may be asked about, and decides nothing.
    #expect(checklist.claims.allSatisfy { $0.isLoose })
    #expect(checklist.steps.isEmpty)
    #expect(checklist.sections.count == 1)
    #expect(checklist.blanks.map(\.label) == ["after"])
    #expect(checklist.diagnostics.isEmpty)
  }
}
