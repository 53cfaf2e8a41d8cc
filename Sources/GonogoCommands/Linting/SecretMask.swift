internal import GonogoCore

/// Takes secrets out of what is shown.
struct SecretMask {
  private let secrets: [String]

  /// Hides `secrets`, the longest first: one may hold another.
  init(_ secrets: [String]) {
    self.secrets = Set(secrets).sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// `text` with three bullets for each secret in it.
  func hidden(_ text: String) -> String {
    secrets.reduce(text) { $0.replacing($1, with: "•••") }
  }

  /// The same finding without secrets in its words.
  func hidden(_ diagnostic: Diagnostic) -> Diagnostic {
    if secrets.isEmpty { return diagnostic }
    return Diagnostic(
      diagnostic.severity, code: diagnostic.code, hidden(diagnostic.message),
      cure: diagnostic.cure.map(hidden), file: diagnostic.file, at: diagnostic.location)
  }
}
