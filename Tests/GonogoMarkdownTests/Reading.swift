import GonogoCore
import GonogoMarkdown

/// The checklist in a text.
func read(_ text: String) -> Checklist {
  MarkdownReader.read(Document(path: "a.md", bytes: Array(text.utf8)))
}

extension Checklist {
  /// Its claims in words of its own, not those that stand for blocks which are not run.
  var stated: [Claim] { claims.filter { $0.unrunReason == nil } }

  /// Its claims as `kind text` lines, in order, as far as they are words of its own.
  var shownClaims: [String] { stated.map { "\($0.kind.rawValue) \($0.text)" } }

  /// The codes of its diagnostics, each with its line.
  var shownDiagnostics: [String] {
    diagnostics.map { "\($0.code) \($0.location?.line ?? 0)" }
  }

  /// What stands in a range of its document.
  func text(_ range: Range<Int>) -> String { document.text(range) }
}
