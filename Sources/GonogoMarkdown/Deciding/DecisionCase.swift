/// Headings of what comes once it is decided: "On NO-GO", "After GO", "NO-GO procedure".
///
/// What stands under one is no criterion. Only a heading that says nothing else is one.
enum DecisionCase {
  /// True for such a heading, whose words are `words`.
  static func isMeant(_ words: [String]) -> Bool {
    guard words.count <= 9, let index = words.firstIndex(where: Polarity.isDecision) else {
      return false
    }
    let before = words[..<index].filter { !$0.allSatisfy(\.isNumber) }
    let rest = words[(index + 1)...]
    if before.isEmpty {
      if rest.count == 1, let last = rest.last, wideTimes.contains(last) { return true }
      // "GO steps" may be the steps to a GO.
      return words[index] == "nogo" && rest.contains { deeds.contains($0) || wideDeeds($0) }
        && rest.allSatisfy { deeds.contains($0) || fillers.contains($0) || wideDeeds($0) }
    }
    let asks = before.first.map { questions.contains($0) } ?? false
    return before.contains { times.contains($0) }
      && before.allSatisfy {
        times.contains($0) || fillers.contains($0) || deeds.contains($0)
          || asks && (questions.contains($0) || asked.contains($0))
      }
      && rest.allSatisfy { settled.contains($0) || fillers.contains($0) || deeds.contains($0) }
  }

  private static func wideDeeds(_ word: String) -> Bool {
    guard word.opensWide else { return false }
    return ["处理", "處理", "步骤", "步驟", "流程", "措施", "対応", "手順", "処理"].contains {
      word.hasSuffix($0)
    }
  }

  private static let times = WordList.words("DecisionCase.times")
  private static let fillers: Set<String> = [
    "the", "a", "an", "in", "of", "for", "im", "eines", "einem", "dem", "des", "en", "de", "del",
    "un", "una", "el", "la", "le", "une", "um", "o", "no", "and",
  ]
  private static let questions = WordList.words("DecisionCase.questions")
  private static let asked: Set<String> = ["to", "do", "we", "tun", "hacer", "faire", "fazer"]
  private static let settled = WordList.words("DecisionCase.settled")
  private static let deeds = WordList.words("DecisionCase.deeds")
  private static let wideTimes = WordList.words("DecisionCase.wideTimes")
}
