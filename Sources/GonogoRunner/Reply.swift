package import GonogoCore

/// What a person said to a question.
package enum Reply: Sendable {
  /// To a claim.
  case answer(Attestation)
  /// To a blank: what goes in, who said so, and when.
  case value(String, by: String, time: Int)
  /// Nothing.
  case none
}
