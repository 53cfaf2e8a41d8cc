internal import GonogoCore

/// Comments of a block that state how something must be, without a word that says so.
enum CommentStatement {
  /// "# All services show “healthy”": said of every one of them, with the word in quotes or behind a
  /// verb of what comes out.
  static func isOfAll(_ text: String) -> Bool {
    guard text.utf8.count <= 80, let last = text.last, !"?？:：".contains(last), opensWithAll(text)
    else { return false }
    return "\"”'`".contains(last) || ProseWords.standard.has(.said, in: text)
  }

  /// "# Dashboard: error rate < 0.1%" in a block without a command: what somebody has to look at, and how
  /// it must be.
  static func isDemand(_ text: String) -> Bool {
    guard text.utf8.count <= 100, !text.hasSuffix(":"), !TriggerText.speaksOfAlerts(text),
      !TriggerText.isDeed(text),
      ProseWords.standard.firstWord(of: .if, in: ProseWords.words(in: text)) == nil
    else { return false }
    return Checkable.statesLimit(text) || ResultBullet.isStated(text) || opensWithAll(text)
  }

  private static func opensWithAll(_ text: String) -> Bool {
    ProseWords.words(in: text.prefix(16)).first.map(alls.contains) ?? false
  }

  private static let alls: Set<String> = ["all", "every", "each", "alle", "todos", "todas", "tous"]
}
