package import GonogoCore

/// The decision, by the document's own lists and sentences or, without them, by everything in it.
package enum DecisionRule {
  /// Decides. `interruption` says why the run ended before its end, with its section and line, or
  /// is nil.
  ///
  /// A GO needs every GO criterion to hold, every NO-GO criterion not to hold, and no section to
  /// have failed: what failed and no criterion speaks of is a fail all the same. Only items that a
  /// sentence of the document lets stay open may do so, and what its author declared to run in the
  /// background, a person approved and the run ended: that it was still running was its purpose.
  /// When every reason against it was waived, it is a CONDITIONAL GO.
  package static func decide(
    _ assessor: Assessor, interruption: Reason? = nil, waivers: [Waiver] = []
  ) -> Decision {
    let checklist = assessor.plan.checklist
    let basis = DecisionBasis(checklist)
    let sections = assessor.sectionResults()
    var reasons: [Reason] = []
    var left = LeftOpen()
    if let interruption { reasons.append(interruption) }
    for section in sections {
      for reason in section.reasons where reason.section == section.section {
        if let id = reason.claim, basis.spares(checklist.claims[id], reason.verdict) { continue }
        if ranOn(reason, assessor) { continue }
        // Only a GO list of the document's own says that other things may stay open; not what was
        // under way and may have done half of its work.
        if reason.verdict == .fail || !basis.sparesOpen || wasLeft(reason, assessor)
          || isNotUnderstood(reason, checklist)
        {
          reasons.append(reason)
        } else {
          left.add(reason, assessor.observations)
        }
      }
    }
    for claim in checklist.claims where claim.isCriterion {
      if let reason = reason(against: claim, assessor.observations.claims[claim.id]) {
        reasons.append(reason)
      }
    }
    if let bands = basis.bands {
      let score = ScoreRule(bands: bands.bands, location: bands.location, checklist: checklist)
      if let reason = score.reason(assessor.observations) { reasons.append(reason) }
    }
    if !sections.contains(where: \.checksSomething), basis.criteria.isEmpty {
      reasons.append(
        Reason(verdict: .unknown, section: 0, line: 1, text: "nothing in this document was checked")
      )
    }
    let used = waivers.filter { waiver in
      reasons.contains { isWaivable($0, checklist) && $0.subject == waiver.subject }
    }
    let waived = Set(used.map(\.subject))
    let isWaived = reasons.allSatisfy { reason in reason.subject.map(waived.contains) ?? false }
    let answer: Decision.Answer = reasons.isEmpty ? .go : isWaived ? .conditionalGo : .noGo
    let open = answer == .noGo ? nil : left.text
    return Decision(
      answer: answer, reasons: reasons.sorted { $0.line < $1.line },
      rule: (open.map { "\($0); " } ?? "") + basis.sentence + spared(basis, assessor)
        + leftRunning(assessor),
      waivers: used, left: open)
  }

  /// True when it is about a sentence that no reader took: nobody can tell whether it may stay open. A block
  /// that is not run may, as every step that was left open.
  private static func isNotUnderstood(_ reason: Reason, _ checklist: Checklist) -> Bool {
    reason.claim.map { checklist.claims[$0].isLoose && checklist.claims[$0].unrunReason == nil }
      ?? false
  }

  /// True when it is about a command that was running in the background until the run ended.
  private static func ranOn(_ reason: Reason, _ assessor: Assessor) -> Bool {
    guard case .command(let id) = reason.subject else { return false }
    return assessor.observations.commands[id]?.outcome == .background
  }

  /// How many commands were running when the run ended, so that nobody takes them for passed.
  private static func leftRunning(_ assessor: Assessor) -> String {
    let count = assessor.observations.commands.count { $0?.outcome == .background }
    if count == 0 { return "" }
    return "; what ran in the background until the end (\(count) "
      + (count == 1 ? "command) is open" : "commands) is open")
  }

  /// True when it is about a command that had begun and was left open when the run was resumed.
  private static func wasLeft(_ reason: Reason, _ assessor: Assessor) -> Bool {
    guard case .command(let id) = reason.subject else { return false }
    return assessor.observations.commands[id]?.outcome == .interrupted
  }

  /// True for a reason that a person may accept: that a named thing failed or is open. Not that a
  /// NO-GO criterion was seen to apply, nor that the run as a whole came to no end.
  package static func isWaivable(_ reason: Reason, _ checklist: Checklist) -> Bool {
    guard let subject = reason.subject else { return false }
    if case .claim(let id) = subject, checklist.claims[id].kind == .noGoCriterion {
      return reason.verdict.isOpen
    }
    return true
  }

  /// How many items stay open or failed because the document lets them, so that nobody takes them
  /// for done.
  private static func spared(_ basis: DecisionBasis, _ assessor: Assessor) -> String {
    let count = assessor.plan.checklist.claims.count { claim in
      let verdict = assessor.observations.claims[claim.id]?.verdict ?? .unknown
      return verdict != .pass && basis.spares(claim, verdict)
    }
    return count == 0 ? "" : "; of those that may stay open, \(count) did not pass"
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
      line: claim.location.line, text: text, subject: .claim(claim.id))
  }
}
