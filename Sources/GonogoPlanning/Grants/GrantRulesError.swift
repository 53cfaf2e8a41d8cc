/// A line of the grants' rules that cannot be read.
package struct GrantRulesError: Error, Sendable, Hashable {
  /// The line, counted from 1.
  package let line: Int
  /// What is wrong with it, without a final stop.
  package let message: String
}
