internal import GonogoCore
internal import GonogoEvidence
internal import GonogoPlanning

/// Makes a question of what evidence left open.
struct QuestionMaker {
  private let plan: Plan

  init(_ plan: Plan) {
    self.plan = plan
  }

  /// The question about a claim; nil when a written rule decides it, so that nobody may talk it
  /// away, or when it is left out.
  func question(_ claim: Claim, _ result: ClaimResult) -> Question? {
    var role: String?
    switch plan.claimRules[claim.id].basis {
    case .directive, .leftOut: return nil
    case .person(let named): role = named
    default: break
    }
    return Question(
      subject: .claim(claim.id), text: claim.text, context: claim.context,
      section: plan.checklist.heading(of: claim.section), line: claim.location.line, role: role,
      evidence: result.because, isTrigger: claim.isTrigger,
      isRequired: claim.kind == .goCriterion, unit: nil, options: [])
  }

  /// The question about a blank; nil when a written rule fills it, or when it is left out.
  func question(
    _ blank: Blank, _ result: BlankResult, _ near: [CaptureMatch.Candidate]
  ) -> Question? {
    var role: String?
    switch plan.blankRules[blank.id].basis {
    case .directive, .leftOut, .field: return nil
    case .person(let named): role = named
    case .label: break
    }
    return Question(
      subject: .blank(blank.id), text: blank.label, context: nil,
      section: plan.checklist.heading(of: blank.section), line: blank.location.line, role: role,
      evidence: evidence(blank, result), isTrigger: false, isRequired: false,
      unit: blank.unit?.symbol, options: blank.options.map(\.text))
  }

  /// Why nothing fills the blank, with what the author wrote beside it.
  private func evidence(_ blank: Blank, _ result: BlankResult) -> String {
    blank.hint.map { "\($0); \(result.because)" } ?? result.because
  }
}
