package import GonogoCore
package import GonogoPlanning

/// What a run came to.
package struct RunOutcome: Sendable {
  /// What was found out.
  package let observations: Observations
  /// The sections' results in document order.
  package let sections: [SectionResult]
  /// The decision.
  package let decision: Decision
  /// Why it ended before its end, or nil.
  package let stopped: Reason?
  /// True when the operator interrupted it.
  package let wasInterrupted: Bool
  /// What ran in the background, in the order it was started.
  package let backgrounds: [BackgroundRun]
}
