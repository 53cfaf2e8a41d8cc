/// Why a program could not be run at all; a program that ran and failed is no such error.
package enum ProgramError: Error, Sendable, Hashable {
  /// There is no such program on this machine.
  case notFound(program: String)
  /// It, or a file it needs, could not be set up; the reason is for people.
  case couldNotRun(program: String, reason: String)
}
