package import GonogoCore
package import GonogoPlanning

/// What happens during a run, in order; journalled first, then shown.
package enum RunEvent: Sendable {
  /// A section begins that has something to run or to ask.
  case sectionStarted(Section)
  /// A block is passed over, and why.
  case stepPassedOver(PlannedStep, reason: String)
  /// A command is about to run.
  case commandStarted(PlannedCommand)
  /// A command ended, or did not run.
  case commandEnded(PlannedCommand, CommandResult)
  /// A command ended in an earlier part of the run, and its result counts.
  case commandTakenOver(PlannedCommand, CommandResult)
  /// A block is about to go on in the background, with these of its commands.
  case backgroundStarted(PlannedStep, [PlannedCommand])
  /// A block in the background is over.
  case backgroundEnded(PlannedStep, BackgroundRun)
  /// A person approved a command, or did not.
  case approval(PlannedCommand, isApproved: Bool, by: String, how: String)
  /// A claim was decided, or stays open.
  case claimDecided(Claim, ClaimResult)
  /// A blank was filled, or stays open.
  case blankFilled(Blank, BlankResult)
  /// A section is over.
  case sectionEnded(Section, SectionResult)
  /// The run ends before its end.
  case stopped(Reason)
  /// The decision is made.
  case decided(Decision)
}
