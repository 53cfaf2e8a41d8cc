internal import GonogoCore
internal import GonogoEvidence

extension Plan {
  /// True when the document demands of a command, by a sentence about it alone, that there be nothing:
  /// no output, no errors, a count of 0.
  package func demandsNothing(of command: Int) -> Bool {
    claimRules.indices.contains { id in
      let rule = claimRules[id]
      guard !rule.isNegated, !checklist.claims[id].isTrigger,
        commands(of: rule, in: checklist.claims[id].section) == [command]
      else { return false }
      switch rule.basis {
      case .threshold(let threshold): return Assertion.limit(threshold).isNought
      case .assertion(.empty), .assertion(.zero): return true
      case .assertion(let assertion): return assertion.isNought
      default: return false
      }
    }
  }

  private func commands(of rule: ClaimRule, in section: Int) -> [Int] {
    rule.commands ?? Array(index.commands(in: section))
  }
}
