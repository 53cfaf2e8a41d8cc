import Foundation
import GonogoSigning
import Testing

@Suite struct SignerTests {
  private let workshop: Workshop
  init() throws { workshop = try Workshop() }

  /// Documents whose bytes must stay as they are.
  private static let documents: [String] = [
    "# Checks\n", "\n", "x\r\ny\r\n", "\u{FEFF}# Checks\r\n", "trailing  \n\ttab\n",
    "lone\rreturn\n",
    "- é 发布 \u{202E} \u{1F680}\n", " -----BEGIN SSH SIGNATURE-----\n", "~~~\nopen fence\n",
    "text -----BEGIN SSH SIGNATURE-----\n", "### Signature 1: approver\n\nSigned by nobody\n",
    String(repeating: "a line of a long document\n", count: 20_000),
  ]

  @Test(arguments: documents)
  func keepsEveryByteAndVerifies(_ text: String) throws {
    let document = Array(text.utf8)
    let once = try workshop.sign(document)
    let twice = try workshop.sign(once, "bob", as: "approver", at: 1_795_450_999)
    #expect(once.starts(with: document))
    #expect(twice.starts(with: once))
    let report = try workshop.verify(twice, roles: ["operator", "approver"])
    #expect(report.isVerified)
    #expect(report.signers.map(\.principal) == ["alice@example.org", "bob@example.org"])
    #expect(Set(report.signers.compactMap(\.fingerprint)).count == 2)
  }

  @Test(
    .enabled(if: Samples.exists("strict_verify.py"), "optional: the shared samples are not here"),
    arguments: documents)
  func passesTheIndependentVerifier(_ text: String) throws {
    let once = try workshop.sign(Array(text.utf8))
    try workshop.write(try workshop.sign(once, "bob", as: "approver"), "d.signed.md")
    let answer = try workshop.shell(
      "python3 -B '\(Samples.folder)/strict_verify.py' d.signed.md allowed_signers")
    #expect(answer.status == 0, "\(answer.text)")
    #expect(answer.text.contains("GOOD operator alice@example.org 2026-11-23T16:13:05Z SHA256:"))
    #expect(answer.text.contains("GOOD approver bob@example.org 2026-11-23T16:13:05Z SHA256:"))
  }

  @Test(.enabled(if: Samples.exists("addsig.sh"), "optional: the shared samples are not here"))
  func goesOnWhereTheReferenceScriptSigned() throws {
    try workshop.write(Array("# Checks\n".utf8), "d.md")
    let answer = try workshop.shell(
      "SIGTIME=2026-11-23T16:13:05Z '\(Samples.folder)/addsig.sh' d.md operator alice@example.org alice"
    )
    #expect(answer.status == 0, "\(answer.text)")
    let theirs = try workshop.bytes("d.md")
    #expect(theirs == (try workshop.sign(Array("# Checks\n".utf8))))
    #expect(try workshop.verify(workshop.sign(theirs, "bob", as: "approver")).isVerified)
  }

  @Test func signsWithAKeyThatOnlyTheAgentHolds() throws {
    let socket = workshop.path("agent")
    // In the foreground: one that turns into a daemon keeps the descriptors by which the ends of
    // other programs are noticed.
    let agent = Process()
    agent.executableURL = URL(filePath: "/usr/bin/ssh-agent")
    agent.arguments = ["-D", "-a", socket]
    agent.standardOutput = FileHandle.nullDevice
    try agent.run()
    // Threads of a pool block signals, and what they start inherits that.
    defer {
      kill(agent.processIdentifier, SIGKILL)
      agent.waitUntilExit()
    }
    try workshop.shell(
      """
      until [ -S agent ]; do sleep 0.02; done
      SSH_AUTH_SOCK="$PWD/agent" ssh-add -q carol; mv carol hidden
      """)
    let runner = ProgramRunner(
      run: { (program, arguments, input, environment) throws(ProgramError) in
        let own = environment ?? ["SSH_AUTH_SOCK": socket]
        return try Workshop.runner.run(program, arguments, input, own)
      }, withTemporaryFile: Workshop.runner.withTemporaryFile)
    let signed = try Signer(runner: runner).sign(
      Array("x\n".utf8), role: "operator", principal: "carol", keyPath: workshop.path("carol.pub"),
      time: 0)
    #expect(try SignedDocument.parse(signed).signatures.count == 1)
  }

