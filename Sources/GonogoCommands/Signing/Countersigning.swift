internal import GonogoSigning

/// What must hold before a signature is put below others.
struct Countersigning {
  /// Whose signatures count.
  let trust: TrustOptions
  /// Where the document is.
  let path: String
  /// True when the operator said that whose keys they are need not be known. What does not fit the
  /// text is refused all the same.
  let acceptsUnverified: Bool

  /// Checks the signatures of `document`, if there are any.
  ///
  /// - Throws: `CommandFailure` when they do not allow another one.
  func check(_ document: [UInt8]) throws(CommandFailure) {
    let signed: SignedDocument
    do throws(SigningError) { signed = try SignedDocument.parse(document) } catch {
      if case .refused(.noSignature, _) = error { return }
      throw CommandFailure(error)
    }
    let files = try trust.files(for: path)
    guard files.allowedSigners != nil || acceptsUnverified else {
      throw CommandFailure(
        .usage, "whose the signatures before yours are cannot be checked",
        cure: "give --allowed-signers FILE, or --unverified to sign without knowing")
    }
    let report: VerificationReport
    do throws(SigningError) {
      report = try Verifier(runner: SigningTools.runner).verify(
        document, allowedSigners: files.allowedSigners?.path, revokedKeys: files.revoked?.path,
        now: HostEnvironment.now)
    } catch { throw CommandFailure(error) }
    let doubts = report.signers.filter { isDoubtful($0.verdict) }.map {
      "signature \($0.number): \($0.reason)"
    }
    guard doubts.isEmpty, acceptsUnverified || report.faults.isEmpty else {
      throw CommandFailure(
        .noGo,
        "the \(signed.signatures.count == 1 ? "signature" : "signatures") before yours "
          + "cannot be relied on: " + (doubts + report.faults).joined(separator: "; "),
        cure: "ask who signed it, and check \(files.allowedSigners?.path ?? "their keys")")
    }
  }

  private func isDoubtful(_ verdict: SignerReport.Verdict) -> Bool {
    switch verdict {
    case .valid: false
    case .invalid: true
    case .notAllowed, .identityNotChecked: !acceptsUnverified
    }
  }
}
