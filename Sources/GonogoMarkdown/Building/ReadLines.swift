internal import GonogoCore

/// Which texts of a document have been read as something already.
struct ReadLines {
  /// For each line with claims: their words.
  private var claims: [Int: [String]] = [:]
  /// The lines with choices.
  private var choices: Set<Int> = []
  /// The lines with words about the decision.
  private var decisions: Set<Int> = []

  init(_ checklist: Checklist) {
    for claim in checklist.claims {
      claims[claim.location.line, default: []].append(Self.key(claim.text))
    }
    decisions.formUnion(checklist.decisionTexts.map(\.location.line))
    choices.formUnion(
      checklist.blanks.lazy.filter { $0.shape == .choice }.map(\.location.line))
  }

  /// True when something was read on a line.
  func isTaken(_ line: Int) -> Bool {
    claims[line] != nil || choices.contains(line) || decisions.contains(line)
  }

  /// True when a text was read; where it is not alone in its passage, that is told by its words.
  func holds(_ text: LooseText) -> Bool {
    let (text, lines, isAlone) = (text.text, text.lines, text.isAlone)
    let line = lines.lowerBound
    if choices.contains(line) { return true }
    if decisions.contains(line), isAlone || Self.decides(text) { return true }
    if isAlone, claims[lines.lowerBound] != nil { return true }
    let key = Self.key(text)
    let value = text.firstColon.map { Self.key(String(text[$0...])) }
    return lines.contains { line in
      claims[line]?.contains { read in
        read.isEmpty || key.holds(read) || read.holds(key)
          || value.map { !$0.isEmpty && read.hasSuffix($0) } == true
      } == true
    }
  }

  /// True for a sentence that is itself about the decision; others may stand beside it.
  private static func decides(_ text: String) -> Bool {
    DecisionSentence.rule(in: text) != nil || GoLine.asksForAll(text)
      || GoSentence.setsShare(text) || GoSentence.countsForConditional(text)
      || !GoSentence.criteria(in: text).isEmpty || !ScoreBands.bands(in: text).isEmpty
      || CountBands.band(in: text) != nil || SuccessSentence.isRule(text)
      || SuccessSentence.isGate(text) || SuccessSentence.asksForListed(text)
  }

  /// The letters and digits of a text: marks and labels are written in many ways.
  private static func key(_ text: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(ascii: scalar)
        if byte.isLetterOrDigit { key.append(byte) }
      } else if scalar.properties.isAlphabetic {
        key.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
