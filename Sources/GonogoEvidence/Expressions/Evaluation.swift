/// What an expression comes to.
package enum Evaluation: Sendable, Hashable {
  /// A number with its unit.
  case quantity(Amount)
  /// A text.
  case text(String)
  /// It holds, or it does not.
  case truth(Bool)
  /// It cannot be said, and why; never counts as true.
  case unknown(reason: String)
  /// The directive itself is wrong: units that do not fit, names that do not exist.
  case fault(DirectiveError)
}
