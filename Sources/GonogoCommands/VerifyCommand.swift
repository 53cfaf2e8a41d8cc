internal import ArgumentParser
internal import GonogoCore
internal import GonogoSigning
internal import GonogoStore

/// `gonogo verify`: checks the signatures of a document.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the signatures of a signed document.",
    discussion: """
      Exit code 0 only when every signature is valid, every signer is who allowed_signers says, \
      every required role has signed and not one byte was added or changed.

      Examples:
        gonogo verify preflight.signed.md --allowed-signers allowed_signers
        gonogo verify preflight.signed.md --allowed-signers allowed_signers \
      --require operator,approver
      """)

  @Argument(help: "The signed document.", completion: .file(extensions: ["md"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Who may sign as what, in OpenSSH's allowed_signers format.", valueName: "file"))
  var allowedSigners: String?

  @Option(
    name: .customLong("require"),
    help: ArgumentHelp("Roles that must have signed, separated by commas.", valueName: "roles"))
  var required = "operator"

  @Option(help: ArgumentHelp("Keys that no longer count.", valueName: "file"))
  var revokedKeys: String?

  @Option(help: "The form of the answer: text or json.") var format = PlanCommand.Format.text

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      let bytes: [UInt8]
      do throws(StoreError) { bytes = try SourceFile.read(file) } catch {
        throw CommandFailure(error)
      }
      if let allowedSigners {
        do throws(StoreError) { _ = try SourceFile.read(allowedSigners) } catch {
          throw CommandFailure(error)
        }
      }
      let report: VerificationReport
      do throws(SigningError) {
        report = try Verifier(runner: SigningTools.runner).verify(
          bytes, allowedSigners: allowedSigners,
          requiredRoles: required.split(separator: ",").map(String.init),
          revokedKeys: revokedKeys, now: HostEnvironment.now)
      } catch {
        if format == .json {
          Terminal().json(["verified": false, "reason": .string(error.message)])
        }
        throw CommandFailure(error)
      }
      show(report)
      return report.isVerified ? .go : .noGo
    }
  }

  private func show(_ report: VerificationReport) {
    let terminal = Terminal()
    if format == .json {
      terminal.json(json(report))
      return
    }
    for signer in report.signers {
      let isValid = signer.verdict == .valid
      let mark = isValid ? terminal.styled("✔", .green) : terminal.styled("✘", .red)
      let key = signer.fingerprint.map { ", key \($0)" } ?? ""
      terminal.line(
        "\(mark) \(signer.role) \(VisibleText.line(signer.principal)) at "
          + "\(Timestamp(signer.time).iso8601)\(key): \(signer.verdict.rawValue)"
          + (isValid ? "" : ", \(VisibleText.line(signer.reason))"))
    }
    for role in report.missingRoles { terminal.line("nobody has signed as \(role)") }
    for fault in report.faults { terminal.line(VisibleText.line(fault)) }
    if allowedSigners == nil {
      terminal.line("whose keys these are was not checked; cure: give --allowed-signers FILE")
    }
    terminal.line(
      report.isVerified
        ? terminal.styled("verified", .green) : terminal.styled("NOT verified", .red))
  }

  private func json(_ report: VerificationReport) -> JSONValue {
    [
      "verified": .bool(report.isVerified),
      "missing": .array(report.missingRoles.map { .string($0) }),
      "faults": .array(report.faults.map { .string($0) }),
      "signers": .array(
        report.signers.map { signer in
          [
            "role": .string(signer.role), "principal": .string(signer.principal),
            "time": .string(Timestamp(signer.time).iso8601),
            "key": signer.fingerprint.map { .string($0) } ?? .null,
            "verdict": .string(signer.verdict.rawValue), "reason": .string(signer.reason),
          ]
        }),
    ]
  }
}
