internal import ArgumentParser
internal import Glibc

/// Runs the body of a command of ours and turns its failure into message and exit code.
enum CommandBody {
  /// Runs `body`; shows what went wrong on standard error.
  ///
  /// - Throws: `ExitCode` when the code is not 0.
  static func run(_ body: () throws(CommandFailure) -> ExitStatus) throws {
    let status: ExitStatus
    do throws(CommandFailure) {
      status = try body()
    } catch {
      show(error)
      throw error.status.code
    }
    if status != .go { throw status.code }
  }

  /// Shows what went wrong and its cure on standard error.
  static func show(_ failure: CommandFailure) {
    guard !failure.message.isEmpty else { return }
    let terminal = Terminal(descriptor: STDERR_FILENO)
    terminal.line("\(terminal.styled("gonogo:", .red)) \(VisibleText.lines(failure.message))")
    if let cure = failure.cure { terminal.line("  cure: \(VisibleText.lines(cure))") }
  }
}
