internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner

/// Stands in for the shell of a background step that could not be started although steps before it
/// ran: its first command fails with the reason, and the run goes on to its document.
final class UnstartedBackground: BackgroundShell {
  private let reason: String
  private var first: Int?
  let account: BackgroundRun

  init(_ planned: PlannedStep, reason: String) {
    self.reason = reason
    let now = HostEnvironment.now
    account = BackgroundRun(step: planned.step.id, since: now, until: now, ending: .byItself)
  }

  func begin(_ commands: [Int]) { first = commands.first }

  func endings() throws(RunFailure) -> [(index: Int, ending: CommandEnding)] {
    guard let index = first else { return [] }
    first = nil
    return [(index, try UnstartedShell(reason: reason).run(index))]
  }
}
