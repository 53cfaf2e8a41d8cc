internal import GonogoRunner
internal import GonogoSandbox
internal import GonogoSigning
internal import GonogoStore

/// Why a command of ours cannot go on: shown once, at the end, with its exit code.
struct CommandFailure: Error {
  /// The exit code.
  let status: ExitStatus
  /// What happened, one sentence without a final stop; empty when it was shown already.
  let message: String
  /// What to do about it, or nil.
  let cure: String?

  init(_ status: ExitStatus, _ message: String, cure: String?) {
    self.status = status
    self.message = message
    self.cure = cure
  }

  init(_ error: StoreError, status: ExitStatus = .inputOutput) {
    self.init(status, error.message, cure: error.cure)
  }

  init(_ error: SandboxError) {
    self.init(.unavailable, error.message, cure: error.cure)
  }

  init(_ error: RunFailure) {
    self.init(
      error.kind == .output ? .inputOutput : .unavailable, error.message, cure: error.cure)
  }

  init(_ error: RawKeyError) {
    self.init(.unavailable, error.message, cure: error.cure)
  }

  init(_ error: TimeStampError) {
    self.init(error.isRefusal ? .noGo : .unavailable, error.message, cure: error.cure)
  }

  init(_ error: SigningError) {
    let status: ExitStatus =
      switch error {
      case .refused, .doesNotFit, .keyUsedBefore, .alreadySigned: .noGo
      case .program: .unavailable
      case .badRole, .badPrincipal: .usage
      default: .unavailable
      }
    self.init(status, error.message, cure: error.cure)
  }
}
