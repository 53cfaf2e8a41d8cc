import GonogoCore
import Testing

/// Phrases held word by word.
@Suite struct WordTrieTests {
  private func node(_ phrase: String, in trie: WordTrie) -> Int? {
    phrase.split(separator: " ").reduce(WordTrie.root) { node, word in
      node.flatMap { trie.next(after: $0, String(word)) }
    }
  }

  @Test func findsWhatWasPutInAndNothingElse() {
    var trie = WordTrie(reserving: 4)
    var nodes: [String: Int] = [:]
    let words = ["a", "ab", "abc", "条件", "ü", ""]
    for first in words {
      for second in words {
        let node = trie.insert(first, after: WordTrie.root)
        nodes["\(first) \(second)"] = trie.insert(second, after: node)
      }
    }
    #expect(Set(nodes.values).count == words.count * words.count)
    #expect(trie.nodeCount == words.count * words.count + words.count + 1)
    for (phrase, node) in nodes {
      let parts = phrase.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let first = trie.next(after: WordTrie.root, parts[0])
      #expect(first.flatMap { trie.next(after: $0, parts[1]) } == node, "\(phrase)")
    }
    for phrase in ["b", "a d", "a ab abc", "件"] {
      #expect(node(phrase, in: trie) == nil, "\(phrase)")
    }
  }

  @Test(arguments: ["u\u{308}ber", "か\u{3099}", "\u{1100}\u{1161}"])
  func findsAWordInItsOtherSpelling(word: String) {
    var trie = WordTrie(reserving: 4)
    let nodes = ["über", "が", "가"].map { trie.insert($0, after: WordTrie.root) }
    let found = trie.next(after: WordTrie.root, word)
    #expect(found != nil)
    #expect(nodes.contains { $0 == found })
    #expect(trie.next(after: nodes[0], word) == nil)
  }

  @Test func givesTheSameNodeAgain() {
    var trie = WordTrie(reserving: 0)
    let first = (0..<2_000).map { trie.insert("word \($0)", after: $0 / 7) }
    let again = (0..<2_000).map { trie.insert("word \($0)", after: $0 / 7) }
    #expect(first == again)
    #expect(Set(first).count == 2_000)
  }
}
