package import GonogoCore
package import GonogoEvidence
package import GonogoPlanning

/// Everything a run can do to the world and ask of it; tests bring their own closures.
package struct Capabilities {
  /// Opens the shell of a step for the commands that may run.
  package var open: (PlannedStep) throws(RunFailure) -> any StepShell
  /// Opens the shell of a step that is to go on in the background.
  package var startInBackground: (PlannedStep) throws(RunFailure) -> any BackgroundShell
  /// Ends everything that runs in the background; true when that is because of an interruption.
  package var endBackground: (Bool) -> Void
  /// Runs a query of an expression, read-only.
  package var query: (String) throws(RunFailure) -> SQLLookup
  /// Whether a command that changes something, or may, has been approved, and by whom.
  package var approve: (PlannedCommand) throws(RunFailure) -> Approval
  /// Asks several questions of one section at once; one reply each.
  package var ask: ([Question]) throws(RunFailure) -> [Reply]
  /// What people accept of the reasons that are left against a GO.
  package var waive: (Decision) throws(RunFailure) -> [Waiver]
  /// Journals an event, then shows it.
  package var report: (RunEvent) throws(RunFailure) -> Void
  /// True when the operator has interrupted the run.
  package var isInterrupted: () -> Bool

  /// Capabilities; see the properties.
  package init(
    open: @escaping (PlannedStep) throws(RunFailure) -> any StepShell,
    startInBackground: @escaping (PlannedStep) throws(RunFailure) -> any BackgroundShell,
    endBackground: @escaping (Bool) -> Void,
    query: @escaping (String) throws(RunFailure) -> SQLLookup,
    approve: @escaping (PlannedCommand) throws(RunFailure) -> Approval,
    ask: @escaping ([Question]) throws(RunFailure) -> [Reply],
    waive: @escaping (Decision) throws(RunFailure) -> [Waiver] = { _ in [] },
    report: @escaping (RunEvent) throws(RunFailure) -> Void,
    isInterrupted: @escaping () -> Bool
  ) {
    self.open = open
    self.startInBackground = startInBackground
    self.endBackground = endBackground
    self.query = query
    self.approve = approve
    self.ask = ask
    self.waive = waive
    self.report = report
    self.isInterrupted = isInterrupted
  }
}
