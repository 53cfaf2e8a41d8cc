import GonogoCore

/// Texts that must be shown: members of JSON, a code span behind a label, what a core of the
/// sentence states while the rest of it only says of what.
extension ShownReading {
  // MARK: Members of JSON

  /// `{"status": "ok", "uptime": …}`: those members that are written out.
  var members: Assertion? {
    guard reader.isLabelled else { return nil }
    let whole: String
    if tokens[body.lowerBound].isSymbol("{") {
      whole = sentence.text(body.lowerBound..<tokens.count)
    } else if let last = tokens.last, case .code(let index) = last.kind, tokens.count > 1,
      tokens[tokens.count - 2].isSymbol(":"), sentence.codes[index].hasPrefix("{")
    {
      whole = sentence.codes[index]
    } else {
      return nil
    }
    var text = whole[...]
    guard let last = text.last, last == "}" else { return nil }
    text = text.dropFirst().dropLast()
    guard !text.contains(where: { "{}[]<>".contains($0) }) || text.contains("\"") else {
      return nil
    }
    let members = text.split(separator: ",").map { String($0).trimmedLines }.filter { member in
      member.contains("\"") && member.contains(":") && !member.contains("...")
        && !member.contains("…") && !member.contains("X.Y") && !Placeholder.isIn(String(member))
        && !Self.isMeasured(member) && !member.contains { "{}[]<>".contains($0) }
    }
    return members.isEmpty ? nil : .contains(members.map(String.init))
  }

  /// True for a member whose value is another one each time: `"uptime": 123.45`.
  private static func isMeasured(_ member: Substring) -> Bool {
    let digits = member.reversed().prefix { $0.isNumber || $0 == "." }
    return digits.contains(".") || digits.count > 5
  }

  // MARK: One word

