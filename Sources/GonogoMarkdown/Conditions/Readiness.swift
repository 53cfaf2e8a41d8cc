internal import GonogoCore

/// Boxes below the heading of a case that need not arise which are ticked before it can arise: "Rollback
/// tested", "Previous image available". What is done in the case itself is none of them.
enum Readiness {
  /// True for the text of such a box below `heading`: it states that something is ready, and where the
  /// heading does not name a plan, that it is the way back that is ready.
  static func isStated(_ text: String, below heading: String) -> Bool {
    let words = ProseWords.words(in: text.prefix(160))
    let title = ProseWords.words(in: heading)
    guard !title.contains(where: { afters.contains($0) }),
      ProseWords.standard.firstWord(of: .if, in: title) == nil
    else { return false }
    // "Verify that the rollback works" is done, and "Rollback works" found out; "No backup available" is a
    // reason to stop.
    let prose = ProseWords.standard
    let isDone = words.count > 1 && (ready.contains(words[1]) || settled.contains(words[1]))
    guard words.first.map(orders.contains) != true,
      isDone || !TriggerText.isDeed(text) && words.first.map(LooseDemand.isTask) != true,
      !text.contains(where: { "?？".contains($0) }),
      prose.firstWord(of: .deny, in: words) == nil, prose.firstWord(of: .none, in: words) == nil,
      prose.firstWord(of: .failing, in: words) == nil, prose.firstWord(of: .if, in: words) == nil
    else { return false }
    let isReady = holds(text, words, ready)
    if holds(heading, title, plans) { return isReady || holds(text, words, settled) }
    return isReady && (TriggerText.goesBack(text) || holds(text, words, means))
  }

  /// True for a verb that says what is done in the case.
  static func isOrder(_ verb: String) -> Bool { orders.contains(verb) }

  /// True for the label of a blank that is written before the case can arise: "Rollback owner" of a rollback
  /// plan, and not "Rolled back by".
  static func isWritten(_ label: String, below heading: String) -> Bool {
    let title = ProseWords.words(in: heading)
    let words = ProseWords.words(in: label)
    return holds(heading, title, plans) && !title.contains { afters.contains($0) }
      && holds(label, words, named) && !words.contains { done.contains($0) }
  }

  /// True when one of the words, or in scripts without blanks a part of one, is on a list.
  private static func holds(_ text: String, _ words: [String], _ list: Set<String>) -> Bool {
    if words.contains(where: { list.contains($0) }) { return true }
    guard text.hasWideSigns else { return false }
    return list.contains { $0.hasWideSigns && text.holds($0) }
  }

  private static let named = WordList.words("Readiness.named")
  private static let done = WordList.words("Readiness.done")
  private static let afters = WordList.words("Readiness.afters")
  private static let orders = WordList.words("Readiness.orders")
  private static let ready = WordList.words("Readiness.ready")
  private static let settled = WordList.words("Readiness.settled")
  private static let plans = WordList.words("Readiness.plans")
  private static let means = WordList.words("Readiness.means")
}
