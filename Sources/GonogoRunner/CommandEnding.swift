package import GonogoCore

/// How a command ended and what it printed, as the adapter that ran it saw it.
package struct CommandEnding: Sendable {
  /// How far it got.
  package let outcome: CommandResult.Outcome
  /// Its exit status, when it ran to an end.
  package let status: Int?
  /// The status of each element of its last pipeline.
  package let pipeline: [Int]
  /// The status of a program that failed in a pipeline inside it, while that succeeded, or nil.
  package let failedProgram: Int?
  /// The status of a part of it that failed and was not asked for its status, or nil.
  package let failedPart: Int?
  /// The status of a part that failed in a subshell or in a substitution, or nil.
  package let hiddenStatus: Int?
  /// The first word of that part, or nil where it is no plain name.
  package let hiddenProgram: String?
  /// True when `pipefail` was on, so that no pipeline hides a failure.
  package let hadPipefail: Bool
  /// How long it took, in nanoseconds.
  package let nanoseconds: UInt64
  /// What it wrote to standard output.
  package let stdout: OutputRecord
  /// What it wrote to standard error.
  package let stderr: OutputRecord
  /// Values the adapter knows by itself (the columns of a query); nil to have the output read by
  /// the recognizers.
  package let captures: [Capture]?
  /// Why it was cut short, or nil.
  package let note: String?
  /// True when the shell of the step is gone, so that nothing of the step can follow.
  package let endsStep: Bool

  /// An ending; see the properties.
  package init(
    outcome: CommandResult.Outcome, status: Int?, pipeline: [Int] = [],
    failedProgram: Int? = nil, failedPart: Int? = nil, hiddenStatus: Int? = nil,
    hiddenProgram: String? = nil, hadPipefail: Bool = false,
    nanoseconds: UInt64,
    stdout: OutputRecord, stderr: OutputRecord, captures: [Capture]? = nil, note: String? = nil,
    endsStep: Bool = false
  ) {
    self.outcome = outcome
    self.status = status
    self.pipeline = pipeline
    self.failedProgram = failedProgram
    self.failedPart = failedPart
    self.hiddenStatus = hiddenStatus
    self.hiddenProgram = hiddenProgram
    self.hadPipefail = hadPipefail
    self.nanoseconds = nanoseconds
    self.stdout = stdout
    self.stderr = stderr
    self.captures = captures
    self.note = note
    self.endsStep = endsStep
  }
}
