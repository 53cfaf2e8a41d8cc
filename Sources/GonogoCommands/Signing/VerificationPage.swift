internal import GonogoCore
internal import GonogoSigning

/// The answer of `gonogo verify`.
struct VerificationPage {
  let files: TrustFiles
  let signatures: VerificationReport
  /// Nil when only the signatures were asked about.
  let record: RecordReport?
  /// Nil when no time stamp was given.
  let stamp: StampReport?

  /// The one answer.
  var isVerified: Bool {
    signatures.isVerified && record?.faults.isEmpty != false && stamp?.faults.isEmpty != false
  }

  private var faults: [String] {
    signatures.faults + (record?.faults ?? []) + (stamp?.faults ?? [])
  }
  private var unchecked: [String] {
    record?.unchecked ?? [
      "record, journal and evidence not checked: only signatures were asked for"
    ]
  }

  /// Shows it to people.
  func show(on terminal: Terminal) {
    for signer in signatures.signers {
      let isValid = signer.verdict == .valid
      let mark = isValid ? terminal.styled("✔", .green) : terminal.styled("✘", .red)
      let key = signer.fingerprint.map { ", key \($0)" } ?? ""
      terminal.line(
        "\(mark) \(signer.role) \(VisibleText.line(signer.principal)) at "
          + "\(Timestamp(signer.time).iso8601)\(key): \(signer.verdict.rawValue)"
          + (isValid ? "" : ", \(VisibleText.line(signer.reason))"))
    }
    for role in signatures.missingRoles { terminal.line("nobody has signed as \(role)") }
    let cross = terminal.styled("✘", .red)
    for fault in faults { terminal.line("\(cross) \(VisibleText.line(fault))") }
    let tick = terminal.styled("✔", .green)
    let checked = (record?.checked ?? []) + (stamp?.sentence.map { [$0] } ?? [])
    for checked in checked { terminal.line("\(tick) \(VisibleText.line(checked))") }
    for note in unchecked { terminal.line(VisibleText.line(note)) }
    showFiles(on: terminal)
    terminal.line(
      isVerified ? terminal.styled("verified", .green) : terminal.styled("NOT verified", .red))
  }

  private func showFiles(on terminal: Terminal) {
    if let file = files.allowedSigners {
      terminal.line("allowed signers: \(file.shown)")
    } else {
      terminal.line("whose keys these are was not checked; cure: give --allowed-signers FILE")
    }
    if let file = files.revoked { terminal.line("revoked keys: \(file.shown)") }
  }

  /// The same for machines.
  func json() -> JSONValue {
    func texts(_ list: [String]) -> JSONValue { .array(list.map { .string($0) }) }
    return [
      "verified": .bool(isVerified), "missing": texts(signatures.missingRoles),
      "faults": texts(faults), "checked": texts(record?.checked ?? []),
      "unchecked": texts(unchecked),
      "allowed_signers": files.allowedSigners.map { .string($0.path) } ?? .null,
      "timestamp": stamp?.json ?? .null,
      "revoked": files.revoked.map { .string($0.path) } ?? .null,
      "signers": .array(signatures.signers.map(json)),
    ]
  }

  private func json(_ signer: SignerReport) -> JSONValue {
    [
      "role": .string(signer.role), "principal": .string(signer.principal),
      "time": .string(Timestamp(signer.time).iso8601),
      "key": signer.fingerprint.map { .string($0) } ?? .null,
      "verdict": .string(signer.verdict.rawValue), "reason": .string(signer.reason),
    ]
  }
}
