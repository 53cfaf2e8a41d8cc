/// What checking a signed document came to.
package struct VerificationReport: Sendable, Hashable {
  /// One entry per signature, in their order.
  package let signers: [SignerReport]
  /// The required roles that no valid signature was made in; one that is required twice and signed
  /// once is here once.
  package let missingRoles: [String]
  /// What is wrong with the signatures taken together, each without a final stop.
  package let faults: [String]

  /// True when every signature is valid, they are by different people and keys, in order, and every
  /// required role has signed. The only yes there is.
  package var isVerified: Bool {
    !signers.isEmpty && signers.allSatisfy { $0.verdict == .valid } && missingRoles.isEmpty
      && faults.isEmpty
  }
}
