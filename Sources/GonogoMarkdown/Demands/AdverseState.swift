internal import GonogoCore

/// States that an author, or whoever used the document before, wrote down, and that speak against a GO:
/// "Backup: FAILED", "Load test: not started".
enum AdverseState {
  /// True for a whole value that says so. `isResult` says that it stands where a result is written down, so
  /// that a sign before other words says enough; elsewhere "🔴 high" may be how much something matters.
  static func isStated(_ value: String, isResult: Bool) -> Bool {
    guard value.utf8.count <= 200 else { return false }
    let normal = OutcomeWords.normal(value)
    if plain.contains(normal) || OutcomeWords.decides(value) { return false }
    let words = normal.split(separator: " ")
    // "FAILED (disk full on db2)"
    if isResult, let first = words.first, first.utf8.count > 3,
      OutcomeWords.side(of: String(first)) == .bad
    {
      return true
    }
    if value.unicodeScalars.first.map(AdverseMark.contains) == true {
      guard let first = words.first, !isResult else { return true }
      return denials.contains(String(first)) || OutcomeWords.side(of: String(first)) == .bad
    }
    guard words.count <= 4, normal.utf8.count > 2 else { return false }
    return OutcomeWords.side(of: value) == .bad || PlaceholderWords.isNotDone(value)
      || isResult && adverse.contains(normal)
  }

  /// True for a cell below the name of a column: "no" below "Passed", "failed" below any, a cross below the name
  /// of a result or a place.
  static func isStated(_ cell: String, below heading: String) -> Bool {
    let words = ProseWords.words(in: heading)
    let isResult = ColumnHeading.kind(heading) == .result
    if words.contains(where: { goodColumns.contains($0) }), !words.contains("not") {
      return denies(cell) || isStated(cell, isResult: true)
    }
    // "| Suite | Passed | Failed |" above "3"
    if words.count <= 2, words.contains(where: { counted.contains($0) }), let count = Int(cell) {
      return count > 0
    }
    if isResult { return isStated(cell, isResult: true) }
    guard words.count <= 3, !words.contains(where: { foreign.contains($0) }) else { return false }
    // "| Check | staging | production |"
    let normal = OutcomeWords.normal(cell)
    let isPlace = words.contains { places.contains($0) }
    return isPlace && isStated(cell, isResult: true)
      || normal.utf8.count >= 3 && OutcomeWords.side(of: cell) == .bad && !plain.contains(normal)
  }

  /// "no", "not yet", "N".
  private static func denies(_ cell: String) -> Bool {
    let normal = OutcomeWords.normal(cell)
    return ["no", "n", "nein", "non", "não", "否", "いいえ"].contains(normal)
      || normal == "not yet" || normal == "noch nicht" || normal == "todo"
  }

  /// True for a label with such a value behind it, and nothing else.
  static func isStated(byLabelled text: String) -> Bool {
    guard let colon = text.firstColon else { return false }
    let label = ProseWords.words(in: text[..<colon])
    let value = ChecklistBuilder.trimmed(text[text.index(after: colon)...])
    let normal = OutcomeWords.normal(String(value))
    // "Restore test: no", "Backup: failed last night"
    if (1...6).contains(label.count), !label.contains(where: { meanings.contains($0) }) {
      if label.contains(where: { subjects.contains($0) }), value == "?" || open.contains(normal) {
        return true
      }
      let first = normal.prefix { $0 != " " }
      if normal.utf8.count <= 40, first.utf8.count > 3,
        OutcomeWords.side(of: String(first)) == .bad,
        label.contains(where: { subjects.contains($0) })
      {
        return true
      }
    }
    guard (1...6).contains(label.count), value.contains(where: { !$0.isWhitespace }),
      isStated(
        String(value),
        isResult: ColumnHeading.kind(String(text[..<colon])) == .result
          || label.contains(where: { subjects.contains($0) }))
    else { return false }
    let prose = ProseWords.standard
    return !prose.opens(label, with: .if) && !label.contains { meanings.contains($0) }
  }

  private static let counted = WordList.words("AdverseState.counted")
  private static let plain = WordList.words("AdverseState.plain")
  private static let denials: Set<String> = ["no", "not", "nein", "nicht", "non", "não"]
  private static let adverse = WordList.words("AdverseState.adverse")
  private static let goodColumns = WordList.words("AdverseState.goodColumns")
  private static let subjects = WordList.words("AdverseState.subjects")
  private static let open = WordList.words("AdverseState.open")
  private static let foreign = WordList.words("LooseRows.describing")
  private static let places = WordList.words("Contexts.places")
  private static let meanings = WordList.words("AdverseState.meanings")
}