  @Test(arguments: [
    ("", DocumentFault.empty), ("no line end", .noFinalNewline), ("nul\0\n", .containsNUL),
    ("a\n-----BEGIN SSH SIGNATURE-----\n", .unbalancedMarkers),
    ("-----END SSH SIGNATURE-----\n", .unbalancedMarkers), ("-----BEGIN SSH SIG!\n", .strayMarker),
    ("a\n-----BEGIN SSH SIGNATURE-----\nx\n-----END SSH SIGNATURE-----\n", .badHeading),
  ])
  func refusesDocumentsThatCouldNotVerify(_ text: String, _ fault: DocumentFault) {
    #expect { _ = try workshop.sign(Array(text.utf8)) } throws: {
      ($0 as? SigningError)?.fault == fault
    }
  }

  @Test func refusesToAddToADocumentThatWasChanged() throws {
    let signed = try workshop.sign(Array("x\n".utf8)) + [10]
    #expect { _ = try workshop.sign(signed, "bob", as: "approver") } throws: {
      ($0 as? SigningError)?.fault == .textAfterLastSignature
    }
  }

  @Test(arguments: [
    "", "Operator", "op erator", "op1", "é", "a\n", String(repeating: "a", count: 65),
  ])
  func refusesWhatIsNoRole(_ role: String) {
    #expect(throws: SigningError.badRole(role)) {
      _ = try workshop.sign(Array("x\n".utf8), as: role)
    }
  }

  @Test(arguments: [
    "", "a b", "a\tb", "a\n", "a\u{A0}b", "a\u{2028}", "a\u{0}", "a\u{7f}", "\u{202E}a", "-a", "!a",
    "*", "a,b", "<b>", "`a`", "\"a\"", String(repeating: "a", count: 257),
  ])
  func refusesNamesThatMislead(_ name: String) {
    #expect(throws: SigningError.badPrincipal(name)) {
      _ = try Signer(runner: Workshop.runner).sign(
        Array("x\n".utf8), role: "operator", principal: name, keyPath: workshop.path("alice"),
        time: 0)
    }
  }

  @Test func refusesTheSamePersonAndTheSameKeyTwice() throws {
    let once = try workshop.sign(Array("x\n".utf8))
    let alice = "alice@example.org"
    #expect(throws: SigningError.alreadySigned(principal: alice, role: "operator")) {
      _ = try workshop.sign(once)
    }
    #expect(throws: SigningError.alreadySigned(principal: alice, role: "operator")) {
      _ = try workshop.sign(once, as: "approver")
    }
    #expect(throws: SigningError.keyUsedBefore(principal: alice)) {
      _ = try Signer(runner: Workshop.runner).sign(
        once, role: "operator", principal: "eve", keyPath: workshop.path("alice"),
        time: 1_795_450_385)
    }
  }

  @Test func takesTheSameRoleFromTwoPeople() throws {
    let once = try workshop.sign(Array("x\n".utf8), "alice", as: "reviewer")
    let twice = try workshop.sign(once, "bob", as: "reviewer")
    #expect(
      try SignedDocument.parse(twice).signatures.map(\.block.role) == ["reviewer", "reviewer"])
  }

  @Test func refusesTimesThatGoBackwards() throws {
    let once = try workshop.sign(Array("x\n".utf8), at: 1000)
    #expect(throws: SigningError.timeGoesBackwards(requested: 999, last: 1000)) {
      _ = try workshop.sign(once, "bob", as: "approver", at: 999)
    }
    #expect(throws: Never.self) { try workshop.sign(once, "bob", as: "approver", at: 1000) }
    #expect(throws: SigningError.badTime(-1)) { _ = try workshop.sign(Array("x\n".utf8), at: -1) }
  }

  @Test func saysWhyThereIsNoSignature() throws {
    #expect {
      _ = try workshop.sign(Array("x\n".utf8), "nobody")
    } throws: {
      guard case .cannotSign(let reason) = $0 as? SigningError else { return false }
      return reason.contains("No such file")
    }
    try workshop.shell("ssh-keygen -q -p -P '' -N secret -f carol")
    #expect {
      _ = try workshop.sign(Array("x\n".utf8), "carol")
    } throws: {
      guard case .cannotSign = $0 as? SigningError else { return false }
      return true
    }
  }

  @Test(arguments: [
    "", "-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----\n", "Signing\n", "\0",
  ])
  func trustsNoAnswerThatIsNoSignature(_ answer: String) {
    let runner = ProgramRunner(
      run: { _, _, _, _ in ProgramOutput(status: 0, stdout: Array(answer.utf8), stderr: []) },
      withTemporaryFile: Workshop.runner.withTemporaryFile)
    #expect {
      _ = try Signer(runner: runner).sign(
        Array("x\n".utf8), role: "operator", principal: "a", keyPath: "k", time: 0)
    } throws: {
      guard case .badOwnSignature = $0 as? SigningError else { return false }
      return true
    }
  }

  @Test func trustsNoSignatureOfSomethingElse() throws {
    let real = Workshop.runner
    let runner = ProgramRunner(
      run: { (program, arguments, input, environment) throws(ProgramError) in
        let changed = arguments.contains("sign") ? input + [10] : input
        return try real.run(program, arguments, changed, environment)
      }, withTemporaryFile: real.withTemporaryFile)
    #expect {
      _ = try Signer(runner: runner).sign(
        Array("x\n".utf8), role: "operator", principal: "a", keyPath: workshop.path("alice"),
        time: 0)
    } throws: {
      guard case .badOwnSignature = $0 as? SigningError else { return false }
      return true
    }
  }

  @Test func saysThatTheProgramIsMissing() {
    let runner = ProgramRunner(
      run: { (program, _, _, _) throws(ProgramError) in throw .notFound(program: program) },
      withTemporaryFile: Workshop.runner.withTemporaryFile)
    #expect(throws: SigningError.program(.notFound(program: "ssh-keygen"))) {
      _ = try Signer(runner: runner).sign(
        Array("x\n".utf8), role: "operator", principal: "a", keyPath: "k", time: 0)
    }
  }
}
