/// Why a block is not run as it stands.
package struct Obstacle: Sendable, Equatable {
  /// What kind of reason it is.
  package enum Kind: String, Sendable, Codable {
    /// It is in no language that gonogo runs.
    case language
    /// It is code by its indent, which says nothing of its language.
    case indented
    /// It shows output, or is a form to fill in.
    case output
    /// It is meant for a case that need not arise.
    case conditional
    /// Some of its lines are meant for a shell or prompt that others open.
    case innerShell = "inner-shell"
    /// It is text to be copied elsewhere: a script file, a crontab, an `.env` file.
    case template
    /// It holds nothing but comments, or nothing.
    case comment
    /// Its author marked it to be left out.
    case skip
    /// It still holds something to be replaced.
    case placeholder
    /// It needs a variable that nobody gave.
    case variable
  }

  /// What kind of reason it is.
  package let kind: Kind
  /// The reason, a sentence about the block without its end: "it holds only comments".
  package let text: String

  /// An obstacle.
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// True for what a person can still take away: then the block could be run.
  package var isOpen: Bool { kind == .placeholder || kind == .variable }
}
