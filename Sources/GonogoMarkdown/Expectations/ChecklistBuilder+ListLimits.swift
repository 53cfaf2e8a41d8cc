internal import GonogoCore

/// Bullets that state a limit where no list says what its entries are.
extension ChecklistBuilder {
  /// Adds a bullet under a box that states a limit. More than so much may be what an alert is set to, so
  /// that a person says which; below what speaks of alerts it is.
  mutating func addLimit(
    _ text: String, _ passage: Passage, _ item: Int, _ line: ItemLine
  ) {
    guard let list = blocks[item].parent else { return }
    let context = context(of: item).map(BlankLabel.cleaned)
    let isAlert = namesReasons(list) || context.map(TriggerText.speaksOfAlerts) ?? false
    let isElsewhere = context.map(Self.isAboutAnother) ?? false
    let isOpen = isElsewhere || text.utf8.contains(0x3E) && !text.holds(">=") && !text.holds("=>")
    addClaim(
      isAlert ? .trigger : .expectation, text: text, context: context, codes: passage.codes,
      doubt: isAlert || isOpen ? context ?? text : doubt(ofList: list), line: line,
      location: SourceLocation(line: blocks[item].startLine))
  }

  /// Adds the sentences of a paragraph that say at what value not to go on: "Rollback if errors exceed 5.",
  /// "Trigger condition: errors > 5".
  mutating func addStopReasons(of passage: Passage) {
    guard section.role == .checks, passage.text.utf8.contains(where: { 0x30...0x39 ~= $0 }) else {
      return
    }
    for sentence in passage.sentences
    where (TriggerText.isSentence(sentence.text) || TriggerText.stops(sentence.text))
      && !hasClaim(onLine: sentence.line)
    {
      addClaim(
        .trigger, text: sentence.text, context: nil, line: ItemLine(0..<0, in: document),
        location: SourceLocation(line: sentence.line))
    }
  }

  /// True for a box that speaks of another time or place: "On staging", "Tomorrow", "Replica checked".
  private static func isAboutAnother(_ box: String) -> Bool {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: box)
    return prose.opens(words, with: .whenOrWhere) || prose.has(.baseline, among: words)
      || prose.has(.elsewhere, among: words) || prose.has(.later, among: words)
      || words.contains { prose.isPhrase($0, .sideTitle) || places.contains($0) }
  }

  private static let places = WordList.words("ListLimits.places")

  /// For a bullet with a limit that may be a reason to act, which nobody may pass over: the words
  /// above it.
  mutating func doubt(ofReason text: String, in list: Int) -> String? {
    guard listRoles[list] == nil, section.role == .checks,
      Checkable.isShortLimit(text) || Checkable.isLabelledLimit(text),
      !ProseWords.words(in: text).contains(where: { Self.versions.contains($0) })
    else { return nil }
    if let doubt = doubt(ofList: list) { return doubt }
    return hasStepInSection && TriggerText.exceedsIll(text) ? section.heading : nil
  }

  /// Which version somebody has or needs is no reason to act.
  private static let versions = WordList.words("ListLimits.versions")
}