  /// "main", `"1.4.2"` or `200` where nothing else is expected of the output.
  var word: Assertion? {
    guard reader.isLabelled, body.count == 1, body.lowerBound == 0 else { return nil }
    if tokens[0].kind == .quote {
      let text = sentence.quoted(tokens[0])
      let isVersion = text.utf8.count { $0 == 0x2E } > 1 && text.contains(where: \.isNumber)
      return isVersion && !Placeholder.isIn(text) ? .contains([text]) : nil
    }
    guard tokens.count == 1 else { return nil }
    let text = sentence.text(0..<1)
    let says: [PhraseBook.Kind] = [
      .state, .result, .outcome, .done, .none, .negation, .all, .condition, .empty, .label, .broken,
    ]
    guard tokens[0].kind == .word, (3...40).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0 < 0x80 }), text.utf8.first.map({ 0x61...0x7A ~= $0 }) == true,
      says.allSatisfy({ sentence.phrase($0, at: 0) == nil })
    else { return nil }
    return .contains([text])
  }

  /// `200`, `301/302`, "400 Bad Request, a clear message": statuses that open what is expected.
  var statuses: Assertion? {
    guard reader.isLabelled else { return nil }
    var codes: [Int] = []
    var index = body.lowerBound
    var isNamed = false
    while index < tokens.count, let amount = tokens[index].amount, amount == amount.rounded(),
      amount < 1000, SentenceScan.known.contains(Int(amount))
    {
      codes.append(Int(amount))
      index += 1
      if let length = sentence.phrase(.reason, at: index) {
        index += length
        isNamed = true
      }
      var next = index
      if next < tokens.count, tokens[next].isSymbol("/") || tokens[next].isSymbol(",") { next += 1 }
      if let length = sentence.phrase(.or, at: next) { next += length }
      guard next > index, next < tokens.count, tokens[next].amount != nil else { break }
      index = next
    }
    guard !codes.isEmpty else { return nil }
    if index == tokens.count { return .status(codes) }
    // What else must be there is for a person to see.
    let rest = index..<tokens.count
    guard isNamed, tokens[index].isSymbol(",") || tokens[index].isSymbol("("), rest.count <= 8,
      !holds([.negation, .or, .condition, .returns], in: rest),
      !rest.contains(where: { tokens[$0].isNumber })
    else { return nil }
    return .status(codes)
  }

  // MARK: A code span

  /// "Capacity: `10Gi`".
  var span: Assertion? {
    guard reader.isLabelled, let code = sentence.codes.last, !code.isEmpty,
      let colon = tokens.indices.first(where: { tokens[$0].isSymbol(":") }), colon > 0,
      colon + 1 < tokens.count, sentence.text(colon + 1..<tokens.count) == code,
      isSubject(0..<colon), !Placeholder.isIn(code), !code.utf8.contains(0x20),
      !code.contains("...")
    else { return nil }
    return .contains([code])
  }

  // MARK: One core

  /// "The two endpoints return 200 after the restart": what it states at its end, of several things
  /// or behind some event.
  var only: Assertion? {
    let cores = reader.scan.cores.filter { reader.depths[$0.tokens.lowerBound] == 0 }
    if cores.isEmpty { return answered ?? logged }
    guard cores.count == 1, let core = cores.first, core.tokens.lowerBound > body.lowerBound,
      core.tokens.upperBound <= body.upperBound,
      !(body.lowerBound..<core.tokens.lowerBound).contains(where: { tokens[$0].isSeparator }),
      isSubject(body.lowerBound..<core.tokens.lowerBound, takesPlaces: true)
    else { return nil }
    let rest = core.tokens.upperBound..<body.upperBound
    guard rest.isEmpty || sentence.phrase(.where, at: rest.lowerBound) != nil && rest.count <= 8,
      !holds([.negation, .joiner, .or, .returns, .barrier], in: rest),
      !rest.contains(where: { tokens[$0].isNumber || tokens[$0].isSeparator })
    else { return nil }
    switch core.fact {
    case .status(let codes): return .status(codes)
    case .exit(let code): return .exit(code)
    case .contains(let texts):
      return holds([.screen, .joiner], in: body.lowerBound..<core.tokens.lowerBound)
        ? nil : .contains(texts)
    default: return nil
    }
  }

  /// "The endpoint returns 200 after the restart".
  private var answered: Assertion? {
    for index in body.dropFirst() {
      guard let length = sentence.phrase(.returns, at: index), index + length < body.upperBound,
        let code = tokens[index + length].amount, code >= 200, code < 600, code == code.rounded()
      else { continue }
      let rest = index + length + 1..<body.upperBound
      guard isSubject(body.lowerBound..<index, takesPlaces: true), let first = rest.first,
        ["after", "nach", "tras", "después", "après", "após"].contains(tokens[first].key),
        rest.count <= 8, !holds([.negation, .joiner, .or, .returns, .barrier], in: rest)
      else { return nil }
      return .status([Int(code)])
    }
    return nil
  }

  /// "The log shows “ready…”": what stands between quotation marks, of something that is printed.
  private var logged: Assertion? {
    let last = body.upperBound - 1
    guard body.count >= 3, tokens[last].kind == .quote,
      tokens[body.lowerBound..<last - 1].contains(where: { Self.printing.contains($0.key) }),
      sentence.phrase(.returns, at: last - 1) == 1 || sentence.phrase(.copula, at: last - 1) == 1,
      isSubject(body.lowerBound..<last - 1)
    else { return nil }
    var text = sentence.quoted(tokens[last])[...]
    while let end = text.last, end == "." || end == "…" || end == " " { text.removeLast() }
    return SentenceScan.isTelling(String(text)) ? .contains([String(text)]) : nil
  }

  private static let printing: Set<String> = [
    "log", "logs", "output", "console", "stdout", "salida", "consola", "registro", "ausgabe",
    "konsole", "sortie", "saída", "日志", "日誌", "输出", "輸出", "ログ", "出力", "로그",
  ]
}
