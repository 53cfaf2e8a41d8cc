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

  /// "CPU: < 50%", "Disk: at least 10 GB free": a name, and the limit of what it names.
  static func isLabelledLimit(_ text: String) -> Bool {
    guard text.utf8.count <= 80, let colon = text.firstColon, Checkable.statesLimit(text) else {
      return false
    }
    let label = ProseWords.words(in: text[..<colon])
    return (1...5).contains(label.count) && !TriggerText.speaksOfAlerts(text)
      && ProseWords.standard.firstWord(of: .if, in: ProseWords.words(in: text)) == nil
  }

  /// "Memory usage: < 85% ✓": the tick says that the limit is how it should be.
  static func isApproved(_ text: String) -> Bool { withoutTick(text) != text }

  /// The text without a tick at its end.
  static func withoutTick(_ text: String) -> String {
    guard let last = text.last, "✓✔✅".contains(last) else { return text }
    return String(ChecklistBuilder.trimmed(text.dropLast()))
  }

  /// "MUST return 0 failures" of "Authoritative check - MUST return 0 failures", "no slow queries" of "Verify
  /// no slow queries": what it demands of what comes out; nil for what must be done.
  static func demand(in text: String) -> String? {
    guard text.utf8.count <= 120 else { return nil }
    if ProseWords.standard.firstWord(of: .if, in: ProseWords.words(in: text)) != nil { return nil }
    if let must = SearchedText(text).firstRange(of: "MUST ") {
      let rest = text[must.upperBound...]
      // "The standby MUST …" speaks of something of its own; a name and a dash only call it important.
      let label = ChecklistBuilder.trimmed(text[..<must.lowerBound])
      guard label.isEmpty || label.last.map({ "-–—:".contains($0) }) == true && isEmphatic(label),
        let verb = ProseWords.words(in: rest.prefix(16)).first, shows.contains(verb)
      else { return nil }
      return String(text[must.lowerBound...])
    }
    let words = ProseWords.words(in: text)
    guard words.count >= 3, words.count <= 8, ProseWords.standard.opens(words, with: .sureOf),
      let space = text.firstIndex(of: " ")
    else { return nil }
    let rest = String(ChecklistBuilder.trimmed(text[space...]))
    let isNone = ProseWords.words(in: rest.prefix(16)).first.map {
      ProseWords.standard.isPhrase($0, .none)
    }
    return isNone == true ? rest : nil
  }

  /// "AUTHORITATIVE verification -", "IMPORTANT:": at most three words, of which the first is in capitals.
  private static func isEmphatic(_ label: Substring) -> Bool {
    let words = label.split { !$0.isLetter }
    return words.count <= 3 && words.first.map { $0.allSatisfy(\.isUppercase) } == true
  }

  private static let shows = WordList.words("CommentStatement.shows")

  private static func opensWithAll(_ text: String) -> Bool {
    ProseWords.words(in: text.prefix(16)).first.map(alls.contains) ?? false
  }

  private static let alls: Set<String> = ["all", "every", "each", "alle", "todos", "todas", "tous"]
}
