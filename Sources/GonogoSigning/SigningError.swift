/// Why a document could not be signed, or is not a signed document.
package enum SigningError: Error, Sendable, Hashable {
  /// The document breaks a rule of the format, at a line counted from 1.
  case refused(DocumentFault, line: Int)
  /// The role is not one to sixty-four letters a to z.
  case badRole(String)
  /// The signer's name is empty, too long, or holds blanks or characters that could mislead.
  case badPrincipal(String)
  /// The time, in seconds since 1970, is not within the years 1970 to 9999.
  case badTime(Int)
  /// The time of signing lies before the one of the last signature; both in seconds since 1970.
  case timeGoesBackwards(requested: Int, last: Int)
  /// This person signed the document before, in the named role.
  case alreadySigned(principal: String, role: String)
  /// The key signed the document before, for the named person.
  case keyUsedBefore(principal: String)
  /// A signature that is there already does not fit the text above it.
  case doesNotFit(number: Int, reason: String)
  /// `ssh-keygen` could not be run.
  case program(ProgramError)
  /// `ssh-keygen` refused to sign; its words.
  case cannotSign(reason: String)
  /// The signature that `ssh-keygen` gave does not hold; nothing was signed.
  case badOwnSignature(reason: String)

  /// True when the answer is that the document does not verify, false when no answer was found.
  package var isRefusal: Bool {
    switch self {
    case .refused, .doesNotFit: true
    default: false
    }
  }

  /// What is wrong, without a final stop.
  package var message: String {
    switch self {
    case .refused(let fault, let line): "line \(line): \(fault.message)"
    case .badRole(let role): "\(quoted(role)) is not a role"
    case .badPrincipal(let principal): "\(quoted(principal)) is not a name to sign with"
    case .badTime: "the time of signing is not within the years 1970 to 9999"
    case .timeGoesBackwards(let requested, let last):
      "the time of signing, \(time(requested)), lies before that of the last signature, \(time(last))"
    case .alreadySigned(let principal, let role): "\(principal) has already signed it as \(role)"
    case .keyUsedBefore(let principal): "that key has already signed it for \(principal)"
    case .doesNotFit(let number, let reason):
      "signature \(number) does not fit the text above it: \(reason)"
    case .program(.notFound(let program)): "\(program) is not there"
    case .program(.couldNotRun(let program, let reason)): "\(program) could not be run: \(reason)"
    case .cannotSign(let reason): "ssh-keygen did not sign: \(reason)"
    case .badOwnSignature(let reason): "the new signature does not hold: \(reason)"
    }
  }

  /// What to do about it.
  package var cure: String {
    switch self {
    case .refused(let fault, _): fault.cure
    case .badRole: "use a role of letters a to z, such as operator or approver"
    case .badPrincipal: "use a name as in allowed_signers, such as alice@example.org"
    case .badTime, .timeGoesBackwards: "check the clock of this machine"
    case .alreadySigned: "another signature needs another person with a key of their own"
    case .keyUsedBefore: "another signature needs another key"
    case .doesNotFit:
      "the document was changed after it was signed; ask its signers for the original"
    case .program(.notFound): "install OpenSSH (Debian: apt install openssh-client)"
    case .program(.couldNotRun): "check that ssh-keygen runs in this terminal"
    case .cannotSign: "check the key's path, and that the agent or hardware key is there"
    case .badOwnSignature: "the document is unchanged; check the key and the agent"
    }
  }

  private func time(_ seconds: Int) -> String { UTCTime.text(seconds) ?? "\(seconds)" }

  private func quoted(_ text: String) -> String {
    let visible = text.unicodeScalars.prefix(80).map { $0.properties.isWhitespace ? " " : $0 }
    var result = "\""
    for scalar in visible {
      result.unicodeScalars.append(SignerName.isVisible(scalar) || scalar == " " ? scalar : "?")
    }
    return result + "\""
  }
}
