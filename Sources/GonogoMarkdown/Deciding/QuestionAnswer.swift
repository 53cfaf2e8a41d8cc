internal import GonogoCore

/// An answer of a question that decides: "NO → NO-GO, fix it first".
enum QuestionAnswer {
  /// What an answer makes of its question: a GO criterion when yes leads to GO or no to NO-GO, a
  /// NO-GO criterion when it is the other way round, nil when it decides nothing.
  static func kind(of answer: String) -> Claim.Kind? {
    let line = answer.prefix { !$0.isNewline }
    let searched = SearchedText(String(line))
    for sign in ["→", "->", "=>", ":", "：", " – ", " - "] {
      guard let range = searched.firstRange(of: sign) else { continue }
      let plain = String(line)
      let head = plain[..<range.lowerBound].filter { $0 != "*" && $0 != "_" }
      guard let side = OutcomeWords.side(of: head), side != .between,
        let isGo = outcome(plain[range.upperBound...])
      else { return nil }
      return (side == .good) == isGo ? .goCriterion : .noGoCriterion
    }
    return nil
  }

  /// True for GO in capitals, false for NO-GO, at the start of what follows from an answer.
  private static func outcome(_ text: Substring) -> Bool? {
    let plain = text.drop { !$0.isLetter }
    for word in ["NO-GO", "NO GO", "NOGO", "No-Go", "NO\u{2011}GO"] where plain.hasPrefix(word) {
      return false
    }
    guard plain.hasPrefix("GO"), plain.dropFirst(2).first?.isLetter != true else { return nil }
    return true
  }
}
