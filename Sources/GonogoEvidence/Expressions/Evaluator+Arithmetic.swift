import GonogoCore

extension Evaluator {
  /// A number with its sign changed.
  func negated(_ operand: Outcome, at offset: Int) -> Outcome {
    if let open = Outcome.firstOpen(operand) { return open }
    guard case .quantity(let amount) = operand.value else { return notANumber(operand, at: offset) }
    return finite(
      Amount(base: -amount.base, binaryBase: -amount.binaryBase, unit: amount.unit),
      shown: "-\(amount.shown)", isObserved: operand.isObserved)
  }

  /// A sum, difference, product or quotient.
  func arithmetic(
    _ left: Outcome, _ sign: Expression.Arithmetic, _ right: Outcome, at offset: Int
  ) -> Outcome {
    if let open = Outcome.firstOpen(left, right) { return open }
    guard case .quantity(let one) = left.value else { return notANumber(left, at: offset) }
    guard case .quantity(let other) = right.value else { return notANumber(right, at: offset) }
    if let fault = Self.misfit(one.dimension, sign, other.dimension, at: offset) {
      return Outcome(.fault(fault), shown: fault.message)
    }
    let shown = "\(left.shown) \(sign.rawValue) \(right.shown)"
    if sign == .over, other.base == 0 || other.binaryBase == 0 {
      return .unknown("\(shown) divides by zero")
    }
    let result =
      switch sign {
      case .plus: Self.both(one, other, one.unit) { $0 + $1 }
      case .minus: Self.both(one, other, one.unit) { $0 - $1 }
      case .times:
        Self.both(one, other, one.dimension == .number ? other.unit : one.unit) { $0 * $1 }
      case .over:
        Self.both(one, other, other.dimension == .number ? one.unit : .none) { $0 / $1 }
      }
    return finite(
      result, shown: "\(shown) (= \(result.shown))",
      isObserved: left.isObserved || right.isObserved)
  }

  /// `50% of X`: so many hundredths of it, in its unit.
  func share(_ part: Outcome, of whole: Outcome, at offset: Int) -> Outcome {
    if let open = Outcome.firstOpen(part, whole) { return open }
    guard case .quantity(let percent) = part.value, percent.dimension == .percent else {
      return .fault(
        "`of` needs a percentage before it, not \(part.kind)", at: offset,
        cure: "write `50% of …`")
    }
    guard case .quantity(let amount) = whole.value else { return notANumber(whole, at: offset) }
    let result = Self.both(amount, percent, amount.unit) { $0 * $1 / 100 }
    return finite(
      result, shown: "\(part.shown) of \(whole.shown) (= \(result.shown))",
      isObserved: part.isObserved || whole.isObserved)
  }

  /// Why two kinds of quantity cannot be put together, or nil when they can.
  static func misfit(
    _ left: Dimension, _ sign: Expression.Arithmetic, _ right: Dimension, at offset: Int
  ) -> DirectiveError? {
    let kinds = "\(Outcome.kind(of: left)) and \(Outcome.kind(of: right))"
    switch sign {
    case .plus, .minus:
      guard left != right else { return nil }
      return DirectiveError(
        "`\(sign.rawValue)` cannot join \(kinds)", at: offset,
        cure: right == .percent ? "write `105% of …` for 5% more" : "give both the same unit")
    case .times:
      if left == .percent || right == .percent {
        return DirectiveError(
          "`*` with a percentage may mean two things", at: offset, cure: "write `50% of …`")
      }
      guard left != .number, right != .number else { return nil }
    case .over:
      guard right != .number, left != right else { return nil }
    }
    return DirectiveError("`\(sign.rawValue)` cannot join \(kinds)", at: offset)
  }

  private static func both(
    _ left: Amount, _ right: Amount, _ unit: Unit, _ compute: (Double, Double) -> Double
  ) -> Amount {
    Amount(
      base: compute(left.base, right.base),
      binaryBase: compute(left.binaryBase, right.binaryBase), unit: unit)
  }

  /// What is said of something that is no number where one is needed: the author's fault when the
  /// author wrote it, else merely not known.
  func notANumber(_ outcome: Outcome, at offset: Int) -> Outcome {
    if case .text = outcome.value, outcome.isObserved {
      return .unknown("\(outcome.shown) is not a number")
    }
    return .fault("a number is needed here, not \(outcome.kind)", at: offset)
  }
}
