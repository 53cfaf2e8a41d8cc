package import GonogoCore

/// A step with its commands.
package struct PlannedStep: Sendable {
  /// The step; its obstacle is all that is known to keep it from being run.
  package internal(set) var step: Step
  /// Its commands' positions in the plan.
  package let commands: Range<Int>
  /// The placeholders in it that nobody has given a value, each once.
  package let missing: [String]

  /// Why it is not run as it stands, or nil when it is.
  package var obstacle: Obstacle? { step.obstacle }

  /// True when it is started and goes on while what follows is run.
  package var runsInBackground: Bool { step.attributes.runsInBackground }

  /// True when it is run once what is missing is given.
  package var isRunnable: Bool { obstacle == nil || !missing.isEmpty }
}
