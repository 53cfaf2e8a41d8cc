internal import GonogoCore
internal import GonogoPlanning

/// Approvals that come after a command was left out.
extension ResumedRun {
  /// What becomes of commands that were left out for want of an approval and are approved now.
  ///
  /// The first of them is run, and what was only looked at after it is looked at again. Where
  /// something after it has been changed already, running it now would not be the order of the
  /// document; it stays left out, and that is said.
  ///
  /// - Returns: the command from which on nothing is taken over, or nil, and what to say.
  func lateApprovals(
    _ plan: Plan, _ approver: Approver?
  ) -> (first: Int?, notices: [String]) {
    guard let approver else { return (nil, []) }
    let late = plan.commands.filter {
      history.ended[$0.id]?.result.outcome == .notApproved && approver.standing($0) != nil
    }
    let lastChange = plan.commands.last { command in
      let isRun = history.ended[command.id].map { $0.result.outcome != .notApproved } ?? false
      let hasBegun = isRun && history.ended[command.id]?.result.outcome != .notRun
      return (command.effect != .reads || command.hazard != nil)
        && (hasBegun || history.underWay[command.id] != nil)
    }
    let first = late.first { $0.id > lastChange?.id ?? -1 }
    return (
      first?.id,
      late.map { command in
        let name = "“\(VisibleText.line(command.name))”, line \(command.line)"
        if let lastChange, command.id < lastChange.id {
          return "\(name), is approved now but stays left out: line \(lastChange.line), after it, "
            + "has run; start anew with gonogo run to have both in their order."
        }
        return "\(name), was left out before and is approved now: it is run."
      }
    )
  }
}
