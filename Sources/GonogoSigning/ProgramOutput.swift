/// What a program that ran to its end left behind.
package struct ProgramOutput: Sendable, Hashable {
  /// Its exit status; a program ended by a signal has none of its own and gets 128 and more.
  package let status: Int32
  /// All of its standard output.
  package let stdout: [UInt8]
  /// All of its standard error.
  package let stderr: [UInt8]

  /// An output; see the properties.
  package init(status: Int32, stdout: [UInt8], stderr: [UInt8]) {
    self.status = status
    self.stdout = stdout
    self.stderr = stderr
  }
}
