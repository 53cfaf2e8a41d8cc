internal import GonogoSigning

/// Reads the bytes as a signed document, then as the blob of a signature in one that is whole.
enum SignatureTarget {
  static func run(_ bytes: [UInt8]) {
    parse(bytes)
    let envelope = Envelope(payloadType: "a", payload: bytes)
    guard let again = Envelope(envelope.json), again.payload == bytes,
      let text = envelope.json["payload"]?.stringValue
    else { preconditionFailure("Base64 gives other bytes back") }
    var armor = "-----BEGIN SSH SIGNATURE-----\n"
    var rest = Substring(text)
    while !rest.isEmpty {
      armor += rest.prefix(70) + "\n"
      rest = rest.dropFirst(70)
    }
    armor += "-----END SSH SIGNATURE-----\n"
    guard
      let block = try? SignatureBlock(
        number: 1, role: "operator", principal: "ann@example.com", time: 1_767_225_600,
        armor: Array(armor.utf8))
    else { return }
    parse(Array("a\n".utf8) + block.heading + Array(armor.utf8) + SignatureBlock.closing)
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
  }
}
