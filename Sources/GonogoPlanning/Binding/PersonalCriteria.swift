internal import GonogoCore

/// The criteria that no check decides, however alike their words are: sentences that say several
/// things at once, and what somebody signs.
struct PersonalCriteria {
  /// The lines of criteria that are whole sentences of the document.
  private var lines: Set<Int> = []
  private let signed: Set<Int>

  init(_ checklist: Checklist) {
    guard !checklist.decisionTexts.isEmpty else {
      signed = []
      return
    }
    for text in checklist.decisionTexts where text.rule == .stated || text.rule == .criteria {
      lines.insert(text.location.line)
    }
    signed = FeedingBoxes(checklist).gates
  }

  /// True when only a person decides it.
  func contains(_ claim: Claim) -> Bool {
    if claim.box != nil { return claim.kind == .noGoCriterion && signed.contains(claim.section) }
    return lines.contains(claim.location.line)
  }
}
