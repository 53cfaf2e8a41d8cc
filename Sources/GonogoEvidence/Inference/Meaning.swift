/// The words of a sentence or a name that count when it is compared with another.
package struct Meaning: Sendable, Equatable {
  /// The normalised content words.
  package let words: Set<String>
  /// True when the sentence says that something is not so, or is wrong.
  package let isNegative: Bool
  /// The numbers in it, which name things ("node 2") as words do.
  package let numbers: Set<String>
  /// True when it speaks of something having gone well ("passed tests").
  package let isGood: Bool
  /// How the sentence spells each of its words.
  private let spellings: [String: String]

  /// Reads `text`: sentences, headings and names such as `avg_duration_seconds`.
  package init(_ text: some StringProtocol, _ vocabulary: Vocabulary = .standard) {
    var words: Set<String> = []
    var spellings: [String: String] = [:]
    var numbers: Set<String> = []
    var isNegative = false
    var isGood = false
    let straight = text.lowercased().replacing("’", with: "'")
    for token in straight.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" }) {
      let word = String(token.drop { $0 == "'" })
      if vocabulary.negations.contains(word) || vocabulary.adverse.contains(word) {
        isNegative.toggle()
        continue
      }
      if vocabulary.good.contains(word) {
        isGood = true
        continue
      }
      if vocabulary.stops.contains(word) || vocabulary.status.contains(word) { continue }
      if word.isEmpty { continue }
      if word.allSatisfy(\.isNumber) {
        numbers.insert(word)
        continue
      }
      let stem = Vocabulary.stem(word)
      let key = vocabulary.canonical[word] ?? vocabulary.canonical[stem] ?? stem
      words.insert(key)
      spellings[key] = spellings[key] ?? word
    }
    self.words = words
    self.numbers = numbers
    self.isNegative = isNegative
    self.isGood = isGood
    self.spellings = spellings
  }

  private init(_ own: Meaning, and other: Meaning) {
    words = own.words.union(other.words)
    numbers = own.numbers.union(other.numbers)
    isNegative = own.isNegative
    isGood = own.isGood
    spellings = own.spellings.merging(other.spellings) { first, _ in first }
  }

  /// These of its words as it spells them, sorted.
  package func spelled(_ words: some Sequence<String>) -> [String] {
    words.map { spellings[$0] ?? $0 }.sorted()
  }

  /// This meaning with the words of another added.
  package func adding(_ other: Meaning) -> Meaning {
    Meaning(self, and: other)
  }
}
