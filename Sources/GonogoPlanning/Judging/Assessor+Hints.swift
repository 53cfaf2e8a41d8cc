internal import GonogoCore
internal import GonogoEvidence

extension Assessor {
  /// In a strict plan: what the evidence says by inference, for whoever is asked instead.
  func hint(forClaim id: Int) -> String? {
    guard let inferring = inferring(), !inferring.plan.claimRules[id].isPersonal,
      inferring.plan.claimRules[id].writtenAt == nil
    else { return nil }
    let result = inferring.judge(claim: id)
    return result.verdict.isOpen
      ? plan.claimRules[id].why
      : "by inference it \(CommandWording.holds(result.verdict)), which only a person may say: "
        + result.because
  }

  /// In a strict plan: a blank left open, with the values that would have filled it.
  func hint(forBlank id: Int) -> (result: BlankResult, near: [CaptureMatch.Candidate])? {
    guard let inferring = inferring(), inferring.plan.blankRules[id].writtenAt == nil else {
      return nil
    }
    let (result, near) = inferring.fill(blank: id)
    let because =
      result.text.map { "by inference \($0), which only a person may say: \(result.because)" }
      ?? result.because
    return (BlankResult(blank: id, text: nil, source: .none, because: because), near)
  }

  /// The same observations under the plan with its inferences.
  private func inferring() -> Assessor? {
    guard let plan = plan.inferring else { return nil }
    return Assessor(plan: plan, names: names, observations: observations)
  }
}
