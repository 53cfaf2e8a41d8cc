/// A name and its value, as a command's environment holds it.
package struct EnvironmentVariable: Sendable, Hashable {
  /// The name.
  package let name: String
  /// The value, which may be secret.
  package let value: String

  /// A variable.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
