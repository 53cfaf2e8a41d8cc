internal import GonogoCore

/// States that an author, or whoever used the document before, wrote down, and that speak against a GO:
/// "Backup: FAILED", "Load test: not started".
enum AdverseState {
  /// True for a whole value that says so. `isResult` says that it stands where a result is written down, so
  /// that a sign before other words says enough; elsewhere "🔴 high" may be how much something matters.
  static func isStated(_ value: String, isResult: Bool) -> Bool {
    guard value.utf8.count <= 60 else { return false }
    let normal = OutcomeWords.normal(value)
    if plain.contains(normal) || OutcomeWords.decides(value) { return false }
    let words = normal.split(separator: " ")
    if value.unicodeScalars.first.map(AdverseMark.contains) == true {
      guard let first = words.first, !isResult else { return words.count <= 4 }
      return denials.contains(String(first)) || OutcomeWords.side(of: String(first)) == .bad
    }
    guard words.count <= 4, normal.utf8.count > 2 else { return false }
    return OutcomeWords.side(of: value) == .bad || PlaceholderWords.isNotDone(value)
      || adverse.contains(normal)
  }

  /// True for a label with such a value behind it, and nothing else.
  static func isStated(byLabelled text: String) -> Bool {
    guard let colon = text.firstColon else { return false }
    let label = ProseWords.words(in: text[..<colon])
    let value = ChecklistBuilder.trimmed(text[text.index(after: colon)...])
    guard (1...6).contains(label.count), value.contains(where: { !$0.isWhitespace }),
      isStated(String(value), isResult: ColumnHeading.kind(String(text[..<colon])) == .result)
    else { return false }
    let prose = ProseWords.standard
    return !prose.opens(label, with: .if) && !label.contains { meanings.contains($0) }
  }

  private static let plain = WordList.words("AdverseState.plain")
  private static let denials: Set<String> = ["no", "not", "nein", "nicht", "non", "não"]
  private static let adverse = WordList.words("AdverseState.adverse")
  private static let meanings = WordList.words("AdverseState.meanings")
}
