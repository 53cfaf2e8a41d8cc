/// How a command came to its end, as the shell or the kernel said it.
package enum ShellReport: Sendable, Equatable {
  /// It ended; the status of the whole, of each element of its last pipeline, and what
  /// else is known.
  case ended(status: Int32, pipeline: [Int32], details: ReportDetails = ReportDetails())
  /// It ended the shell itself (`exit`, `exec`, an error under `set -e`); nothing can follow it.
  case leftShell(status: Int32, pipeline: [Int32], details: ReportDetails = ReportDetails())
  /// The time limit was reached and everything it had started was killed.
  case timedOut
  /// The operator interrupted the run; everything it had started was killed.
  case interrupted
  /// The shell died without a word; the reason.
  case lost(String)

  /// Reads the numbers of a report line such as `end 0 141 0`.
  static func numbers(_ words: some Sequence<Substring>) -> [Int32] {
    words.compactMap { Int32($0) }
  }

  /// Somebody else than the driver has written a report.
  static let forged = ShellReport.lost("its shell's report was not genuine")

  /// The command ended the driver's own loop.
  static let leftLoop = ShellReport.lost(
    "`break` or `continue` outside a loop left what follows it undone")
}
