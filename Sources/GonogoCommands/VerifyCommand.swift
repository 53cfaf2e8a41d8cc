internal import ArgumentParser
internal import GonogoCore
internal import GonogoSigning
internal import GonogoStore

/// `gonogo verify`: checks the signatures of a document, and that it says one thing throughout.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a signed document: its signatures, its record, the evidence beside it.",
    discussion: """
      Exit code 0 only when every signature is valid, every signer is who allowed_signers says, \
      every required role has signed, not one byte was added or changed, and everything that the \
      document shows of its run is what its record says. Journal and evidence are compared when they \
      lie beside the document.

      Examples:
        gonogo verify preflight.signed.md --allowed-signers allowed_signers
        gonogo verify preflight.signed.md --allowed-signers allowed_signers \
      --require operator,approver
        gonogo verify preflight.signed.md --allowed-signers allowed_signers \
      --timestamp preflight.tsr --timestamp-authority authority.pem
      """)

  @Argument(help: "The signed document.", completion: .file(extensions: ["md"]))
  var file: String

  @OptionGroup(title: "Whose signatures count") var trust: TrustOptions

  @Option(
    name: .customLong("require"),
    help: ArgumentHelp("Roles that must have signed, separated by commas.", valueName: "roles"))
  var required = "operator"

  @Flag(help: "Hardware keys must have asked for a PIN or a fingerprint, not only for a touch.")
  var requireVerified = false

  @Flag(help: "Look at nothing but the signatures: for documents that gonogo did not complete.")
  var signaturesOnly = false

  @Option(
    help: ArgumentHelp(
      "The reply of a time stamping authority (RFC 3161) about this document.", valueName: "file"))
  var timestamp: String?

  @Option(
    help: ArgumentHelp(
      "The certificates of the authorities whose time stamps count, PEM.", valueName: "file"))
  var timestampAuthority: String?

  @Option(help: "The form of the answer: text or json.") var format = PlanCommand.Format.text

  func validate() throws {
    if (timestamp == nil) != (timestampAuthority == nil) {
      throw ValidationError("--timestamp and --timestamp-authority need each other")
    }
  }

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      let roles = required.split(separator: ",").map(String.init)
      // Of an empty variable, say: any signer would do then.
      if roles.isEmpty {
        throw CommandFailure(
          .usage, "--require names no role",
          cure: "write the roles that must have signed, or leave it out")
      }
      let bytes: [UInt8]
      do throws(StoreError) { bytes = try SourceFile.read(file) } catch {
        throw CommandFailure(error)
      }
      let files = try trust.files(for: file)
      let signatures: VerificationReport
      do throws(SigningError) {
        signatures = try Verifier(runner: SigningTools.runner).verify(
          bytes, allowedSigners: files.allowedSigners?.path,
          requiredRoles: roles,
          revokedKeys: files.revoked?.path, needsVerifiedUser: requireVerified,
          now: HostEnvironment.now)
      } catch {
        if format == .json {
          Terminal().json(["verified": false, "reason": .string(error.message)])
        }
        throw CommandFailure(error)
      }
      let page = VerificationPage(
        files: files, signatures: signatures,
        record: signaturesOnly ? nil : RecordReport(bytes, path: file),
        stamp: try stamp(bytes, signatures.signers))
      switch format {
      case .json: Terminal().json(page.json())
      case .text: page.show(on: Terminal())
      }
      return page.isVerified ? .go : .noGo
    }
  }

  /// What the time stamp says, when one was given.
  private func stamp(
    _ bytes: [UInt8], _ signers: [SignerReport]
  ) throws(CommandFailure) -> StampReport? {
    guard let timestamp, let timestampAuthority else { return nil }
    return try StampReport(
      reply: timestamp, authority: timestampAuthority, document: bytes, signers: signers)
  }
}
