internal import GonogoCore
internal import GonogoSigning

/// Reads the bytes as a signed document, as the blob of a signature in one that is whole, and as
/// changes to a document that two people signed.
enum SignatureTarget {
  static func run(_ bytes: [UInt8]) {
    parse(bytes)
    let envelope = Envelope(payloadType: "a", payload: bytes)
    guard let again = Envelope(envelope.json), again.payload == bytes else {
      preconditionFailure("Base64 gives other bytes back")
    }
    let armor = Array(PretendKeys.armor(PretendKeys.base64(bytes)).utf8)
    let block = try? SignatureBlock(
      number: 1, role: "operator", principal: "ann@example.com", time: 1_767_225_600, armor: armor)
    if let block { parse(Array("a\n".utf8) + block.rendered) }
    change(bytes)
  }

  /// What is accepted accounts for every byte.
  private static func parse(_ bytes: [UInt8]) {
    guard let document = try? SignedDocument.parse(bytes) else { return }
    precondition(document.bytes == bytes && !document.signatures.isEmpty)
    var end = document.body.endIndex
    for placed in document.signatures {
      precondition(placed.range.lowerBound == end, "bytes between signatures")
      precondition(placed.range.contains(placed.signedByteCount))
      end = placed.range.upperBound
    }
    precondition(end == bytes.count, "bytes after the last signature")
    // Nobody signed it, so it verifies only where it is the one that was signed.
    precondition(bytes == signed || !verifies(bytes), "a forgery verifies")
  }

  private static let signed = sign(
    sign(Array("# A\n\n- [x] one\n- [x] two\n".utf8), "operator"), "approver")

  private static func sign(_ bytes: [UInt8], _ role: String) -> [UInt8] {
    let signer = Signer(runner: PretendKeys.runner)
    do {
      return try signer.sign(
        bytes, role: role, principal: PretendKeys.signers[role] ?? "", keyPath: "key",
        time: 1_767_225_600)
    } catch { preconditionFailure("cannot be signed: \(error)") }
  }

  private static func verifies(_ bytes: [UInt8]) -> Bool {
    let report = try? Verifier(runner: PretendKeys.runner).verify(
      bytes, allowedSigners: "signers", requiredRoles: ["operator", "approver"])
    return report?.isVerified ?? false
  }

  private static func change(_ bytes: [UInt8]) {
    let changed = Changes.made(by: bytes, to: signed)
    precondition(verifies(changed) == (changed == signed), "a changed document verifies")
  }
}
