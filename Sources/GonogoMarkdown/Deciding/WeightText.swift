internal import GonogoCore

/// How much an author says that an item or what stands under a heading matters.
enum WeightText {
  /// Reads a text; nil when it says nothing of it.
  ///
  /// A word counts as a mark, in capitals, in parentheses or before a colon, and not as a part of a
  /// sentence: "no critical findings". Where both are said, it is critical.
  static func weight(of text: String) -> Claim.Weight? {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let text = text.utf8.count <= 400 ? text[...] : text.prefix(400)
    if !isASCII,
      text.contains(where: { $0 == "🔴" || $0.unicodeScalars.first == "⚠" || $0 == "‼️" })
    {
      return .critical
    }
    if hasCapitals(text) { return .critical }
    var isRecommended = false
    for mark in marks(in: text) {
      if ProseWords.standard.isPhrase(mark, .critical) { return .critical }
      if ProseWords.standard.isPhrase(mark, .recommended) { isRecommended = true }
    }
    return isRecommended ? .recommended : nil
  }

  /// A heading or lead-in may be such a word itself: "Recommended", "Optional checks:".
  static func weight(ofHeading text: String) -> Claim.Weight? {
    if let weight = weight(of: text) { return weight }
    let words = ProseWords.words(in: text.prefix(200))
    guard words.count <= 4 else { return nil }
    let prose = ProseWords.standard
    if prose.has(.critical, among: words) { return .critical }
    return prose.opens(words, with: .recommended) ? .recommended : nil
  }

  private static func hasCapitals(_ text: Substring) -> Bool {
    guard hasCapitalsInARow(text) else { return false }
    var before = ""
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if capitals.contains(String(word)), !denials.contains(before.lowercased()) { return true }
      before = String(word)
    }
    return false
  }

  /// True when four capital letters stand in a row, as in each of the `capitals`.
  private static func hasCapitalsInARow(_ text: Substring) -> Bool {
    var count = 0
    for byte in text.utf8 {
      let isCapital = (0x41...0x5A).contains(byte) || byte >= 0x80
      count = isCapital ? count + 1 : 0
      if count == 4 { return true }
    }
    return false
  }

  private static let capitals = WordList.words("WeightText.capitals")
  private static let denials: Set<String> = [
    "no", "0", "zero", "without", "sin", "any", "or", "and", "high", "keine", "aucun", "not",
  ]

  /// What stands in parentheses or brackets, before the first colon or behind the last dash.
  private static func marks(in text: Substring) -> [Substring] {
    var marks: [Substring] = []
    var open: Substring.Index?
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      switch scalars[index] {
      case "(", "[", "（", "【": open = scalars.index(after: index)
      case ")", "]", "）", "】":
        guard let start = open else { continue }
        marks.append(text[start..<index])
        open = nil
      default: continue
      }
    }
    if let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      marks.append(text[..<colon])
    }
    let searched = SearchedText(text)
    for dash in ["–", "—", " - "] {
      if let range = searched.firstRange(of: dash) {
        marks.append(text[range.upperBound...])
        marks.append(text[..<range.lowerBound])
      }
    }
    return marks
  }
}
