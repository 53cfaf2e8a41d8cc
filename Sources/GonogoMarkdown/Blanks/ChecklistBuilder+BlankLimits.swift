internal import GonogoCore

/// Limits beside blanks that no item and no row of a table holds: `P95: ____ ms (target: < 400 ms)`.
extension ChecklistBuilder {
  /// Adds what stands beside a blank and limits the value that fills it. Without that, a value far
  /// beyond its limit would be written down and nobody would notice.
  mutating func readBlankLimits() {
    let count = checklist.claims.count
    for (index, blank) in checklist.blanks.enumerated() {
      guard !blank.isPersonal, blank.shape != .choice,
        checklist.sections[blank.section].role != .noGoCriteria,
        let (label, limit) = limit(beside: index),
        !hasClaim(onLine: blank.location.line, among: count)
      else { continue }
      let text = limit.isEmpty ? "\(label): ____" : "\(label): ____ (\(limit))"
      checklist.claims.append(
        Claim(
          id: checklist.claims.count, kind: .expectation, section: blank.section, text: text,
          weight: WeightText.weight(of: text) ?? sectionWeights[blank.section] ?? .plain,
          doubt: Self.isForSeveral(limit) || Self.isWhole(limit) || !Self.isAllThereIs(limit)
            ? limit : ownDoubt(text),
          location: SourceLocation(line: blank.location.line)))
    }
    if checklist.claims.count > count { sortClaims() }
  }

  /// What limits the value of a blank, and what the blank is called without it: the parentheses behind
  /// it, those in its label, or the rest of its line.
  private func limit(beside index: Int) -> (label: String, limit: String)? {
    let blank = checklist.blanks[index]
    if let hint = blank.hint, Self.isLimit(hint) { return (blank.label, hint) }
    if let open = blank.label.lastIndex(of: "("), blank.label.last == ")" {
      let inner = String(blank.label[open...].dropFirst().dropLast())
      let rest = ChecklistBuilder.trimmed(blank.label[..<open])
      return Self.isLimit(inner) && !rest.isEmpty ? (String(rest), inner) : nil
    }
    // "P95 ≤ 400 ms: ____"
    if let sign = blank.label.firstIndex(where: { "<>≤≥=".contains($0) }),
      sign > blank.label.startIndex
    {
      let limit = String(blank.label[sign...])
      if Checkable.statesLimit(limit) || limit.dropFirst().contains(where: \.isNumber) {
        return (String(ChecklistBuilder.trimmed(blank.label[..<sign])), limit)
      }
    }
    // "P95 must stay below 400 ms: ____"
    if blank.hint == nil, blank.shape == .underscores, Checkable.statesLimit(blank.label) {
      return (blank.label, "")
    }
    // "vX.Y should be removed" goes on with its sentence.
    guard blank.hint == nil, blank.shape == .underscores, isAlone(index) else { return nil }
    let rest = tail(of: blank)
    if rest.isEmpty, let below = limitBelow(blank) { return (blank.label, below) }
    let isGoal = Self.isWhole(rest) && Self.speaksWell(blank.label + " " + rest)
    return isGoal || Self.isLimit(rest) ? (blank.label, rest) : nil
  }

  /// "(max 400 ms)" alone on the line below a blank.
  private func limitBelow(_ blank: Blank) -> String? {
    guard blank.location.line < document.lines.count else { return nil }
    let range = document.contentRange(ofLine: blank.location.line + 1)
    guard range.count <= 120 else { return nil }
    let text = Self.trimmed(PlainPiece.text(range, of: document))
    guard text.first == "(", text.last == ")" else { return nil }
    let inner = String(text.dropFirst().dropLast())
    return Self.isLimit(inner) ? inner : nil
  }

  /// "of 3 ready": how many there are, of which fewer may be too few.
  private static func isWhole(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = ProseWords.words(in: text)
    let number = text.drop { !$0.isNumber }.prefix { $0.isNumber }
    return !number.isEmpty && ["of", "out", "de", "von", "sur"].contains(words.first ?? "")
      && words.count <= 5 && text.prefix(8).contains(where: \.isNumber)
  }

  /// True for words of what is as it should be: "ready", "passed".
  private static func speaksWell(_ text: String) -> Bool {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    return prose.has(.well, among: words) || prose.has(.passing, among: words)
      || words.contains { OutcomeWords.side(of: $0) == .good || counted.contains($0) }
  }

  /// True where the words hold one limit and nothing more: not "> 80 → NO-GO", "max 1000 ms in staging,
  /// 400 ms in prod".
  private static func isAllThereIs(_ text: String) -> Bool {
    if text.contains(where: { "→⇒➜;&".contains($0) }) { return false }
    let numbers = text.split { !$0.isNumber && $0 != "." && $0 != "," }
      .filter { $0.contains(where: \.isNumber) }
    let isSpan =
      numbers.count == 2 && text.contains { "-–—~±".contains($0) }
      || WordSplit.lettersAndDigits(in: text[...]).contains { joints.contains($0) || $0 == "and" }
    guard numbers.count <= 1 || numbers.count == 2 && isSpan else { return false }
    return WordSplit.letters(in: text[...]).allSatisfy { word in
      word != "go"
        && (harmless.contains(word) || bounds.contains(word) || musts.contains(word)
          || nones.contains(word) || joints.contains(word)
          || AsideWords.areHarmless(word))
    }
  }

