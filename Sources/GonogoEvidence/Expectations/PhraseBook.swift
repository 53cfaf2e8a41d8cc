import GonogoCore

/// The phrases of `Words/expectations.words`, looked up word by word.
struct PhraseBook: Sendable {
  /// What a phrase does in a sentence; the data file explains each.
  enum Kind: String, Sendable {
    case below, atMost, above, atLeast, equal
    case belowAfter, atMostAfter, aboveAfter, atLeastAfter
    case between, within, of, joiner, or, copula, negation, condition, hedge, effort, span
    case exit, status, reason, returns, none, noneAfter, fault, all, state, verbState, empty
    case label, link, rate, multiple, product, bare, amount, tail
    case place, imperative, run
  }

  /// A phrase found in a sentence.
  struct Match: Sendable {
    /// What it does.
    let kind: Kind
    /// How many tokens it has.
    let length: Int
  }

  /// A word behind the words that lead to a node.
  private struct Edge: Hashable {
    let node: Int
    let word: String
  }

  private var edges: [Edge: Int] = [:]
  /// What the words that lead to each node are, all together.
  private var kinds: [[Kind]] = [[]]
  /// The units that other languages spell, by their spelling in tokens.
  private var unitNodes: [[String]: Unit] = [:]
  private var longestUnit = 1

  /// The phrases that ship with gonogo.
  static let standard = PhraseBook(
    parsing: String(decoding: PackageResources.expectations_words, as: UTF8.self))

  /// Reads a book of phrases; lines of unknown kind are passed over.
  init(parsing text: String) {
    // By bytes: going through the text by characters takes longer than all the rest.
    for line in text.utf8.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      guard let blank = line.firstIndex(of: 0x20) else { continue }
      let name = Self.text(line[..<blank])
      var rest = line[blank...].drop { $0 == 0x20 }
      if name.hasPrefix("unit-") {
        guard let unit = Unit.named(name.dropFirst(5)) else { continue }
        for phrase in Self.phrases(rest) { add(phrase, unit) }
        continue
      }
      guard let kind = Kind(rawValue: name), let end = rest.firstIndex(of: 0x20) else { continue }
      rest = rest[end...]
      for phrase in Self.phrases(rest) { add(phrase, kind) }
    }
  }

  private static func text(_ bytes: Substring.UTF8View) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func phrases(_ line: Substring.UTF8View) -> [[String]] {
    line.split(separator: UInt8(ascii: ";")).map { phrase in
      // Most are plain words, for which a lexer is too much.
      if phrase.allSatisfy({ $0 == 0x20 || (0x61...0x7A).contains($0) }) {
        return phrase.split(separator: 0x20).map(text)
      }
      var lexer = SentenceLexer(text(phrase), codes: [])
      return lexer.tokens().map(\.key)
    }.filter { !$0.isEmpty }
  }

  private mutating func add(_ phrase: [String], _ unit: Unit) {
    unitNodes[phrase] = unit
    longestUnit = max(longestUnit, phrase.count)
  }

  private mutating func add(_ phrase: [String], _ kind: Kind) {
    var node = 0
    for word in phrase {
      let edge = Edge(node: node, word: word)
      if let next = edges[edge] {
        node = next
      } else {
        edges[edge] = kinds.count
        node = kinds.count
        kinds.append([])
      }
    }
    if !kinds[node].contains(kind) { kinds[node].append(kind) }
  }

  /// The phrases that begin at each token.
  func matches(in tokens: [SentenceToken]) -> [[Match]] {
    tokens.indices.map { start in
      var matches: [Match] = []
      var node = 0
      var index = start
      while index < tokens.count, let next = edges[Edge(node: node, word: tokens[index].key)] {
        node = next
        index += 1
        for kind in kinds[node] { matches.append(Match(kind: kind, length: index - start)) }
      }
      return matches
    }
  }

  /// The unit that is spelled at token `index` in another language, and how many tokens it has.
  func unit(in tokens: [SentenceToken], at index: Int) -> (unit: Unit, length: Int)? {
    for length in (1...longestUnit).reversed() where index + length <= tokens.count {
      if let unit = unitNodes[tokens[index..<index + length].map(\.key)] { return (unit, length) }
    }
    return nil
  }
}
