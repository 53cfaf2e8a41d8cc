import GonogoCore

/// What a code span states that stands for a whole sentence: `replicas >= 3`, `"ready": true`.
extension ShownReading {
  /// The comparison or the pair in the code span with which the statement begins, where behind it
  /// stands only where it is to be found.
  var coded: Assertion? {
    let start = body.lowerBound
    guard !reader.isTrigger, case .code(let index) = tokens[start].kind,
      isTail(start + 1..<body.upperBound)
    else { return nil }
    let code = sentence.codes[index]
    if let limit = Self.comparison(in: code) {
      return .limit(
        Threshold(required: limit, critical: nil, mentions: [], meaning: Meaning("")))
    }
    // A box over a setting is ticked when somebody has set it.
    guard reader.isLabelled || reader.start > 0 || !ExpectationReader.isSetting(code) else {
      return nil
    }
    return Self.isPair(code) ? .contains([code]) : nil
  }

  /// The limit of `error_rate < 0.01`: one name, one comparator, one number.
  static func comparison(in code: String) -> Limit? {
    guard code.utf8.count <= 120, code.utf8.contains(where: { 0x3C...0x3E ~= $0 || $0 == 0xE2 })
    else { return nil }
    let inner = Sentence(code)
    guard inner.tokens.count >= 3, inner.tokens[0].kind == .word else { return nil }
    let cores = SentenceScan(inner).cores
    guard cores.count == 1, let core = cores.first, case .limit(let limit) = core.fact,
      core.tokens.lowerBound > 0, core.tokens.upperBound == inner.tokens.count,
      inner.tokens[core.tokens.lowerBound].kind == .symbol,
      inner.tokens[core.tokens.lowerBound].key != "=", limit.share == nil
    else { return nil }
    // `a && b < 5` is no name.
    let name = inner.tokens[..<core.tokens.lowerBound]
    return name.contains { ["&", "|", ";", "<", ">", "$", "!"].contains($0.key) } ? nil : limit
  }

  /// `KEY=value`, `key: value`, `"key":"value"`: a setting or a member with the value it must have.
  private static func isPair(_ code: String) -> Bool {
    guard (4...80).contains(code.utf8.count), !Placeholder.isIn(code), !code.contains("..."),
      let sign = code.firstIndex(where: { $0 == "=" || $0 == ":" })
    else { return false }
    let key = code[..<sign]
    let value = code[code.index(after: sign)...]
    let isQuoted = key.first == "\"" && key.last == "\""
    guard key.count >= 2, key.first?.isLetter == true || isQuoted,
      key.allSatisfy({ $0.isLetter || $0.isNumber || "_.-\"".contains($0) })
    else { return false }
    // `host:80` and `http://x` are addresses.
    if code[sign] == ":", value.first != " ", !isQuoted { return false }
    let plain = value.drop { $0 == " " }
    return !plain.isEmpty && !plain.contains(" ") && plain.first != "="
  }
}
