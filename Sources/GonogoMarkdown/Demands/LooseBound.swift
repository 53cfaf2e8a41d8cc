internal import GonogoCore

/// A bound or a value in a text that no reader took, in one of the many ways people write them.
///
/// A part of `LooseDemand`: what it finds is asked.
enum LooseBound {
  /// "errors < 5", "max 5", "between one and three", "99.9% or better", "errors = 0".
  static func isMade(by text: String, _ words: [String]) -> Bool {
    if ResultBullet.isEquality(text) || isValue(text) { return true }
    if Checkable.statesLimit(text) { return isShort(text, words) || isSaidToBe(text) }
    // "Alerts fire when more than 5 fail" tells what happens then.
    if words.count > 6 { return false }
    let parts = WordSplit.lettersAndDigits(in: text[...])
    for (place, part) in parts.enumerated() {
      // "Error ceiling is 5", "Goal: p95 400 ms"
      if place < 2, limits.contains(part), part != "not", !part.hasPrefix("expect"),
        parts[(place + 1)...].prefix(4).contains(where: { $0.first?.isNumber == true }),
        words.count <= 6
      {
        return true
      }
      guard place + 1 < parts.count, isNumber(parts[place + 1]) else { continue }
      if part == "than", numerals.contains(parts[place + 1]) { return true }
      if part == "within", place > 0, !LooseDemand.hasTime(text) { return true }
      if limits.contains(part) || part == "between" || part == "range" { return true }
      if part == "within", text.contains("%") { return true }
    }
    return Checkable.hasOpenCount(text) && words.count <= 6
      || (text.contains("%") || text.first?.isNumber == true && words.contains("or"))
        && words.contains { better.contains($0) }
      || text.contains("±")
  }

  /// True for a sign of comparison, or a few words.
  private static func isShort(_ text: String, _ words: [String]) -> Bool {
    words.count <= 5
      || text.contains { "<>≤≥＜＞±".contains($0) }
        && ProseWords.standard.firstWord(of: .if, in: words) == nil
      || text.hasWideSigns
  }

  /// "The error rate is below 5%", "it stays under 400 ms"; not "lines with more than 3 columns".
  private static func isSaidToBe(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return zip(words, words.dropFirst()).contains { verb, bound in
      beings.contains(verb) && sides.contains(bound)
    }
  }

  /// "~ 0", "about 0", "1-3", "99.9%+": a value and nothing else.
  private static func isValue(_ text: String) -> Bool {
    let rest = text.drop { $0.isLetter || $0 == " " }
    guard text.utf8.count <= 24, rest.contains(where: \.isNumber) else { return false }
    let head = ProseWords.words(in: text[..<rest.startIndex])
    guard head.isEmpty || head.count == 1 && roughly.contains(head[0]) else { return false }
    let isMarked =
      rest.contains { "~≈±".contains($0) } || rest.last == "+" || !head.isEmpty || isSpan(rest)
    return isMarked && rest.allSatisfy { $0.isNumber || "~≈±%+-–—., ".contains($0) }
  }

  /// "1-3", "1..3"; not the date "2024-01-02".
  private static func isSpan(_ text: Substring) -> Bool {
    let numbers = text.split { !$0.isNumber }
    return numbers.count == 2 && text.first?.isNumber == true && text.last?.isNumber == true
      && text.contains { "-–—".contains($0) } || text.holds("..")
  }

  /// True for digits and for a word that counts: "three".
  static func isNumber(_ part: String) -> Bool {
    part.first?.isNumber == true || numerals.contains(part)
  }

  /// "min 3", "at most 5": a word for a bound with a number right behind it.
  static func opensWithLimit(_ text: Substring) -> Bool {
    let parts = WordSplit.lettersAndDigits(in: text.prefix(40))
    guard parts.count >= 2, limits.contains(parts[0]) else { return false }
    return isNumber(parts[1])
  }

  /// "30 s", "5 - 10 s": a number and its unit.
  static func isPlain(_ text: String) -> Bool {
    text.first.map { $0.isNumber } == true && !text.contains { "<>≤≥±%".contains($0) }
  }

  /// True for a verb of being: "is", "stays", "bleibt".
  static func isBeing(_ word: String) -> Bool { beings.contains(word) }

  private static let beings = WordList.words("LooseBound.beings")
  private static let better = WordList.words("LooseBound.better")
  private static let limits = WordList.words("LooseBound.limits")
  private static let numerals = WordList.words("LooseBound.numerals")
  private static let roughly = WordList.words("LooseBound.roughly")
  private static let sides = WordList.words("LooseBound.sides")
}
