import GonogoCore

/// Limits that cannot be compared with one measured value: rates, scales, versions, counts.
extension ShownReading {
  /// `> 100 requests per second`, `> 4.5/5`, `>= 1.24`, `(10+ cases)`.
  var limit: Assertion? {
    let cores = reader.scan.cores.filter(\.isNumeric)
    // "No findings > 7 days old": the limit says which ones.
    if isNone(body.lowerBound), cores.first?.tokens.lowerBound != body.lowerBound { return nil }
    if cores.contains(where: { reader.isFilter($0) || reader.selects($0) }) { return nil }
    if cores.count == 1, let core = cores.first, case .limit(let limit) = core.fact {
      guard limit.share == nil || reader.isTrigger || reader.isLabelled,
        isLimit(core.tokens, limit.quantity.unit),
        reader.goal(core) == nil
      else { return nil }
      return .limit(threshold(limit))
    }
    if cores.count == 1, let core = cores.first, case .range(let low, let high) = core.fact {
      guard isLimit(core.tokens, high.unit), reader.goal(core) == nil else { return nil }
      return .range(MeasuredRange(low: low, high: high, meaning: Meaning("")))
    }
    if let named = limitOfNamed(cores) { return named }
    guard cores.isEmpty else { return nil }
    return signed ?? version ?? counted ?? quoted ?? days ?? frequency ?? share ?? openingShare
      ?? namedShare ?? countedRange
  }

  /// "Slow queries (> 100 ms): < 5": the first limit says which ones are meant.
  private func limitOfNamed(_ cores: [SentenceCore]) -> Assertion? {
    guard cores.count == 2, case .limit = cores[0].fact, case .limit(let limit) = cores[1].fact,
      reader.depths[cores[0].tokens.lowerBound] > 0, limit.share == nil,
      let colon = tokens.indices.last(where: {
        tokens[$0].isSymbol(":") && reader.depths[$0] == 0
      }), cores[0].tokens.upperBound <= colon, cores[1].tokens.lowerBound == colon + 1,
      cores[1].tokens.upperBound == tokens.count
    else { return nil }
    return .limit(threshold(limit))
  }

  private func threshold(_ limit: Limit) -> Threshold {
    Threshold(required: limit, critical: nil, mentions: [], meaning: Meaning(""))
  }

  // MARK: What stands around a limit

  /// The statement that holds token `index`: behind a colon, or inside of parentheses.
  private func clause(of index: Int) -> Range<Int> {
    let depth = reader.depths[index]
    var first = index
    while first > reader.start, reader.depths[first - 1] >= depth, !tokens[first - 1].isSymbol(":"),
      depth == 0 || !tokens[first - 1].isSymbol("(")
    {
      first -= 1
    }
    var end = index + 1
    while end < tokens.count, reader.depths[end] >= depth, depth == 0 || !tokens[end].isSymbol(")")
    {
      end += 1
    }
    return first..<end
  }

