/// What was put into the commands for one placeholder.
package struct RunInput: Sendable, Equatable {
  /// What the placeholder is called in the document.
  package let name: String
  /// The value, or nil when it is a secret.
  package let value: String?

  /// An input; see the properties.
  package init(name: String, value: String?) {
    self.name = name
    self.value = value
  }
}
