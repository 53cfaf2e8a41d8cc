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
    let isAlert = context.map(TriggerText.speaksOfAlerts) ?? false
    let isOpen = text.utf8.contains(0x3E) && !text.holds(">=") && !text.holds("=>")
    addClaim(
      isAlert ? .trigger : .expectation, text: text, context: context, codes: passage.codes,
      doubt: isAlert || isOpen ? context ?? text : doubt(ofList: list), line: line,
      location: SourceLocation(line: blocks[item].startLine))
  }

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
