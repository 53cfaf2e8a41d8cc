internal import GonogoCore

/// Which texts of a document have been read as something already.
struct ReadLines {
  /// For each line with claims: their words.
  private var claims: [Int: [String]] = [:]
  /// The lines with choices or with words about the decision.
  private var others: Set<Int> = []

  init(_ checklist: Checklist) {
    for claim in checklist.claims {
      claims[claim.location.line, default: []].append(Self.key(claim.text))
    }
    others.formUnion(checklist.decisionTexts.map(\.location.line))
    others.formUnion(
      checklist.blanks.lazy.filter { $0.shape == .choice }.map(\.location.line))
  }

  /// True when something was read on a line.
  func isTaken(_ line: Int) -> Bool { claims[line] != nil || others.contains(line) }

  /// True when a text was read; where it is not alone in its passage, that is told by its words.
  func holds(_ text: LooseText) -> Bool {
    let (text, lines, isAlone) = (text.text, text.lines, text.isAlone)
    if others.contains(lines.lowerBound) { return true }
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
