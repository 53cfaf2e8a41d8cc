/// A live shell, or database connection, that runs the commands of one step.
package protocol StepShell: AnyObject {
  /// Runs the command at `index` of the step, counted from 0.
  func run(_ index: Int) throws(RunFailure) -> CommandEnding
  /// Ends it and keeps its state for the next step.
  func finish() throws(RunFailure)
}
