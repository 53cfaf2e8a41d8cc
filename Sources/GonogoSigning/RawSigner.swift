internal import Crypto

/// Signs bytes as they are with an Ed25519 key of OpenSSH's: with its private file, or through the
/// agent when the file holds the public key.
package struct RawSigner: Sendable {
  /// Sends one message to the agent, without its length, and gives the answer likewise.
  package typealias Agent = @Sendable ([UInt8]) throws(RawKeyError) -> [UInt8]

  /// The public key as a wire blob.
  package let publicKey: [UInt8]
  private let seed: [UInt8]?
  private let agent: Agent

  /// A signer with the key in the file whose content is `file`.
  ///
  /// - Throws: `RawKeyError` when that is no key that can be used.
  package init(file: [UInt8], agent: @escaping Agent) throws(RawKeyError) {
    self.agent = agent
    if let key = try SSHPrivateKey(file) {
      publicKey = key.publicKey
      seed = key.seed
      return
    }
    let words = file.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    guard words.count >= 2, let blob = Base64.decode(Array(words[1])) else { throw .notAKey }
    publicKey = blob
    seed = nil
    _ = try rawKey()
  }

  /// The key's fingerprint, as OpenSSH writes it.
  package var fingerprint: String {
    let digest = Base64.encode(Array(SHA256.hash(data: publicKey)))
    return "SHA256:" + String(decoding: digest.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
  }

  /// Signs what the envelope holds.
  ///
  /// - Throws: `RawKeyError` when the key does not sign, or its signature does not hold.
  package func sign(_ envelope: Envelope) throws(RawKeyError) -> Envelope.Signature {
    let message = envelope.signedBytes
    let signature: [UInt8]
    if let seed {
      signature = try Self.sign(message, seed)
    } else {
      signature = try signThroughAgent(message)
    }
    let key = try rawKey()
    let holds =
      (try? Curve25519.Signing.PublicKey(rawRepresentation: key))?
      .isValidSignature(signature, for: message)
    guard holds == true else { throw .badSignature }
    return Envelope.Signature(keyIdentifier: fingerprint, bytes: signature)
  }

  private static func sign(_ message: [UInt8], _ seed: [UInt8]) throws(RawKeyError) -> [UInt8] {
    do {
      return Array(
        try Curve25519.Signing.PrivateKey(rawRepresentation: seed).signature(for: message))
    } catch { throw .notAKey }
  }

  /// The 32 bytes of the public key.
  private func rawKey() throws(RawKeyError) -> [UInt8] {
    var reader = WireReader(publicKey)
    guard let type = reader.string() else { throw .notAKey }
    guard type == SSHPrivateKey.type else { throw .wrongType }
    guard let key = reader.string(), key.count == 32, reader.isAtEnd else { throw .notAKey }
    return key
  }

  /// SSH_AGENTC_SIGN_REQUEST and its answer (RFC draft-ietf-sshm-ssh-agent).
  private func signThroughAgent(_ message: [UInt8]) throws(RawKeyError) -> [UInt8] {
    let request = [13] + Self.wire(publicKey) + Self.wire(message) + [0, 0, 0, 0]
    let answer = try agent(request)
    var reader = WireReader(answer)
    guard reader.take(1) == [14], let blob = reader.string(), reader.isAtEnd else {
      throw .refused
    }
    var fields = WireReader(blob)
    guard fields.string() == SSHPrivateKey.type, let signature = fields.string(), fields.isAtEnd
    else { throw .badSignature }
    return signature
  }

  private static func wire(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt32(truncatingIfNeeded: bytes.count)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + bytes
  }
}
