internal import GonogoCore

/// Sentences above boxes that make all of them a condition of bringing the work to its end.
enum ConclusionSentence {
  /// True for "Before treating the incident as resolved:" and "Use this checklist to decide whether the
  /// drill has passed."
  static func isRule(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 200, let last = sentence.last, !"?？".contains(last) else {
      return false
    }
    let words = ProseWords.words(in: sentence)
    return concludes(sentence, words) || decides(words)
  }

  private static func concludes(_ sentence: String, _ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard sentence.hasSuffix(":") || sentence.hasSuffix("："), words.count <= 16,
      prose.opens(words, with: .concluding)
    else { return false }
    return prose.has(.concluded, among: words)
  }

  private static func decides(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard words.count <= 30, let place = prose.firstWord(of: .judging, in: words) else {
      return false
    }
    let isWide = words[place].hasWideSigns
    guard isWide || words[..<place].contains(where: { lists.contains($0) }) else { return false }
    // "… whether to roll back": the boxes are what speaks for the opposite.
    let rest = Array(words[place...])
    return !prose.has(.case, among: rest) && !rest.contains { others.contains($0) }
  }

  private static let lists = WordList.words("ConclusionSentence.lists")
  private static let others = WordList.words("ConclusionSentence.others")
}
