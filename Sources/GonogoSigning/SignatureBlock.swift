/// One signer's block at the end of a signed document.
package struct SignatureBlock: Sendable, Hashable {
  /// Its number, from 1.
  package let number: Int
  /// What the signer signed as: letters a to z.
  package let role: String
  /// Who signed, as allowed_signers names them.
  package let principal: String
  /// When they say they signed, in seconds since 1970.
  package let time: Int
  /// The signature with its BEGIN and END lines, as `ssh-keygen` gives it.
  package let armor: [UInt8]

  /// A block; see the properties.
  ///
  /// - Throws: `SigningError` when role, principal or time cannot be written.
  package init(number: Int, role: String, principal: String, time: Int, armor: [UInt8])
    throws(SigningError)
  {
    guard SignerName.isRole(role) else { throw .badRole(role) }
    guard SignerName.isPrincipal(principal) else { throw .badPrincipal(principal) }
    guard let timeText = UTCTime.text(time) else { throw .badTime(time) }
    self.number = number
    self.role = role
    self.principal = principal
    self.time = time
    self.timeText = timeText
    self.armor = armor
  }

  /// The time as the block writes it: `2026-11-23T16:13:05Z`.
  package let timeText: String

  /// What the signature is made for: `gonogo-operator.v1`.
  package var namespace: String { "gonogo-\(role).v1" }

  /// The lines above the BEGIN line, from the empty one that parts the block from what is before it;
  /// they are signed with all that is above them.
  package var heading: [UInt8] {
    Array(
      """

      ### Signature \(number): \(role)

      Signed by \(principal) as \(role) at \(timeText); covers every byte above the BEGIN line.

      ```text

      """.utf8)
  }

  /// The fence that ends the block.
  package static let closing = Array("```\n".utf8)

  /// All bytes of the block.
  package var rendered: [UInt8] { heading + armor + Self.closing }
}
