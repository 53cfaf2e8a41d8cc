internal import GonogoCore

/// What headings say of a gate and of the place where it is decided.
enum GateHeading {
  /// True for "Release gate", "Gate 2 (proposal)", "品質ゲート": a short name that is of a gate.
  static func names(_ heading: String) -> Bool {
    let words = self.words(in: heading)
    guard (1...4).contains(words.count), let last = words.last else { return false }
    if words.count <= 2, wide.contains(where: { last.hasSuffix($0) }) { return true }
    guard words.count >= 2 || heading.contains(where: \.isNumber) else { return false }
    return (gates.contains(last) || words.first.map { gates.contains($0) } == true)
      && !words.contains { others.contains($0) }
  }

  /// True for the heading under which the document decides: "Final GO/NO-GO decision".
  static func namesDecision(_ heading: String) -> Bool {
    let words = self.words(in: heading)
    guard words.count <= 8 else { return false }
    if words.contains("nogo")
      || zip(words, words.dropFirst()).contains(where: { $0 == "no" && $1 == "go" })
    {
      return true
    }
    return words.count <= 4
      && (words.contains { decisions.contains($0) }
        || words.contains { word in wideDecisions.contains { word.hasSuffix($0) } })
  }

  /// True for the title of a document about acceptance.
  static func isAboutAcceptance(_ title: String) -> Bool {
    if title.holds("验收") || title.holds("驗收") || title.holds("受け入れ") { return true }
    return words(in: title).contains { acceptance.contains($0) }
  }

  private static func words(in heading: String) -> [String] {
    let plain = heading.prefix { $0 != "(" && $0 != "（" }
    return ProseWords.words(in: plain)
  }

  private static let gates: Set<String> = ["gate", "gates"]
  private static let wide = ["ゲート", "门禁", "門禁", "关卡", "關卡"]
  /// What a gate is beside one to pass, and what is done with it.
  private static let others: Set<String> = [
    "api", "feature", "status", "check", "verify", "configure", "setup", "test", "review",
    "workflow", "process", "results", "logic", "array",
  ]
  private static let decisions = WordList.words("GateHeading.decisions")
  private static let wideDecisions = ["决定", "決定", "判定", "决策", "決策"]
  private static let acceptance = WordList.words("GateHeading.acceptance")
}
