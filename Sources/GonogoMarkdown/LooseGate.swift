internal import GonogoCore

/// Sentences that let nobody go on before something is so: approvals, gates, what GO or NO-GO hangs on.
///
/// Like `LooseDemand` it has the last look, at what no reader took; what it finds is asked.
enum LooseGate {
  /// Longer sentences explain.
  private static let mostBytes = 240

  /// True for such a sentence, without marks.
  static func isMade(by text: String) -> Bool {
    guard text.utf8.count <= mostBytes, let last = text.last, !"?？:：".contains(last) else {
      return false
    }
    let words = SentenceWords(text)
    guard (2...30).contains(words.words.count) || words.text.utf8.contains(where: { $0 >= 0xE3 })
    else { return false }
    return holdsBack(words) || asksForApproval(words) || isGate(text, words)
      || settlesGo(text, words)
  }

  /// True where a block may hold such a sentence: the words that all of them have.
  static func mayBeMade(by words: SentenceWords) -> Bool {
    words.has(.noFurther) || words.has(.goOnOnly) || words.has(.beforeGoing)
      || words.has(.approving)
      || words.words.contains { doubts.contains($0) || labels.contains($0) }
      || LooseGate.namesGo(words.text)
  }

  /// "Do not continue unless the backup is verified", "If in doubt, do not ship".
  private static func holdsBack(_ words: SentenceWords) -> Bool {
    let isHeld = words.has(.noFurther) || words.has(.goOnOnly) || words.has(.beforeGoing)
    if isHeld, words.words.contains(where: { exceptions.contains($0) }) { return true }
    if isHeld, words.text.unicodeScalars.contains(where: { $0.value >= 0x3000 }) {
      return exceptions.contains { words.text.holds($0) }
    }
    return words.words.contains { doubts.contains($0) }
      && words.words.contains { denials.contains($0) }
  }

  /// "The on-call lead must approve before the switch", "Get approval from security".
  private static func asksForApproval(_ words: SentenceWords) -> Bool {
    guard words.has(.approving), words.words.count <= 20, let first = words.words.first else {
      return false
    }
    return words.has(.obliged) || obtaining.contains(first)
      || words.words.contains { needing.contains($0) }
  }

  /// "Gate 1: QA approved", "Checkpoint: the team agrees", "Requires: two-person review".
  private static func isGate(_ text: String, _ words: SentenceWords) -> Bool {
    guard let colon = text.firstColon, text[..<colon].utf8.count <= 24 else { return false }
    let label = ProseWords.words(in: text[..<colon])
    let value = text[colon...].dropFirst()
    guard label.count == 1, labels.contains(label[0]) else { return false }
    return value.contains(where: \.isLetter) && !Checkable.isPlaceholder(String(value))
  }

  /// "GO = all green, NO-GO = anything else", "Any red item means NO-GO", "Threshold for GO: 95%".
  private static func settlesGo(_ text: String, _ words: SentenceWords) -> Bool {
    guard namesGo(text), words.words.count >= 3, !NeedSentence.isForACase(words.words),
      !text.holds("if GO"), !text.holds("if NO-GO"),
      words.words.first.map(ChoiceReader.isAnswer) != true
    else { return false }
    // "NO-GO: do not go on" says what comes of it.
    if NeedSentence.namesOutcome(text), !text.contains(where: { $0 == "=" || $0.isNumber }) {
      return false
    }
    return text.contains { "=→⇒".contains($0) || $0.isNumber }
      || words.words.contains { meaning.contains($0) }
  }

  /// True where GO or NO-GO is named, and not both beside each other as the name of a meeting.
  static func namesGo(_ text: String) -> Bool {
    guard text.utf8.contains(0x47) else { return false }
    if NeedSentence.namesGo(text) { return true }
    return ["NO-GO", "No-Go", "NOGO"].contains { text.holds($0) }
      && !["GO/NO", "GO / NO", "Go/No", "Go / No"].contains { text.holds($0) }
  }

  private static let exceptions = WordList.words("LooseGate.exceptions")
  private static let doubts = WordList.words("LooseGate.doubts")
  private static let denials = WordList.words("LooseGate.denials")
  private static let obtaining = WordList.words("LooseGate.obtaining")
  private static let needing = WordList.words("LooseGate.needing")
  private static let labels = WordList.words("LooseGate.labels")
  private static let meaning = WordList.words("LooseGate.meaning")
}
