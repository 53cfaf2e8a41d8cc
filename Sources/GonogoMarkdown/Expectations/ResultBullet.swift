internal import GonogoCore

/// Bullets without a box or label that state a result: "Python suite green", "No new alerts".
enum ResultBullet {
  /// True for a bullet under a box that says how something must be.
  static func isStated(_ text: String) -> Bool {
    guard text.utf8.count <= 300, let last = text.last, !"?？:：".contains(last) else {
      return false
    }
    let prose = ProseWords.standard
    let plain = withoutAsides(text)
    let words = ProseWords.words(in: plain)
    guard words.count >= 2, words.count <= 40, !TriggerText.isDeed(plain),
      prose.firstWord(of: .if, in: words) == nil, !words.contains("optional"),
      !words.contains("optionally")
    else { return false }
    if opensWithNone(plain, words) || holdsNone(plain) { return true }
    // "… tests green.", "… must be green in CI": at the end, or before words for where.
    guard let place = words.lastIndex(where: { prose.isPhrase($0, .passing) }), place > 0 else {
      return false
    }
    let isSaid =
      place + 1 == words.count || prose.firstWord(of: .whereabouts, in: [words[place + 1]]) == 0
    return isSaid && words.count - place <= 8 && !prose.has(.failing, among: words)
  }

  /// "p95 response time < 2000 ms", "RAM: ≥ 512 MB" under a box; not how long the work may take.
  static func statesLimit(_ text: String) -> Bool {
    guard
      Checkable.isShortLimit(text) || Checkable.isLabelledLimit(text)
        || text.utf8.count <= 80 && Checkable.statesLimit(text) || isEquality(text),
      !TriggerText.isDeed(text), !TriggerText.speaksOfAlerts(text), !Checkable.isInstruction(text)
    else { return false }
    let words = ProseWords.words(in: text)
    return ProseWords.standard.firstWord(of: .if, in: words) == nil
      && !words.contains { guesses.contains($0) }
  }

  /// "errors = 0", "errors: 0": a name and what its number is.
  static func isEquality(_ text: String) -> Bool {
    guard text.utf8.count <= 60, text.first?.isLetter == true,
      let sign = text.firstIndex(where: { "=:".contains($0) })
    else { return false }
    let value = ChecklistBuilder.trimmed(text[sign...].drop { "=: ".contains($0) })
    let isNone = text[sign] == ":" && value == "0"
    return isNone
      || text[sign] == "=" && !value.isEmpty && value.utf8.count <= 12
        && value.first?.isNumber == true
  }

  private static let guesses = WordList.words("ResultBullet.guesses")

  /// "No 5xx errors in the logs": none of what must not be.
  static func opensWithNone(_ text: String) -> Bool {
    opensWithNone(text, ProseWords.words(in: text))
  }

  private static func opensWithNone(_ text: String, _ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard let first = words.first, text.hasPrefix(where: \.isLetter), prose.isPhrase(first, .none)
    else { return false }
    return prose.has(.ills, among: Array(words.dropFirst().prefix(6)))
  }

  /// "Output attached, with 0 errors": none of what must not be, besides.
  private static func holdsNone(_ text: String) -> Bool {
    let plain = text.lowercased()
    let searched = SearchedText(plain)
    for phrase in ["with no ", "with 0 ", "with zero "] {
      guard let range = searched.firstRange(of: phrase) else { continue }
      return ProseWords.standard.has(
        .ills, among: Array(ProseWords.words(in: plain[range.upperBound...]).prefix(4)))
    }
    return false
  }

  /// The text without what stands in parentheses and without final marks.
  private static func withoutAsides(_ text: String) -> String {
    var plain = ""
    var depth = 0
    for character in text {
      if "(（".contains(character) { depth += 1 }
      if depth == 0 { plain.append(character) }
      if ")）".contains(character) { depth = max(0, depth - 1) }
    }
    return String(ChecklistBuilder.trimmed(plain))
  }
}

extension String {
  /// True when its first character is such a one.
  fileprivate func hasPrefix(where isSuch: (Character) -> Bool) -> Bool {
    first.map(isSuch) ?? false
  }
}
