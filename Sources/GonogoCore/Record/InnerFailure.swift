/// What is known of the pipelines inside a command, apart from its last one.
package enum InnerFailure: Sendable, Equatable {
  /// None of them hid a failure.
  case none
  /// A program in one of them failed with this status while the pipeline succeeded.
  case failed(status: Int)
  /// The same, but the command has conditions or `||`, so that the failure may be meant.
  case mayBeMeant(status: Int)
  /// One stands in a subshell, where nobody can see how its programs ended.
  case unseen
}
