import GonogoCore

extension Evaluator {
  /// Whether a comparison holds.
  func comparison(
    _ left: Outcome, _ sign: Expression.Comparison, _ right: Outcome, at offset: Int
  ) -> Outcome {
    if let open = Outcome.firstOpen(left, right) { return open }
    let isOrdering = sign != .equal && sign != .unequal
    switch (left.value, right.value) {
    case (.quantity(let one), .quantity(let other)):
      return amounts(left, one, sign, right, other, at: offset)
    case (.text(let one), .text(let other)):
      if isOrdering { return unordered(left, right, at: offset) }
      if left.isTruncated || right.isTruncated {
        return .unknown("\(left.isTruncated ? left.shown : right.shown) was not kept whole")
      }
      return statement((one == other) == (sign == .equal), left, sign.rawValue, right.shown)
    case (.truth(let one), .truth(let other)) where !isOrdering:
      return statement((one == other) == (sign == .equal), left, sign.rawValue, right.shown)
    case (.truth(let one), .text(let text)) where !isOrdering && right.isObserved:
      guard let other = Self.truth(text) else {
        return .unknown("\(right.shown) is neither true nor false")
      }
      return statement((one == other) == (sign == .equal), left, sign.rawValue, right.shown)
    case (.text(let text), .truth(let other)) where !isOrdering && left.isObserved:
      guard let one = Self.truth(text) else {
        return .unknown("\(left.shown) is neither true nor false")
      }
      return statement((one == other) == (sign == .equal), left, sign.rawValue, right.shown)
    case (.quantity(let amount), .text(let text)) where !right.isObserved:
      return spelling(amount, text, left, sign, right, at: offset)
    case (.text(let text), .quantity(let amount)) where !left.isObserved:
      return spelling(amount, text, left, sign, right, at: offset)
    case (.quantity, .text): return notANumber(right, at: offset)
    case (.text, .quantity): return notANumber(left, at: offset)
    default:
      return .fault(
        "`\(sign.rawValue)` cannot compare \(left.kind) with \(right.kind)", at: offset)
    }
  }

  /// `X within T of Y`: they differ by at most T; a percentage is taken of the size of Y.
  func within(
    _ value: Outcome, _ tolerance: Outcome, of reference: Outcome, at offset: Int
  ) -> Outcome {
    if let open = Outcome.firstOpen(value, tolerance, reference) { return open }
    guard case .quantity(let one) = value.value else { return notANumber(value, at: offset) }
    guard case .quantity(let slack) = tolerance.value else {
      return notANumber(tolerance, at: offset)
    }
    guard case .quantity(let other) = reference.value else {
      return notANumber(reference, at: offset)
    }
    if let fault = Self.misfit(one.dimension, other.dimension, sign: "within", at: offset)
      ?? (slack.dimension == .percent
        ? nil : Self.misfit(one.dimension, slack.dimension, sign: "within", at: offset))
    {
      return Outcome(.fault(fault), shown: fault.message)
    }
    guard slack.base >= 0 else { return .fault("a tolerance is not negative", at: offset) }
    let isShare = slack.dimension == .percent
    let holds = { (value: Double, slack: Double, reference: Double) -> Bool? in
      let distance = abs(value - reference)
      let allowed = isShare ? slack * abs(reference) / 100 : slack
      // An infinite allowance would let anything pass.
      guard distance.isFinite, allowed.isFinite else { return nil }
      return distance <= allowed || Amount.isSame(distance, allowed)
    }
    let shown = "within \(tolerance.shown) of"
    guard let decimal = holds(one.base, slack.base, other.base),
      let binary = holds(one.binaryBase, slack.binaryBase, other.binaryBase)
    else { return .unknown("\(value.shown) \(shown) \(reference.shown) is not a finite number") }
    return both(decimal, binary, value, shown, reference)
  }

  /// Whether a text contains a part or has a line that matches a pattern.
  func search(_ outcome: Outcome, _ word: String, _ wanted: String, at offset: Int) -> Outcome {
    if outcome.isOpen { return outcome }
    let text: String
    switch outcome.value {
    case .text(let whole): text = whole
    case .quantity(let amount) where amount.printed != nil: text = amount.printed ?? ""
    default: return .fault("`\(word)` searches texts, not \(outcome.kind)", at: offset)
    }
    let isFound: Bool
    if word == "contains" {
      isFound = Self.contains(text, wanted)
    } else {
      do throws(LinePattern.Fault) {
        isFound = try LinePattern(wanted).matches(text)
      } catch {
        return .fault("the pattern \(error.message)", at: offset, cure: error.cure)
      }
    }
    if !isFound, outcome.isTruncated { return .unknown("\(outcome.shown) was not kept whole") }
    let refusal = word == "contains" ? "does not contain" : "does not match"
    return Outcome(
      .truth(isFound),
      shown: "\(outcome.shown) \(isFound ? word : refusal) \(Outcome.quoted(wanted))",
      isObserved: outcome.isObserved)
  }

