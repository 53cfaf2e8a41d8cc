import GonogoCore

/// Values without a verb, where an expectation must stand: "Expected: 0", "8+ services", a code
/// span in the column of what is expected.
extension ExpectationReader {
  /// What such a value says; a reason to act can only be a count.
  func bareValue() -> Reading {
    guard first(.condition, in: outside) == nil || isTrigger else { return .none }
    let colon = valueColon
    let begin = skipDemand(colon.map { $0 + 1 } ?? start)
    let value = begin..<valueEnd(from: begin)
    guard !value.isEmpty else { return .none }
    if isLabelled, let text = bareText(value), colon == nil || !isCommand(value.lowerBound, text) {
      return .assertion(.contains([text]))
    }
    let name = colon.map { start..<$0 } ?? start..<start
    guard isPlain(name), !isAim(begin), let assertion = count(value, name) else {
      return .none
    }
    return .assertion(assertion)
  }

  /// "Users: target 50": more of them would do as well, or fewer; nothing says which.
  private func isAim(_ begin: Int) -> Bool {
    begin > start && begin > 1 && Self.aims.contains(tokens[begin - 1].key)
  }

  private static let aims: Set<String> = [
    "target", "targets", "goal", "goals", "objetivo", "objetivos", "meta", "metas", "ziel", "ziele",
    "zielwert", "objectif",
  ]

  /// The colon behind the name of what is counted or shown.
  private var valueColon: Int? {
    tokens.indices.last { index in
      index > start && depths[index] == 0 && tokens[index].isSymbol(":")
    }
  }

  /// Behind "must be".
  private func skipDemand(_ index: Int) -> Int {
    var index = index
    while let length = sentence.phrase(.label, at: index) ?? sentence.phrase(.amount, at: index),
      index + length < tokens.count
    {
      index += length
    }
    return index
  }

  /// Before the explanation in parentheses that may close the sentence, and before final marks.
  private func valueEnd(from begin: Int) -> Int {
    var end = tokens.indices.first { $0 >= begin && tokens[$0].isSymbol("(") } ?? tokens.count
    let isOpen = tokens[end...].contains { !$0.isSymbol("(") && !$0.isSeparator }
    if isOpen, let close = tokens.indices.last(where: { tokens[$0].isSymbol(")") }),
      tokens[(close + 1)...].contains(where: { !$0.isSeparator })
    {
      return begin
    }
    while end > begin, tokens[end - 1].isSeparator { end -= 1 }
    return max(begin, end)
  }

  /// True for a name of words alone that turn nothing around.
  private func isPlain(_ name: Range<Int>) -> Bool {
    name.allSatisfy { depths[$0] > 0 || tokens[$0].kind == .word || tokens[$0].kind == .symbol }
      && [PhraseBook.Kind.negation, .condition, .joiner, .or, .hedge, .product].allSatisfy {
        first($0, in: name) == nil
      }
  }

  /// "100% of the cases approved" states a share, and the state is what it is a share of.
  func wholeShare(_ core: SentenceCore) -> Assertion? {
    guard isLabelled, case .state = core.fact,
      case .assertion(let assertion) = bareValue(), case .limit(let limit) = assertion,
      limit.required.quantity.unit == .percent
    else { return nil }
    return assertion
  }

  // MARK: Texts

  /// A code span or a quotation, alone or with "visible" behind it.
  private func bareText(_ value: Range<Int>) -> String? {
    guard let text = scan.literal(at: value.lowerBound), SentenceScan.isTelling(text),
      ShownReading.comparison(in: text) == nil
    else { return nil }
    if value.count == 1 { return text }
    let rest = value.dropFirst()
    guard rest.count <= 3, rest.allSatisfy({ tokens[$0].kind == .word }), let last = rest.last,
      Self.shown.contains(tokens[last].key), first(.negation, in: rest) == nil
    else { return nil }
    return text
  }

