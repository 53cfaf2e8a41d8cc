import GonogoCore

extension SentenceScan {
  // MARK: Limits

  /// `< 500 ms`, `at least 20 GB`, `200 ms or less`, `exactly 3`, `is 0`.
  mutating func limit(at index: Int) -> Part? {
    if let (comparator, length) = comparator(at: index) {
      if let strange = strangeComparator(at: index) {
        doubt = doubt ?? strange
        return nil
      }
      var start = index + length
      if sentence.phrase(.of, at: start) == 1, start + 1 < tokens.count, tokens[start + 1].isNumber
      {
        start += 1
      }
      if start < tokens.count, tokens[start].isSymbol(":") { start += 1 }
      guard start < tokens.count, tokens[start].isNumber else { return nil }
      guard let found = quantities.quantity(at: start) else {
        doubt = doubt ?? "its number cannot be read with certainty"
        return nil
      }
      if isSpan(index, found) { return nil }
      if isVersion(before: index, found) {
        doubt = doubt ?? "its number may be a version"
        return nil
      }
      return limit(comparator, found, from: index)
    }
    guard tokens[index].isNumber, let found = quantities.quantity(at: index) else { return nil }
    if let length = sentence.phrase(.unranked, at: found.end) {
      doubt =
        doubt ?? "“\(sentence.text(found.end..<found.end + length))” says neither more nor less"
      return nil
    }
    guard let (comparator, length) = comparatorBehind(found.end) else { return nil }
    let part = limit(comparator, found, from: index)
    return part.map { Part(fact: $0.fact, start: index, end: max($0.end, found.end + length)) }
  }

  private mutating func limit(
    _ comparator: Limit.Comparator, _ found: QuantityScan.Found, from start: Int
  ) -> Part? {
    if let share = share(found) {
      return Part(
        fact: .limit(Limit(comparator: comparator, quantity: found.quantity, share: share.text)),
        start: start, end: share.end)
    }
    doubtWhatFollows(found)
    return Part(
      fact: .limit(Limit(comparator: comparator, quantity: found.quantity, share: nil)),
      start: start, end: found.end)
  }

  /// The comparator at token `index`, sign or words, and how many tokens it has.
  private func comparator(at index: Int) -> (Limit.Comparator, Int)? {
    let token = tokens[index]
    if token.kind == .symbol {
      switch token.key {
      case "<": return (.below, 1)
      case "<=", "≤": return (.atMost, 1)
      case ">": return (.above, 1)
      case ">=", "≥": return (.atLeast, 1)
      case "==": return (.equal, 1)
      case "=":
        // Behind a colon or many words it is rather what is to be written somewhere.
        let isNear = index <= 6 && !tokens[..<index].contains { $0.isSymbol(":") }
        return token.isSpaced && isNear ? (.equal, 1) : nil
      default: return nil
      }
    }
    let kinds: [(PhraseBook.Kind, Limit.Comparator)] = [
      (.atMost, .atMost), (.atLeast, .atLeast), (.below, .below), (.above, .above),
      (.equal, .equal),
    ]
    var best: (Limit.Comparator, Int)?
    for (kind, comparator) in kinds {
      guard let length = sentence.phrase(kind, at: index), length > best?.1 ?? 0 else { continue }
      best = (comparator, length)
    }
    if best == nil, let length = sentence.phrase(.amount, at: index),
      let found = quantities.quantity(at: index + length), found.quantity.unit == .none,
      isEnd(found.end), comparatorBehind(found.end) == nil
    {
      return (.equal, length)
    }
    return best
  }

  /// Why the comparator at token `index` may be another one: `=< 5`, `<> 5`, "20% below 5 ms".
  private func strangeComparator(at index: Int) -> String? {
    guard index > 0 else { return nil }
    let before = tokens[index - 1]
    if tokens[index].kind == .symbol {
      let isJoined = !tokens[index].isSpaced && ["=", "<", ">", "!", "≠", "~"].contains(before.key)
      return isJoined ? "its comparator cannot be read with certainty" : nil
    }
    guard before.isNumber || mentions.last?.tokens.upperBound == index else { return nil }
    return "its limit is measured from another number"
  }

  /// "or less", 以下: the comparator behind a number, and how many tokens it has.
  private func comparatorBehind(_ index: Int) -> (Limit.Comparator, Int)? {
    let kinds: [(PhraseBook.Kind, Limit.Comparator)] = [
      (.atMostAfter, .atMost), (.atLeastAfter, .atLeast), (.belowAfter, .below),
      (.aboveAfter, .above),
    ]
    for (kind, comparator) in kinds {
      if let length = sentence.phrase(kind, at: index), !startsNumber(index + length) {
        return (comparator, length)
      }
    }
    return nil
  }

