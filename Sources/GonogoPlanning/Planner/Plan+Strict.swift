extension Plan {
  /// The same plan in which only what somebody wrote counts: what was worked out becomes a question,
  /// with what it was worked out to be as a hint.
  ///
  /// It looks at where a rule comes from and not at what kind it is, so that no new kind of
  /// inference can slip through.
  package func strict() -> Plan {
    var plan = self
    plan.inferred = InferredRules(claims: claimRules, blanks: blankRules)
    plan.claimRules = claimRules.map { rule in
      guard rule.writtenAt == nil, !rule.isPersonal else { return rule }
      return ClaimRule(
        .person(role: nil), why: "inferred, and only written bindings count: \(rule.why)")
    }
    plan.blankRules = blankRules.map { rule in
      guard rule.writtenAt == nil else { return rule }
      // The sign-off says what the run itself knows.
      if case .field = rule.basis { return rule }
      return BlankRule(
        basis: .person(role: nil), writtenAt: nil, predicted: rule.predicted)
    }
    return plan
  }

  /// The plan with its inferences, when this is a strict one.
  var inferring: Plan? {
    guard let inferred else { return nil }
    var plan = self
    plan.claimRules = inferred.claims
    plan.blankRules = inferred.blanks
    plan.inferred = nil
    return plan
  }
}

/// What was worked out and does not count in a strict plan.
struct InferredRules: Sendable {
  let claims: [ClaimRule]
  let blanks: [BlankRule]
}
