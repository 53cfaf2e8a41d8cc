/// Why commands cannot be started at all; the run cannot go on.
package struct SandboxError: Error, Sendable, Equatable {
  /// What happened, one sentence without a final stop.
  package let message: String
  /// What to do about it.
  package let cure: String

  /// An error with its cure.
  package init(_ message: String, cure: String) {
    self.message = message
    self.cure = cure
  }
}
