import GonogoCore

extension ExpectationReader {
  /// The tokens that are no part of what is stated.
  var restTokens: [Int] {
    var rest: [Int] = []
    var cores = scan.cores[...]
    for index in sentence.tokens.indices {
      while let core = cores.first, core.tokens.upperBound <= index { cores = cores.dropFirst() }
      if let core = cores.first, core.tokens.contains(index) { continue }
      rest.append(index)
    }
    return rest
  }

  /// The same behind the label that opens the sentence.
  var rest: [Int] { restTokens.filter { $0 >= start } }

  /// The same outside of parentheses.
  var outside: [Int] { rest.filter { depths[$0] == 0 } }

  /// The first phrase of `kind` that begins at one of these tokens, as the sentence spells it.
  func first(_ kind: PhraseBook.Kind, in places: some Sequence<Int>) -> String? {
    for index in places {
      if let length = sentence.phrase(kind, at: index) {
        return sentence.text(index..<index + length)
      }
    }
    return nil
  }

  private func isUnspaced(_ index: Int) -> Bool {
    sentence.tokens[index].range.first.map { ScalarForm.isUnspaced(sentence.scalars[$0]) } ?? false
  }

  private func isNumber(_ index: Int) -> Bool {
    index < sentence.tokens.count && sentence.tokens[index].isNumber
  }

  /// True for the limit of "requests open > 7 days", which picks some of them out.
  func isFilter(_ core: SentenceCore) -> Bool {
    let place = core.tokens.lowerBound
    return place > start && sentence.phrase(.aged, at: place - 1) == 1
  }

  /// A word that turns a limit into a reason to act.
  var trigger: String? {
    let words = Vocabulary.standard.triggers
    for index in sentence.tokens.indices {
      let token = sentence.tokens[index]
      guard token.kind == .word, words.contains(token.key), !isThing(index) else { continue }
      // "must not exceed" is a demand.
      let isDenied = scan.cores.contains { core in
        guard core.tokens.contains(index), case .limit(let limit) = core.fact else { return false }
        return limit.comparator == .atMost
      }
      if !isDenied { return sentence.text(index..<index + 1) }
    }
    return nil
  }

  /// True when a number stands at token `index`, in digits or written as one sign.
  func isAmount(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return tokens[index].isNumber
      || ["一", "二", "两", "兩", "三", "四", "五", "六", "七", "八", "九", "十"].contains(tokens[index].key)
  }

  /// True when a comma, a semicolon or a full stop parts one statement from another.
  var hasSeparator: Bool {
    outside.contains { index in
      sentence.tokens[index].isSeparator
        && sentence.tokens[(index + 1)...].contains { !$0.isSeparator && !$0.isSymbol(")") }
        && index > start
    }
  }

  /// What the sentence speaks of: its words without what it states.
  func restMeaning(measuredIn unit: Unit) -> Meaning {
    let named = Set(
      scan.mentions.flatMap { Array($0.tokens) })
    var text = ""
    var bodyStart: String.Index?
    for index in restTokens where !named.contains(index) && !isUnreadable(index) {
      if sentence.tokens[index].isSpaced, !text.isEmpty { text += " " }
      if index >= start, bodyStart == nil { bodyStart = text.endIndex }
      text += withoutUnit(sentence.text(scalars: sentence.tokens[index].range), unit)
    }
    let meaning = Meaning(text)
    guard start > 0 else { return meaning }
    return meaning.stating(Meaning(bodyStart.map { text[$0...] } ?? ""))
  }

  /// `latency_ms` without its unit where the limit is in one of that kind: it names nothing.
  private func withoutUnit(_ name: String, _ unit: Unit) -> String {
    guard unit != .none, let bar = name.lastIndex(of: "_"), bar > name.startIndex,
      let own = Unit.named(name[name.index(after: bar)...]), own.dimension == unit.dimension
    else { return name }
    return String(name[..<bar])
  }

  /// True for a subject that people write ("the release blog is", "Rollback-Plan"), and for a mark of
  /// the past alone (已通過), which names nothing.
  func isWritten(_ subject: Range<Int>) -> Bool {
    var end = subject.upperBound
    while end > subject.lowerBound, sentence.phrase(.copula, at: end - 1) == 1 { end -= 1 }
    guard end > subject.lowerBound else { return false }
    let last = tokens[end - 1]
    if subject.count == 1, ["已", "均", "皆", "都"].contains(last.key) { return true }
    if sentence.phrase(.paper, at: end - 1) == 1 { return true }
    // "Terminal with the client ready"
    if sentence.phrase(.paper, at: subject.lowerBound) == 1, subject.count > 1,
      ["with", "mit", "con", "avec", "com"].contains(tokens[subject.lowerBound + 1].key)
    {
      return true
    }
    return last.kind == .word && isCompound(last.key, .paper)
  }

  /// "Container-Restarts": a word of two whose second is a phrase of the kind.
  func isCompound(_ key: String, _ kind: PhraseBook.Kind) -> Bool {
    guard let dash = key.utf8.lastIndex(of: 0x2D) else { return false }
    return PhraseBook.standard.isWord(String(key[key.index(after: dash)...]), kind)
  }

  /// "requests open > 7 days", "keys > 90 days old": a span of time that only says which ones are
  /// meant. Of what must not be it says when to act.
  func selects(_ core: SentenceCore) -> Bool {
    guard case .limit(let limit) = core.fact, limit.quantity.unit.dimension == .time,
      !isTrigger, !limit.comparator.isUpper
    else { return false }
    let start = core.tokens.lowerBound
    return start > self.start
      && (1...2).contains { length in
        start - length >= 0 && sentence.phrase(.aged, at: start - length) == length
      } || sentence.phrase(.agedAfter, at: core.tokens.upperBound) != nil
  }

  /// A number that is no plain amount names nothing ("2.4.1", "12:30").
  private func isUnreadable(_ index: Int) -> Bool {
    sentence.tokens[index].kind == .number(nil)
  }

  /// These tokens as the sentence spells them; code spans with what stands in them.
  func spelled(_ indices: [Int]) -> String {
    var text = ""
    for index in indices {
      let token = sentence.tokens[index]
      if token.isSpaced, !text.isEmpty { text += " " }
      text += sentence.text(scalars: token.range)
    }
    return text
  }
}
