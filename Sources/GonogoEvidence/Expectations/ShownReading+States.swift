import GonogoCore

/// How something is, that all of them are so, that there is none: words alone.
extension ShownReading {
  // MARK: States

  /// "Contract and parity tests are green in CI", "Healthchecks verdes para todos".
  var state: Assertion? {
    // "Verification successful": the first word is a label as well.
    let first = reader.isLabelled && isDemanded ? body.lowerBound : body.lowerBound + 1
    if isDemanded, let adjective { return adjective }
    let kinds =
      reader.isLabelled
      ? isDemanded ? Self.said + [.done, .bare] : Self.said
      : isDemanded ? Self.seen + [.bare, .outcome] : Self.seen
    guard let found = firstState(from: first, kinds) else { return nil }
    if found.range.lowerBound == body.lowerBound {
      return .state(sentence.text(found.range))
    }
    let subject = body.lowerBound..<found.range.lowerBound
    guard isSubject(subject) else { return nil }
    // "Registration and login succeed" says two things, "the two suites are green" one.
    if found.isVerb || isDemanded, holds([.joiner], in: subject) { return nil }
    // "The first fails, the last one passes" says two things, "a, b and c pass" one.
    if subject.contains(where: { tokens[$0].isSymbol(",") }), !holds([.joiner], in: subject) {
      return nil
    }
    if reader.isWritten(subject) { return nil }
    // "The share rises while the probe is active" is about something else.
    if subject.contains(where: { Self.whiles.contains(tokens[$0].key) }) { return nil }
    // "Is running and accessible" says two things.
    if let last = subject.last, sentence.phrase(.joiner, at: last) != nil { return nil }
    // "3 backups exist" counts them; "Step: ready to go on" says what somebody is.
    if tokens[subject.lowerBound].isNumber { return nil }
    if tokens[subject.upperBound - 1].isSymbol(":"), found.range.upperBound < body.upperBound {
      return nil
    }
    return .state(sentence.text(found.range))
  }

  /// "Ensure passing tests": how it must be, before what.
  private var adjective: Assertion? {
    let start = body.lowerBound
    let length = [PhraseBook.Kind.result, .verbState].compactMap {
      sentence.phrase($0, at: start)
    }.max()
    guard let length, (1...3).contains(body.upperBound - start - length),
      (start + length..<body.upperBound).allSatisfy({ tokens[$0].kind == .word }),
      isSubject(start + length..<body.upperBound),
      sentence.phrase(.where, at: start + length) == nil
    else { return nil }
    return .state(sentence.text(start..<start + length))
  }

  /// "The database is down": what a reason to act names, where nothing more is said.
  var broken: Assertion? {
    for index in body.dropFirst() {
      guard let length = sentence.phrase(.broken, at: index) else { continue }
      let subject = body.lowerBound..<index
      guard subject.count <= 8, isTail(min(index + length, body.upperBound)..<body.upperBound),
        !body.contains(where: { tokens[$0].isNumber || tokens[$0].isSeparator }),
        !holds([.condition, .or, .joiner, .negation], in: subject)
      else { return nil }
      return .state(sentence.text(index..<index + length))
    }
    return nil
  }

  private static let seen: [PhraseBook.Kind] = [.result, .verbState]
  private static let said: [PhraseBook.Kind] = [.result, .verbState, .outcome, .state]

  /// True behind "must" and its like, where more than one thing may be demanded.
  private var isDemanded: Bool {
    body.lowerBound > 0 && !tokens[body.lowerBound - 1].isSymbol(":")
  }

  /// The first state from token `start` on, where nothing but a place follows it.
  private func firstState(
    from start: Int, _ kinds: [PhraseBook.Kind]
  ) -> (range: Range<Int>, isVerb: Bool)? {
    var index = start
    while index < body.upperBound {
      var longest = 0
      var kind = PhraseBook.Kind.result
      for candidate in kinds {
        guard let length = sentence.phrase(candidate, at: index), length > longest else { continue }
        // Scripts without blanks need no copula, all others do.
        if candidate == .state, !isUnspaced(index), !isBehindCopula(index) { continue }
        longest = length
        kind = candidate
      }
      // "Up to date" is judged by somebody.
      if let vague = sentence.phrase(.vague, at: index), vague > longest { return nil }
      if longest > 0 {
        let end = min(index + longest, body.upperBound)
        // "pass a green check" states something else than its first state.
        return isTail(end..<body.upperBound) ? (index..<end, kind == .verbState) : nil
      }
      index += 1
    }
    return nil
  }

