internal import GonogoCore

/// Tells whether a sentence states what must have come out, or is guidance.
enum OutcomeSentence {
  /// "This should return `200`", "You should see 3 pods": a sentence behind a command that says
  /// what came out of it.
  static func isStated(by sentence: String, codes: [String]) -> Bool {
    guard sentence.utf8.count <= 300, !sentence.hasSuffix("?"), !sentence.hasSuffix(":") else {
      return false
    }
    let prose = ProseWords.standard
    if forbids(sentence) { return true }
    let words = ProseWords.words(in: sentence)
    guard let place = prose.firstWord(of: .outcome, in: words) else { return false }
    let opensWithCode = codes.first.map { sentence.hasPrefix($0) } ?? false
    guard place == 0 || opensWithCode || prose.opens(words, with: .subject),
      place <= 12
    else { return false }
    let rest = words[place...]
    if words.first == "you", !rest.prefix(3).contains("see") { return false }
    return says(Array(rest), in: sentence, codes: codes)
  }

  /// "The output should never contain passwords.": what must not come out. Whether it did is asked,
  /// for such a text may stand where nobody looked.
  static func forbids(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 240, let last = sentence.last, !"?？:：".contains(last) else {
      return false
    }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    guard words.count <= 25, let place = prose.firstWord(of: .neverSeen, in: words), place <= 12
    else { return false }
    return prose.firstWord(of: .if, in: words) == nil && !prose.has(.some, among: words)
      && !prose.opens(words, with: .condition) && !prose.has(.forbidden, among: words)
  }

  /// "Should return 200", "Expect 3 rows": the same without a subject.
  static func isSaid(by text: String, codes: [String]) -> Bool {
    guard text.utf8.count <= 300, !text.hasSuffix("?"), !text.hasSuffix(":") else { return false }
    let prose = ProseWords.standard
    if let place = prose.firstWord(of: .neverSeen, in: ProseWords.words(in: text)), place <= 2 {
      return forbids(text)
    }
    guard prose.opens(text, with: .said) else { return false }
    return says(ProseWords.words(in: text), in: text, codes: codes)
  }

  /// "should be" leads to what something is or to what somebody is to do; only the first counts.
  private static func says(_ words: [String], in text: String, codes: [String]) -> Bool {
    let prose = ProseWords.standard
    if words.count <= 8, prose.has(.silent, among: words) { return true }
    guard words.prefix(3).contains("be") || words.prefix(2).contains("not") else {
      return Checkable.isConcrete(text, codes: codes)
    }
    let rest = words.drop { $0 != "be" && $0 != "not" }.dropFirst().prefix(3)
    if prose.has(.state, in: rest.joined(separator: " ")) { return true }
    let lower = text.lowercased()
    for verb in [" be ", " not exceed ", " not contain "] {
      guard let range = SearchedText(lower).firstRange(of: verb) else { continue }
      let tail = lower[range.upperBound...]
      if let first = tail.first, first.isNumber || "\"“<>≤≥=".contains(first) { return true }
      if codes.contains(where: { tail.hasPrefix($0.lowercased()) }) { return true }
      if Checkable.statesLimit(String(tail)) { return true }
    }
    return false
  }

  /// "Container restarts (MUST be 0)": a demand with a limit right behind it.
  static func demandsLimit(_ text: String) -> Bool {
    let plain = text.lowercased()
    let searched = SearchedText(plain)
    for phrase in demands {
      guard let range = searched.firstRange(of: phrase) else { continue }
      if let first = plain[range.upperBound...].first, first.isNumber || "<>≤≥=".contains(first) {
        return true
      }
    }
    return false
  }

  /// "**Players:** target ≥ 300 seats": a label, a word for a limit and the limit.
  static func targetsLimit(_ text: String) -> Bool {
    guard text.utf8.count <= 160, let colon = text.firstColon else { return false }
    let value = ChecklistBuilder.trimmed(text[text.index(after: colon)...])
    guard let sign = value.firstIndex(where: { "<>≤≥".contains($0) }) else { return false }
    let rest = value[sign...].drop { "<>≤≥= ".contains($0) }
    return rest.first?.isNumber == true && ProseWords.standard.isPhrase(value[..<sign], .limit)
  }

  /// "Errors must be below 5.", "Make sure there are fewer than 5 errors.": one short demand.
  static func demandsLimit(inProse sentence: String) -> Bool {
    guard sentence.utf8.count <= 120, sentence.utf8.contains(where: { 0x30...0x39 ~= $0 }),
      Checkable.statesLimit(sentence)
    else { return false }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    let isDemand = prose.has(.stated, among: words) || prose.opens(words, with: .urged)
    guard words.count <= 14, isDemand, !sentence.hasSuffix("?"),
      !sentence.hasSuffix(":")
    else { return false }
    return !prose.has(.condition, among: words) && prose.firstWord(of: .if, in: words) == nil
      && !prose.has(.some, among: words)
  }

  private static let demands = [
    "must be ", "should be ", "must stay ", "should stay ", "must remain ", "debe ser ", "muss ",
    "expected: ", "esperado: ", "esperados: ", "erwartet: ", "attendu : ", "attendu: ", "deve ser ",
    "预期: ", "预期：", "預期：", "期待値: ",
  ]

  /// "The output should contain the `ready` field.": a text that the output holds.
  static func holdsText(_ sentence: String, _ codes: [InlineCode]) -> Bool {
    let words = ProseWords.words(in: sentence)
    return codes.count == 1 && sentence.hasSuffix(".")
      && words.contains { ["contain", "contains", "include", "includes"].contains($0) }
  }

  /// "Free disk space > 30 GB?": a short question with a sign of comparison asks for a limit.
  static func asksLimit(_ text: String) -> Bool {
    guard text.utf8.count <= 80, text.holds("?") || text.holds("？"),
      text.contains(where: { "<>≤≥".contains($0) })
    else { return false }
    var plain = text[...]
    while let last = plain.last, ")）* ".contains(last) { plain = plain.dropLast() }
    guard let last = plain.last, last == "?" || last == "？" else { return false }
    let words = ProseWords.words(in: text)
    return words.count <= 8 && ProseWords.standard.firstWord(of: .if, in: words) == nil
      && Checkable.statesLimit(text)
  }

  /// "`curl -I https://…` → 200 OK": a command or request, an arrow, and what must come out.
  static func isArrow(_ text: String, codes: [String]) -> Bool {
    guard let code = codes.first, code.contains(where: { $0 == " " || $0 == "/" }),
      text.hasPrefix(code)
    else { return false }
    let rest = ChecklistBuilder.trimmed(text.dropFirst(code.count))
    return afterArrow(rest).map(Checkable.isResult) ?? false
  }

  /// What stands behind an arrow that opens `text`, or nil.
  static func afterArrow(_ text: some StringProtocol) -> String? {
    for arrow in ["→", "⇒", "=>", "->", "⟶", "➜"] where text.hasPrefix(arrow) {
      return String(ChecklistBuilder.trimmed(text.dropFirst(arrow.count)))
    }
    return nil
  }
}
