import Testing

@testable import GonogoCore

/// Words are split by code points where that gives what splitting by characters gives.
struct WordSplitTests {
  private static let texts = [
    "", "Plain words, and more", "it's 5 o'clock", "don't–won't", "e\u{301}tude et e\u{301}cole",
    "Ünïcödé ÄÖÜ ß ẞ", "İstanbul ı", "⚠️ Warning: stop", "1️⃣ first", "回滚计划 (Rollback Plan)",
    "ロールバック手順", "롤백 절차", "a\r\nb\r\n\r\nc", "x\u{200D}y z\u{FE0F}", "👩‍👩‍👧 family", "²³ ½ Ⅷ ⅷ",
    "ǅ ﬁ ﬂ", "a\u{0}b", "tab\tand\u{A0}blank", "Σίσυφος ΟΔΟΣ", "नमस्ते दुनिया", "สวัสดี ครับ", "أهلا وسهلا",
    "\u{1100}\u{1161}\u{11A8} jamo", "v1.2.3-rc4", "🇩🇪 flag",
  ]

  @Test(arguments: texts)
  func findsTheWordsThatCharactersGive(text: String) {
    let oracle = text.lowercased().split { !$0.isLetter }.map(String.init)
    #expect(WordSplit.letters(in: Substring(text)) == oracle)
  }

  @Test(arguments: texts)
  func findsTheWordsAndNumbersThatCharactersGive(text: String) {
    let oracle = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    #expect(WordSplit.lettersAndDigits(in: Substring(text)) == oracle)
  }
}
