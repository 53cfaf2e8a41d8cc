import Testing

@testable import GonogoSigning

@Suite struct SSHSignatureTests {
  /// A string of SSH's wire format.
  private static func wire(_ bytes: [UInt8]) -> [UInt8] {
    [0, 0, UInt8(bytes.count >> 8 & 0xFF), UInt8(bytes.count & 0xFF)] + bytes
  }

  private static func wire(_ text: String) -> [UInt8] { wire(Array(text.utf8)) }

  private static func blob(
    magic: String = "SSHSIG", version: UInt8 = 1, key: String = "ssh-ed25519",
    reserved: String = "",
    hash: String = "sha512", signature: [UInt8] = wire("ssh-ed25519") + wire("signature"),
    tail: [UInt8] = []
  ) -> [UInt8] {
    Array(magic.utf8) + [0, 0, 0, version] + wire(wire(key) + wire("public")) + wire("gonogo-x.v1")
      + wire(reserved) + wire(hash) + wire(signature) + tail
  }

  private func fault(_ blob: [UInt8]) -> DocumentFault? {
    do throws(DocumentFault) {
      _ = try SSHSignature(armor: SSHSignature.armor(blob))
      return nil
    } catch { return error }
  }

  private static let hardware = "sk-ssh-ed25519@openssh.com"
  private static func touched(_ flags: UInt8, _ tail: [UInt8] = []) -> [UInt8] {
    wire(hardware) + wire("signature") + [flags, 0, 0, 0, 9] + tail
  }

  @Test func readsTheFields() throws {
    let signature = try SSHSignature(armor: SSHSignature.armor(Self.blob()))
    #expect(signature.namespace == "gonogo-x.v1")
    #expect(signature.publicKey == Self.wire("ssh-ed25519") + Self.wire("public"))
  }

  @Test func pinsWhatIsNotSigned() {
    #expect(fault(Self.blob()) == nil)
    #expect(fault(Self.blob(magic: "SSHSIH")) == .notASignature)
    #expect(fault(Self.blob(version: 0)) == .wrongVersion)
    #expect(fault(Self.blob(version: 2)) == .wrongVersion)
    #expect(fault(Self.blob(reserved: "x")) == .reservedNotEmpty)
    #expect(fault(Self.blob(hash: "sha256")) == .wrongHash)
    #expect(fault(Self.blob(tail: [0])) == .notASignature)
    #expect(
      fault(Self.blob(signature: Self.wire("ssh-ed25519") + Self.wire("x") + [1])) == .notASignature
    )
    #expect(fault(Self.blob(signature: [])) == .notASignature)
    #expect(fault([]) == .notASignature)
  }

  @Test func asksForATouchOfHardwareKeys() {
    let key = Self.hardware
    #expect(fault(Self.blob(key: key, signature: Self.touched(1))) == nil)
    #expect(fault(Self.blob(key: key, signature: Self.touched(5))) == nil)
    #expect(fault(Self.blob(key: key, signature: Self.touched(0))) == .notTouched)
    #expect(fault(Self.blob(key: key, signature: Self.touched(4))) == .notTouched)
    #expect(fault(Self.blob(signature: Self.touched(0))) == .notTouched)
    #expect(fault(Self.blob(key: key, signature: Self.touched(1, [0]))) == .notASignature)
    // A hardware key cannot give a signature without flags.
    #expect(fault(Self.blob(key: key)) == .notASignature)
    let web = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"
    let rest = Self.wire("https://x") + Self.wire("{}") + Self.wire("")
    for (flags, expected) in [(UInt8(1), DocumentFault?.none), (0, .notTouched)] {
      let signature = Self.wire(web) + Self.wire("s") + [flags, 0, 0, 0, 1] + rest
      #expect(fault(Self.blob(key: "sk-ecdsa", signature: signature)) == expected)
      #expect(
        fault(Self.blob(key: "sk-ecdsa", signature: Array(signature.dropLast()))) == .notASignature)
    }
  }

  @Test func neverReadsBeyondTheEnd() {
    let whole = Self.blob(key: Self.hardware, signature: Self.touched(1))
    for count in 0..<whole.count { #expect(fault(Array(whole[..<count])) != nil) }
    for offset in whole.indices {
      var changed = whole
      changed[offset] = 0xFF
      _ = fault(changed)
    }
  }

  @Test func acceptsOnlyOneSpellingOfTheArmor() throws {
    let armor = SSHSignature.armor(Self.blob())
    #expect(armor.split(separator: 10).dropFirst().dropLast(2).allSatisfy { $0.count == 70 })
    let text = String(decoding: armor, as: UTF8.self)
    for (old, new) in [
      ("\n-----END", "\n\n-----END"), ("\n-----END", " \n-----END"), ("U1NI", "U1N\nI"),
      ("U1NI", "U1N_"), ("=\n", "\n"), ("\n-----END", "=\n-----END"),
      ("\n-----END", "AAAA\n-----END"),
    ] {
      let changed = Array(text.utf8).replacing(old, new)
      if changed == armor { continue }
      #expect(throws: DocumentFault.self) { _ = try SSHSignature(armor: changed) }
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func knowsTheExamplesOfRFC4648(_ plain: String, _ text: String) {
    #expect(Base64.encode(Array(plain.utf8)) == Array(text.utf8))
    #expect(Base64.decode(Array(text.utf8)) == Array(plain.utf8))
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zh==", "Zm9=", "=m9v", "Zg==Zg==", "Z=g=", "Zm 9", "Zm9-", "====",
  ])
  func refusesOtherSpellingsOfBase64(_ text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }
}
