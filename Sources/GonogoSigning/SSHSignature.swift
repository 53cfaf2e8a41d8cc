/// What an armoured SSHSIG holds, read strictly; whether it fits a text is for `ssh-keygen` to say.
///
/// The format is OpenSSH's PROTOCOL.sshsig. Its version and reserved fields are outside the signed
/// bytes, and `ssh-keygen` accepts hardware keys that were not touched, so both are pinned here.
struct SSHSignature: Sendable, Hashable {
  /// The line that opens the armor, without its line end.
  static let begin = Array("-----BEGIN SSH SIGNATURE-----".utf8)
  /// The line that closes the armor, without its line end.
  static let end = Array("-----END SSH SIGNATURE-----".utf8)

  /// The public key, or certificate, as a wire blob.
  let publicKey: [UInt8]
  /// What the signature was made for: `gonogo-operator.v1`.
  let namespace: String
  /// What a hardware key says about how it was used: bit 0 for a touch, bit 2 for a PIN or a
  /// fingerprint; nil for a key in a file or an agent.
  let hardwareFlags: UInt8?

  /// Reads an armor: its BEGIN line, base64 in lines of 70, its END line with line end.
  ///
  /// - Throws: the rule that it breaks.
  init(armor: [UInt8]) throws(DocumentFault) {
    let text = armor.dropFirst(Self.begin.count + 1).dropLast(Self.end.count + 1)
    guard let blob = Base64.decode(text.filter { $0 != UInt8(ascii: "\n") }),
      Self.armor(blob) == armor
    else { throw .armorNotCanonical }

    var reader = WireReader(blob)
    guard reader.take(6) == Array("SSHSIG".utf8), let version = reader.number() else {
      throw .notASignature
    }
    guard version == 1 else { throw .wrongVersion }
    guard let publicKey = reader.string(), let namespace = reader.string(),
      let reserved = reader.string(), let hash = reader.string(), let signature = reader.string(),
      reader.isAtEnd
    else { throw .notASignature }
    guard reserved.isEmpty else { throw .reservedNotEmpty }
    guard hash == Array("sha512".utf8) else { throw .wrongHash }
    self.publicKey = publicKey
    self.namespace = String(decoding: namespace, as: UTF8.self)
    hardwareFlags = try Self.flags(signature, of: publicKey)
  }

  /// The one armor that `blob` has.
  static func armor(_ blob: [UInt8]) -> [UInt8] {
    let text = Base64.encode(blob)
    var armor = begin + [UInt8(ascii: "\n")]
    for start in stride(from: 0, to: text.count, by: 70) {
      armor.append(contentsOf: text[start..<min(start + 70, text.count)])
      armor.append(UInt8(ascii: "\n"))
    }
    return armor + end + [UInt8(ascii: "\n")]
  }

  /// True when the hardware key asked for a PIN or a fingerprint; also for what is no hardware key.
  var hasVerifiedUser: Bool { hardwareFlags.map { $0 & 4 == 4 } ?? true }

  /// The flags of a hardware key, after the signature's own fields were read to their end: type,
  /// signature and, for a hardware key, flags and a counter.
  private static func flags(
    _ signature: [UInt8], of publicKey: [UInt8]
  ) throws(DocumentFault) -> UInt8? {
    var key = WireReader(publicKey)
    var reader = WireReader(signature)
    guard let keyType = key.string(), let type = reader.string(), reader.string() != nil else {
      throw .notASignature
    }
    let isWeb = type.starts(with: "webauthn-".utf8)
    guard isWeb || keyType.starts(with: "sk-".utf8) || type.starts(with: "sk-".utf8) else {
      guard reader.isAtEnd else { throw .notASignature }
      return nil
    }
    guard let flags = reader.take(1)?.first, reader.number() != nil else { throw .notASignature }
    // A signature made in a browser carries the origin, the client's data and extensions.
    if isWeb {
      for _ in 0..<3 { guard reader.string() != nil else { throw .notASignature } }
    }
    guard reader.isAtEnd else { throw .notASignature }
    guard flags & 1 == 1 else { throw .notTouched }
    return flags
  }
}
