import GonogoCore
import Testing

@Suite struct EscapedWordTests {
  @Test(arguments: ["", "plain", "a b", "it's", "⚠ é 发布", "\\ $HOME `x`"])
  func leavesWhatCanBeSeenToOthers(_ text: String) {
    #expect(EscapedWord.quoted(text) == nil)
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "$'a\\033[31mb'"), ("\u{7}1", "$'\\0071'"),
    ("\u{202E}x", "$'\\342\\200\\256x'"),
    ("it's\n", "$'it\\'s\\012'"), ("\\\t", "$'\\\\\\011'"), ("a\u{A0}b", "$'a\\302\\240b'"),
  ])
  func writesTheBytesOfWhatCannotBeSeen(_ text: String, _ word: String) {
    #expect(EscapedWord.quoted(text) == word)
  }
}
