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

  private struct Node: Sendable {
    var next: [String: Int] = [:]
    var kinds: [Kind] = []
  }

  private var nodes = [Node()]
  /// The units that other languages spell, by their spelling in tokens.
  private var unitNodes: [[String]: Unit] = [:]
  private var longestUnit = 1

  /// The phrases that ship with gonogo.
  static let standard = PhraseBook(
    parsing: String(decoding: PackageResources.expectations_words, as: UTF8.self))

  /// Reads a book of phrases; lines of unknown kind are passed over.
  init(parsing text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let blank = line.firstIndex(of: " ") else { continue }
      let name = String(line[..<blank])
      var rest = line[blank...].drop { $0 == " " }
      if name.hasPrefix("unit-") {
        guard let unit = Unit.named(name.dropFirst(5)) else { continue }
        for phrase in Self.phrases(rest) { add(phrase, unit) }
        continue
      }
      guard let kind = Kind(rawValue: name), let end = rest.firstIndex(of: " ") else { continue }
      rest = rest[end...]
      for phrase in Self.phrases(rest) { add(phrase, kind) }
    }
  }

  private static func phrases(_ text: Substring) -> [[String]] {
    text.split(separator: ";").map { phrase in
      var lexer = SentenceLexer(phrase, codes: [])
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
      if let next = nodes[node].next[word] {
        node = next
      } else {
        nodes[node].next[word] = nodes.count
        node = nodes.count
        nodes.append(Node())
      }
    }
    if !nodes[node].kinds.contains(kind) { nodes[node].kinds.append(kind) }
  }

  /// The phrases that begin at each token.
  func matches(in tokens: [SentenceToken]) -> [[Match]] {
    tokens.indices.map { start in
      var matches: [Match] = []
      var node = 0
      var index = start
      while index < tokens.count, let next = nodes[node].next[tokens[index].key] {
        node = next
        index += 1
        for kind in nodes[node].kinds { matches.append(Match(kind: kind, length: index - start)) }
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