  /// True when a limit in these tokens is all that its statement says.
  private func isLimit(_ range: Range<Int>, _ unit: Unit) -> Bool {
    let clause = clause(of: range.lowerBound)
    let isInside = reader.depths[range.lowerBound] > 0
    let before = clause.lowerBound..<range.lowerBound
    let after = min(range.upperBound, clause.upperBound)..<clause.upperBound
    guard !isHeld(before), !isHeld(after) || isAside(after, inside: isInside) else { return false }
    if !reader.isTrigger, speaksOfActing(clause) { return false }
    if unit.dimension == .time, holds([.effort], in: clause) { return false }
    if isInside {
      // "Sessions (> 30 min) are closed": a verb behind it, so that it only says which.
      let rest = tokens[clause.upperBound...].dropFirst().filter { !$0.isSeparator }
      // "SUCCESS (< 24 h)" says two things, and "(30-60 s in all)" how long something takes.
      let isSecond = (reader.start..<clause.lowerBound).contains { index in
        Vocabulary.standard.role(of: tokens[index].key) == .good
      }
      if isSecond || unit.dimension == .time && !after.isEmpty { return false }
      return rest.isEmpty && before.count + after.count <= 5
        && !holds(
          [.negation, .condition, .barrier],
          in: min(reader.start, clause.lowerBound)..<clause.lowerBound)
    }
    if holds([.joiner, .or], in: before) || after.contains(where: { tokens[$0].isSymbol("→") }) {
      return false
    }
    // "< 10%/day"
    if after.first.map({ tokens[$0].isSymbol("/") && !tokens[$0].isSpaced }) == true {
      return false
    }
    let outside = after.filter { reader.depths[$0] == 0 }
    if outside.contains(where: { tokens[$0].isNumber }), !reader.isTrigger { return false }
    return outside.allSatisfy { index in
      let kinds: [PhraseBook.Kind] = [.copula, .joiner, .or, .returns]
      return kinds.allSatisfy { sentence.phrase($0, at: index) == nil }
        && !(tokens[index].isSeparator
          && outside.contains { $0 > index && !tokens[$0].isSeparator })
    } && outside.count <= 8
  }

  /// "(typically `1`)" behind a limit: how it mostly is, which takes nothing of what it must be.
  private func isAside(_ after: Range<Int>, inside: Bool) -> Bool {
    guard !inside, let open = after.first, tokens[open].isSymbol("("), open + 1 < after.upperBound,
      sentence.phrase(.hedge, at: open + 1) != nil,
      let close = after.first(where: { tokens[$0].isSymbol(")") }), close - open <= 7
    else { return false }
    return !isHeld(close + 1..<after.upperBound)
      && !holds([.negation, .or, .condition, .barrier], in: open..<close)
  }

  /// True for a word that makes of a limit a reason to act.
  private func speaksOfActing(_ range: Range<Int>) -> Bool {
    let words = Vocabulary.standard.triggers
    return range.contains { index in
      tokens[index].kind == .word && words.contains(tokens[index].key) && !reader.isThing(index)
        && !reader.scan.cores.contains { $0.tokens.contains(index) }
    }
  }

  /// True when something in these tokens makes the number an aim, a rough one or one for some case.
  private func isHeld(_ range: Range<Int>) -> Bool {
    let outside = range.filter { tokens[$0].kind != .quote }
    return outside.contains { index in
      sentence.phrase(.negation, at: index) != nil || sentence.phrase(.hedge, at: index) != nil
        || sentence.phrase(.barrier, at: index) != nil
        || (!reader.isTrigger && sentence.phrase(.condition, at: index) != nil
          && !(index >= range.lowerBound && isMoment(index)))
        || tokens[index].kind == .placeholder
    }
  }

  /// "Before the start": when a limit must hold, of something that is not to come first.
  private func isMoment(_ index: Int) -> Bool {
    index > body.lowerBound && ["before", "antes", "vor", "avant"].contains(tokens[index].key)
      && tokens[index - 1].kind != .word
  }

  // MARK: Numbers of another form

  private static let comparators: [String: Limit.Comparator] = [
    "<": .below, "<=": .atMost, "≤": .atMost, ">": .above, ">=": .atLeast, "≥": .atLeast,
  ]

