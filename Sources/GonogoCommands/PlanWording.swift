internal import GonogoCore
internal import GonogoEvidence
internal import GonogoPlanning

/// How rules read in a plan.
enum PlanWording {
  /// How a claim will be decided: the origin in a word, and the rule.
  static func rule(_ claim: Claim, _ plan: Plan) -> (origin: String, text: String) {
    let rule = plan.claimRules[claim.id]
    let origin = rule.writtenAt == nil ? "inferred" : "explicit"
    let not = rule.isNegated ? "the opposite of " : ""
    switch rule.basis {
    case .directive(let directive): return (origin, "\(directive)")
    case .threshold(let threshold):
      return threshold.required.share == nil
        ? (origin, rule.why) : ("asked", rule.why)
    case .assertion, .blank: return (origin, rule.why)
    case .commands, .section, .claim, .count: return (origin, not + rule.why)
    case .person(let role): return ("asked", role.map { "\($0): " } ?? "" + rule.why)
    case .leftOut: return ("left out", rule.why)
    }
  }

  /// Why a claim's sentence is not understood; nil when it is, or where nothing must be.
  static func unclear(_ claim: Claim, _ plan: Plan) -> String? {
    let rule = plan.claimRules[claim.id]
    if claim.unrunReason != nil { return nil }
    if claim.isLoose { return rule.isPersonal && rule.writtenAt == nil ? rule.why : nil }
    return switch plan.readings[claim.id].whole {
    case .unclear(let why): why
    case .assertion: nil
    case .none:
      claim.kind == .expectation || claim.kind == .trigger
        ? "it says nothing that a program could compare" : nil
    }
  }

  /// What a claim's sentence was read as, or nil; not always surely enough to be compared.
  static func assertion(_ claim: Claim, _ plan: Plan) -> Assertion? {
    if claim.sample != nil, let pattern = pattern(of: claim.id, plan.checklist.expectedOutputs),
      Assertion.isPattern(pattern)
    {
      return .matches(pattern)
    }
    let shown = plan.readings[claim.id].shown
    // "Support ready": what nothing shows is a person's to judge.
    if claim.box != nil, claim.codes.isEmpty, shown?.isSoft == true,
      plan.claimRules[claim.id].isPersonal
    {
      return nil
    }
    return shown
  }

  /// The regular expression that a document made for another tool compares with; `outputs` are in
  /// the order of their claims.
  private static func pattern(of claim: Int, _ outputs: [ExpectedOutput]) -> String? {
    let place = outputs.partitioned { $0.claim >= claim }
    return place < outputs.count && outputs[place].claim == claim ? outputs[place].pattern : nil
  }

  /// What will fill a blank.
  static func rule(_ blank: Blank, _ plan: Plan) -> (origin: String, text: String) {
    let rule = plan.blankRules[blank.id]
    switch rule.basis {
    case .directive(let directive): return ("explicit", "\(directive)")
    case .label:
      return rule.predicted.map { ("inferred", "probably \($0)") }
        ?? ("asked", "unless one printed value clearly fits")
    case .field: return ("sign-off", blank.field.map { "\($0.rawValue)" } ?? "")
    case .person(let role):
      let hint = rule.predicted.map { "; by inference probably \($0)" } ?? ""
      if blank.isRoom, role == nil { return ("asked", "a person, and may stay empty") }
      return ("asked", (role ?? (blank.isPersonal ? "who it is about" : "a person")) + hint)
    case .leftOut: return ("left out", "")
    }
  }

  /// What has to be written there, in words; empty for a plain line.
  static func place(_ blank: Blank) -> String {
    var words =
      switch blank.shape {
      case .underscores, .label: ""
      case .emptyCell, .dashCell: "a cell"
      case .brackets, .angle, .mustache, .placeholder, .mask, .comment:
        "to replace"
      case .choice: "one of " + blank.options.map(\.text).joined(separator: " / ")
      }
    if blank.isInFence { words += words.isEmpty ? "in a form" : ", in a form" }
    if let hint = blank.hint { words += words.isEmpty ? hint : "; \(hint)" }
    return words.isEmpty ? "" : " (\(words))"
  }
}
