internal import GonogoCore
internal import GonogoEvidence

extension Plan {
  /// True when the document demands of a command, by a sentence about it alone, that there be nothing:
  /// no output, no errors, a count of 0. The sentence stands in the command's block or right below it:
  /// what stands farther off may speak of what a person did in between.
  package func demandsNothing(of command: Int) -> Bool {
    let step = steps[commands[command].step].step
    let end = step.blockLine + step.script.utf8.count { $0 == 0x0A } + 2
    return claimRules.indices.contains { id in
      let (rule, claim) = (claimRules[id], checklist.claims[id])
      guard !rule.isNegated, !claim.isTrigger, claim.doubt == nil,
        (step.blockLine...end + 2).contains(claim.location.line),
        rule.commands ?? Array(index.commands(in: claim.section)) == [command]
      else { return false }
      switch rule.basis {
      case .threshold(let threshold): return Assertion.limit(threshold).isNought
      case .assertion(.empty), .assertion(.zero): return true
      case .assertion(let assertion): return assertion.isNought
      default: return false
      }
    }
  }
}
