import GonogoCore

/// Computes expressions and what directives decide.
///
/// Logic is Kleene's: an unknown operand makes the whole unknown unless the other operand decides
/// it alone. A fault (units that do not fit, a name that does not exist) always wins, even where
/// the rest would decide: a directive that is wrong decides nothing.
package struct Evaluator: Sendable {
  let scope: ExpressionScope

  init(_ scope: ExpressionScope) { self.scope = scope }

  /// What `expression` comes to in `scope`.
  package static func evaluate(
    _ expression: Expression, in scope: ExpressionScope
  ) -> Evaluation {
    Evaluator(scope).outcome(of: expression).value
  }

  /// What `directive` decides in `scope`. `record` passes when its value is known and not false;
  /// `ask` is unknown until a person has answered; what `Checker` faults decides nothing.
  package static func verdict(
    of directive: Directive, in scope: ExpressionScope
  ) -> Judgement {
    if let fault = Checker.faults(in: directive).first {
      return Judgement(.unknown, because: fault.message, fault: fault)
    }
    switch directive {
    case .ask(let role):
      return Judgement(.unknown, because: "\(role ?? "a person") is to answer this")
    case .skip: return Judgement(.skipped, because: "left out on purpose")
    case .record(let expression):
      return record(Evaluator(scope).outcome(of: expression))
    case .passWhen(let expression):
      return Evaluator(scope).judgement(of: expression)
    case .failWhen(let expression):
      let judgement = Evaluator(scope).judgement(of: expression)
      return Judgement(!judgement.verdict, because: judgement.because, fault: judgement.fault)
    }
  }

  private static func record(_ outcome: Outcome) -> Judgement {
    switch outcome.value {
    case .fault(let fault): Judgement(.unknown, because: fault.message, fault: fault)
    case .unknown(let reason): Judgement(.unknown, because: reason)
    case .truth(let truth):
      Judgement(truth ? .pass : .fail, because: outcome.shown, value: outcome.value)
    case .quantity(let amount) where amount.printed == nil && amount.quantity == nil:
      Judgement(
        .unknown,
        because: "\(outcome.shown) is another number with MB as 1000² and as 1024² bytes")
    case .text(let text) where outcome.isTruncated || text.allSatisfy(\.isWhitespace):
      Judgement(.unknown, because: "\(outcome.shown) is empty or was not kept whole")
    case .quantity, .text: Judgement(.pass, because: outcome.shown, value: outcome.value)
    }
  }

  private func judgement(of expression: Expression) -> Judgement {
    let outcome = condition(expression, of: "a condition")
    switch outcome.value {
    case .truth(let truth): return Judgement(truth ? .pass : .fail, because: outcome.shown)
    case .fault(let fault): return Judgement(.unknown, because: fault.message, fault: fault)
    default: return Judgement(.unknown, because: outcome.shown)
    }
  }

  /// What one part of an expression comes to. Recursion is bounded by `DirectiveParser.deepest`.
  func outcome(of expression: Expression) -> Outcome {
    switch expression {
    case .quantity(let quantity, _):
      return finite(Amount(quantity))
    case .text(let text, _): return Outcome(.text(text), shown: Outcome.quoted(text))
    case .truth(let truth, _): return Outcome(.truth(truth), shown: "\(truth)")
    case .capture(let path, let at): return capture(path, at: at.characters)
    case .passed(let name, let at): return passed(name, at: at.characters)
    case .exit(let name, let at): return exit(name, at: at.characters)
    case .output(let name, let at): return output(name, at: at.characters)
    case .sql(let query, _): return sql(query)
    case .baseline(let name, let at): return baseline(name, at: at.characters)
    case .negated(let operand, let at):
      return negated(outcome(of: operand), at: at.characters)
    case .arithmetic(let left, let sign, let right, let at):
      return arithmetic(outcome(of: left), sign, outcome(of: right), at: at.characters)
    case .share(let part, let whole, let at):
      return share(outcome(of: part), of: outcome(of: whole), at: at.characters)
    case .comparison(let left, let sign, let right, let at):
      return comparison(outcome(of: left), sign, outcome(of: right), at: at.characters)
    case .within(let value, let tolerance, let reference, let at):
      return within(
        outcome(of: value), outcome(of: tolerance), of: outcome(of: reference),
        at: at.characters)
    case .contains(let text, let part, let at):
      return search(outcome(of: text), "contains", part, at: at.characters)
    case .matches(let text, let pattern, let at):
      return search(outcome(of: text), "matches", pattern, at: at.characters)
    case .not(let operand, _):
      let inner = condition(operand, of: "`not`")
      guard case .truth(let truth) = inner.value else { return inner }
      return Outcome(.truth(!truth), shown: inner.shown)
    case .and(let left, let right, _):
      return joined(left, right, word: "and", decidedBy: false)
    case .or(let left, let right, _):
      return joined(left, right, word: "or", decidedBy: true)
    }
  }

  /// `and` and `or`: either operand decides alone when its truth is `decisive`.
  private func joined(
    _ left: Expression, _ right: Expression, word: String, decidedBy decisive: Bool
  ) -> Outcome {
    // Both sides always, so that a fault on the right is never hidden by the left.
    let sides = [condition(left, of: "`\(word)`"), condition(right, of: "`\(word)`")]
    if let fault = sides.first(where: { if case .fault = $0.value { true } else { false } }) {
      return fault
    }
    let deciding = sides.filter { $0.value == .truth(decisive) }
    let shown = { (outcomes: [Outcome]) in outcomes.map(\.shown).joined(separator: ", and ") }
    if !deciding.isEmpty { return Outcome(.truth(decisive), shown: shown(deciding)) }
    let open = sides.filter(\.isOpen)
    if !open.isEmpty { return .unknown(shown(open)) }
    return Outcome(.truth(!decisive), shown: shown(sides))
  }

  /// The truth of `expression` where a condition is wanted. A query's `t` and `f` count, because
  /// that is how the server writes them.
  private func condition(_ expression: Expression, of what: String) -> Outcome {
    let outcome = outcome(of: expression)
    switch outcome.value {
    case .truth, .unknown, .fault: return outcome
    case .text(let text) where outcome.isObserved:
      guard let truth = Self.truth(text) else {
        return .unknown("\(outcome.shown) is neither true nor false")
      }
      return Outcome(.truth(truth), shown: outcome.shown, isObserved: true)
    case .text, .quantity:
      return .fault(
        "\(what) needs something that holds or does not, not \(outcome.kind)",
        at: expression.offset, cure: "compare it with something")
    }
  }

  /// What a database's or a tool's word for a truth means, or nil.
  static func truth(_ text: String) -> Bool? {
    switch text {
    case "t", "true": true
    case "f", "false": false
    default: nil
    }
  }

  /// A known amount, unless it is no number.
  func finite(_ amount: Amount, shown: String? = nil, isObserved: Bool = false) -> Outcome {
    guard amount.isFinite else { return .unknown("\(shown ?? "a value") is not a finite number") }
    return Outcome(.quantity(amount), shown: shown ?? amount.shown, isObserved: isObserved)
  }
}
