import GonogoCore

extension SentenceScan {
  // MARK: None of something

  /// "no new errors", "0 vulnerabilities", 无错误, エラーなし.
  func zero(at index: Int) -> Part? {
    if let length = sentence.phrase(.none, at: index) {
      return noun(at: index + length, from: index)
    }
    if tokens[index].amount == 0, index + 1 < tokens.count, tokens[index + 1].isSpaced {
      return noun(at: index + 1, from: index)
    }
    guard let length = sentence.phrase(.fault, at: index),
      let none = sentence.phrase(.noneAfter, at: index + length)
    else { return nil }
    return Part(
      fact: .zero(sentence.text(index..<index + length)), start: index,
      end: index + length + none)
  }

  /// The noun for what there is none of, at most a few words on.
  private func noun(at start: Int, from first: Int) -> Part? {
    var index = start
    var letters = 0
    while index < tokens.count, letters < 8 {
      if let length = sentence.phrase(.fault, at: index) {
        if sentence.phrase(.vague, at: index + length) != nil { return nil }
        let end = nounEnd(index + length)
        return Part(fact: .zero(sentence.text(start..<end)), start: first, end: end)
      }
      guard tokens[index].kind == .word, sentence.phrase(.joiner, at: index) == nil,
        sentence.phrase(.vague, at: index) == nil, sentence.phrase(.negation, at: index) == nil,
        sentence.phrase(.copula, at: index) == nil
      else { return nil }
      // A word of letters counts for three signs.
      letters += tokens[index].range.count > 1 ? 3 : 1
      index += 1
    }
    return nil
  }

  /// The end of "errors or warnings", "error spikes".
  private func nounEnd(_ index: Int) -> Int {
    var end = index
    if end < tokens.count, tokens[end].kind == .word, tokens[end].range.count > 1,
      [PhraseBook.Kind.place, .condition, .joiner, .or, .copula, .hedge, .negation].allSatisfy({
        sentence.phrase($0, at: end) == nil
      })
    {
      end += 1
    }
    while true {
      var next = end
      if let length = sentence.phrase(.or, at: next) ?? sentence.phrase(.joiner, at: next) {
        next += length
      } else if next < tokens.count, tokens[next].isSymbol("/") || tokens[next].isSymbol(",") {
        next += 1
        if let length = sentence.phrase(.or, at: next) { next += length }
      }
      guard let length = sentence.phrase(.fault, at: next) else { return end }
      end = next + length
    }
  }

  // MARK: All of them

  /// "all pods Running", "all tests pass", 所有测试通过.
  func all(at index: Int) -> Part? {
    if let whole = allCounted(at: index) { return whole }
    guard let length = sentence.phrase(.all, at: index) else { return nil }
    let start = index + length
    if let end = stateEnd(at: start, kinds: [.state, .verbState]) {
      return Part(
        fact: .all(noun: nounBefore(index), state: stateText(start..<end.word)), start: index,
        end: end.end)
    }
    var cursor = start
    while cursor < tokens.count, cursor - start < 12 {
      let token = tokens[cursor]
      if cursor > start {
        let afterCopula = cursor + (sentence.phrase(.copula, at: cursor) ?? 0)
        for place in [cursor, afterCopula] {
          guard let end = stateEnd(at: place, kinds: [.state, .verbState]) else { continue }
          return Part(
            fact: .all(
              noun: sentence.text(start..<cursor), state: stateText(place..<end.word)),
            start: index, end: end.end)
        }
      }
      // "All 14 tests pass": the number belongs to the noun.
      let isCount = cursor == start && token.amount != nil
      guard token.kind == .word || isCount || sentence.phrase(.copula, at: cursor) != nil,
        sentence.phrase(.joiner, at: cursor) == nil, sentence.phrase(.negation, at: cursor) == nil,
        sentence.phrase(.condition, at: cursor) == nil
      else { return nil }
      cursor += 1
    }
    return nil
  }

