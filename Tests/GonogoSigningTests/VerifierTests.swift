import GonogoSigning
import Testing

@Suite struct VerifierTests {
  private let workshop: Workshop
  private let signed: [UInt8]

  init() throws {
    workshop = try Workshop()
    let once = try workshop.sign(Array("# Checks\n\n- [x] done\n".utf8))
    signed = try workshop.sign(once, "bob", as: "approver")
  }

  private func refused(_ bytes: [UInt8]) -> Bool {
    do throws(SigningError) { return try !workshop.verify(bytes).isVerified } catch {
      return error.isRefusal
    }
  }

  @Test func refusesEveryFlippedBit() throws {
    let small = try workshop.sign(Array("- [x] a\n".utf8))
    #expect(try workshop.verify(small).isVerified)
    var leftToTheSignature = 0
    for offset in small.indices {
      var isChecked = false
      for bit in 0..<8 {
        var changed = small
        changed[offset] ^= 1 << UInt8(bit)
        guard (try? SignedDocument.parse(changed)) != nil else { continue }
        // The key and signature decide for the whole byte; one bit of each third byte is tried.
        if !isChecked, offset % 3 == 0 {
          isChecked = true
          leftToTheSignature += 1
          #expect(refused(changed), "byte \(offset), bit \(bit)")
        }
      }
    }
    #expect(leftToTheSignature > 50)
  }

  @Test func refusesEveryFlippedBitOutsideWhatIsSigned() throws {
    let document = try SignedDocument.parse(signed)
    let last = document.signatures[1]
    let outside = last.signedByteCount..<signed.count
    let armor = last.signedByteCount + last.block.armor.count
    for offset in outside {
      for bit in 0..<8 {
        var changed = signed
        changed[offset] ^= 1 << UInt8(bit)
        // Only base64 that spells another key or signature gets as far as ssh-keygen.
        if (try? SignedDocument.parse(changed)) != nil {
          #expect(offset < armor)
          if offset % 40 == bit { #expect(refused(changed)) }
        }
      }
    }
  }

  @Test func refusesDeletionsAndInsertions() throws {
    let small = try workshop.sign(Array("- [x] a\n".utf8))
    for offset in small.indices {
      let (before, after) = (small[..<offset], small[offset...])
      let variants: [[UInt8]] = [
        Array(before + after.dropFirst()), Array(before) + [0x20] + after,
        Array(before) + [10] + after,
      ]
      for changed in variants where (try? SignedDocument.parse(changed)) != nil {
        #expect(offset <= 8 || offset % 10 != 0 || refused(changed), "byte \(offset)")
      }
    }
  }

  @Test func countsRequiredRoles() throws {
    #expect(try workshop.verify(signed).isVerified)
    #expect(try workshop.verify(signed, roles: ["approver", "operator"]).isVerified)
    let report = try workshop.verify(signed, roles: ["operator", "operator", "witness"])
    #expect(!report.isVerified)
    #expect(report.missingRoles == ["operator", "witness"])
    #expect(throws: SigningError.badRole("Op")) { _ = try workshop.verify(signed, roles: ["Op"]) }
  }

  @Test func tellsAKeyThatIsNotAllowedFromASignatureThatDoesNotFit() throws {
    let foreign = try workshop.sign(signed, "carol", as: "witness")
    let report = try workshop.verify(foreign)
    #expect(report.signers.map(\.verdict) == [.valid, .valid, .notAllowed])
    #expect(report.signers[2].fingerprint?.hasPrefix("SHA256:") == true)
    #expect(!report.isVerified)

    let changed = try workshop.verify(signed.replacing("[x] done", "[x] Done"))
    #expect(changed.signers.map(\.verdict) == [.invalid, .invalid])
    #expect(changed.signers[0].fingerprint == nil)
    #expect(changed.signers[0].reason.contains("incorrect signature"))
  }

  @Test func refusesARoleThatTheKeyMayNotTake() throws {
    let report = try workshop.verify(
      workshop.sign(Array("x\n".utf8), "alice", as: "approver"), roles: ["approver"])
    #expect(report.signers.map(\.verdict) == [.notAllowed])
    #expect(report.missingRoles == ["approver"])
    // The heading may claim the other role only together with the namespace.
    let swapped = try workshop.sign(Array("x\n".utf8)).replacing("operator", "approver")
    #expect { _ = try workshop.verify(swapped) } throws: {
      ($0 as? SigningError)?.fault == .wrongNamespace
    }
  }

  @Test func refusesAnotherPersonsName() throws {
    let bytes = try Signer(runner: Workshop.runner).sign(
      Array("x\n".utf8), role: "operator", principal: "bob@example.org",
      keyPath: workshop.path("alice"), time: 0)
    #expect(try workshop.verify(bytes).signers.map(\.verdict) == [.notAllowed])
  }

