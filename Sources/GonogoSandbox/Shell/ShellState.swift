/// What one step's shell hands on to the next: variables, functions, aliases, options, the
/// directory and its stack, as bash commands. May hold secrets: never written to disk as it is.
package struct ShellState: Sendable {
  /// The commands that restore it.
  package let bytes: [UInt8]

  /// The state that these commands restore.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The state at the start of a run.
  package static let initial = ShellState(bytes: [])
}
