internal import GonogoCore

/// Words in parentheses behind "Target" that say how it is measured or meant, and not for which
/// case it holds: "(p95)", "(ms)", "(max)", "(per node)".
enum AsideWords {
  /// True when `aside` holds such words and numbers alone.
  static func areHarmless(_ aside: some StringProtocol) -> Bool {
    let words = WordSplit.lettersAndDigits(in: Substring(aside))
    return words.allSatisfy { word in
      word.contains(where: \.isNumber) && isFigure(word) || plain.contains(word)
        || Unit.named(word) != nil
    }
  }

  /// `p95`, `24h`, `95th`, `1000`.
  private static func isFigure(_ word: String) -> Bool {
    let letters = word.filter { !$0.isNumber }
    return letters.isEmpty || ["p", "th", "st", "nd", "rd", "x"].contains(letters)
      || Unit.named(letters) != nil
  }

  private static let plain = WordList.words("AsideWords.plain")
}
