/// An unencrypted Ed25519 key in OpenSSH's own form (PROTOCOL.key).
struct SSHPrivateKey {
  static let type = Array("ssh-ed25519".utf8)
  private static let begin = Array("-----BEGIN OPENSSH PRIVATE KEY-----".utf8)
  private static let end = Array("-----END OPENSSH PRIVATE KEY-----".utf8)

  /// The public key as a wire blob.
  let publicKey: [UInt8]
  /// The 32 secret bytes.
  let seed: [UInt8]

  /// Reads a private key's file; nil when it does not begin as one.
  ///
  /// - Throws: `RawKeyError` when it begins as one but cannot be used.
  init?(_ file: [UInt8]) throws(RawKeyError) {
    let lines = file.split { $0 == 0x0A || $0 == 0x0D }
    guard let first = lines.first, first.elementsEqual(Self.begin) else { return nil }
    guard let last = lines.last, lines.count > 2, last.elementsEqual(Self.end),
      let blob = Base64.decode(Array(lines.dropFirst().dropLast().joined()))
    else { throw .notAKey }
    var reader = WireReader(blob)
    guard reader.take(15) == Array("openssh-key-v1\0".utf8), let cipher = reader.string(),
      let derivation = reader.string(), reader.string() != nil, reader.number() == 1,
      let publicKey = reader.string(), let secret = reader.string(), reader.isAtEnd
    else { throw .notAKey }
    let none = Array("none".utf8)
    guard cipher == none, derivation == none else { throw .encrypted }
    self.publicKey = publicKey
    seed = try Self.seed(secret, publicKey: publicKey)
  }

  private static func seed(
    _ secret: [UInt8], publicKey: [UInt8]
  ) throws(RawKeyError) -> [UInt8] {
    var reader = WireReader(secret)
    guard let check = reader.number(), check == reader.number(), let type = reader.string() else {
      throw .notAKey
    }
    guard type == Self.type else { throw .wrongType }
    var published = WireReader(publicKey)
    guard let own = reader.string(), let both = reader.string(), both.count == 64, own.count == 32,
      Array(both.suffix(32)) == own, published.string() == type, published.string() == own,
      published.isAtEnd, reader.string() != nil
    else { throw .notAKey }
    return Array(both.prefix(32))
  }
}
