/// Appends signatures to documents.
package struct Signer: Sendable {
  private let tool: KeyTool

  /// A signer that reaches `ssh-keygen` through `runner`.
  package init(runner: ProgramRunner) { tool = KeyTool(runner: runner) }

  /// `document` with one more signature block.
  ///
  /// The signatures that are there must fit the text above them, or nothing is signed. The result was
  /// read again strictly and its new signature checked before it is returned.
  ///
  /// - Parameters:
  ///   - document: the completed document, signed by others before or not; none of its bytes change.
  ///   - role: what is signed as, letters a to z.
  ///   - principal: who signs, as allowed_signers names them.
  ///   - keyPath: the private key, or the public key of one that the agent holds.
  ///   - time: now, in seconds since 1970.
  /// - Returns: the signed document.
  /// - Throws: `SigningError` when the document cannot be signed, when this person or key signed it
  ///   before, when time goes backwards, or when `ssh-keygen` does not sign.
  package func sign(
    _ document: [UInt8], role: String, principal: String, keyPath: String, time: Int
  ) throws(SigningError) -> [UInt8] {
    let unsigned = try SignedDocument.parseAllowingUnsigned(document)
    let number = unsigned.signatures.count + 1
    let block = try SignatureBlock(
      number: number, role: role, principal: principal, time: time, armor: [])
    try check(block, against: unsigned)
    let earlierKeys = try keys(of: unsigned)

    let message = document + block.heading
    let armor = try tool.sign(message, namespace: block.namespace, keyPath: keyPath)
    let result = message + armor + SignatureBlock.closing
    let signed: SignedDocument
    do { signed = try SignedDocument.parse(result) } catch {
      throw .badOwnSignature(reason: error.message)
    }
    guard let own = signed.signatures.last, signed.signatures.count == number,
      own.signedByteCount == message.count
    else { throw .badOwnSignature(reason: "it is not where it belongs") }
    switch try tool.checkSignature(own, in: signed) {
    case .bad(let reason): throw .badOwnSignature(reason: reason)
    case .good(let key):
      // By fingerprint, which a certificate shares with its key.
      if let index = earlierKeys.firstIndex(of: key) {
        throw .keyUsedBefore(principal: unsigned.signatures[index].block.principal)
      }
    }
    return result
  }

  /// The keys that signed `document`, in order.
  private func keys(of document: SignedDocument) throws(SigningError) -> [String] {
    var keys: [String] = []
    for placed in document.signatures {
      switch try tool.checkSignature(placed, in: document) {
      case .good(let key): keys.append(key)
      case .bad(let reason): throw .doesNotFit(number: placed.block.number, reason: reason)
      }
    }
    return keys
  }

  private func check(_ block: SignatureBlock, against document: SignedDocument)
    throws(SigningError)
  {
    guard block.number <= SignedDocument.signatureLimit else {
      throw .refused(.tooManySignatures, line: 1)
    }
    for earlier in document.signatures.map(\.block)
    where earlier.principal.lowercased() == block.principal.lowercased() {
      throw .alreadySigned(principal: earlier.principal, role: earlier.role)
    }
    if let last = document.signatures.map(\.block.time).max(), block.time < last {
      throw .timeGoesBackwards(requested: block.time, last: last)
    }
  }
}
