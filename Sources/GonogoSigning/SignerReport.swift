/// What checking one signature of a document came to.
package struct SignerReport: Sendable, Hashable {
  /// How one signature came out.
  package enum Verdict: String, Sendable, Hashable, Codable {
    /// It fits the text, and the key may sign for this person in this role at this time.
    case valid
    /// It fits the text; whose key it is was not asked. Never enough.
    case identityNotChecked = "identity-not-checked"
    /// It fits the text, but the key may not sign for this person in this role at this time.
    case notAllowed = "not-allowed"
    /// It does not fit the text.
    case invalid
  }

  /// The block's number, from 1.
  package let number: Int
  /// What was signed as.
  package let role: String
  /// Who signed, as the block says.
  package let principal: String
  /// When they signed, as the block says, in seconds since 1970.
  package let time: Int
  /// The key that made the signature (`SHA256:…`); nil when it does not fit the text.
  package let fingerprint: String?
  /// How it came out.
  package let verdict: Verdict
  /// The verdict in words, without a final stop.
  package let reason: String
}
