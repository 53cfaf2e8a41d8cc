import GonogoSigning
import Testing

@Suite struct SignedDocumentTests {
  private let workshop: Workshop
  /// A document with two signatures.
  private let signed: [UInt8]
  private let first: [UInt8]

  init() throws {
    workshop = try Workshop()
    first = try workshop.sign(Array("# Checks\n\n- [x] done\n".utf8))
    signed = try workshop.sign(first, "bob", as: "approver")
  }

  private func fault(_ bytes: [UInt8]) -> DocumentFault? {
    do throws(SigningError) {
      _ = try SignedDocument.parse(bytes)
      return nil
    } catch { return error.fault }
  }

  /// The bytes of the block with this number.
  private func block(_ number: Int) throws -> [UInt8] {
    Array(signed[try SignedDocument.parse(signed).signatures[number - 1].range])
  }

  @Test(
    .enabled(if: Samples.exists("sample.signed.md"), "optional: the shared samples are not here"))
  func readsTheSample() throws {
    let bytes = try Samples.bytes("sample.signed.md")
    let document = try SignedDocument.parse(bytes)
    #expect(document.signatures.map(\.block.number) == [1, 2])
    #expect(document.signatures.map(\.block.role) == ["operator", "approver"])
    #expect(document.signatures.map(\.block.principal) == ["alice@example.org", "bob@example.org"])
    #expect(
      document.signatures.map(\.block.timeText) == ["2026-11-23T11:27:55Z", "2026-11-23T11:45:10Z"])
    #expect(document.body + document.signatures.flatMap(\.block.rendered) == bytes[...])
    let report = try Verifier(runner: Workshop.runner).verify(
      bytes, allowedSigners: "\(Samples.folder)/allowed_signers",
      requiredRoles: ["operator", "approver"])
    #expect(report.isVerified)
  }

  @Test func accountsForEveryByte() throws {
    let document = try SignedDocument.parse(signed)
    #expect(document.body + document.signatures.flatMap(\.block.rendered) == signed[...])
    #expect(document.signatures[1].range.upperBound == signed.count)
    #expect(signed[document.signatures[1].signedByteCount...].starts(with: "-----BEGIN".utf8))
  }

  @Test func writesTheHeadingAsAgreed() throws {
    let block = try SignatureBlock(
      number: 3, role: "witness", principal: "ann@x", time: 0, armor: [])
    let expected =
      "\n### Signature 3: witness\n\nSigned by ann@x as witness at 1970-01-01T00:00:00Z; covers every byte"
      + " above the BEGIN line.\n\n```text\n"
    #expect(String(decoding: block.heading, as: UTF8.self) == expected)
    #expect(block.namespace == "gonogo-witness.v1")
  }

  @Test(arguments: [
    ("Signed by alice@example.org", "Signed by  alice@example.org", DocumentFault.badHeading),
    ("Signed by alice@example.org", "Signed by al\u{202E}ice", .badPrincipal),
    ("Signed by alice@example.org", "Signed by *", .badPrincipal),
    ("as operator at", "as Operator at", .badHeading),
    ("as operator at", "as auditor at", .badHeading),
    ("2026-11-23T16:13:05Z", "2026-11-31T16:13:05Z", .badTime),
    ("2026-11-23T16:13:05Z", "2026-11-23 16:13:05Z", .badHeading),
    ("Signature 1", "Signature 01", .badHeading), ("Signature 2", "Signature 3", .badHeading),
    ("\n\n```text\n", "\n```text\n", .badHeading), ("```text\n", "``` text\n", .badHeading),
    ("\n```\n\n###", "\n````\n\n###", .noClosingFence),
    ("\n```\n\n###", "\n\n###", .noClosingFence),
    ("\n\n### Signature 2", "\n\n\n### Signature 2", .textBetweenSignatures),
    ("\n\n### Signature 2", "\ntext\n\n### Signature 2", .textBetweenSignatures),
    ("-----END SSH SIGNATURE-----\n", "-----END SSH SIGNATURE----- \n", .strayMarker),
    ("-----END SSH SIGNATURE-----\n", "", .unbalancedMarkers),
    ("-----BEGIN SSH SIGNATURE-----\n", "", .unbalancedMarkers),
    ("# Checks\n", "# Checks\n-----BEGIN SSH SIGNATURE-----\n", .unbalancedMarkers),
    ("# Checks\n", "# Checks\n-----END SSH SIGNATURE-----\n", .unbalancedMarkers),
    ("# Checks\n", "# Checks\n-----BEGIN SSH SIGNATURE-----\r\n", .strayMarker),
    ("# Checks\n", "# \0\n", .containsNUL), ("\n", "\r\n", .strayMarker),
    ("# Checks\n\n- [x] done\n\n###", "# Checks\n\n- [x] done\n###", .badHeading),
  ])
  func refusesChanges(_ old: String, _ new: String, _ fault: DocumentFault) {
    let changed = signed.replacing(old, new)
    #expect(changed != signed)
    #expect(self.fault(changed) == fault)
  }

  @Test func refusesBlocksThatWereMoved() throws {
    let body = Array("# Checks\n\n- [x] done\n".utf8)
    let (one, two) = (try block(1), try block(2))
    #expect(fault(body + one + two) == nil)
    #expect(fault(body + two + one) == .badHeading)
    #expect(fault(body + one + two + two) == .badHeading)
    #expect(fault(body + one + one + two) == .badHeading)
    #expect(fault(body + two) == .badHeading)
    #expect(fault(one + two) == .empty)
    #expect(fault(body) == .noSignature)
    #expect(fault([]) == .empty)
  }

  @Test(arguments: ["\n", " \n", "text\n", "\n### Signature 3: witness\n"])
  func refusesWhateverIsAppended(_ text: String) {
    #expect(fault(signed + Array(text.utf8)) == .textAfterLastSignature)
  }

  @Test func refusesEveryTruncationButTheOneBeforeTheSecondSignature() throws {
    for count in 0..<signed.count where fault(Array(signed[..<count])) == nil {
      #expect(count == first.count)
    }
    #expect(fault(first) == nil)
    #expect(try !workshop.verify(first, roles: ["operator", "approver"]).isVerified)
  }

  @Test func refusesBytesThatAreNoText() throws {
    let bytes = Array(signed)
    #expect(fault([0xFF] + bytes) == .notUTF8)
    #expect(fault([0xED, 0xA0, 0x80] + bytes) == .notUTF8)
    #expect(fault(Array(bytes.dropLast())) == .noFinalNewline)
    #expect(fault([0xEF, 0xBB, 0xBF] + bytes) == nil)
  }

  @Test func limitsTheNumberOfSignatures() throws {
    let pair = Array("-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n".utf8)
    #expect(fault(Array(repeating: pair, count: 65).flatMap { $0 }) == .tooManySignatures)
  }

  @Test func tellsTheLineOfAFault() throws {
    let changed = signed.replacing("# Checks\n", "# Checks\n-----END SSH SIGNATURE\n")
    #expect(throws: SigningError.refused(.strayMarker, line: 2)) {
      _ = try SignedDocument.parse(changed)
    }
  }

  @Test func takesTimeInProportionToTheLength() throws {
    func time(_ count: Int) throws -> Duration {
      let lines = Array(repeating: Array("-----BEGIN SSH SIG\n text\n".utf8), count: count).flatMap
      { $0 }
      return ContinuousClock().measure { _ = fault(lines) }
    }
    _ = try time(100)
    let (small, large) = (try time(2000), try time(32_000))
    #expect(large < small * 100)
  }
}
