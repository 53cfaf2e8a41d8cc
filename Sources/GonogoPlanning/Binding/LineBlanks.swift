internal import GonogoCore
internal import GonogoEvidence

/// The blanks of each line, for limits that stand beside them: `P95: ____ ms (must be < 400 ms)`.
struct LineBlanks {
  private let checklist: Checklist
  private var byLine: [Int: [Int]] = [:]

  init(checklist: Checklist) {
    self.checklist = checklist
    for blank in checklist.blanks { byLine[blank.location.line, default: []].append(blank.id) }
  }

  /// The one blank on the line of `claim`, when it can hold what the limit speaks of.
  func blank(for claim: Claim, _ threshold: Threshold) -> Blank? {
    let ids = byLine[claim.location.line] ?? []
    guard let only = ids.first, ids.count == 1 else { return nil }
    let blank = checklist.blanks[only]
    guard blank.section == claim.section, blank.field == nil, !blank.isPersonal,
      blank.shape != .choice, blank.options.isEmpty
    else { return nil }
    let dimension = threshold.required.quantity.unit.dimension
    if let unit = blank.unit, unit.dimension != dimension { return nil }
    return blank
  }
}
