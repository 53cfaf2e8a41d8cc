internal import GonogoCore

/// Reads sentences that ask for all of what the document lists without naming boxes: "Only when
/// everything has passed is a feature complete."
enum WholeSentence {
  /// True for such a sentence, whose words are `words`.
  static func isRule(_ sentence: String, _ words: [String]) -> Bool {
    if sentence.holds("全部") { return isWideRule(sentence) }
    if decidesByAll(sentence, words) { return true }
    guard (5...24).contains(words.count), let first = words.first, onlies.contains(first),
      ifs.contains(words[1]), !sentence.hasSuffix("?")
    else { return false }
    let rest = words[2...]
    guard let all = rest.first, alls.contains(all) else { return false }
    let verb = rest.dropFirst().drop { auxiliaries.contains($0) }
    guard let deed = verb.first else { return false }
    return ProseWords.standard.has(.settled, among: [deed])
  }

  /// "GO if all checks passed.", "NO-GO if any item fails.", "When all items are checked: ready for review."
  /// Every word is known to say nothing more.
  static func decidesByAll(_ sentence: String, _ words: [String]) -> Bool {
    guard (4...14).contains(words.count), !sentence.hasSuffix("?"), let last = sentence.last,
      !":：".contains(last)
    else { return false }
    if let condition = words.firstIndex(where: { ifs.contains($0) }), condition <= 4, condition > 0
    {
      let head = words[..<condition].filter { !onlies.contains($0) }
      let rest = words[(condition + 1)...]
      if head == ["go"] || head == ["proceed"] || head == ["go", "live"] { return isWhole(rest) }
      return (head == ["no", "go"] || head == ["nogo"]) && isBroken(rest)
    }
    // What follows from it stands behind a colon or comma.
    guard let first = words.first, ifs.contains(first),
      let sign = sentence.firstIndex(where: { ":：,".contains($0) })
    else { return false }
    let condition = ProseWords.words(in: sentence[..<sign]).dropFirst()
    let consequence = ProseWords.words(in: sentence[sign...])
    return isWhole(condition) && consequence.first.map { outcomes.contains($0) } == true
  }

  /// "all items are checked"
  private static func isWhole(_ words: ArraySlice<String>) -> Bool {
    // German puts the verb last: "erfüllt sind".
    var words = words
    while words.last.map(auxiliaries.contains) == true { words.removeLast() }
    guard let first = words.first, let last = words.last else { return false }
    // "GO if all are met" may open a list.
    return
      (wholeAlls.contains(first) && words.contains(where: { things.contains($0) })
      || alls.contains(first)) && isSettled(last)
      && words.dropFirst().dropLast().allSatisfy {
        things.contains($0) || auxiliaries.contains($0) || fillers.contains($0)
      }
  }

  /// "any item fails", "one of the boxes is not ticked"
  private static func isBroken(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first, let last = words.last, anys.contains(first) else { return false }
    let rest = words.dropFirst().dropLast()
    let isOpen = rest.last == "not" && isSettled(last)
    return (isOpen || ProseWords.standard.has(.failing, among: [last]) || last == "open")
      && rest.allSatisfy {
        things.contains($0) || auxiliaries.contains($0) || fillers.contains($0) || $0 == "not"
      }
  }

  private static func isSettled(_ word: String) -> Bool {
    ProseWords.standard.has(.settled, among: [word]) || settled.contains(word)
  }

  private static let wholeAlls = WordList.words("WholeSentence.wholeAlls")
  private static let anys = WordList.words("WholeSentence.anys")
  private static let things = WordList.words("WholeSentence.things")
  private static let fillers = WordList.words("WholeSentence.fillers")
  private static let settled = WordList.words("WholeSentence.settled")
  private static let outcomes = WordList.words("WholeSentence.outcomes")

  /// "只有全部通过才算完成": nothing stands between "all" and "passed".
  private static func isWideRule(_ sentence: String) -> Bool {
    let searched = SearchedText(sentence)
    return wholes.contains { whole in
      guard let range = searched.firstRange(of: whole) else { return false }
      let rest = sentence[range.upperBound...].drop { "了后後时時之，, ".contains($0) }
      return thens.contains { rest.hasPrefix($0) }
    }
  }

  private static let onlies = WordList.words("WholeSentence.onlies")
  private static let ifs: Set<String> = [
    "if", "when", "once", "after", "si", "cuando", "wenn", "falls", "quand", "lorsque", "se",
    "quando",
  ]
  private static let alls: Set<String> = ["everything", "todo", "alles", "tout", "tudo"]
  private static let auxiliaries = WordList.words("WholeSentence.auxiliaries")
  private static let wholes = [
    "全部通过", "全部通過", "全部完成", "全部满足", "全部滿足", "全部勾选", "全部勾選", "全部合格", "全部確認",
    "全部确认", "全部打勾", "全部打钩",
  ]
  private static let thens = ["才算", "才能", "才可", "方可", "方能", "才視為", "才视为", "才会", "才會"]
}