  /// What there should be all of.
  private static let counted = WordList.words("BlankLimits.counted")
  private static let harmless = WordList.words("BlankLimits.harmless")

  /// "< 5", "target: 0", "max 400 ms", "must match": what says how the value must be, understood or not.
  private static func isLimit(_ text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    if Checkable.statesLimit(text) || isRange(text) { return true }
    if text.hasPrefix("="), text.contains(where: \.isNumber) { return true }
    if !text.isEmpty, text.allSatisfy(\.isNumber) { return true }
    let words = ProseWords.words(in: text)
    if words.contains(where: { musts.contains($0) }) { return true }
    if words.contains(where: { against.contains($0) }) { return true }
    let hasAmount = text.contains(where: \.isNumber) || words.contains { nones.contains($0) }
    return hasAmount
      && (words.contains { bounds.contains($0) } || text.contains("+") || text.contains("±"))
  }

  /// "100-400 ms", "100 to 400": two numbers and nothing else but a unit.
  private static func isRange(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    func number(_ rest: inout Substring) -> Bool {
      let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "," }
      rest = trimmed(rest[digits.endIndex...].drop { $0 == " " })
      return digits.first?.isNumber == true
    }
    var rest = trimmed(text)
    guard number(&rest) else { return false }
    let unit = rest.prefix { $0.isLetter || $0 == "%" }
    let isJoint = joints.contains(unit.lowercased())
    if !unit.isEmpty, !isJoint { rest = trimmed(rest[unit.endIndex...]) }
    let joint = rest.prefix { $0.isLetter || "-–—~".contains($0) }
    guard joints.contains(joint.lowercased()) else { return false }
    rest = trimmed(rest[joint.endIndex...])
    guard number(&rest) else { return false }
    return rest.allSatisfy { $0.isLetter || $0 == "%" || $0 == "/" }
  }

  private static let joints: Set<String> = [
    "-", "–", "—", "~", "to", "a", "bis", "à", "até", "hasta", "至", "到",
  ]

  /// Words of what stops somebody, or of what it is compared with: "stop at 400", "not above last release".
  private static let against = WordList.words("BlankLimits.against")
  private static let musts = WordList.words("BlankLimits.musts")
  private static let bounds = WordList.words("BlankLimits.bounds")
  private static let nones: Set<String> = [
    "none", "zero", "no", "cero", "null", "keine", "ninguno",
  ]

  /// "(all below 80%)", "(both < 800 ms)" behind the last of several blanks.
  private static func isForSeveral(_ text: String) -> Bool {
    ProseWords.words(in: text.prefix(24)).first.map(severals.contains) ?? false
  }

  private static let severals: Set<String> = [
    "all", "both", "each", "every", "todos", "todas", "ambos", "alle", "beide", "jeweils", "tous",
    "chacun",
  ]

  /// True when no other blank is on the line: what stands between two may belong to either.
  private func isAlone(_ index: Int) -> Bool {
    let line = checklist.blanks[index].location.line
    let before = index > 0 ? checklist.blanks[index - 1].location.line : 0
    let after = index + 1 < checklist.blanks.count ? checklist.blanks[index + 1].location.line : 0
    return line != before && line != after
  }

  /// The rest of the line of a blank behind its unit, without signs around it.
  private func tail(of blank: Blank) -> String {
    let line = document.contentRange(ofLine: blank.location.line)
    guard blank.range.upperBound < line.upperBound,
      line.upperBound - blank.range.upperBound <= 200,
      !document.bytes[blank.range.upperBound..<line.upperBound].contains(0x7C)
    else { return "" }
    var text = PlainPiece.text(blank.range.upperBound..<line.upperBound, of: document)[...]
    if blank.unit != nil { text = text.drop { $0 == " " }.drop { $0.isLetter || $0 == "%" } }
    // "____ / 400 ms": out of which, or which must not be exceeded.
    let isShare = text.drop { $0 == " " }.first == "/"
    text = text.drop { " ,.;:–—-[(*/".contains($0) }
    if isShare, text.first?.isNumber == true {
      // "____ / 150" counts out of how many; of "150+" nobody can say.
      let unit = text.drop { $0.isNumber || ".,".contains($0) }.drop { $0 == " " }
      if unit.first == "+" { return "" }
      return unit.first?.isLetter == true || unit.first == "%" ? "limit \(text)" : "of \(text)"
    }
    while let last = text.last, "]). *".contains(last) { text.removeLast() }
    return String(text)
  }

  /// True when one of the first `count` claims, which stand in order, is on `line`.
  private func hasClaim(onLine line: Int, among count: Int) -> Bool {
    let claims = checklist.claims
    let first = claims[..<count].partitioned { $0.location.line >= line }
    return first < count && claims[first].location.line == line
  }
}
