/// Why a time stamp was not asked for, or does not count.
package enum TimeStampError: Error, Sendable, Hashable {
  /// `openssl` could not be run.
  case program(ProgramError)
  /// `openssl` made no request; its words.
  case noRequest(reason: String)
  /// What was given is no reply with a time stamp in it; the words of `openssl`.
  case noTimeStamp(reason: String)
  /// It is for other bytes than those of the document, now or after any of its signatures.
  case otherBytes
  /// The authority does not vouch for it; the reason.
  case notVouchedFor(reason: String)
  /// `openssl` says something else than it does in the versions we know.
  case notUnderstood

  /// True when the answer is no, false when no answer was found.
  package var isRefusal: Bool {
    switch self {
    case .program, .noRequest: false
    default: true
    }
  }

  /// What is wrong, without a final stop.
  package var message: String {
    switch self {
    case .program(.notFound(let program)): "\(program) is not there"
    case .program(.couldNotRun(let program, let reason)): "\(program) could not be run: \(reason)"
    case .noRequest(let reason): "openssl made no request: \(reason)"
    case .noTimeStamp(let reason): "it is no reply with a time stamp: \(reason)"
    case .otherBytes: "it is for other bytes than those of this document"
    case .notVouchedFor(let reason): "the authority given does not vouch for it: \(reason)"
    case .notUnderstood: "openssl gave an answer that is not understood"
    }
  }

  /// What to do about it.
  package var cure: String {
    switch self {
    case .program(.notFound): "install OpenSSL (Debian: apt install openssl)"
    case .program(.couldNotRun): "check that openssl runs in this terminal"
    case .noRequest, .notUnderstood: "see what `openssl version` says; 3.0 and later are known"
    case .noTimeStamp: "ask the authority again, with a new request"
    case .otherBytes: "look for the reply to the request that was made of this document"
    case .notVouchedFor: "give the certificate of the authority that made it"
    }
  }
}
