/// A line of a rules file that cannot be read.
package struct EffectRulesError: Error, Sendable, Hashable {
  /// The line, counted from 1.
  package let line: Int
  /// What is wrong with it, without a final stop.
  package let message: String
}
