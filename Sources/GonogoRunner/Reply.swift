package import GonogoCore

/// What a person said to a question.
package enum Reply: Sendable {
  /// To a claim.
  case answer(Attestation)
  /// To a blank: what goes in, and whose word it is.
  case value(String, Attestation)
  /// Nothing.
  case none
}
