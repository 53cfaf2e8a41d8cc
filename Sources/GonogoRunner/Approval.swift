/// Whether a command may run.
package enum Approval: Sendable, Equatable {
  /// It may; who said so, and how: on the command line or when asked, and how far that went.
  case granted(by: String, how: String)
  /// It may not.
  case refused
}
