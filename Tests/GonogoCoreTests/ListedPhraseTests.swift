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
      ("エラー", ["エラー"], ["エ", "ラ", "ー"]),
      ("상태 힣", ["상태", "힣"], ["상", "태", "힣"]),
      ("間鿿", ["間鿿"], ["間", "鿿"]),
      ("", [], []),
    ])
  func splits(_ phrase: String, _ words: [String], _ signs: [String]) {
    #expect(isSplit(phrase, signsAreWords: false, into: words))
    #expect(isSplit(phrase, signsAreWords: true, into: signs))
  }

  @Test("A phrase ends with its separator or its line", arguments: ["ok|go", "ok\ngo", "ok"])
  func ends(_ list: String) {
    var trie = WordTrie(reserving: 4, of: Array(list.utf8))
    var place = 0
    let phrase = trie.insertPhrase(at: &place, before: 0x7C, signsAreWords: false)
    #expect(place == 2)
    #expect(phrase?.wordCount == 1)
    #expect(phrase?.node == trie.next(after: WordTrie.root, "ok"))
    #expect(trie.next(after: WordTrie.root, "go") == nil)
  }

  @Test("Signs of scripts without blanks are told")
  func tellsSigns() {
    var trie = WordTrie(reserving: 4, of: Array("größe|起動".utf8))
    var place = 0
    let first = trie.insertPhrase(at: &place, before: 0x7C, signsAreWords: false)
    place += 1
    let second = trie.insertPhrase(at: &place, before: 0x7C, signsAreWords: false)
    #expect(first?.hasSigns == false)
    #expect(second?.hasSigns == true)
  }

  @Test(
    "A phrase of anything else takes the slow way",
    arguments: [
      "GO", "can't", "no-go", "Über", "3 of", "l’", "状态：", "a・b", "ヽ", "㐀", "÷", "ő", "À",
    ])
  func leavesTheRest(_ phrase: String) {
    for signsAreWords in [false, true] {
      let list = Array("\(phrase)|next".utf8)
      var trie = WordTrie(reserving: 4, of: list)
      var place = 0
      #expect(trie.insertPhrase(at: &place, before: 0x7C, signsAreWords: signsAreWords) == nil)
      #expect(place == phrase.utf8.count)
    }
  }

  @Test("Bytes that are cut off are no phrase", arguments: [[0xC3], [0xE4, 0xB8], [0x61, 0xE6]])
  func refusesHalves(_ bytes: [UInt8]) {
    var trie = WordTrie(reserving: 4, of: bytes)
    var place = 0
    #expect(trie.insertPhrase(at: &place, before: 0x7C, signsAreWords: true) == nil)
    #expect(place == bytes.count)
  }

  private func isSplit(_ phrase: String, signsAreWords: Bool, into words: [String]) -> Bool {
    var trie = WordTrie(reserving: 4, of: Array(phrase.utf8))
    var place = 0
    let listed = trie.insertPhrase(at: &place, before: 0x7C, signsAreWords: signsAreWords)
    let node = words.reduce(Optional(WordTrie.root)) { node, word in
      node.flatMap { trie.next(after: $0, word) }
    }
    return listed?.node == node && listed?.wordCount == words.count && place == phrase.utf8.count
      && trie.nodeCount == words.count + 1
  }
}
