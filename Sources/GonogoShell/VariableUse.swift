/// A variable that a command expands and does not set itself.
package struct VariableUse: Sendable, Hashable {
  /// Its name, without `$`.
  package let name: String
  /// Where it is expanded: the byte offset of its `$` (of the name itself in arithmetic).
  package let offset: Int
  /// True when the expansion says what to do if it is unset: `${X:-…}`, `${X=…}`, `${X+…}`.
  package let hasDefault: Bool

  /// A use; see the properties.
  package init(name: String, offset: Int, hasDefault: Bool) {
    self.name = name
    self.offset = offset
    self.hasDefault = hasDefault
  }
}
