internal import GonogoCore

/// Labels that say what is counted, too: "Expected errors: < 5".
extension ExpectationLabel {
  /// "errors: < 5" of such a text: the name and its limit, or nil.
  static func namedLimit(in text: String) -> String? {
    guard text.utf8.count <= 120, let colon = text.firstColon, text[..<colon].utf8.count <= 60,
      !isQuoted(text), !isUnwanted(String(text[..<colon]))
    else { return nil }
    let value = ChecklistBuilder.trimmed(text[text.index(after: colon)...])
    guard isLimit(value) else { return nil }
    let label = text[..<colon].drop { !$0.isLetter }
    let words = label.split(separator: " ")
    guard (2...5).contains(words.count), let first = words.first, let last = words.last,
      !words.contains(where: { efforts.contains($0.lowercased()) })
    else { return nil }
    let prose = ProseWords.standard
    if isExpected(first) {
      return "\(ChecklistBuilder.trimmed(label[first.endIndex...])): \(value)"
    }
    // Spanish, French and Portuguese put it last.
    if isExpected(last), !prose.isPhrase(last, .output), first.utf8.allSatisfy({ $0 > 0x20 }) {
      return "\(ChecklistBuilder.trimmed(label[..<last.startIndex])): \(value)"
    }
    return nil
  }

  private static func isExpected(_ word: Substring) -> Bool {
    word.allSatisfy(\.isLetter) && ProseWords.standard.isPhrase(word, .expected)
      || inflected.contains(word.lowercased())
  }

  private static let inflected = WordList.words("Named.inflected")

  /// How long something takes, and what it costs, is foretold and not demanded.
  private static let efforts = WordList.words("Named.efforts")

  /// A limit, a count, none.
  private static func isLimit(_ value: Substring) -> Bool {
    guard value.utf8.count <= 48, let first = value.first else { return false }
    if "<>≤≥=".contains(first), Checkable.statesLimit(String(value)) { return true }
    if Checkable.opensWithLimit(String(value)) { return true }
    // A number with what it counts; "2026-01-17 18:32" is none.
    if first.isNumber {
      return value.utf8.count <= 24
        && value.allSatisfy { $0.isLetter || $0.isNumber || " .,%+()".contains($0) }
    }
    let words = ProseWords.words(in: value)
    return words.count <= 2 && words.first.map { ProseWords.standard.isPhrase($0, .none) } ?? false
  }
}
