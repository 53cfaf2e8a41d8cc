/// What became of one command.
package struct CommandResult: Sendable {
  /// How far it got.
  package enum Outcome: String, Sendable, Codable {
    /// It ran to its end.
    case ran
    /// It was killed at the step's time limit with everything it had started.
    case timedOut
    /// The operator interrupted the run while it ran.
    case interrupted
    /// It was running in the background when last seen: now, or when the run ended it.
    case background
    /// It ended in a way nobody saw (its shell was killed).
    case lost
    /// Nobody approved it, so it did not run.
    case notApproved
    /// Something before it kept it from running.
    case notRun
  }

  /// The command's position in the plan.
  package let command: Int
  /// How far it got.
  package let outcome: Outcome
  /// Its exit status, when it ran.
  package let status: Int?
  /// The status of each element of its last pipeline, when it ran.
  package let pipeline: [Int]
  /// What is known of pipelines inside it, apart from the last.
  package let inner: InnerFailure
  /// The status its author expects.
  package let expectedStatus: Int
  /// True when it is a search that ended with 1 because it found nothing, which is what must be.
  package let foundNothing: Bool
  /// How long it took, in nanoseconds.
  package let nanoseconds: UInt64
  /// What it wrote to standard output.
  package var stdout: OutputRecord
  /// What it wrote to standard error.
  package var stderr: OutputRecord
  /// What recognizers found in its output.
  package var captures: [Capture]
  /// Why it did not run or was cut short, or nil.
  package let note: String?
  /// True when the shell of its step ended with it, so that nothing of the step could follow.
  package let endsStep: Bool

  /// A result; see the properties.
  package init(
    command: Int, outcome: Outcome, status: Int? = nil, pipeline: [Int] = [],
    inner: InnerFailure = .none, expectedStatus: Int = 0, foundNothing: Bool = false,
    nanoseconds: UInt64 = 0,
    stdout: OutputRecord = .empty,
    stderr: OutputRecord = .empty, captures: [Capture] = [], note: String? = nil,
    endsStep: Bool = false
  ) {
    self.endsStep = endsStep
    self.command = command
    self.outcome = outcome
    self.status = status
    self.pipeline = pipeline
    self.inner = inner
    self.expectedStatus = expectedStatus
    self.foundNothing = foundNothing
    self.nanoseconds = nanoseconds
    self.stdout = stdout
    self.stderr = stderr
    self.captures = captures
    self.note = note
  }

  /// Pass only when it ran to its end with the expected status and no element of its pipeline
  /// failed; 141 (SIGPIPE) of an element that is not the last is no failure, because the reader
  /// behind it had seen enough.
  package var verdict: Verdict {
    switch outcome {
    case .notApproved, .notRun: return .skipped
    case .interrupted, .background: return .unknown
    case .timedOut, .lost: return .fail
    case .ran:
      guard let status else { return .unknown }
      let isAnswer = foundNothing && status == 1
      if status != expectedStatus, !isAnswer { return .fail }
      let isHidden = pipeline.dropLast().contains { $0 != 0 && $0 != 141 }
      if isHidden { return .fail }
      switch inner {
      case .none: return .pass
      case .failed: return .fail
      case .mayBeMeant, .unseen: return .unknown
      }
    }
  }
}
