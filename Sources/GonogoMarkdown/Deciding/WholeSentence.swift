internal import GonogoCore

/// Reads sentences that ask for all of what the document lists without naming boxes: "Only when
/// everything has passed is a feature complete."
enum WholeSentence {
  /// True for such a sentence, whose words are `words`.
  static func isRule(_ sentence: String, _ words: [String]) -> Bool {
    if sentence.holds("全部") { return isWideRule(sentence) }
    guard (5...24).contains(words.count), let first = words.first, onlies.contains(first),
      ifs.contains(words[1]), !sentence.hasSuffix("?")
    else { return false }
    let rest = words[2...]
    guard let all = rest.first, alls.contains(all) else { return false }
    let verb = rest.dropFirst().drop { auxiliaries.contains($0) }
    guard let deed = verb.first else { return false }
    return ProseWords.standard.has(.settled, among: [deed])
  }

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
