/// The words of a sentence or a name that count when it is compared with another.
package struct Meaning: Sendable, Equatable {
  /// The normalised content words.
  package private(set) var words: Set<String>
  /// True when the sentence says that something is not so, or is wrong.
  package let isNegative: Bool
  /// The numbers in it, which name things ("node 2") as words do.
  package private(set) var numbers: Set<String>
  /// True when it speaks of something having gone well ("passed tests").
  package let isGood: Bool
  /// Those words that make another thing of what they stand with ("idle connections"), also where
  /// they do not count otherwise.
  let distinctions: Set<String>
  /// How the sentence spells each of its words.
  private var spellings: [String: String]

  /// Reads `text`: sentences, headings and names such as `avg_duration_seconds`.
  package init(_ text: some StringProtocol, _ vocabulary: Vocabulary = .standard) {
    var words: Set<String> = []
    var spellings: [String: String] = [:]
    var numbers: Set<String> = []
    var isNegative = false
    var isGood = false
    var distinctions: Set<String> = []
    WordScan.forEachWord(in: text) { word, isNumber in
      if vocabulary.isDistinct(word) { distinctions.insert(vocabulary.key(of: word)) }
      switch vocabulary.role(of: word) {
      case .turning: isNegative.toggle()
      case .good: isGood = true
      case .silent: break
      case nil:
        if isNumber {
          numbers.insert(word)
          return
        }
        let key = vocabulary.key(of: word)
        if words.insert(key).inserted, key != word { spellings[key] = word }
      }
    }
    self.words = words
    self.numbers = numbers
    self.isNegative = isNegative
    self.isGood = isGood
    self.distinctions = distinctions
    self.spellings = spellings
  }

  /// These of its words as it spells them, sorted.
  package func spelled(_ words: some Sequence<String>) -> [String] {
    words.map { spellings[$0] ?? $0 }.sorted()
  }

  /// This meaning with the words of another added.
  package func adding(_ other: Meaning) -> Meaning {
    var sum = self
    sum.add(other)
    return sum
  }

  /// Adds the words of another.
  package mutating func add(_ other: Meaning) {
    for word in other.words where words.insert(word).inserted {
      if let spelling = other.spellings[word] { spellings[word] = spelling }
    }
    numbers.formUnion(other.numbers)
  }
}
