internal import GonogoCore
internal import GonogoRunner

/// Stands in for the shell of a step that could not be started although steps before it ran: its
/// commands fail with the reason, and the run goes on to its document.
final class UnstartedShell: StepShell {
  private let reason: String

  init(reason: String) {
    self.reason = reason
  }

  func run(_ index: Int) throws(RunFailure) -> CommandEnding {
    CommandEnding(
      outcome: .lost, status: nil, nanoseconds: 0, stdout: .empty, stderr: .empty, note: reason,
      endsStep: true)
  }

  func finish() throws(RunFailure) {}
}
