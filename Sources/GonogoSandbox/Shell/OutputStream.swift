/// Which of its two streams a command wrote to.
package enum OutputStream: Sendable, Hashable {
  /// Standard output.
  case stdout
  /// Standard error.
  case stderr
}