  /// "10/10 containers running".
  private func allCounted(at index: Int) -> Part? {
    guard index + 3 < tokens.count, let number = tokens[index].amount, number >= 1,
      tokens[index + 1].isSymbol("/"), tokens[index + 2].amount == number
    else { return nil }
    for place in index + 3..<min(index + 7, tokens.count) {
      if let end = stateEnd(at: place, kinds: [.state, .verbState]) {
        let noun = sentence.text(index + 2..<place)
        return Part(
          fact: .all(noun: noun, state: stateText(place..<end.word)), start: index, end: end.end)
      }
      guard tokens[place].kind == .word else { return nil }
    }
    return nil
  }

  private func stateText(_ range: Range<Int>) -> String {
    literal(at: range.lowerBound) ?? sentence.text(range)
  }

  /// "Pod status: all Running": what stands before the colon.
  private func nounBefore(_ index: Int) -> String {
    guard index > 1, tokens[index - 1].isSymbol(":") else { return "" }
    return sentence.text(0..<index - 1)
  }

  // MARK: States

  /// "is healthy", "status: ok", "tests pass", 健康检查通过.
  func state(at index: Int) -> Part? {
    if let literal = literalState(at: index) { return literal }
    if tokens[index].kind != .word { return nil }
    for kind in [PhraseBook.Kind.verbState, .state] {
      guard let end = stateEnd(at: index, kinds: [kind]) else { continue }
      guard let start = stateStart(index, kind) else { return nil }
      return Part(fact: .state(sentence.text(index..<end.word)), start: start, end: end.end)
    }
    return nil
  }

  /// A state at token `index` with which the statement ends.
  private func stateEnd(
    at index: Int, kinds: [PhraseBook.Kind]
  ) -> (word: Int, end: Int)? {
    for kind in kinds {
      guard let length = sentence.phrase(kind, at: index) else { continue }
      if let end = statementEnd(index + length) { return (index + length, end) }
    }
    if isState(literal: index), let end = statementEnd(index + 1) { return (index + 1, end) }
    return nil
  }

  /// Where a state's statement begins: at its copula; nil when nothing says what is in that state.
  private func stateStart(_ index: Int, _ kind: PhraseBook.Kind) -> Int? {
    if index == 0 { return kind == .verbState ? nil : 0 }
    let before = tokens[index - 1]
    if before.isSymbol(":") || before.isSymbol("→") || before.isSymbol("=") { return index - 1 }
    for length in 1...3 where index - length >= 0 {
      for kind in [PhraseBook.Kind.copula, .returns] {
        if sentence.phrase(kind, at: index - length) == length { return index - length }
      }
    }
    if before.isSymbol("-") || before.isSymbol("(") { return nil }
    guard before.kind == .word || isCode(before) else { return nil }
    if kind == .verbState { return index }
    guard sentence.phrase(.bare, at: index) != nil, index <= 5 || isUnspaced(index) else {
      return nil
    }
    return index
  }

  /// "is `running`".
  private func literalState(at index: Int) -> Part? {
    guard let length = sentence.phrase(.copula, at: index),
      sentence.phrase(.returns, at: index) == nil, index + length < tokens.count,
      let text = literal(at: index + length), isState(literal: index + length),
      let end = statementEnd(index + length + 1)
    else { return nil }
    return Part(fact: .state(text), start: index, end: end)
  }

  /// True when a code span or a quotation is one word for a state.
  private func isState(literal index: Int) -> Bool {
    guard let text = literal(at: index), text.utf8.count <= 30 else { return false }
    let inner = Sentence(text)
    return inner.tokens.count == 1 && inner.phrase(.state, at: 0) == 1
  }

  private func isCode(_ token: SentenceToken) -> Bool {
    if case .code = token.kind { return true }
    return false
  }

  private func isUnspaced(_ index: Int) -> Bool {
    tokens[index].range.first.map { ScalarForm.isUnspaced(sentence.scalars[$0]) } ?? false
  }
}
