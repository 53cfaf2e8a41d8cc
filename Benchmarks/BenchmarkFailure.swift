/// Why nothing can be measured.
struct BenchmarkFailure: Error {
  /// What happened.
  let message: String

  /// A failure with this message.
  init(_ message: String) {
    self.message = message
  }
}