  private func isUnspaced(_ index: Int) -> Bool {
    ScalarForm.isUnspaced(sentence.scalars[tokens[index].range.lowerBound])
  }

  private func isBehindCopula(_ index: Int) -> Bool {
    (1...3).contains { length in
      index - length >= body.lowerBound && sentence.phrase(.copula, at: index - length) == length
    }
  }

  /// True for words that name something and turn nothing around; `takesPlaces` where they may say
  /// after or during what.
  func isSubject(
    _ range: Range<Int>, takesPlaces: Bool = false, takesOutput: Bool = false
  ) -> Bool {
    !range.isEmpty && range.count <= 30
      && range.allSatisfy { index in
        Self.turning.allSatisfy { kind in
          sentence.phrase(kind, at: index) == nil || takesOutput && kind == .returns
        }
          && (!isCondition(index) || takesPlaces && sentence.phrase(.where, at: index) != nil)
          && !tokens[index].isSymbol("→") && !tokens[index].isSymbol("?")
      }
  }

  private static let turning: [PhraseBook.Kind] = [
    .negation, .hedge, .barrier, .returns, .atLeast, .atMost, .below, .above,
  ]

  /// True for what makes a sentence hold in some case only; "alerts" are things here.
  private func isCondition(_ index: Int) -> Bool {
    guard sentence.phrase(.condition, at: index) != nil,
      !["alert", "alerts"].contains(tokens[index].key)
    else { return false }
    // "After the rollback": what stands behind such a word is a thing.
    return index == 0 || sentence.phrase(.where, at: index - 1) != 1
  }

  /// True for nothing, or for words that say where, when or for what.
  func isTail(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    if let length = sentence.phrase(.manner, at: first) {
      return isTail(min(first + length, range.upperBound)..<range.upperBound)
    }
    // "Must pass with `--strict`": the command says how.
    if range.count == 2, Self.withs.contains(tokens[first].key), case .code = tokens[first + 1].kind
    {
      return true
    }
    guard range.count <= 12, sentence.phrase(.where, at: first) != nil else { return false }
    return !holds([.negation, .condition, .joiner, .or, .hedge, .returns, .barrier], in: range)
      && range.allSatisfy { index in
        if case .code = tokens[index].kind { return true }
        return tokens[index].kind == .word || ["-", "/", "&", "+"].contains(tokens[index].key)
      }
  }

  private static let whiles: Set<String> = ["while", "whilst", "mientras", "während", "enquanto"]

  private static let withs: Set<String> = ["with", "via", "mit", "con", "com", "avec"]

  // MARK: All

  /// "All four scenarios are green at target scale", 所有檔案可解析.
  var all: Assertion? {
    let start = body.lowerBound
    if let length = sentence.phrase(.all, at: start) {
      let begin = start + length
      let kinds: [PhraseBook.Kind] =
        reader.isLabelled
        ? [.result, .verbState, .allState, .state] : [.result, .verbState, .allState]
      if let found = firstState(from: begin + 1, kinds), isSubject(begin..<found.range.lowerBound) {
        return .all(
          noun: noun(begin..<found.range.lowerBound), state: sentence.text(found.range))
      }
      return reader.isLabelled ? inState(from: begin) : nil
    }
    // "up" for all targets: before the noun.
    if start + 3 < body.upperBound, let length = sentence.phrase(.all, at: start + 2),
      ["for", "para", "für", "pour", "in", "on"].contains(tokens[start + 1].key),
      let state = state(literal: start), isSubject(start + 2 + length..<body.upperBound)
    {
      return .all(noun: sentence.text(start + 2 + length..<body.upperBound), state: state)
    }
    // 套件全部通过: behind the noun.
    for place in body.dropFirst() {
      guard let length = sentence.phrase(.all, at: place) else { continue }
      // "It reports that all migrations are applied".
      if tokens[place - 1].isSymbol(":") || ["that", "que", "dass"].contains(tokens[place - 1].key)
      {
        let begin = place + length
        guard let found = firstState(from: begin + 1, [.result, .verbState, .allState]),
          isSubject(begin..<found.range.lowerBound)
        else { return nil }
        return .all(
          noun: noun(begin..<found.range.lowerBound), state: sentence.text(found.range))
      }
      guard let found = firstState(from: place + length, [.result, .verbState, .allState, .state]),
        found.range.lowerBound == place + length, isSubject(start..<place)
      else { return nil }
      return .all(noun: sentence.text(start..<place), state: sentence.text(found.range))
    }
    return nil
  }

