internal import GonogoCore

/// Lists whose lead-in says that their entries are checked: "Validate the analytics:", "All checks below must
/// pass:", "What to watch for:".
///
/// What no reader took of them is asked, in whatever words it stands.
enum CheckLists {
  /// True for the sentence that leads to such a list.
  static func isAnnounced(by sentence: String) -> Bool {
    guard sentence.utf8.count <= 160, let last = sentence.last, ":：".contains(last) else {
      return false
    }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    if prose.opens(words, with: .if) || TriggerText.kind(of: sentence) != nil { return false }
    if prose.opens(words, with: .sureOf) || prose.opens(words, with: .probe) { return true }
    if let place = prose.firstWord(of: .obliged, in: words),
      prose.has(.passing, among: Array(words[place...]))
    {
      return true
    }
    return words.count <= 6
      && (watching.contains { words.joined(separator: " ").hasPrefix($0) }
        || words.last.map(closing.contains) == true)
  }

  private static let closing = WordList.words("CheckLists.closing")
  private static let watching = WordList.words("CheckLists.watching")
}
