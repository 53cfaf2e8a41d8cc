internal import GonogoCore
internal import GonogoEvidence

extension Assessor {
  /// Why a section that passed does not show that what its commands did went well: one of them
  /// hides its failures, and nothing that was checked in the section looked at what it printed.
  func emptySuccess(inSection id: Int) -> String? {
    let here = checked(in: id)
    let commands = here.flatMap(plan.index.steps).map { plan.steps[$0] }
      .filter { !$0.step.attributes.skip && !$0.step.isConditional }
      .flatMap { plan.commands[$0.commands] }
    let read = readCommands(in: here)
    if let hiding = commands.first(where: { command in
      command.hidesFailure && !read.contains(command.id)
    }) {
      return CommandSuccess.sentence(hiding)
    }
    guard read.isEmpty, !hasOtherChecks(in: here) else { return nil }
    return CommandSuccess.obstacle(commands)
  }

  /// The first command that hides its failures among commands of which none tells anything.
  func onlyHidden(_ ids: [Int]) -> PlannedCommand? {
    let commands = ids.map { plan.commands[$0] }
    guard commands.allSatisfy({ $0.silence != nil }) else { return nil }
    return commands.first(where: \.hidesFailure)
  }

  /// A section and those under it, without what is done only when something fails.
  func checked(in id: Int) -> [Int] {
    plan.index.subtree(of: id).filter { plan.checklist.sections[$0].role != .conditional }
  }

  /// True when an item, an expectation or a blank was checked.
  private func hasOtherChecks(in sections: [Int]) -> Bool {
    let isClaimed = sections.flatMap(plan.index.claims).contains { id in
      if case .leftOut = plan.claimRules[id].basis { return false }
      return !plan.checklist.claims[id].isCriterion
    }
    return isClaimed
      || sections.flatMap(plan.index.blanks).contains { id in
        if case .leftOut = plan.blankRules[id].basis { return false }
        return plan.checklist.blanks[id].field == nil
      }
  }

  /// The commands whose output decided something in these sections.
  private func readCommands(in sections: [Int]) -> Set<Int> {
    var read: Set<Int> = []
    for id in sections.flatMap(plan.index.claims) where !plan.checklist.claims[id].isCriterion {
      guard case .inferred = observations.claims[id]?.source else { continue }
      if let ids = plan.claimRules[id].commands {
        if ids.count == 1 { read.formUnion(ids) }
      } else {
        // The one value was looked for among all of them: known only where one printed any.
        let printing = plan.index.commands(in: plan.checklist.claims[id].section)
          .filter { observations.commands[$0]?.captures.isEmpty == false }
        if printing.count == 1 { read.formUnion(printing) }
      }
    }
    return read
  }
}