  /// The one word for a state that is quoted at token `index`.
  private func state(literal index: Int) -> String? {
    guard let text = reader.scan.literal(at: index), text.utf8.count <= 30 else { return nil }
    let inner = Sentence(text)
    return inner.tokens.count == 1 && inner.phrase(.state, at: 0) == 1 ? text : nil
  }

  /// The words without the copula behind them.
  private func noun(_ range: Range<Int>) -> String {
    let copula = range.dropFirst().first { index in
      sentence.phrase(.copula, at: index) == range.upperBound - index
    }
    return sentence.text(range.lowerBound..<(copula ?? range.upperBound))
  }

  /// "All circuit breakers in CLOSED state".
  private func inState(from begin: Int) -> Assertion? {
    let end = body.upperBound
    guard end - begin >= 4, tokens[end - 3].key == "in", tokens[end - 2].kind == .word,
      ["state", "status"].contains(tokens[end - 1].key), isSubject(begin..<end - 3)
    else { return nil }
    return .all(
      noun: sentence.text(begin..<end - 3), state: sentence.text(end - 2..<end - 1))
  }

  // MARK: None

  /// "No unmapped types in the export", "Scanner ohne Treffer", 無遺漏檔案, "Open blockers: 0".
  var zero: Assertion? {
    let numeric = reader.scan.cores.first(where: \.isNumeric)?.tokens.lowerBound
    // "No findings > 7 days old" says which ones there are none of.
    if let numeric, !isNone(body.lowerBound) || numeric < body.lowerBound + 2 { return nil }
    let last = body.upperBound - 1
    if body.count > 2, tokens[last].amount == 0, tokens[last - 1].isSymbol(":"),
      isSubject(body.lowerBound..<last - 1), tokens[last].isSpaced
    {
      return .zero(noun: sentence.text(body.lowerBound..<last - 1))
    }
    var start = body.lowerBound
    if tokens[start].key == "there", start + 2 < body.upperBound { start += 2 }
    guard let place = body.first(where: { $0 >= start && (isNone($0) || isNought($0)) }) else {
      return nil
    }
    let length = sentence.phrase(.none, at: place) ?? 1
    if place > start {
      // Behind what it is said of; "shows" and its like may stand between.
      let verb = (1...2).first { sentence.phrase(.returns, at: place - $0) == $0 } ?? 0
      guard place - verb > body.lowerBound,
        isSubject(
          body.lowerBound..<place - verb, takesPlaces: true,
          takesOutput: tokens[place - 1].key == "with"),
        !holds([.verbState, .result], in: body.lowerBound..<place - verb),
        sentence.phrase(.all, at: body.lowerBound) == nil
          || tokens[body.lowerBound..<place - verb].contains(where: { $0.isSymbol(":") }),
        !(body.lowerBound..<place - verb).contains(where: { tokens[$0].isNumber })
      else { return nil }
    }
    guard place + length < body.upperBound, !deniesVerb(place) else { return nil }
    return none(of: place + length, isFirst: place == start)
  }

  /// True for the 0 of "with 0 errors".
  private func isNought(_ index: Int) -> Bool {
    tokens[index].amount == 0 && index + 1 < body.upperBound && tokens[index + 1].isSpaced
      && (index == body.lowerBound || tokens[index - 1].key == "with")
      && holds([.fault, .flaw], in: index + 1..<min(index + 7, body.upperBound))
  }

  /// True for the "no" of Spanish before a verb ("no se guarda"), which denies what is done; behind
  /// a subject it is one unless "with" or "shows" stands before it.
  private func deniesVerb(_ place: Int) -> Bool {
    guard tokens[place].key == "no", sentence.phrase(.none, at: place) == 1 else { return false }
    if place + 1 < tokens.count, Self.spanishVerbs.contains(tokens[place + 1].key) { return true }
    return place > body.lowerBound && tokens[place - 1].key != "with"
      && sentence.phrase(.returns, at: place - 1) == nil && tokens[place - 1].key != "are"
  }

