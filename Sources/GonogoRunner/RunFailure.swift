/// Why a run cannot go on: the journal cannot be written, the sandbox is gone.
package struct RunFailure: Error, Sendable, Equatable {
  /// What kind of trouble it is; it decides the exit code.
  package enum Kind: Sendable, Equatable {
    /// Something could not be written.
    case output
    /// Something it needs is not there.
    case unavailable
  }

  /// What kind of trouble it is.
  package let kind: Kind
  /// What happened, one sentence without a final stop.
  package let message: String
  /// What to do about it.
  package let cure: String

  /// A failure.
  package init(_ kind: Kind, _ message: String, cure: String) {
    self.kind = kind
    self.message = message
    self.cure = cure
  }
}
