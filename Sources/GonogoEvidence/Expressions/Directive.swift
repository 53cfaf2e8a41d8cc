/// What an author has written about a blank, an item or an expectation (DESIGN, section 4).
package enum Directive: Sendable, Hashable {
  /// Fill this blank with the value.
  case record(Expression)
  /// It passes when the expression is true, fails when it is false.
  case passWhen(Expression)
  /// It fails when the expression is true, passes when it is false.
  case failWhen(Expression)
  /// A person answers; the role says whose answer it is, nil for anyone's.
  case ask(role: String?)
  /// It is left out on purpose.
  case skip

  /// The expression it computes, or nil for `ask` and `skip`.
  package var expression: Expression? {
    switch self {
    case .record(let expression), .passWhen(let expression), .failWhen(let expression):
      expression
    case .ask, .skip: nil
    }
  }

  /// Everything outside itself that it names, in the order in which it is written, so that
  /// planning can report names that nothing provides.
  package var references: [Reference] { expression?.references ?? [] }
}

extension Directive: CustomStringConvertible {
  /// The directive in its plainest spelling; parsing it gives the same directive again.
  package var description: String {
    switch self {
    case .record(let expression): "record \(expression)"
    case .passWhen(let expression): "pass when \(expression)"
    case .failWhen(let expression): "fail when \(expression)"
    case .ask(let role): role.map { "ask \($0)" } ?? "ask"
    case .skip: "skip"
    }
  }
}
