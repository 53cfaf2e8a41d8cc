/// Checks signed documents.
package struct Verifier: Sendable {
  /// How far a claimed time may lie ahead of our clock, in seconds.
  static let clockTolerance = 300

  private let tool: KeyTool

  /// A verifier that reaches `ssh-keygen` through `runner`.
  package init(runner: ProgramRunner) { tool = KeyTool(runner: runner) }

  /// Checks every signature of `bytes`.
  ///
  /// Different people and different keys must have signed, in the order of the times they claim. Keys
  /// are checked as of the claimed time, so that a key that expired later still counts.
  ///
  /// - Parameters:
  ///   - bytes: the signed document.
  ///   - allowedSigners: the path of the allowed_signers file, which says who may sign as what with
  ///     which key; nil checks only that the signatures fit, which is never enough.
  ///   - requiredRoles: the roles that must have signed; a role given twice needs two signers.
  ///   - revokedKeys: the path of a list of keys that no longer count, or nil.
  ///   - needsVerifiedUser: whether hardware keys must have asked for a PIN or a fingerprint, not
  ///     only for a touch.
  ///   - now: the present time, in seconds since 1970, to refuse claims of the future; nil accepts them.
  /// - Returns: one entry per signer, and what is wrong with them together.
  /// - Throws: `SigningError`: `.refused` when the bytes are no signed document, `.program` when
  ///   `ssh-keygen` cannot be run.
  package func verify(
    _ bytes: [UInt8], allowedSigners: String?, requiredRoles: [String] = [],
    revokedKeys: String? = nil, needsVerifiedUser: Bool = false, now: Int? = nil
  ) throws(SigningError) -> VerificationReport {
    for role in requiredRoles where !SignerName.isRole(role) { throw .badRole(role) }
    let document = try SignedDocument.parse(bytes)
    var signers: [SignerReport] = []
    for placed in document.signatures {
      signers.append(
        try report(
          on: placed, in: document, allowedSigners: allowedSigners, revokedKeys: revokedKeys))
    }
    var faults = Self.faults(signers, now: now)
    if needsVerifiedUser {
      for placed in document.signatures where !placed.signature.hasVerifiedUser {
        faults.append(
          "the hardware key of signature \(placed.block.number) asked for no PIN and no fingerprint"
        )
      }
    }
    if allowedSigners == nil, revokedKeys != nil {
      faults.append("revoked keys were not looked for, which needs an allowed_signers file")
    }
    return VerificationReport(
      signers: signers, missingRoles: Self.missing(requiredRoles, in: signers), faults: faults)
  }

  private func report(
    on placed: PlacedSignature, in document: SignedDocument, allowedSigners: String?,
    revokedKeys: String?
  ) throws(SigningError) -> SignerReport {
    func entry(_ fingerprint: String?, _ verdict: SignerReport.Verdict, _ reason: String)
      -> SignerReport
    {
      let block = placed.block
      return SignerReport(
        number: block.number, role: block.role, principal: block.principal, time: block.time,
        fingerprint: fingerprint, verdict: verdict, reason: reason)
    }
    var refusal: String?
    if let allowedSigners {
      let answer = try tool.verify(
        placed, in: document, allowedSigners: allowedSigners, revokedKeys: revokedKeys)
      switch answer {
      case .good(let key): return entry(key, .valid, "valid signature by key \(key)")
      case .bad(let reason): refusal = reason
      }
    }
    // Tells a signature that does not fit from one whose key is not allowed.
    switch try tool.checkSignature(placed, in: document) {
    case .bad(let reason):
      return entry(nil, .invalid, "it does not fit the text above it: \(reason)")
    case .good(let key):
      guard let refusal else {
        return entry(
          key, .identityNotChecked, "valid signature by key \(key), identity not checked")
      }
      return entry(
        key, .notAllowed,
        "key \(key) may not sign for \(placed.block.principal) as \(placed.block.role): \(refusal)")
    }
  }

  private static func faults(_ signers: [SignerReport], now: Int?) -> [String] {
    var faults: [String] = []
    var people: [String: Int] = [:]
    var keys: [String: Int] = [:]
    var latest = Int.min
    for signer in signers {
      let number = signer.number
      if let other = people.updateValue(number, forKey: signer.principal.lowercased()) {
        faults.append("signatures \(other) and \(number) are by the same person")
      }
      if let key = signer.fingerprint, let other = keys.updateValue(number, forKey: key) {
        faults.append("signatures \(other) and \(number) are by the same key")
      }
      if signer.time < latest {
        faults.append("signature \(number) claims an earlier time than one before it")
      }
      if let now, signer.time > now, signer.time - now > clockTolerance {
        faults.append("signature \(number) claims a time in the future")
      }
      latest = max(latest, signer.time)
    }
    return faults
  }

  /// What is left of the required roles when each signature has met one.
  private static func missing(_ required: [String], in signers: [SignerReport]) -> [String] {
    var signed: [String: Int] = [:]
    for signer in signers where signer.verdict == .valid { signed[signer.role, default: 0] += 1 }
    return required.filter { role in
      guard let count = signed[role], count > 0 else { return true }
      signed[role] = count - 1
      return false
    }
  }
}
