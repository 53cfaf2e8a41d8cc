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
      if !error.message.isEmpty {
        let terminal = Terminal(descriptor: STDERR_FILENO)
        terminal.line("\(terminal.styled("gonogo:", .red)) \(VisibleText.lines(error.message))")
        if let cure = error.cure { terminal.line("  cure: \(VisibleText.lines(cure))") }
      }
      throw error.status.code
    }
    if status != .go { throw status.code }
  }
}
