internal import GonogoCore
internal import GonogoEvidence

/// The share of ticked boxes and the band it lies in.
struct ScoreRule {
  let bands: [ScoreBand]
  let location: SourceLocation
  let checklist: Checklist

  /// Why the score forbids a GO, or nil when it lies in the band of GO.
  func reason(_ observations: Observations) -> Reason? {
    let counted = checklist.claims.filter { isCounted($0, observations) }
    let ticked = counted.count { observations.claims[$0.id]?.verdict == .pass }
    guard !counted.isEmpty else { return reason("no box counts for the score") }
    let share = Double(ticked) * 100 / Double(counted.count)
    let band = bands.first { $0.lowest <= share }
    if band?.isGo == true { return nil }
    let shown =
      "\(ticked) of \(counted.count) boxes are ticked (\(NumberText.short(rounded(share)))%)"
    return reason(shown + (band.map { ": \($0.name)" } ?? ""))
  }

  /// Boxes of items and GO criteria; recommended ones and those that do not apply are left out.
  private func isCounted(_ claim: Claim, _ observations: Observations) -> Bool {
    guard claim.box != nil, !claim.isTrigger, claim.weight != .recommended else { return false }
    if case .attestation(let attestation) = observations.claims[claim.id]?.source,
      attestation.answer == .notApplicable
    {
      return false
    }
    return true
  }

  /// Down to a tenth, so that 89.96 is never shown as 90.
  private func rounded(_ share: Double) -> Double { (share * 10).rounded(.down) / 10 }

  private func reason(_ text: String) -> Reason {
    let section = checklist.sections.last { $0.location.line <= location.line }?.id ?? 0
    return Reason(verdict: .unknown, section: section, line: location.line, text: text)
  }
}
