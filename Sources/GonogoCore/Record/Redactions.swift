/// How often a secret was replaced by its name in what commands printed.
package struct Redactions: Sendable, Equatable {
  /// The name in the marks.
  package let name: String
  /// How many marks there are.
  package let count: Int

  /// `count` marks with `name`.
  package init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}
