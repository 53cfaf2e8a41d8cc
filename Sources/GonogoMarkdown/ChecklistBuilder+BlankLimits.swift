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
      let text = "\(label): ____ (\(limit))"
      checklist.claims.append(
        Claim(
          id: checklist.claims.count, kind: .expectation, section: blank.section, text: text,
          weight: WeightText.weight(of: text) ?? sectionWeights[blank.section] ?? .plain,
          doubt: ownDoubt(text), location: SourceLocation(line: blank.location.line)))
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
    guard blank.hint == nil, isAlone(index) else { return nil }
    let rest = tail(of: blank)
    return Self.isLimit(rest) ? (blank.label, rest) : nil
  }

  /// "< 5", "target: 0".
  private static func isLimit(_ text: String) -> Bool {
    if Checkable.statesLimit(text) { return true }
    guard let colon = text.firstColon, text.utf8.count <= 40,
      ["0", "zero", "none"].contains(
        ChecklistBuilder.trimmed(text[colon...].dropFirst()).lowercased())
    else { return false }
    let prose = ProseWords.standard
    return prose.isPhrase(text[..<colon], .limit) || prose.isPhrase(text[..<colon], .expected)
  }

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
    text = text.drop { " ,.;:–—-[(*".contains($0) }
    while let last = text.last, "]). *".contains(last) { text.removeLast() }
    return String(text)
  }

  /// True when one of the first `count` claims, which stand in order, is on `line`.
  private func hasClaim(onLine line: Int, among count: Int) -> Bool {
    let claims = checklist.claims
    let first = Self.firstIndex(in: count) { claims[$0].location.line >= line }
    return first < count && claims[first].location.line == line
  }
}
