/// Sentences that tell the reader not to go on.
enum StopSentence {
  /// Longer sentences tell of something.
  private static let mostBytes = 300

  /// Until when the reader is not to go on.
  enum Meaning {
    /// Until what was checked holds: "If this fails, stop."
    case holds
    /// Until somebody has agreed: "Do not proceed until the DBA has approved."
    case approved
  }

  /// What a sentence says, or nil. "Stop the server." is something to do.
  static func meaning(of sentence: String) -> Meaning? {
    guard sentence.utf8.count <= mostBytes else { return nil }
    let words = SentenceWords(sentence)
    guard stops(words) else { return nil }
    return words.has(.approving) ? .approved : .holds
  }

  /// True for a sentence that says nothing but that: what stands below it is not what is to be done
  /// then, as it is behind "If it fails, stop and run:".
  static func isOnly(_ words: SentenceWords) -> Bool {
    guard !words.endsInColon, words.text.utf8.count <= mostBytes, stops(words),
      let last = words.words.last
    else { return false }
    let prose = ProseWords.standard
    return words.has(.noFurther) || words.has(.goOnOnly) || words.has(.haltAndTell)
      || words.opens(with: .halting)
      || words.opens(with: .haltHere) || prose.opens([last], with: .halting)
      || prose.opens([last], with: .haltHere)
      || prose.opens(Array(words.words.suffix(2)), with: .haltHere)
  }

  private static func stops(_ words: SentenceWords) -> Bool {
    if words.has(.noFurther) || words.has(.goOnOnly) { return true }
    // "If it is slower: look into it before going on."
    if words.has(.beforeGoing), !words.opens(with: .if) { return true }
    if words.has(.pausing), words.has(.approving) { return true }
    let isAmiss = words.has(.failing) || words.has(.amiss) || words.has(.deny)
    if words.has(.haltHere), isAmiss || words.has(.if) || words.has(.condition) { return true }
    return isAmiss && haltsEverything(words.words)
  }

  /// "stop", "stop and call the DBA", and not "stop the server".
  private static func haltsEverything(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    return words.indices.contains { place in
      prose.opens([words[place]], with: .halting)
        && (place + 1 == words.count || prose.opens(Array(words[(place + 1)...]), with: .afterHalt))
    }
  }
}
