package import GonogoEvidence

/// How a blank is filled, and how that was worked out.
package struct BlankRule: Sendable {
  /// What fills it.
  package enum Basis: Sendable {
    /// A directive that somebody wrote.
    case directive(Directive)
    /// The capture of its section that its label clearly means.
    case label
    /// The sign-off: date, operator, decision, notes.
    case field
    /// A person; the role says whose answer it is.
    case person(role: String?)
    /// Nothing: it is left out on purpose.
    case leftOut
  }

  /// What fills it.
  package let basis: Basis
  /// Where the rule was written (`file:line`), when somebody wrote it.
  package let writtenAt: String?
  /// What it will probably be filled with: the name that its section's commands seem to print, or
  /// nil.
  package let predicted: String?
  /// True when what stands around it asks for more than a value: half of an answer, a limit.
  package var asksForMore = false
}