  private func startsNumber(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].isNumber
  }

  /// "< 5% over 24 h": behind another number, the words for more mean how long.
  private func isSpan(_ index: Int, _ found: QuantityScan.Found) -> Bool {
    found.quantity.unit.dimension == .time && sentence.phrase(.span, at: index) != nil
      && tokens[..<index].contains(where: \.isNumber)
  }

  /// "Python >= 3.10": numbers of programs are versions, and 3.9 is less than 3.10 there.
  private func isVersion(before index: Int, _ found: QuantityScan.Found) -> Bool {
    guard found.quantity.unit == .none, index > 0 else { return false }
    if tokens[index - 1].isSymbol(":"), index > 1 {
      return isVersion(before: index - 1, found)
    }
    if sentence.phrase(.product, at: index - 1) == 1 { return true }
    return index > 1 && sentence.phrase(.product, at: index - 2) == 2
  }

  /// "5 million", "5/s", "5 ms per row": more than the number alone.
  private mutating func doubtWhatFollows(_ found: QuantityScan.Found) {
    let next = found.end
    if ["Kb", "Mb", "Gb", "Tb", "Pb"].contains(sentence.text(next - 1..<next)) {
      doubt = doubt ?? "its unit may be bits or bytes"
    }
    guard next < tokens.count else { return }
    if sentence.phrase(.rate, at: next) != nil, comparatorBehind(next) == nil,
      !(found.quantity.unit == .percent && namesTime(behind: next))
    {
      doubt = doubt ?? "its limit is a rate, and nothing says what was measured per what"
    }
    if found.quantity.unit == .none, sentence.phrase(.multiple, at: next) != nil {
      doubt = doubt ?? "its limit is written with a word"
    }
    if tokens[next].isSymbol("±") || tokens[next].isSymbol("+-") || tokens[next].isSymbol("x") {
      doubt = doubt ?? "its number cannot be read with certainty"
    }
  }

  /// "< 1% per period of 5 minutes" says over how long a share is taken.
  private func namesTime(behind index: Int) -> Bool {
    (index..<min(index + 5, tokens.count)).contains { place in
      tokens[place].isNumber && quantities.quantity(at: place)?.quantity.unit.dimension == .time
    }
  }

  /// For a percentage: what it is taken of.
  private func share(_ found: QuantityScan.Found) -> (text: String, end: Int)? {
    guard found.quantity.unit == .percent, let length = sentence.phrase(.of, at: found.end) else {
      return nil
    }
    let start = found.end + length
    var end = start
    while end < tokens.count, !tokens[end].isSeparator,
      !["(", ")", "-", "→"].contains(tokens[end].key)
    {
      end += 1
    }
    guard end > start else { return nil }
    return (sentence.text(start..<end), end)
  }

  // MARK: Ranges and tolerances

  /// `50-80 ms`, `between 2 and 5 GB`.
  mutating func range(at index: Int) -> Part? {
    if let length = sentence.phrase(.between, at: index) {
      let words: Set<String> = [
        "and", "to", "-", "~", "y", "e", "et", "und", "a", "à", "bis", "和", "到", "至", "与",
      ]
      guard let found = quantities.range(at: index + length, separators: words) else { return nil }
      return part(found, from: index)
    }
    // "~100-150 ms": of a range, the sign says nothing more.
    if tokens[index].isSymbol("~"), index + 1 < tokens.count, tokens[index + 1].isNumber,
      !tokens[index + 1].isSpaced
    {
      return range(at: index + 1).map { Part(fact: $0.fact, start: index, end: $0.end) }
    }
    guard tokens[index].isNumber,
      let found = quantities.range(at: index, separators: ["-", "~", "to", "bis", "至", "到"]),
      // "1-2" names something; long times are estimates.
      found.high.unit != .none, found.high.unit.factor < 60 || found.high.unit.dimension != .time
    else { return nil }
    return part(found, from: index)
  }

  private mutating func part(
    _ found: (low: Quantity, high: Quantity, end: Int), from start: Int
  ) -> Part {
    doubtWhatFollows(QuantityScan.Found(quantity: found.high, end: found.end))
    return Part(fact: .range(low: found.low, high: found.high), start: start, end: found.end)
  }

  /// `within 5% of baseline`, `750 ms ± 50 ms`, `±20% of target`.
  mutating func tolerance(at index: Int) -> Part? {
    if let length = sentence.phrase(.within, at: index) {
      var start = index + length
      if start < tokens.count, ["±", "+-"].contains(tokens[start].key) { start += 1 }
      guard let found = quantities.quantity(at: start),
        let of = sentence.phrase(.of, at: found.end)
      else { return nil }
      return tolerance(found.quantity, of: found.end + of, from: index)
    }
    if tokens[index].isNumber, let center = quantities.quantity(at: index),
      center.end < tokens.count, ["±", "+-"].contains(tokens[center.end].key),
      let distance = quantities.quantity(at: center.end + 1)
    {
      let text = sentence.text(index..<center.end)
      return Part(
        fact: .within(distance: distance.quantity, center: center.quantity, reference: text),
        start: index, end: distance.end)
    }
    guard ["±", "+-"].contains(tokens[index].key),
      let distance = quantities.quantity(at: index + 1),
      let of = sentence.phrase(.of, at: distance.end)
    else { return nil }
    return tolerance(distance.quantity, of: distance.end + of, from: index)
  }

  private func tolerance(_ distance: Quantity, of start: Int, from first: Int) -> Part? {
    if let center = quantities.quantity(at: start) {
      return Part(
        fact: .within(
          distance: distance, center: center.quantity,
          reference: sentence.text(start..<center.end)), start: first, end: center.end)
    }
    var end = start
    while end < tokens.count, !tokens[end].isSeparator, !["(", ")"].contains(tokens[end].key) {
      end += 1
    }
    guard end > start else { return nil }
    return Part(
      fact: .within(distance: distance, center: nil, reference: sentence.text(start..<end)),
      start: first, end: end)
  }
}
