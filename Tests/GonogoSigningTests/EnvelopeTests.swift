import GonogoCore
import Testing

@testable import GonogoSigning

/// Exports are signed by SSH keys over the bytes of DSSE.
@Suite struct EnvelopeTests {
  private let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private static let noAgent: RawSigner.Agent = { _ throws(RawKeyError) in
    throw .noAgent(reason: "none")
  }

  private static func wire(_ bytes: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(bytes.count)] + bytes }

  /// The example of the DSSE protocol's own description.
  @Test func signsTypeAndPayloadWithTheirLengths() {
    let envelope = Envelope(
      payloadType: "http://example.com/HelloWorld", payload: Array("hello world".utf8))
    #expect(
      envelope.signedBytes
        == Array("DSSEv1 29 http://example.com/HelloWorld 11 hello world".utf8))
    let empty = Envelope(payloadType: "é", payload: [])
    #expect(empty.signedBytes == Array("DSSEv1 2 é 0 ".utf8))
  }

  @Test func signsWithThePrivateFile() throws {
    let signer = try RawSigner(file: workshop.bytes("alice"), agent: Self.noAgent)
    var envelope = Envelope(payloadType: "t", payload: [1, 2])
    let signature = try signer.sign(envelope)
    #expect(signature.bytes.count == 64)
    #expect(try workshop.shell("ssh-keygen -l -f alice.pub").text.contains(signer.fingerprint))
    envelope.add(signature)
    envelope.add(signature)
    #expect(envelope.signatures.count == 1)
    #expect(Envelope(envelope.json) == envelope)
  }

  @Test func asksTheAgentForWhatIsPublic() throws {
    let key = try RawSigner(file: workshop.bytes("alice"), agent: Self.noAgent)
    let envelope = Envelope(payloadType: "t", payload: [1, 2])
    let signature = try key.sign(envelope)
    let blob = Self.wire(Array("ssh-ed25519".utf8)) + Self.wire(signature.bytes)
    let file = try workshop.bytes("alice.pub")
    let request =
      [13] + Self.wire(key.publicKey) + Self.wire(envelope.signedBytes)
      + [UInt8](repeating: 0, count: 4)
    let signer = try RawSigner(file: file) { (message) throws(RawKeyError) in
      message == request ? [14] + Self.wire(blob) : [5]
    }
    #expect(try signer.sign(envelope) == signature)
    for (answer, error) in [
      ([5], RawKeyError.refused), ([], .refused), ([14], .refused),
      ([14] + Self.wire(blob) + [0], .refused),
      (
        [14] + Self.wire(Self.wire(Array("ssh-rsa".utf8)) + Self.wire(signature.bytes)),
        .badSignature
      ),
      (
        [14]
          + Self.wire(
            Self.wire(Array("ssh-ed25519".utf8)) + Self.wire([UInt8](repeating: 1, count: 64))),
        .badSignature
      ),
    ] {
      let signer = try RawSigner(file: file) { _ throws(RawKeyError) in answer }
      #expect(throws: error) { _ = try signer.sign(envelope) }
    }
  }

  @Test func refusesOtherKeys() throws {
    try workshop.shell("ssh-keygen -q -p -P '' -N secret -f carol")
    for (file, error) in [
      ("carol", RawKeyError.encrypted), ("bob", .wrongType), ("bob.pub", .wrongType),
      ("allowed_signers", .notAKey),
    ] {
      let bytes = try workshop.bytes(file)
      #expect(throws: error, "\(file)") { _ = try RawSigner(file: bytes, agent: Self.noAgent) }
    }
    #expect(throws: RawKeyError.noAgent(reason: "none")) {
      _ = try RawSigner(file: workshop.bytes("alice.pub"), agent: Self.noAgent)
        .sign(Envelope(payloadType: "t", payload: []))
    }
  }

  @Test func neverReadsBeyondTheEndOfAKey() throws {
    let file = try workshop.bytes("alice")
    for count in 0..<file.count {
      _ = try? RawSigner(file: Array(file[..<count]), agent: Self.noAgent)
    }
    for offset in file.indices {
      var changed = file
      changed[offset] = UInt8(ascii: "/")
      guard let signer = try? RawSigner(file: changed, agent: Self.noAgent) else { continue }
      // What is left are the check bytes, the comment, and keys that do not fit together.
      _ = try? signer.sign(Envelope(payloadType: "t", payload: []))
    }
  }
}