  /// A sign before a number on a scale (`4.5/5`, `4.5:1`) or of a version (`18.0.0`).
  private var signed: Assertion? {
    let signs = tokens.indices.filter { index in
      Self.comparators[tokens[index].key] != nil && tokens[index].kind == .symbol
        && index + 1 < tokens.count && (tokens[index + 1].isNumber || isCurrency(index + 1))
    }
    guard let sign = signs.first, signs.count == 1,
      let comparator = Self.comparators[tokens[sign].key]
    else { return nil }
    if isCurrency(sign + 1) {
      guard sign + 2 < tokens.count, tokens[sign + 2].isNumber, !tokens[sign + 2].isSpaced,
        let price = Double(sentence.text(sign + 2..<sign + 3).filter { $0 != "," }),
        isLimit(sign..<sign + 3, .none)
      else { return nil }
      return .limit(threshold(Limit(comparator: comparator, quantity: Quantity(price), share: nil)))
    }
    let number = sign + 1
    let text = sentence.text(number..<number + 1)
    if number + 2 < tokens.count,
      tokens[number + 1].isSymbol("/") || tokens[number + 1].isSymbol(":"),
      !tokens[number + 1].isSpaced, !tokens[number + 2].isSpaced, tokens[number + 2].amount != nil,
      let amount = tokens[number].amount, isLimit(sign..<number + 3, .none)
    {
      return .limit(
        threshold(Limit(comparator: comparator, quantity: Quantity(amount), share: nil)))
    }
    let isPlain =
      number + 1 >= tokens.count || tokens[number + 1].isSpaced
      || tokens[number + 1].isSymbol(")") || tokens[number + 1].isSeparator
    guard isPlain, Self.isVersion(text), isLimit(sign..<number + 1, .none) else { return nil }
    // `name>=1.2.0` is a line of a file that lists what is installed.
    if sign > 0, !tokens[sign].isSpaced, !tokens[number].isSpaced { return nil }
    let isNamed = (max(0, sign - 2)..<sign).contains { sentence.phrase(.product, at: $0) != nil }
    guard isNamed || text.utf8.count(where: { $0 == 0x2E }) > 1 else { return nil }
    return .version(comparator, text)
  }

  private func isCurrency(_ index: Int) -> Bool {
    tokens[index].isSymbol("$") || tokens[index].isSymbol("€")
  }

  private static func isVersion(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
  }

  /// "Server Version: v1.24.x or higher", "Minimum version: v1.24", "Docker 20.x or newer".
  private var version: Assertion? {
    let places = tokens.indices.compactMap { index -> (place: Int, end: Int, number: String)? in
      guard index >= body.lowerBound else { return nil }
      if tokens[index].kind == .word {
        return Self.number(ofVersion: tokens[index].key).map { (index, index + 1, $0) }
      }
      guard tokens[index].amount != nil, index + 2 < tokens.count,
        tokens[index + 1].isSymbol("."), !tokens[index + 1].isSpaced,
        tokens[index + 2].key == "x", !tokens[index + 2].isSpaced
      else { return nil }
      return (index, index + 3, sentence.text(index..<index + 1))
    }
    guard let (place, end, number) = places.first, places.count == 1 else { return nil }
    if let length = sentence.phrase(.atLeastAfter, at: end) ?? plus(at: end) {
      guard isLimit(place..<end + length, .none) else { return nil }
      return .version(.atLeast, number)
    }
    guard end == tokens.count, place > 2, tokens[place - 1].isSymbol(":"),
      holds([.atLeast], in: 0..<place - 1), isSubject(minimum..<place - 1)
    else { return nil }
    return .version(.atLeast, number)
  }

  /// The sign of "v20+".
  private func plus(at index: Int) -> Int? {
    guard index < tokens.count, tokens[index].isSymbol("+"), !tokens[index].isSpaced,
      index + 1 == tokens.count || tokens[index + 1].isSymbol("(")
        || tokens[index + 1].isSpaced && tokens[index + 1].kind == .word
    else { return nil }
    return 1
  }

  /// Behind "minimum", where it opens the sentence.
  private var minimum: Int { sentence.phrase(.atLeast, at: 0) ?? 0 }

  /// `1.24` of `v1.24.x`.
  private static func number(ofVersion word: String) -> String? {
    guard word.hasPrefix("v") else { return nil }
    var text = word.dropFirst()
    if text.hasSuffix(".x") { text = text.dropLast(2) }
    return isVersion(text) ? String(text) : nil
  }

