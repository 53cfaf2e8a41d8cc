package import GonogoCore

/// A variable that the commands use and nothing in the document sets.
package struct VariableNeed: Sendable, Hashable {
  /// Its name.
  package let name: String
  /// Where it is used first.
  package let location: SourceLocation
  /// False when every use brings a default of its own.
  package let isRequired: Bool
}
