import GonogoCore

/// The phrases of `Words/expectations.words`, looked up word by word.
struct PhraseBook: Sendable {
  /// What a phrase does in a sentence; the data file explains each.
  enum Kind: String, Sendable, CaseIterable {
    case below, atMost, above, atLeast, equal
    case belowAfter, atMostAfter, aboveAfter, atLeastAfter
    case between, within, of, joiner, or, copula, negation, condition, hedge, effort, span
    case exit, status, reason, returns, none, noneAfter, fault, all, state, verbState, empty
    case label, link, rate, multiple, product, bare, amount, tail
    case place, imperative, run
    case result, outcome, screen, allState, flaw, `where`, manner, barrier, marginal, found, paper,
      better, vague, soft, broken, done, aged, agedAfter
    case unranked, lessBetter, moreBetter, resource

    /// The kind's bit in a set of kinds: its place among all of them. Cases without values are kept as
    /// their number, in one byte (Swift's ABI, `TypeLayout`); a table would say the same more slowly.
    var bit: UInt128 { 1 << UInt128(unsafe unsafeBitCast(self, to: UInt8.self)) }
  }

  /// A phrase found in a sentence.
  struct Match: Sendable {
    /// What it does.
    let kind: Kind
    /// How many tokens it has.
    let length: Int
  }

  private var trie: WordTrie
  /// What the words that lead to each node are.
  private var first: [Kind?] = [nil]
  /// What else they are, where they are several things.
  private var others: [Int: [Kind]] = [:]
  /// The units that other languages spell, by their spelling in tokens.
  private var unitNodes: [[String]: Unit] = [:]
  private var longestUnit = 1

  /// The phrases that ship with gonogo.
  static let standard = PhraseBook(parsing: PackageResources.expectations_words)

  /// Reads a book of phrases; lines of unknown kind are passed over.
  init(parsing list: [UInt8]) {
    trie = WordTrie(reserving: 8192, of: list)
    first.reserveCapacity(8192)
    let semicolon = UInt8(ascii: ";")
    var lines = ListedLines(list)
    while let name = lines.next(before: 0x20) {
      if name.hasPrefix("unit-") {
        guard let unit = Unit.named(name.dropFirst(5)) else { continue }
        repeat {
          lines.place += 1
          add(Self.words(lines.takePhrase(before: semicolon)), unit)
        } while lines.stands(at: semicolon)
        continue
      }
      guard let kind = Kind(rawValue: name), lines.skipWord() else { continue }
      repeat {
        lines.place += 1
        let start = lines.place
        let phrase = trie.insertPhrase(at: &lines.place, before: semicolon, signsAreWords: true)
        if let phrase {
          add(phrase.node, kind)
        } else {
          let words = Self.words(list[start..<lines.place])
          add(words.reduce(WordTrie.root) { trie.insert($1, after: $0) }, kind)
        }
      } while lines.stands(at: semicolon)
    }
  }

  private static func words(_ phrase: ArraySlice<UInt8>) -> [String] {
    var lexer = SentenceLexer(String(decoding: phrase, as: UTF8.self), codes: [])
    return lexer.tokens().map(\.key)
  }

  private mutating func add(_ phrase: [String], _ unit: Unit) {
    guard !phrase.isEmpty else { return }
    unitNodes[phrase] = unit
    longestUnit = max(longestUnit, phrase.count)
  }

  private mutating func add(_ node: Int, _ kind: Kind) {
    guard node != WordTrie.root else { return }
    while first.count < trie.nodeCount { first.append(nil) }
    guard let known = first[node] else { return first[node] = kind }
    if known != kind, others[node]?.contains(kind) != true {
      others[node, default: []].append(kind)
    }
  }

  /// The phrases that begin at each token.
  func matches(in tokens: [SentenceToken]) -> [[Match]] {
    tokens.indices.map { start in
      var matches: [Match] = []
      var node = WordTrie.root
      var index = start
      while index < tokens.count, let next = trie.next(after: node, tokens[index].key) {
        node = next
        index += 1
        guard let kind = first[node] else { continue }
        matches.append(Match(kind: kind, length: index - start))
        for kind in others[node] ?? [] {
          matches.append(Match(kind: kind, length: index - start))
        }
      }
      return matches
    }
  }

  /// True when this word alone is a phrase of the kind.
  func isWord(_ word: String, _ kind: Kind) -> Bool {
    guard let node = trie.next(after: WordTrie.root, word) else { return false }
    return first[node] == kind || others[node]?.contains(kind) == true
  }

  /// The unit that is spelled at token `index` in another language, and how many tokens it has.
  func unit(in tokens: [SentenceToken], at index: Int) -> (unit: Unit, length: Int)? {
    for length in (1...longestUnit).reversed() where index + length <= tokens.count {
      if let unit = unitNodes[tokens[index..<index + length].map(\.key)] { return (unit, length) }
    }
    return nil
  }
}