  @Test(arguments: [
    ("valid-before=\"20261123161304Z\"", false), ("valid-before=\"20261123161306Z\"", true),
    ("valid-after=\"20261123161306Z\"", false), ("valid-after=\"20261123161304Z\"", true),
  ])
  func judgesKeysAsOfTheClaimedTime(_ option: String, _ isValid: Bool) throws {
    try workshop.shell(
      "echo 'alice@example.org \(option)' \"$(cat alice.pub)\" > allowed_signers")
    let report = try workshop.verify(workshop.sign(Array("x\n".utf8)))
    #expect(report.isVerified == isValid)
    #expect(report.signers[0].verdict == (isValid ? .valid : .notAllowed))
  }

  @Test func refusesRevokedKeys() throws {
    try workshop.shell("cp alice.pub revoked; ssh-keygen -q -k -f krl bob.pub")
    #expect(
      try workshop.verify(signed, revoked: "revoked").signers.map(\.verdict) == [
        .notAllowed, .valid,
      ])
    #expect(
      try workshop.verify(signed, revoked: "krl").signers.map(\.verdict) == [.valid, .notAllowed])
    #expect(try !workshop.verify(signed, revoked: "missing").isVerified)
  }

  @Test func neverVerifiesWithoutAllowedSigners() throws {
    let verifier = Verifier(runner: Workshop.runner)
    let report = try verifier.verify(signed, allowedSigners: nil)
    #expect(report.signers.map(\.verdict) == [.identityNotChecked, .identityNotChecked])
    #expect(!report.isVerified)
    let key = report.signers[0].fingerprint ?? ""
    #expect(report.signers[0].reason == "valid signature by key \(key), identity not checked")
    #expect(try workshop.shell("ssh-keygen -l -f alice.pub").text.contains(key))
    #expect(
      try verifier.verify(signed, allowedSigners: nil, revokedKeys: "x").faults.count == 1)
    #expect(try !verifier.verify(signed, allowedSigners: workshop.path("missing")).isVerified)
    let changed = signed.replacing("[x] done", "[ ] done")
    #expect(
      try verifier.verify(changed, allowedSigners: nil).signers.map(\.verdict)
        == [.invalid, .invalid])
  }

  @Test(
    .enabled(if: Samples.exists("addsig.sh"), "optional: the shared samples are not here"),
    arguments: [
      ("alice", "eve", "06", "by the same key"), ("bob", "ALICE", "06", "by the same person"),
      ("bob", "bob", "04", "an earlier time"),
    ])
  func comparesTheSignersWithOneAnother(
    _ key: String, _ name: String, _ second: String, _ fault: String
  ) throws {
    try workshop.write(try workshop.sign(Array("x\n".utf8)), "d.md")
    let answer = try workshop.shell(
      """
      SIGTIME=2026-11-23T16:13:\(second)Z '\(Samples.folder)/addsig.sh' d.md approver \
      \(name)@example.org \(key)
      echo "*@example.org" "$(cat alice.pub)" > allowed_signers
      echo "*@example.org" "$(cat bob.pub)" >> allowed_signers
      """)
    #expect(answer.status == 0, "\(answer.text)")
    let report = try workshop.verify(workshop.bytes("d.md"))
    #expect(report.faults.count == 1)
    #expect(report.faults.first?.contains(fault) == true)
    #expect(!report.isVerified)
  }

  @Test func refusesClaimsOfTheFuture() throws {
    #expect(try workshop.verify(signed, now: 1_795_450_385).isVerified)
    #expect(try workshop.verify(signed, now: 1_795_450_385 - 300).isVerified)
    #expect(try workshop.verify(signed, now: 1_795_450_385 - 301).faults.count == 2)
  }

  @Test(arguments: [
    "", "Good \"gonogo-operator.v1\" signature", "ok", "Good \"x\" signature key SHA256:1",
  ])
  func takesNoExitStatusForAYes(_ answer: String) throws {
    let runner = ProgramRunner(
      run: { _, _, _, _ in ProgramOutput(status: 0, stdout: Array(answer.utf8), stderr: []) },
      withTemporaryFile: Workshop.runner.withTemporaryFile)
    let report = try Verifier(runner: runner).verify(signed, allowedSigners: "x")
    #expect(report.signers.allSatisfy { $0.verdict == .invalid })
  }

  @Test func showsNothingThatATerminalWouldObey() throws {
    let words = Array("\u{1B}[31mred\u{7}\r\nnext\u{202E}\n".utf8)
    let runner = ProgramRunner(
      run: { _, _, _, _ in ProgramOutput(status: 1, stdout: [], stderr: words) },
      withTemporaryFile: Workshop.runner.withTemporaryFile)
    let report = try Verifier(runner: runner).verify(signed, allowedSigners: "x")
    #expect(report.signers[0].reason.hasSuffix(": [31mred; next"))
  }
}
