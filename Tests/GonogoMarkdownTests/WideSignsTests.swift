import Testing

@testable import GonogoMarkdown

/// Scripts without blanks between words are told from emoji and all others.
struct WideSignsTests {
  @Test(arguments: ["发布", "リリース", "배포", "ok 是", "（a）", "。", "𠀀", "ﾃｽﾄ"])
  func areThoseOfChineseJapaneseAndKorean(text: String) {
    #expect(text.hasWideSigns)
    #expect(text[...].hasWideSigns)
  }

  @Test(arguments: ["", "a", "é", "—", "✅ go", "⚠️ x", "🚨 stop", "🔲", "☐", "\u{FFFD}", "→"])
  func areNoOthers(text: String) {
    #expect(!text.hasWideSigns)
    #expect(!text.opensWide)
  }

  @Test func openATextOnlyAtItsBeginning() {
    #expect("发布 now".opensWide)
    #expect(!"now 发布".opensWide)
    #expect("（a".opensWide)
  }
}
