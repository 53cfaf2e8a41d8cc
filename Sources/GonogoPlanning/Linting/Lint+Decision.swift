internal import GonogoCore

extension Lint {
  /// Lists of criteria without criteria, the same sentence on both sides, rules that are unclear.
  mutating func checkDecision() {
    for text in checklist.decisionTexts {
      guard case .unclear(let why) = text.rule else { continue }
      report(
        .warning, code: "unclear-decision", "this says how to decide, and not clearly: \(why)",
        cure: "write lists headed “GO if all:” and “NO-GO if any:”", at: text.location)
    }
    checkEmptyLists()
    checkBothSides()
  }

  private mutating func checkEmptyLists() {
    for section in checklist.sections {
      let isList = section.role == .goCriteria || section.role == .noGoCriteria
      // A list's subsections take their role from it.
      guard isList, section.parent.map({ checklist.sections[$0].role != section.role }) ?? true
      else { continue }
      let subtree = plan.index.subtree(of: section.id)
      guard !subtree.contains(where: { !plan.index.claims(in: $0).isEmpty }) else { continue }
      report(
        .warning, code: "empty-criteria",
        "this heading opens a list of criteria and none was found below it",
        cure: "write each criterion as a list item: `- [ ] …`", at: section.location)
    }
  }

  private mutating func checkBothSides() {
    var needed: [String: Claim] = [:]
    for claim in checklist.claims where claim.kind == .goCriterion {
      needed[PlainText.key(claim.text)] = needed[PlainText.key(claim.text)] ?? claim
    }
    for claim in checklist.claims where claim.kind == .noGoCriterion {
      guard let other = needed[PlainText.key(claim.text)] else { continue }
      report(
        .error, code: "contradictory-criteria",
        "line \(other.location.line) needs for a GO what forbids it here, so there is never a GO",
        cure: "turn one of the two sentences round", at: place(of: claim))
    }
  }
}
