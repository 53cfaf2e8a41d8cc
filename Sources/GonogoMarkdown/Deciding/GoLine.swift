internal import GonogoCore

/// Reads lines that say behind the word GO that it takes all boxes: "GO: all boxes ticked".
enum GoLine {
  /// True for such a line, with or without a sign or a word for being done behind it.
  static func asksForAll(_ text: String) -> Bool {
    guard text.utf8.count <= 120, let colon = text.firstColon,
      Polarity.outcome(ofLabel: BlankLabel.cleaned(String(text[..<colon]))) == .goCriteria
    else { return false }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text[text.index(after: colon)...])
    guard words.count <= 7, prose.opens(words, with: .all),
      let noun = prose.firstWord(of: .box, in: words), noun <= 3,
      !prose.has(.critical, among: words), !prose.has(.recommended, among: words),
      !prose.has(.except, among: words)
    else { return false }
    return words[noun...].count == 1 || prose.has(.settled, among: Array(words[noun...]))
  }
}