  private static let spanishVerbs: Set<String> = [
    "se", "me", "te", "lo", "es", "está", "están", "debe", "deben", "tiene", "tienen", "puede",
    "pueden", "aparece", "aparecen", "ha", "han", "muestra", "muestran", "existe", "falla",
    "fallan",
  ]

  private func none(of begin: Int, isFirst: Bool) -> Assertion? {
    var end = begin
    var isFlawed = false
    // Unspaced scripts have a token for each sign.
    while end < body.upperBound, end - begin < 14, !tokens[end].isSeparator || isListed(end),
      !["<", ">", "<=", ">=", "≤", "≥"].contains(tokens[end].key),
      !tokens[end].isSymbol(":"), end == begin || !holds([.where, .place], in: end..<end + 1),
      !holds([.copula, .returns], in: end..<end + 1) || tokens[end].range.count == 1
    {
      if !isFlawed,
        holds([.fault, .flaw], in: end..<end + 1)
          || tokens[end].kind == .word && reader.isCompound(tokens[end].key, .fault)
      {
        isFlawed = true
      }
      end += 1
    }
    // "No scheduled tasks found": what was looked for and is not there.
    if !isFlawed, isFirst, end - begin <= 6, end - begin > 1,
      holds([.found], in: body.upperBound - 1..<body.upperBound),
      !holds([.joiner, .hedge, .negation], in: begin..<end)
    {
      if end == body.upperBound { end -= 1 }
      isFlawed = true
    }
    // "No zombie processes": a plain name of what there must be none of, and nothing else.
    if !isFlawed, isFirst, end > begin, isPlainName(begin..<end) { isFlawed = true }
    guard isFlawed, end > begin, !holds([.vague], in: begin..<end) else { return nil }
    let turned = (begin..<body.upperBound).contains { index in
      sentence.phrase(.negation, at: index) != nil && !isNone(index)
        && sentence.phrase(.flaw, at: index) == nil
        || isCondition(index) && sentence.phrase(.where, at: index) == nil
        || sentence.phrase(.barrier, at: index) != nil
    }
    let goesOn = (end..<body.upperBound).contains { tokens[$0].isSeparator }
    guard !turned, !goesOn, isFirst || body.upperBound - end <= 8 else { return nil }
    return .zero(noun: sentence.text(begin..<end))
  }

  /// True for a few words that name something to be counted and say nothing of it: "zombie processes".
  private func isPlainName(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > body.lowerBound,
      Self.plainNones.contains(tokens[range.lowerBound - 1].key),
      range.upperBound == body.upperBound || !tokens[range.upperBound].isSymbol(":")
    else { return false }
    return (2...5).contains(range.count)
      && range.allSatisfy { index in
        let token = tokens[index]
        return token.isSymbol("-")
          || token.kind == .word && !Self.uncounted.contains(token.key)
            && !token.key.hasSuffix("ar")
      }
      && !holds(
        [
          .joiner, .or, .hedge, .negation, .condition, .verbState, .result, .state, .atLeast,
          .above,
        ],
        in: range)
  }

  private static let plainNones: Set<String> = ["no", "zero", "keine", "keinen"]

  /// "No action required" says what nobody has to do; "no impact" and "no sustained increase" are seen
  /// by somebody who judges.
  private static let uncounted: Set<String> = [
    "action", "actions", "need", "changes", "change", "longer", "more", "further", "one", "comment",
    "matter", "way", "impact", "interventions", "intervention", "increase", "decrease", "lag",
    "sustained", "perceivable", "new", "important", "sensitive", "existed", "happening", "manual",
    "difference", "known", "other",
  ]

  /// A comma between two things of which there is none.
  private func isListed(_ index: Int) -> Bool {
    tokens[index].isSymbol(",") && index + 1 < body.upperBound
      && holds([.fault, .flaw, .or, .joiner], in: index + 1..<min(index + 3, body.upperBound))
      && sentence.phrase(.all, at: index + 1) == nil
  }
}
