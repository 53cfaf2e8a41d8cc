/// What is known of how the parts of a command ended, apart from its last pipeline.
package enum InnerFailure: Sendable, Equatable {
  /// None of them hid a failure.
  case none
  /// A part failed with this status while the whole succeeded.
  case failed(status: Int)
  /// The same, where a failure may be meant: in a condition, beside `||`, after `!` or in `$(…)`.
  case mayBeMeant(status: Int)
  /// A part ended where nobody can see how, and why.
  case unseen(String)
}
