package import GonogoCore
package import GonogoShell

/// Something that must be given before the run: what a placeholder stands for, or a variable that
/// nothing in the document sets.
package struct PlannedInput: Sendable {
  /// Which of the two it is.
  package enum Kind: String, Sendable {
    /// It is put into the text of the commands.
    case placeholder
    /// The commands get it in their environment.
    case variable
  }

  /// What it is called in the document.
  package let name: String
  /// Which of the two it is.
  package let kind: Kind
  /// Where it is used first.
  package let location: SourceLocation
  /// The steps that need it.
  package internal(set) var steps: [Int]
  /// What is around the places it is put into; empty for variables.
  package internal(set) var places: Set<TextRegion> = []
}
