package import GonogoCore

/// A step with its commands.
package struct PlannedStep: Sendable {
  /// The step.
  package let step: Step
  /// Its commands' positions in the plan.
  package let commands: Range<Int>
}
