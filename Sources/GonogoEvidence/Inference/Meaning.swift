/// The words of a sentence or a name that count when it is compared with another.
package struct Meaning: Sendable, Equatable {
  /// The normalised content words.
  package let words: Set<String>
  /// True when the sentence says that something is not so, or is wrong.
  package let isNegative: Bool

  /// Reads `text`: sentences, headings and names such as `avg_duration_seconds`.
  package init(_ text: some StringProtocol, _ vocabulary: Vocabulary = .standard) {
    var words: Set<String> = []
    var isNegative = false
    let straight = text.lowercased().replacing("’", with: "'")
    for token in straight.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" }) {
      let word = String(token.drop { $0 == "'" })
      if vocabulary.negations.contains(word) || vocabulary.adverse.contains(word) {
        isNegative.toggle()
        continue
      }
      if vocabulary.stops.contains(word) || vocabulary.status.contains(word) { continue }
      if word.allSatisfy(\.isNumber) || word.isEmpty { continue }
      let stem = Vocabulary.stem(word)
      words.insert(vocabulary.canonical[word] ?? vocabulary.canonical[stem] ?? stem)
    }
    self.words = words
    self.isNegative = isNegative
  }

  init(words: Set<String>, isNegative: Bool) {
    self.words = words
    self.isNegative = isNegative
  }

  /// This meaning with the words of another added.
  package func adding(_ other: Meaning) -> Meaning {
    Meaning(words: words.union(other.words), isNegative: isNegative)
  }
}
