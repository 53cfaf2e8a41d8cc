internal import GonogoCore

/// Reads sentences that say when the whole work is a success: "If all checks look healthy, the
/// drill is considered successful."
enum SuccessSentence {
  /// True for one of them, and not for what makes one request or probe a success.
  static func isRule(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 400,
      let comma = sentence.unicodeScalars.firstIndex(where: { $0 == "," || $0 == "，" || $0 == "、" }
      ),
      let last = sentence.last, !":：?？".contains(last)
    else { return false }
    let prose = ProseWords.standard
    let head = ProseWords.words(in: sentence[..<comma])
    guard prose.opens(head, with: .if) || head.first.map(whens.contains) == true else {
      return false
    }
    let rest = ProseWords.words(in: sentence[comma...])
    guard
      let verdict = prose.firstWord(of: .passed, in: rest) ?? prose.firstWord(of: .deemed, in: rest)
    else { return false }
    return rest[..<verdict].contains { works.contains($0) }
  }

  /// "The go/no-go depends on closing the gaps": what a GO needs, in one sentence.
  static func isDependence(_ sentence: String) -> Bool {
    guard (20...400).contains(sentence.utf8.count), sentence.holds("o/") || sentence.holds("O/")
    else { return false }
    let lower = sentence.lowercased()
    guard let place = SearchedText(lower).firstRange(of: "go/no-go"), !sentence.hasSuffix(":")
    else {
      return false
    }
    let rest = ProseWords.words(in: lower[place.upperBound...].prefix(60)).prefix(3)
    return rest.contains { depends.contains($0) }
  }

  private static let depends = WordList.words("SuccessSentence.depends")

  /// "This is one of the exit criteria": a condition of the work as a whole.
  static func isGate(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 400, holdsCriterion(sentence), let last = sentence.last else {
      return false
    }
    return !":：?？".contains(last) && ProseWords.standard.has(.gateMember, in: sentence)
  }

  /// True for what all names of criteria have in common; most sentences end here.
  private static func holdsCriterion(_ sentence: String) -> Bool {
    if sentence.holds("rit") { return true }
    guard sentence.hasWideSigns else { return false }
    return sentence.holds("标准") || sentence.holds("標準") || sentence.holds("基準")
  }

  /// "Ensure that all activities listed below are done before the release": what it takes stands
  /// further down, and not in a list of boxes.
  static func asksForListed(_ sentence: String) -> Bool {
    // Shorter ones have no room for all of it.
    let prose = ProseWords.standard
    guard (40...400).contains(sentence.utf8.count),
      prose.opens(sentence.prefix(20), with: .probe), let last = sentence.last,
      !":：?？".contains(last)
    else { return false }
    let words = ProseWords.words(in: sentence)
    guard prose.has(.all, among: words),
      prose.has(.below, among: words), prose.has(.settled, among: words),
      let time = words.lastIndex(where: { befores.contains($0) })
    else { return false }
    return words[time...].prefix(8).contains { proceeding.contains($0) || works.contains($0) }
  }

  private static let befores: Set<String> = [
    "before", "until", "antes", "bevor", "vor", "avant",
  ]
  private static let proceeding = WordList.words("SuccessSentence.proceeding")

  private static let whens: Set<String> = [
    "when", "once", "cuando", "quand", "sobald", "quando",
  ]

  /// What is decided as a whole.
  private static let works = WordList.words("SuccessSentence.works")
}
