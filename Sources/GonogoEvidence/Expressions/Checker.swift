import GonogoCore

/// Finds what is wrong with a directive before anything has run.
package enum Checker {
  /// What is known of a part before anything has run.
  private enum Kind {
    case quantity(Dimension)
    case text
    case truth
    /// It depends on what will be observed.
    case observed
  }

  /// All faults that show without evidence: units and kinds that never fit, conditions that are no
  /// conditions, and conditions or records that observe nothing, which would be a tick for free.
  /// In the order in which they are written.
  package static func faults(in directive: Directive) -> [DirectiveError] {
    guard let expression = directive.expression else { return [] }
    var faults: [DirectiveError] = []
    let kind = kind(of: expression, &faults)
    if case .record = directive {
      if expression.references.isEmpty {
        faults.append(
          DirectiveError(
            "this records nothing that is observed", at: expression.offset,
            cure: "name a capture, or write `ask`"))
      }
    } else {
      condition(kind, expression, "a condition", &faults)
    }
    return faults.sorted { $0.offset < $1.offset }
  }

  /// The faults of `faults(in:)` and all names that `scope` says do not exist or mean several
  /// things. Queries are not run. While planning, a scope answers `notYet` for names that a run
  /// will provide.
  package static func faults(
    in directive: Directive, names scope: ExpressionScope
  ) -> [DirectiveError] {
    let unknown = directive.references.compactMap { reference -> DirectiveError? in
      let at = reference.offset
      switch reference.subject {
      case .capture(let path):
        return scope.capture(path).fault("capture", path.description, at: at)
      case .passed(let name):
        return scope.passed(name).fault("section, step or command", name, at: at)
      case .exit(let name): return scope.exit(name).fault("step or command", name, at: at)
      case .output(let name): return scope.output(name).fault("step or command", name, at: at)
      case .baseline(let name):
        return scope.baseline(name).fault("recorded number", name, at: at)
      case .sql: return nil
      }
    }
    return (faults(in: directive) + unknown).sorted { $0.offset < $1.offset }
  }

  /// Reports `expression`, of that kind, when it cannot stand where a condition is wanted.
  private static func condition(
    _ kind: Kind, _ expression: Expression, _ what: String, _ faults: inout [DirectiveError]
  ) {
    switch kind {
    case .quantity(let dimension):
      faults.append(
        DirectiveError(
          "\(what) needs something that holds or does not, not \(Outcome.kind(of: dimension))",
          at: expression.offset, cure: "compare it with something"))
    case .text:
      faults.append(
        DirectiveError(
          "\(what) needs something that holds or does not, not a text", at: expression.offset,
          cure: "compare it with something"))
    case .truth, .observed:
      guard expression.references.isEmpty else { return }
      faults.append(
        DirectiveError(
          "this observes nothing, so it decides nothing", at: expression.offset,
          cure: "name a capture, a command or a query, or write `ask`"))
    }
  }

  private static func kind(of expression: Expression, _ faults: inout [DirectiveError]) -> Kind {
    switch expression {
    case .quantity(let quantity, _): return .quantity(quantity.unit.dimension)
    case .text: return .text
    case .output: return .text
    case .truth, .passed: return .truth
    case .exit: return .quantity(.number)
    case .capture, .sql, .baseline: return .observed
    case .negated(let operand, let at):
      let kind = kind(of: operand, &faults)
      _ = dimension(kind, at: at.characters, &faults)
      return kind
    case .arithmetic(let left, let sign, let right, let at):
      return arithmetic(left, sign, right, at: at.characters, &faults)
    case .share(let part, let whole, let at):
      let whole = kind(of: whole, &faults)
      if let part = dimension(kind(of: part, &faults), at: at.characters, &faults),
        part != .percent
      {
        faults.append(
          DirectiveError(
            "`of` needs a percentage before it, not \(Outcome.kind(of: part))",
            at: at.characters, cure: "write `50% of …`"))
      }
      _ = dimension(whole, at: at.characters, &faults)
      return whole
    case .comparison(let left, let sign, let right, let at):
      compare(left, sign, right, at: at.characters, &faults)
      return .truth
    case .within(let value, let tolerance, let reference, let at):
      within(value, tolerance, reference, at: at.characters, &faults)
      return .truth
    case .contains(let text, _, let at), .matches(let text, _, let at):
      switch kind(of: text, &faults) {
      case .text, .observed: break
      case .quantity, .truth:
        faults.append(
          DirectiveError("only texts can be searched", at: at.characters, cure: "use output(…)"))
      }
      return .truth
    case .not, .and, .or:
      for operand in expression.operands {
        condition(kind(of: operand, &faults), operand, "this", &faults)
      }
      return .truth
    }
  }

  /// The dimension of a number; nil when only a run will show it, or when it is no number, which is
  /// reported.
  private static func dimension(
    _ kind: Kind, at offset: Int, _ faults: inout [DirectiveError]
  ) -> Dimension? {
    switch kind {
    case .quantity(let dimension): return dimension
    case .observed: return nil
    case .text, .truth:
      faults.append(DirectiveError("a number is needed here", at: offset))
      return nil
    }
  }

  private static func arithmetic(
    _ left: Expression, _ sign: Expression.Arithmetic, _ right: Expression, at offset: Int,
    _ faults: inout [DirectiveError]
  ) -> Kind {
    let one = dimension(kind(of: left, &faults), at: offset, &faults)
    let other = dimension(kind(of: right, &faults), at: offset, &faults)
    if case .quantity(let divisor, _) = right, sign == .over, divisor.value == 0 {
      faults.append(DirectiveError("this divides by zero", at: offset))
    }
    guard let one, let other else { return .observed }
    if let fault = Evaluator.misfit(one, sign, other, at: offset) {
      faults.append(fault)
      return .observed
    }
    return switch sign {
    case .plus, .minus: .quantity(one)
    case .times: .quantity(one == .number ? other : one)
    case .over: .quantity(one == other ? .number : one)
    }
  }

  private static func compare(
    _ left: Expression, _ sign: Expression.Comparison, _ right: Expression, at offset: Int,
    _ faults: inout [DirectiveError]
  ) {
    let one = kind(of: left, &faults)
    let other = kind(of: right, &faults)
    if left == right {
      faults.append(DirectiveError("this compares a value with itself", at: offset))
    }
    switch (one, other) {
    case (.quantity(let one), .quantity(let other)):
      if let fault = Evaluator.misfit(one, other, sign: sign.rawValue, at: offset) {
        faults.append(fault)
      }
    case (.text, .text), (.text, .observed), (.observed, .text):
      if sign != .equal, sign != .unequal {
        faults.append(
          DirectiveError(
            "texts have no order", at: offset,
            cure: "compare texts with == or !=, or drop the quotes"))
      }
    case (.truth, .truth), (.truth, .observed), (.observed, .truth):
      if sign != .equal, sign != .unequal {
        faults.append(DirectiveError("true and false have no order", at: offset))
      }
    case (.observed, _), (_, .observed): break
    default:
      faults.append(
        DirectiveError("`\(sign.rawValue)` compares two different kinds of thing", at: offset))
    }
  }

  private static func within(
    _ value: Expression, _ tolerance: Expression, _ reference: Expression, at offset: Int,
    _ faults: inout [DirectiveError]
  ) {
    let one = dimension(kind(of: value, &faults), at: offset, &faults)
    let slack = dimension(kind(of: tolerance, &faults), at: offset, &faults)
    let other = dimension(kind(of: reference, &faults), at: offset, &faults)
    if value == reference {
      faults.append(DirectiveError("this compares a value with itself", at: offset))
    }
    let known = [one, other, slack == .percent ? nil : slack].compactMap { $0 }
    if let first = known.first, let odd = known.first(where: { $0 != first }),
      let fault = Evaluator.misfit(first, odd, sign: "within", at: offset)
    {
      faults.append(fault)
    }
  }
}
