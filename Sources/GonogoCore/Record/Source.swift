/// Where a verdict or a value comes from.
package enum Source: Sendable, Equatable {
  /// A binding that somebody wrote, with its file and line.
  case explicit(String)
  /// A binding that gonogo worked out, with how.
  case inferred(String)
  /// A person's word.
  case attestation(Attestation)
  /// Nothing: it is open.
  case none

  /// The word for it in records.
  package var name: String {
    switch self {
    case .explicit: "explicit"
    case .inferred: "inferred"
    case .attestation: "attested"
    case .none: "open"
    }
  }
}
