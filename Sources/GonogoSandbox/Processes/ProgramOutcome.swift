/// What a small program of our own use said.
package struct ProgramOutcome: Sendable {
  /// The exit status, 128 + n for an end by signal n.
  package let status: Int32
  /// Its standard output.
  package let stdout: [UInt8]
  /// Its standard error.
  package let stderr: [UInt8]
}
