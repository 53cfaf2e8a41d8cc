import GonogoCore

/// Reads numbers with units out of the tokens of a sentence.
struct QuantityScan {
  let sentence: Sentence

  private var tokens: [SentenceToken] { sentence.tokens }

  /// A number with its unit.
  struct Found {
    /// The number with its unit.
    let quantity: Quantity
    /// The token behind it.
    let end: Int
  }

  /// The plain amount at token `index`; nil for versions, dates, times and ranges, and where letters
  /// that are no unit follow at once.
  func quantity(at index: Int) -> Found? {
    guard let found = part(at: index) else { return nil }
    return isJoined(found.end) ? nil : found
  }

  /// The same, where the first of two numbers of a range may stand.
  func part(at index: Int) -> Found? {
    guard index < tokens.count, let value = tokens[index].amount else { return nil }
    let next = index + 1
    guard next < tokens.count else { return Found(quantity: Quantity(value), end: next) }
    // "10 000" is ten thousand to many, and ten before another number to others.
    if isGrouped(index) { return nil }
    if let (unit, length) = unit(at: next) {
      return Found(quantity: Quantity(value, unit), end: next + length)
    }
    // `5xx`, `3rd`, `18+`.
    if !tokens[next].isSpaced, tokens[next].kind == .word, !isUnspacedSign(next) { return nil }
    if !tokens[next].isSpaced, tokens[next].isSymbol("+") { return nil }
    return Found(quantity: Quantity(value), end: next)
  }

  /// True for up to three digits before, or exactly three behind, a blank between two numbers.
  private func isGrouped(_ index: Int) -> Bool {
    if isPair(index, index + 1) || isPair(index - 1, index) { return true }
    // 10'000, as the Swiss write it.
    let end = tokens[index].range.upperBound
    guard end + 1 < sentence.scalars.count, "'’".unicodeScalars.contains(sentence.scalars[end])
    else {
      return false
    }
    return sentence.scalars[end + 1].properties.numericType != nil
  }

  private func isPair(_ first: Int, _ second: Int) -> Bool {
    guard first >= 0, second < tokens.count, tokens[second].isSpaced, tokens[first].isNumber,
      tokens[second].isNumber
    else { return false }
    return tokens[first].key.count <= 3 && tokens[first].key.allSatisfy(\.isNumber)
      && tokens[second].key.count == 3 && tokens[second].key.allSatisfy(\.isNumber)
  }

  /// A range at token `index`: `50-80 ms`, `2 to 5 GB`; the word only when `takesWords`.
  func range(at index: Int, separators: Set<String>) -> (low: Quantity, high: Quantity, end: Int)? {
    guard let first = part(at: index), first.end < tokens.count else { return nil }
    let separator = tokens[first.end]
    guard separators.contains(separator.key) else { return nil }
    let isTight = !separator.isSpaced
    guard let second = quantity(at: first.end + 1) else { return nil }
    if separator.isSymbol("-"), isTight == tokens[first.end + 1].isSpaced { return nil }
    let unit = second.quantity.unit
    let low = first.quantity.unit == .none ? Quantity(first.quantity.value, unit) : first.quantity
    guard low.unit.dimension == unit.dimension, low.base < second.quantity.base else { return nil }
    return (low, second.quantity, second.end)
  }

  /// The unit at token `index`, and how many tokens it has.
  private func unit(at index: Int) -> (Unit, Int)? {
    let token = tokens[index]
    if token.isSymbol("%") { return (.percent, 1) }
    guard token.kind == .word else { return nil }
    if let (unit, length) = PhraseBook.standard.unit(in: tokens, at: index) {
      return (unit, length)
    }
    if isUnspacedSign(index) { return nil }
    return Unit.named(sentence.text(scalars: token.range)).map { ($0, 1) }
  }

  /// True when the number goes on: a date, a time, a version, a range.
  private func isJoined(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index].kind == .symbol else { return false }
    return ["-", ".", ":", "/"].contains(tokens[index].key) && !tokens[index].isSpaced
      && tokens[index + 1].isNumber && !tokens[index + 1].isSpaced
  }

  private func isUnspacedSign(_ index: Int) -> Bool {
    guard let first = tokens[index].range.first else { return false }
    return ScalarForm.isUnspaced(sentence.scalars[first])
  }
}
