/// One line of a sidecar, proposed for a person to review.
package struct BindingProposal: Sendable {
  /// What to write.
  package enum Entry: Sendable, Equatable {
    /// What was worked out, as a directive.
    case directive(String)
    /// A person is asked: written as a comment, for whoever wants to say more.
    case ask
    /// It cannot be written in a sidecar.
    case impossible
  }

  /// The heading of its section, as the document writes it.
  package let heading: String
  /// The text of the claim or the label of the blank.
  package let text: String
  /// The line of the document.
  package let line: Int
  /// What to write.
  package let entry: Entry
  /// How it was worked out, or why it was not.
  package let why: String

  /// A proposal; see the properties.
  package init(heading: String, text: String, line: Int, entry: Entry, why: String) {
    self.heading = heading
    self.text = text
    self.line = line
    self.entry = entry
    self.why = why
  }
}
