internal import GonogoCore

/// Words in an output after which a good word beside them proves nothing.
struct TroubleWords {
  private let expected: Set<String>
  private let opposites: Set<String>

  /// Words of `expected` itself, such as an error that is wanted, are no trouble; what says the
  /// opposite of it is.
  init(expected text: String) {
    let words = Set(Self.words(text))
    expected = words
    opposites = words.reduce(into: []) { $0.formUnion(Vocabulary.standard.opposites(of: $1)) }
  }

  /// Whether `line` has one that nothing beside it says to be none: "0 failed", `errors: 0`.
  func isFound(in line: String) -> Bool {
    let words = Self.words(line)
    return words.indices.contains { index in
      let word = words[index]
      guard !expected.contains(word) else { return false }
      guard opposites.contains(word) || Vocabulary.standard.isTrouble(word) else { return false }
      let before = index > 0 ? words[index - 1] : ""
      let after = index + 1 < words.count ? words[index + 1] : ""
      // `changed=0 unreachable=1`: the number before belongs to another name.
      let lower = line.lowercased()
      let isNamed = lower.contains(word + "=") || lower.contains(word + ": ")
      return (isNamed || !["0", "no", "zero", "without"].contains(before)) && after != "0"
    }
  }

  private static func words(_ text: String) -> [String] {
    WordSplit.lettersAndDigits(in: text[...])
  }
}