  /// Why two kinds of quantity cannot be compared, or nil when they can.
  static func misfit(
    _ left: Dimension, _ right: Dimension, sign: String, at offset: Int
  ) -> DirectiveError? {
    guard left != right else { return nil }
    let cure: String
    switch (left, right) {
    case (.number, .percent), (.percent, .number): cure = "write `50% of …` for a share"
    case (.number, _), (_, .number): cure = "give the plain number a unit"
    default: cure = "compare quantities of the same kind"
    }
    return DirectiveError(
      "`\(sign)` cannot compare \(Outcome.kind(of: left)) with \(Outcome.kind(of: right))",
      at: offset, cure: cure)
  }

  private func amounts(
    _ left: Outcome, _ one: Amount, _ sign: Expression.Comparison, _ right: Outcome,
    _ other: Amount, at offset: Int
  ) -> Outcome {
    if let fault = Self.misfit(one.dimension, other.dimension, sign: sign.rawValue, at: offset) {
      return Outcome(.fault(fault), shown: fault.message)
    }
    return both(
      Self.holds(one.base, sign, other.base),
      Self.holds(one.binaryBase, sign, other.binaryBase), left, sign.rawValue, right)
  }

  /// A comparison counts only when it comes out the same with `MB` as 1000² and as 1024² bytes.
  private func both(
    _ decimal: Bool, _ binary: Bool, _ left: Outcome, _ words: String, _ right: Outcome
  ) -> Outcome {
    guard decimal == binary else {
      return .unknown(
        "\(left.shown) \(words) \(right.shown) depends on whether kB, MB, GB are powers of 1000"
          + " or of 1024")
    }
    return statement(decimal, left, words, right.shown)
  }

  private static func holds(_ left: Double, _ sign: Expression.Comparison, _ right: Double)
    -> Bool
  {
    let isSame = Amount.isSame(left, right)
    return switch sign {
    case .less: left < right && !isSame
    case .atMost: left < right || isSame
    case .greater: left > right && !isSame
    case .atLeast: left > right || isSame
    case .equal: isSame
    case .unequal: !isSame
    }
  }

  /// A number against a text that the author wrote: the tool's own spelling is compared.
  private func spelling(
    _ amount: Amount, _ text: String, _ left: Outcome, _ sign: Expression.Comparison,
    _ right: Outcome, at offset: Int
  ) -> Outcome {
    guard sign == .equal || sign == .unequal else { return unordered(left, right, at: offset) }
    guard let printed = amount.printed else {
      return .fault("a number is compared with a text", at: offset, cure: "drop the quotes")
    }
    return statement((printed == text) == (sign == .equal), left, sign.rawValue, right.shown)
  }

  private func unordered(_ left: Outcome, _ right: Outcome, at offset: Int) -> Outcome {
    if left.isObserved, case .text = left.value { return notANumber(left, at: offset) }
    if right.isObserved, case .text = right.value { return notANumber(right, at: offset) }
    return .fault(
      "texts have no order", at: offset, cure: "compare texts with == or !=, or drop the quotes")
  }

  private func statement(
    _ holds: Bool, _ left: Outcome, _ words: String, _ right: String
  ) -> Outcome {
    Outcome(
      .truth(holds), shown: "\(left.shown) \(holds ? "" : "is not ")\(words) \(right)",
      isObserved: true)
  }

  /// Whether `part` occurs in `text`, letter for letter, in time proportional to both.
  private static func contains(_ text: String, _ part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard let last = wanted.indices.last else { return false }
    // Knuth, Morris, Pratt: how much of a match survives a mismatch.
    var kept = [0]
    var length = 0
    for index in wanted.indices.dropFirst() {
      while length > 0, wanted[index] != wanted[length] { length = kept[length - 1] }
      if wanted[index] == wanted[length] { length += 1 }
      kept.append(length)
    }
    length = 0
    for byte in text.utf8 {
      while length > 0, byte != wanted[length] { length = kept[length - 1] }
      if byte == wanted[length] { length += 1 }
      if length > last { return true }
    }
    return false
  }
}