  /// "(10+ cases)", "200+", "50 GB+ free space".
  private var counted: Assertion? {
    let numbers = tokens.indices.filter { tokens[$0].isNumber }
    guard let place = numbers.first, numbers.count == 1, let amount = tokens[place].amount else {
      return nil
    }
    let measured = reader.scan.quantities.part(at: place)
    let plus = measured?.end ?? place + 1
    guard plus < tokens.count, tokens[plus].isSymbol("+"), !tokens[plus].isSpaced else {
      return nil
    }
    let next = plus + 1
    guard next == tokens.count || tokens[next].isSpaced || tokens[next].isSymbol(")"),
      sentence.phrase(.all, at: body.lowerBound) == nil, isLimit(place..<next, .none)
    else { return nil }
    // "Large clusters (1000+ nodes)" only says which.
    if reader.depths[place] > 0 {
      let inside = clause(of: place)
      guard
        inside.count == 2 || reader.isLabelled && inside.count <= 4
          || inside.contains(where: { tokens[$0].key.hasSuffix("ed") })
      else {
        return nil
      }
    } else if !reader.isLabelled, !reader.isTrigger, !isVersion(at: place) {
      let opens = place == body.lowerBound || tokens[place - 1].isSymbol(":")
      guard opens, next < tokens.count, tokens[next].kind == .word,
        measured?.quantity.unit.dimension != .time,
        Unit.named(sentence.text(next..<next + 1))?.dimension != .time,
        !["years", "year", "weeks", "months", "month", "week"].contains(tokens[next].key)
      else { return nil }
    }
    if isVersion(at: place) {
      return .version(.atLeast, sentence.text(place..<place + 1))
    }
    let unit = next < tokens.count ? Unit.named(sentence.text(next..<next + 1)) : nil
    let quantity = measured?.quantity ?? unit.map { Quantity(amount, $0) } ?? Quantity(amount)
    return .limit(threshold(Limit(comparator: .atLeast, quantity: quantity, share: nil)))
  }

  /// "100% check success rate", "0% failed requests": before the name of what is shared.
  private var openingShare: Assertion? {
    let colon = reader.isLabelled ? body.last { tokens[$0].isSymbol(":") } : nil
    let start = colon.map { $0 + 1 } ?? body.lowerBound
    guard body.count >= 3, start + 2 < body.upperBound, endsBody(body.upperBound),
      reader.isLabelled || tokens.count == body.upperBound,
      let amount = tokens[start].amount, amount == 0 || amount == 100,
      tokens[start + 1].isSymbol("%"), body.upperBound - start <= 8
    else { return nil }
    let name = start + 2..<body.upperBound
    guard isSubject(name), name.allSatisfy({ tokens[$0].kind == .word }),
      holds([amount == 0 ? .lessBetter : .moreBetter], in: name)
        || amount == 100 && colon.map({ isSubject(body.lowerBound..<$0) }) == true,
      !holds([.joiner, .or], in: name)
    else { return nil }
    return .limit(
      threshold(
        Limit(comparator: .equal, quantity: Quantity(amount, .percent), share: nil)))
  }

  /// "Coverage: 100%" of a box, where nobody demands less.
  private var namedShare: Assertion? {
    guard !reader.isLabelled, tokens.count == body.upperBound, (4...8).contains(body.count),
      let colon = body.last(where: { tokens[$0].isSymbol(":") }), colon + 3 == body.upperBound,
      let amount = tokens[colon + 1].amount, amount == 0 || amount == 100,
      tokens[colon + 2].isSymbol("%"), isSubject(body.lowerBound..<colon),
      holds([amount == 0 ? .lessBetter : .moreBetter], in: body.lowerBound..<colon)
    else { return nil }
    return .limit(
      threshold(Limit(comparator: .equal, quantity: Quantity(amount, .percent), share: nil)))
  }

