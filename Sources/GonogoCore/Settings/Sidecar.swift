/// What stands beside a checklist that must not be touched: its bindings and its needs.
package struct Sidecar: Sendable {
  /// One binding, not yet matched with the document.
  package struct Entry: Sendable {
    /// The section's heading as written in the sidecar.
    package let section: String
    /// Where that stands.
    package let sectionLocation: SourceLocation
    /// The text of the claim or the label of the blank.
    package let text: String
    /// Where that stands.
    package let textLocation: SourceLocation
    /// The directive.
    package let directive: String
    /// Where the directive begins.
    package let directiveLocation: SourceLocation

    /// An entry; see the properties.
    package init(
      section: String, sectionLocation: SourceLocation, text: String,
      textLocation: SourceLocation, directive: String, directiveLocation: SourceLocation
    ) {
      self.section = section
      self.sectionLocation = sectionLocation
      self.text = text
      self.textLocation = textLocation
      self.directive = directive
      self.directiveLocation = directiveLocation
    }
  }

  /// The file, as shown in messages.
  package let file: String
  /// More variables that the commands are given.
  package let variables: [String]
  /// Variables and placeholders whose values are secret.
  package let secrets: [String]
  /// The bindings in the order they are written.
  package let entries: [Entry]

  /// A sidecar.
  package init(
    file: String, variables: [String], secrets: [String] = [], entries: [Entry]
  ) {
    self.file = file
    self.variables = variables
    self.secrets = secrets
    self.entries = entries
  }
}
