/// Something in the text of a command that its author should look at.
package struct ShellHazard: Sendable, Hashable {
  /// What it is.
  package enum Kind: Sendable, Hashable {
    /// A password, token or key stands there for everybody to read; the word says which.
    case secret(String)
    /// `<name>`, which a shell reads as a redirection.
    case placeholder(String)
    /// What makes the command pass whatever happens: `|| true`.
    case alwaysSucceeds(String)
  }

  /// What it is.
  package let kind: Kind
  /// Its bytes in the text; of a secret exactly those that must not be shown.
  package let range: Range<Int>

  /// The hazards in a shell text, in the order of their places.
  package static func all(in text: String) -> [ShellHazard] {
    let bytes = Array(text.utf8)
    let found =
      SecretScanner.secrets(in: bytes) + PlaceholderScanner.placeholders(in: bytes)
      + [SwallowedFailure.find(in: bytes)].compactMap { $0 }
    return found.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// What makes a command pass whatever happens, where that is written at its end: `|| true`.
  package static func swallowedFailure(in text: String) -> String? {
    guard case .alwaysSucceeds(let part) = SwallowedFailure.find(in: Array(text.utf8))?.kind
    else { return nil }
    return part
  }

  /// The secrets in a text of any kind (SQL, say).
  package static func secrets(in text: String) -> [ShellHazard] {
    SecretScanner.secrets(in: Array(text.utf8))
  }
}