  /// "2-5 events": a range of what is counted.
  private var countedRange: Assertion? {
    guard reader.isLabelled, let first = body.first, first == 0,
      let found = reader.scan.quantities.range(at: first, separators: ["-", "~"]),
      found.high.unit == .none, endsBody(body.upperBound)
    else { return nil }
    let noun = found.end..<max(found.end, body.upperBound)
    guard (1...2).contains(noun.count), isSubject(noun),
      noun.allSatisfy({ tokens[$0].kind == .word }),
      !holds([.joiner, .or, .effort], in: noun)
    else { return nil }
    return .range(MeasuredRange(low: found.low, high: found.high, meaning: Meaning("")))
  }

  /// True for a number behind the name of a program.
  private func isVersion(at place: Int) -> Bool {
    place > 0 && sentence.phrase(.product, at: place - 1) != nil
  }

  /// "Coverage: 80%": of what nobody demands less of, at least so much; of what nobody demands more
  /// of, at most.
  private var share: Assertion? {
    guard reader.isLabelled, body.count >= 4,
      let colon = body.last(where: { tokens[$0].isSymbol(":") }), colon + 3 == body.upperBound,
      let amount = tokens[colon + 1].amount, amount > 0, amount < 100,
      tokens[colon + 2].isSymbol("%"), isSubject(body.lowerBound..<colon)
    else { return nil }
    let name = body.lowerBound..<colon
    let more = holds([.moreBetter], in: name)
    guard more != holds([.lessBetter], in: name) else { return nil }
    return .limit(
      threshold(
        Limit(
          comparator: more ? .atLeast : .atMost, quantity: Quantity(amount, .percent), share: nil)))
  }

  /// `"1" (up)`.
  private var quoted: Assertion? {
    guard reader.isLabelled, body.count == 1, tokens[body.lowerBound].kind == .quote,
      let amount = Double(sentence.quoted(tokens[body.lowerBound]))
    else { return nil }
    return .limit(threshold(Limit(comparator: .equal, quantity: Quantity(amount), share: nil)))
  }

  /// "orders: 10-50 per day (more on Mondays)", "workers: 0-3".
  private var frequency: Assertion? {
    guard reader.isLabelled,
      let colon = tokens.indices.last(where: { tokens[$0].isSymbol(":") }), colon > 0,
      colon < body.upperBound, isSubject(reader.start..<max(colon, reader.start)),
      !holds([.hedge, .negation, .condition, .effort], in: colon + 1..<body.upperBound),
      colon + 1 < tokens.count, tokens[colon + 1].isNumber, tokens[colon + 1].isSpaced,
      let found = reader.scan.quantities.range(at: colon + 1, separators: ["-", "~"]),
      found.high.unit == .none, isRate(found.end) || endsBody(found.end)
    else { return nil }
    return .range(MeasuredRange(low: found.low, high: found.high, meaning: Meaning("")))
  }

  /// "per day" and nothing more, up to what parentheses explain.
  private func isRate(_ index: Int) -> Bool {
    guard let length = sentence.phrase(.rate, at: index) else { return false }
    return index + length + 1 == body.upperBound || endsBody(index + length + 1)
  }

  private func endsBody(_ index: Int) -> Bool {
    index >= body.upperBound || index >= tokens.count || tokens[index].isSymbol("(")
  }

  /// "Time to production: 3-10 days": long times are estimates elsewhere.
  private var days: Assertion? {
    guard reader.isLabelled,
      let colon = tokens.indices.last(where: { tokens[$0].isSymbol(":") }), colon > 0,
      let found = reader.scan.quantities.range(at: colon + 1, separators: ["-", "~"]),
      found.high.unit.dimension == .time,
      !holds([.effort, .hedge, .negation], in: 0..<tokens.count),
      isLimit(colon + 1..<found.end, .none)
    else { return nil }
    return .range(MeasuredRange(low: found.low, high: found.high, meaning: Meaning("")))
  }
}
