import GonogoCore

extension SentenceScan {
  // MARK: Exit codes and HTTP statuses

  /// `exit code 0`, `exits with 1`.
  func exit(at index: Int) -> Part? {
    guard let length = sentence.phrase(.exit, at: index) else { return nil }
    let start = skipLinks(index + length)
    guard let found = quantities.quantity(at: start), found.quantity.unit == .none,
      let code = Self.whole(found.quantity.value, in: 0...255)
    else { return nil }
    return Part(fact: .exit(code), start: index, end: found.end)
  }

  /// `HTTP 200`, `returns 403`, `→ 200 OK`, `200 or 204`.
  func status(at index: Int) -> Part? {
    if let length = sentence.phrase(.status, at: index) {
      return codes(at: skipLinks(index + length), from: index)
    }
    if let length = sentence.phrase(.returns, at: index) {
      var start = skipLinks(index + length)
      if let more = sentence.phrase(.status, at: start) { start = skipLinks(start + more) }
      return codes(at: start, from: index)
    }
    // "200 OK" says what it is by itself.
    guard tokens[index].isNumber, code(at: index) != nil,
      let length = sentence.phrase(.reason, at: index + 1)
    else { return nil }
    return codes(at: index, from: index).flatMap { $0.end > index + length ? $0 : nil }
  }

  private func codes(at first: Int, from start: Int) -> Part? {
    var codes: [Int] = []
    var index = first
    while let code = code(at: index) {
      codes.append(code)
      index += 1
      let reason = sentence.phrase(.reason, at: index)
      // "Returns 101" may as well count something.
      if code < 200, reason == nil, !namesStatus(start..<first) { return nil }
      if let reason { index += reason }
      var next = index
      if next < tokens.count, tokens[next].isSymbol(",") || tokens[next].isSymbol("/") { next += 1 }
      if let length = sentence.phrase(.or, at: next) { next += length }
      guard next > index, self.code(at: next) != nil else { break }
      index = next
    }
    guard !codes.isEmpty else { return nil }
    if let end = statementEnd(index) { return Part(fact: .status(codes), start: start, end: end) }
    // "200 OK with a body" still names the status; what it says more is left to be seen.
    guard index < tokens.count, !tokens[index].isNumber, tokens[index].isSpaced,
      tokens[index].kind == .symbol || index > first + codes.count
        || sentence.phrase(.joiner, at: index) != nil
        || tokens[index].kind != .word
    else { return nil }
    return Part(fact: .status(codes), start: start, end: index)
  }

  private func namesStatus(_ range: Range<Int>) -> Bool {
    range.contains { sentence.phrase(.status, at: $0) != nil || tokens[$0].key == "status" }
  }

  private func code(at index: Int) -> Int? {
    guard index < tokens.count, let found = quantities.quantity(at: index),
      found.quantity.unit == .none, found.end == index + 1,
      let code = Self.whole(found.quantity.value, in: 100...599), Self.known.contains(code)
    else { return nil }
    return code
  }

  /// The statuses that servers really send; 120 or 350 after "returns" is rather a number.
  static let known: Set<Int> = [
    101, 200, 201, 202, 203, 204, 206, 207, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404,
    405,
    406, 408, 409, 410, 412, 413, 415, 418, 422, 423, 425, 426, 428, 429, 431, 451, 500, 501, 502,
    503, 504,
  ]

  private static func whole(_ value: Double, in range: ClosedRange<Int>) -> Int? {
    guard value == value.rounded(), value >= 0, value < 1000 else { return nil }
    let whole = Int(value)
    return range.contains(whole) ? whole : nil
  }

  // MARK: Output

  /// "no output", "(empty)".
  func empty(at index: Int) -> Part? {
    guard let length = sentence.phrase(.empty, at: index) else { return nil }
    let end = statementEnd(index + length) ?? index + length
    guard isEnd(end) || (end < tokens.count && tokens[end].isSymbol("-")) else { return nil }
    return Part(fact: .empty, start: index, end: end)
  }

  /// "returns `PONG`", "you should see "ready"", `cmd → "text"`, 返回 `ok`.
  func contains(at index: Int) -> Part? {
    if tokens[index].isSymbol("→") || sentence.phrase(.returns, at: index) != nil {
      let length = sentence.phrase(.returns, at: index) ?? 1
      let start = skipLinks(index + length)
      // "The service answers: `curl localhost`" names what shows it.
      if start > index + length, tokens[start - 1].isSymbol(":"), let text = literal(at: start),
        Self.isCommand(text)
      {
        return nil
      }
      return texts(at: start, from: index)
    }
    guard let pattern = matching(at: index) else { return nil }
    return pattern
  }

  /// True for a code span of several words that begins as commands do.
  private static func isCommand(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.contains(0x20) else { return false }
    return 0x61...0x7A ~= first && text.prefix { $0 != " " }.allSatisfy { !"=:".contains($0) }
  }

  private func matching(at index: Int) -> Part? {
    guard tokens[index].key == "matches" || tokens[index].key == "match" else { return nil }
    let start = skipLinks(index + 1)
    guard start < tokens.count, case .code(let code) = tokens[start].kind,
      let end = statementEnd(start + 1)
    else { return nil }
    let pattern = sentence.codes[code]
    guard (try? LinePattern(pattern)) != nil else { return nil }
    return Part(fact: .matches(pattern), start: index, end: end)
  }

  private func texts(at first: Int, from start: Int) -> Part? {
    var texts: [String] = []
    var index = first
    while index < tokens.count, let text = literal(at: index) {
      texts.append(text)
      index += 1
      var next = index
      if next < tokens.count, tokens[next].isSymbol(",") { next += 1 }
      if let length = sentence.phrase(.joiner, at: next) { next += length }
      guard next > index, next < tokens.count, literal(at: next) != nil else { break }
      index = next
    }
    guard !texts.isEmpty, texts.allSatisfy(Self.isTelling),
      let end = statementEnd(index) ?? placeEnd(index)
    else { return nil }
    return Part(fact: .contains(texts), start: start, end: end)
  }

  /// "from within the cluster": the token behind words that only say where.
  private func placeEnd(_ index: Int) -> Int? {
    let index = index + (sentence.phrase(.tail, at: index) ?? 0)
    guard index < tokens.count,
      sentence.phrase(.place, at: index) != nil || tokens[index].key == "as"
    else { return nil }
    let end =
      (index..<min(index + 7, tokens.count)).first { tokens[$0].kind != .word }
      ?? min(index + 7, tokens.count)
    let turns: [PhraseBook.Kind] = [.negation, .condition, .joiner, .or]
    guard isEnd(end),
      !(index..<end).contains(where: { place in
        turns.contains { sentence.phrase($0, at: place) != nil }
      })
    else { return nil }
    return end
  }

  /// The text that is quoted at token `index`, in a code span or between quotation marks.
  func literal(at index: Int) -> String? {
    guard index < tokens.count else { return nil }
    switch tokens[index].kind {
    case .code(let code): return sentence.codes[code]
    case .quote: return sentence.quoted(tokens[index])
    default: return nil
    }
  }

  /// True for a text that says something by being there: two letters or more, and nothing in it to
  /// be replaced first.
  static func isTelling(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars {
      if ScalarForm.isLetter(scalar) || ScalarForm.isUnspaced(scalar) { letters += 1 }
      if scalar == "…" || scalar == "\n" { return false }
    }
    return letters >= 2 && text.unicodeScalars.count <= 200 && !text.contains("...")
      && !Placeholder.isIn(text)
  }
}
