import GonogoCore

/// How something is, that all of them are so, that there is none: words alone.
extension ShownReading {
  // MARK: States

  /// "Contract and parity tests are green in CI", "Healthchecks verdes para todos".
  var state: Assertion? {
    guard let found = firstState(from: body.lowerBound + 1, reader.isLabelled ? Self.said : Self.seen)
    else { return nil }
    let subject = body.lowerBound..<found.range.lowerBound
    guard isSubject(subject) else { return nil }
    // "Registration and login succeed" says two things, "the two suites are green" one.
    if found.isVerb || isDemanded, holds([.joiner], in: subject) { return nil }
    // "3 backups exist" counts them; "Step: ready to go on" says what somebody is.
    if tokens[subject.lowerBound].isNumber { return nil }
    if tokens[subject.upperBound - 1].isSymbol(":"), found.range.upperBound < body.upperBound {
      return nil
    }
    return .state(sentence.text(found.range))
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
        if candidate == .state, !ScalarForm.isUnspaced(sentence.scalars[tokens[index].range.lowerBound]) {
          continue
        }
        longest = length
        kind = candidate
      }
      if longest > 0 {
        let end = index + longest
        // "pass a green check" states something else than its first state.
        return isTail(end..<body.upperBound) ? (index..<end, kind == .verbState) : nil
      }
      index += 1
    }
    return nil
  }

  /// True for words that name something and turn nothing around.
  private func isSubject(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 30
      && !holds([.negation, .condition, .hedge, .barrier, .returns], in: range)
      && !range.contains { tokens[$0].isSymbol("→") || tokens[$0].isSymbol("?") }
  }

  /// True for nothing, or for words that say where, when or for what.
  private func isTail(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    if let length = sentence.phrase(.manner, at: first) {
      return isTail(first + length..<range.upperBound)
    }
    guard range.count <= 12, sentence.phrase(.where, at: first) != nil else { return false }
    return !holds([.negation, .condition, .joiner, .or, .hedge, .returns, .barrier], in: range)
      && range.allSatisfy { index in
        if case .code = tokens[index].kind { return true }
        return tokens[index].kind == .word || ["-", "/", "&", "+"].contains(tokens[index].key)
      }
  }

  // MARK: All

  /// "All four scenarios are green at target scale", 所有檔案可解析.
  var all: Assertion? {
    let start = body.lowerBound
    if let length = sentence.phrase(.all, at: start) {
      let begin = start + length
      let kinds: [PhraseBook.Kind] =
        reader.isLabelled ? [.result, .verbState, .allState, .state] : [.result, .verbState, .allState]
      if let found = firstState(from: begin + 1, kinds), isSubject(begin..<found.range.lowerBound) {
        let end = begin + 1..<found.range.lowerBound
        let copula = end.first { sentence.phrase(.copula, at: $0) == end.upperBound - $0 }
        return .all(
          noun: sentence.text(begin..<(copula ?? end.upperBound)), state: sentence.text(found.range))
      }
      return reader.isLabelled ? inState(from: begin) : nil
    }
    // 套件全部通过: behind the noun.
    for place in body.dropFirst() {
      guard let length = sentence.phrase(.all, at: place) else { continue }
      guard let found = firstState(from: place + length, [.result, .verbState, .allState, .state]),
        found.range.lowerBound == place + length, isSubject(start..<place)
      else { return nil }
      return .all(noun: sentence.text(start..<place), state: sentence.text(found.range))
    }
    return nil
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

  /// "No unmapped types in the export", "Zero vulnerabilidades críticas sin resolver", 無遺漏檔案.
  var zero: Assertion? {
    var start = body.lowerBound
    if tokens[start].key == "there", start + 2 < body.upperBound { start += 2 }
    guard let length = sentence.phrase(.none, at: start),
      !reader.scan.cores.contains(where: \.isNumeric)
    else { return nil }
    let begin = start + length
    var end = begin
    var isFlawed = false
    // Unspaced scripts have a token for each sign.
    while end < body.upperBound, end - begin < 14, !tokens[end].isSeparator || isListed(end),
      !tokens[end].isSymbol(":"), end == begin || !holds([.where, .place], in: end..<end + 1),
      !holds([.copula, .returns], in: end..<end + 1) || tokens[end].range.count == 1
    {
      if !isFlawed, holds([.fault, .flaw], in: end..<end + 1) { isFlawed = true }
      end += 1
    }
    guard isFlawed, end > begin else { return nil }
    let rest = begin..<body.upperBound
    let turned = rest.contains { index in
      sentence.phrase(.negation, at: index) != nil && !isNone(index)
        && sentence.phrase(.flaw, at: index) == nil
        || sentence.phrase(.condition, at: index) != nil && sentence.phrase(.where, at: index) == nil
        || sentence.phrase(.barrier, at: index) != nil
    }
    guard !turned else { return nil }
    return .zero(noun: sentence.text(begin..<end))
  }

  /// A comma between two things of which there is none.
  private func isListed(_ index: Int) -> Bool {
    tokens[index].isSymbol(",") && index + 1 < body.upperBound
      && holds([.fault, .flaw, .or, .joiner], in: index + 1..<min(index + 4, body.upperBound))
  }

  // MARK: Members of JSON

  /// `{"status": "ok", "uptime": …}`: those members that are written out.
  var members: Assertion? {
    guard reader.isLabelled, tokens[body.lowerBound].isSymbol("{") else { return nil }
    var text = Substring(sentence.text(body.lowerBound..<tokens.count))
    guard let last = text.last, last == "}" else { return nil }
    text = text.dropFirst().dropLast()
    guard !text.contains(where: { "{}[]<>".contains($0) }) || text.contains("\"") else { return nil }
    let members = text.split(separator: ",").map { String($0).trimmedLines }.filter { member in
      member.contains("\"") && member.contains(":") && !member.contains("...")
        && !member.contains("…") && !member.contains { "{}[]<>".contains($0) }
    }
    return members.isEmpty ? nil : .contains(members.map(String.init))
  }
}
