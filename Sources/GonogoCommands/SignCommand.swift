internal import ArgumentParser
internal import GonogoCore
internal import GonogoSigning
internal import GonogoStore

/// `gonogo sign`: adds a signature to a completed document.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Sign a completed document, or countersign a signed one.",
    discussion: """
      The signature covers every byte above it, earlier signatures included. NAME.completed.md \
      becomes NAME.signed.md beside it; a signed document is signed in place, after its signatures \
      were verified.

      Examples:
        gonogo sign output/preflight/RUN/preflight.completed.md --key ~/.ssh/id_ed25519 \
      --principal alice@example.org
        gonogo sign preflight.signed.md --key ~/.ssh/id_ecdsa.pub --role approver \
      --principal bob@example.org --allowed-signers allowed_signers
      """)

  @Argument(help: "The completed or signed document.", completion: .file(extensions: ["md"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The private key, or the public key of one that the agent or a token holds.",
      valueName: "file"))
  var key: String

  @Option(help: "What is signed as: operator, approver, …")
  var role = "operator"

  @Option(help: "Who signs, as allowed_signers names them; else git's user.email.")
  var principal: String?

  @OptionGroup(title: "Whose signatures count") var trust: TrustOptions

  @Flag(help: "Countersign although nobody can say whose the signatures before are.")
  var unverified = false

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      let identity = try OperatorIdentity(given: principal, prepared: nil, principal: principal)
      let name = try Self.principal(of: identity)
      let path = try Self.sign(
        file, key: key, role: role, principal: name,
        countersigning: Countersigning(
          trust: trust, path: file, acceptsUnverified: unverified))
      Terminal().line(VisibleText.line("signed as \(role) by \(name): \(path)"))
      return .go
    }
  }

  /// The name to sign with.
  static func principal(of identity: OperatorIdentity) throws(CommandFailure) -> String {
    guard let principal = identity.principal else {
      throw CommandFailure(
        .usage, "“\(identity.name)” cannot sign: a signer's name has no blanks",
        cure: "write --principal NAME as in allowed_signers, such as alice@example.org")
    }
    return principal
  }

  /// Signs the document at `path` and returns where the signed one is.
  static func sign(
    _ path: String, key: String, role: String, principal: String,
    countersigning: Countersigning? = nil
  ) throws(CommandFailure) -> String {
    let target =
      path.hasSuffix(".completed.md")
      ? path.dropLast(".completed.md".count) + ".signed.md" : path
    let bytes: [UInt8]
    do throws(StoreError) { bytes = try SourceFile.read(path) } catch {
      throw CommandFailure(error)
    }
    guard target != path || path.hasSuffix(".signed.md") else {
      throw CommandFailure(
        .usage, "\(path) is neither a completed nor a signed document",
        cure: "give NAME.completed.md or NAME.signed.md of a run")
    }
    let record = RecordReport(bytes, path: path)
    guard record.faults.isEmpty else {
      throw CommandFailure(
        .noGo, "\(path) is not signed: " + record.faults.joined(separator: "; "),
        cure: "sign the document as the run left it")
    }
    try countersigning?.check(bytes)
    let signed: [UInt8]
    do throws(SigningError) {
      signed = try Signer(runner: SigningTools.runner).sign(
        bytes, role: role, principal: principal, keyPath: key, time: HostEnvironment.now)
    } catch { throw CommandFailure(error) }
    do throws(StoreError) {
      try AtomicFile.write(signed, to: String(target), mode: 0o644)
    } catch { throw CommandFailure(error) }
    return String(target)
  }
}
