package import GonogoCore

/// The decision, by the document's own lists or, without them, by everything in it.
package enum DecisionRule {
  /// Decides. `interruption` says why the run ended before its end, with its section and line, or
  /// is nil.
  ///
  /// A GO needs every GO criterion to hold, every NO-GO criterion not to hold, and no section to
  /// have failed: what failed and no criterion speaks of is a fail all the same.
  package static func decide(_ assessor: Assessor, interruption: Reason? = nil) -> Decision {
    let checklist = assessor.plan.checklist
    let criteria = checklist.claims.filter(\.isCriterion)
    let hasGoList = criteria.contains { $0.kind == .goCriterion }
    let sections = assessor.sectionResults()
    var reasons: [Reason] = []
    if let interruption { reasons.append(interruption) }
    for section in sections {
      for reason in section.reasons where reason.section == section.section {
        // Only a GO list of the document's own says that other things may stay open.
        if reason.verdict == .fail || !hasGoList { reasons.append(reason) }
      }
    }
    for claim in criteria {
      if let reason = reason(against: claim, assessor.observations.claims[claim.id]) {
        reasons.append(reason)
      }
    }
    if sections.isEmpty, criteria.isEmpty {
      reasons.append(
        Reason(verdict: .unknown, section: 0, line: 1, text: "nothing in this document was checked")
      )
    }
    return Decision(
      answer: reasons.isEmpty ? .go : .noGo,
      reasons: reasons.sorted { $0.line < $1.line }, rule: rule(criteria))
  }

  private static func reason(against claim: Claim, _ result: ClaimResult?) -> Reason? {
    let verdict = result?.verdict ?? .unknown
    let wanted: Verdict = claim.kind == .goCriterion ? .pass : .fail
    guard verdict != wanted else { return nil }
    let because = result?.because ?? "not reached"
    let open = verdict.isOpen ? "is not known" : ""
    let text: String
    switch claim.kind {
    case .noGoCriterion where verdict == .pass: text = "NO-GO: “\(claim.text)”: \(because)"
    case .noGoCriterion: text = "NO-GO criterion “\(claim.text)” \(open): \(because)"
    default:
      text = "GO criterion “\(claim.text)” \(verdict == .fail ? "does not hold" : open): \(because)"
    }
    return Reason(
      verdict: verdict.isOpen ? .unknown : .fail, section: claim.section,
      line: claim.location.line, text: text)
  }

  private static func rule(_ criteria: [Claim]) -> String {
    let go = criteria.count { $0.kind == .goCriterion }
    let noGo = criteria.count - go
    switch (go, noGo) {
    case (0, 0): return "GO when every command, expectation, item and blank passed"
    case (_, 0): return "GO when all \(go) GO criteria hold and nothing failed"
    case (0, _):
      return "GO when none of \(noGo) NO-GO criteria holds and every command, expectation, item "
        + "and blank passed"
    default:
      return "GO when all \(go) GO criteria hold, none of \(noGo) NO-GO criteria holds and "
        + "nothing failed"
    }
  }
}
