import Testing

@testable import GonogoCore

@Suite("Phrases of word lists")
struct ListedPhraseTests {
  @Test(
    "Plain phrases are split by spaces, and by signs where each is a word",
    arguments: [
      ("roll back", ["roll", "back"], ["roll", "back"]),
      ("  two   spaces ", ["two", "spaces"], ["two", "spaces"]),
      ("größe prüfen", ["größe", "prüfen"], ["größe", "prüfen"]),
      ("成功", ["成功"], ["成", "功"]),
      ("pod 起動", ["pod", "起動"], ["pod", "起", "動"]),
      ("pod起動 ok", ["pod起動", "ok"], ["pod", "起", "動", "ok"]),
      ("すべて", ["すべて"], ["す", "べ", "て"]),
      ("", [], []),
    ])
  func splits(_ phrase: String, _ words: [String], _ signs: [String]) {
    #expect(texts(phrase, signsAreWords: false) == words)
    #expect(texts(phrase, signsAreWords: true) == signs)
  }

  @Test(
    "A phrase of anything else takes the slow way",
    arguments: [
      "GO", "can't", "no-go", "Über", "3 of", "l’", "状态：", "a・b", "ガ", "상태", "÷", "ő", "À",
    ])
  func leavesTheRest(_ phrase: String) {
    #expect(texts(phrase, signsAreWords: false) == nil)
    #expect(texts(phrase, signsAreWords: true) == nil)
  }

  @Test("Bytes that are cut off are no phrase", arguments: [[0xC3], [0xE4, 0xB8], [0x61, 0xE6]])
  func refusesHalves(_ bytes: [UInt8]) {
    #expect(ListedPhrase.plainWords(bytes[...], signsAreWords: true) == nil)
  }

  private func texts(_ phrase: String, signsAreWords: Bool) -> [String]? {
    ListedPhrase.plainWords(Array(phrase.utf8)[...], signsAreWords: signsAreWords)?
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
