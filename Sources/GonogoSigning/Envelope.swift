package import GonogoCore

/// A DSSE envelope (Dead Simple Signing Envelope, version 1): bytes, what they are, who signed them.
package struct Envelope: Sendable, Hashable {
  /// One signature.
  package struct Signature: Sendable, Hashable {
    /// The key's fingerprint, `SHA256:…`; a hint for readers, never a proof.
    package let keyIdentifier: String
    /// The raw signature.
    let bytes: [UInt8]
  }

  /// What the payload is.
  package let payloadType: String
  /// The bytes that were signed.
  package let payload: [UInt8]
  /// By whom, each key once.
  package private(set) var signatures: [Signature] = []

  /// An envelope that nobody has signed.
  package init(payloadType: String, payload: [UInt8]) {
    self.payloadType = payloadType
    self.payload = payload
  }

  /// Reads an envelope; nil when it is not written as `json` writes it.
  package init?(_ json: JSONValue) {
    guard let type = json["payloadType"]?.stringValue,
      let payload = json["payload"]?.stringValue.flatMap({ Base64.decode(Array($0.utf8)) })
    else { return nil }
    self.init(payloadType: type, payload: payload)
    for entry in json["signatures"]?.arrayValue ?? [] {
      guard let key = entry["keyid"]?.stringValue,
        let bytes = entry["sig"]?.stringValue.flatMap({ Base64.decode(Array($0.utf8)) })
      else { return nil }
      add(Signature(keyIdentifier: key, bytes: bytes))
    }
  }

  /// Adds a signature in place of an earlier one by the same key.
  package mutating func add(_ signature: Signature) {
    signatures.removeAll { $0.keyIdentifier == signature.keyIdentifier }
    signatures.append(signature)
  }

  /// What is signed: type and payload with their lengths.
  package var signedBytes: [UInt8] {
    Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
  }

  /// The envelope for a file.
  package var json: JSONValue {
    func text(_ bytes: [UInt8]) -> JSONValue {
      .string(String(decoding: Base64.encode(bytes), as: UTF8.self))
    }
    return [
      "payloadType": .string(payloadType), "payload": text(payload),
      "signatures": .array(
        signatures.map { ["keyid": .string($0.keyIdentifier), "sig": text($0.bytes)] }),
    ]
  }
}
