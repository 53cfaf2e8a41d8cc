package import GonogoCore

/// What lint found in a plan.
package struct LintFindings: Sendable {
  /// The findings, in no particular order.
  package var diagnostics: [Diagnostic] = []
  /// Texts that must not be shown, wherever a line of the document is.
  package var secrets: [String] = []
}
