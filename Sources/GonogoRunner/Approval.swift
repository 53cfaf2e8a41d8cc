/// Whether a command may run.
package enum Approval: Sendable, Equatable {
  /// It may; who said so, and how far it went (`--approve all`, a section, this command).
  case granted(by: String)
  /// It may not.
  case refused
}
