package import GonogoCore

/// A live shell that runs the commands of one step while the run goes on.
package protocol BackgroundShell: AnyObject {
  /// Starts the first of these commands of the step, counted from 0; the others follow by themselves.
  func begin(_ commands: [Int])
  /// The commands that have ended since this was asked last, in order, each with its ending.
  func endings() throws(RunFailure) -> [(index: Int, ending: CommandEnding)]
  /// When it was started and, once it is over, when and how it ended.
  var account: BackgroundRun { get }
}