  /// "Service created: `kubectl get svc`" names what shows it, not what it shows.
  private func isCommand(_ index: Int, _ text: String) -> Bool {
    guard case .code = tokens[index].kind, let first = text.unicodeScalars.first else {
      return false
    }
    return (0x61...0x7A).contains(first.value) && text.utf8.contains(0x20) || first == "/"
      || first == "." || first == "\\"
  }

  private static let shown: Set<String> = [
    "visible", "shown", "displayed", "present", "listed", "appears", "sichtbar", "visibles",
    "angezeigt", "affiché",
  ]

  // MARK: Counts

  /// `0`, `0 blocks`, `8+ services`, `10000 USDT`, `100% of them`.
  private func count(_ value: Range<Int>, _ name: Range<Int>) -> Assertion? {
    guard let amount = tokens[value.lowerBound].amount else { return nil }
    var index = value.lowerBound + 1
    if index < value.upperBound, tokens[index].isSymbol("+"), !tokens[index].isSpaced {
      index += 1
      guard isNoun(index..<value.upperBound, longest: 6) else { return nil }
      return limit(.atLeast, Quantity(amount), name, index..<value.upperBound)
    }
    guard isLabelled else { return nil }
    if index < value.upperBound, tokens[index].isSymbol("%") {
      let rest = index + 1..<value.upperBound
      guard amount == 100 || amount == 0, rest.allSatisfy({ tokens[$0].kind == .word }),
        isPlain(rest),
        !hasNumberInParentheses
      else { return nil }
      return limit(.equal, Quantity(amount, .percent), name, rest)
    }
    let noun = index..<value.upperBound
    if noun.isEmpty {
      if name.isEmpty, amount >= 100, amount < 600 { return nil }
      return hasNumberInParentheses ? nil : limit(.equal, Quantity(amount), name, noun)
    }
    guard tokens[index].isSpaced else { return nil }
    if amount == 0 { return none(of: noun) }
    guard isNoun(noun, longest: name.isEmpty ? 1 : 2),
      noun.allSatisfy({ sentence.phrase(.state, at: $0) == nil })
    else { return nil }
    return limit(.equal, Quantity(amount), name, noun)
  }

  /// "0 blocks in normal use": none of something, wherever.
  private func none(of noun: Range<Int>) -> Assertion? {
    let end = noun.first { sentence.phrase(.place, at: $0) != nil } ?? noun.upperBound
    let words = noun.lowerBound..<end
    guard isNoun(words, longest: 4), isPlain(end..<noun.upperBound),
      noun.allSatisfy({ tokens[$0].kind == .word })
    else { return nil }
    return .zero(noun: sentence.text(words))
  }

  /// True for words without a unit, so that the number counts them.
  private func isNoun(_ words: Range<Int>, longest: Int) -> Bool {
    let counted = words.filter { index in !scan.mentions.contains { $0.tokens.contains(index) } }
    let turns: [PhraseBook.Kind] = [.negation, .condition, .joiner, .or, .hedge, .product]
    guard !counted.isEmpty, counted.count <= longest,
      turns.allSatisfy({ first($0, in: words) == nil })
    else { return false }
    return counted.allSatisfy { tokens[$0].kind == .word }
      && Unit.named(sentence.text(words.lowerBound..<words.lowerBound + 1)) == nil
      && PhraseBook.standard.unit(in: tokens, at: words.lowerBound) == nil
      && sentence.phrase(.multiple, at: words.lowerBound) == nil
  }

  private var hasNumberInParentheses: Bool {
    tokens.indices.contains { depths[$0] > 0 && $0 > start && tokens[$0].isNumber }
  }

  private func limit(
    _ comparator: Limit.Comparator, _ quantity: Quantity, _ name: Range<Int>, _ noun: Range<Int>
  ) -> Assertion {
    .limit(
      Threshold(
        required: Limit(comparator: comparator, quantity: quantity, share: nil), critical: nil,
        mentions: scan.mentions.map(\.quantity),
        meaning: Meaning(sentence.text(name) + " " + sentence.text(noun)), window: window))
  }
}
