internal import GonogoCore

/// Reads sentences that ask for something before a GO in words that no rule knows: "GO requires the
/// word of two approvers", "Do not deploy on Fridays."
///
/// Where a document decides such a sentence is asked for, never passed over.
enum NeedSentence {
  /// Longer texts are explanations.
  private static let mostBytes = 400

  /// True for such a sentence under a heading of the decision.
  static func isStated(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= mostBytes, let last = sentence.last,
      !":：?？".contains(last), !hasPlace(sentence), !namesOutcome(sentence)
    else { return false }
    let words = ProseWords.words(in: sentence)
    guard words.count >= 3 || sentence.hasWideSigns else { return false }
    return asks(words) && !isForACase(words) && !isLabelOnly(sentence)
  }

  /// True for such a sentence anywhere: it says so of the GO itself.
  static func isAboutGo(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= mostBytes / 2, namesGo(sentence) else { return false }
    return isStated(sentence)
  }

  private static func asks(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    return prose.has(.demand, among: words) || prose.has(.need, among: words)
      || words.first == "no"
      || Polarity.opensDeed(words) && prose.has(.if, among: words)
  }

  /// "Approved by: the board", "Next step: mend it before the launch": a field or a task.
  private static func isLabelOnly(_ sentence: String) -> Bool {
    guard let colon = sentence.firstColon else { return false }
    let label = String(sentence[..<colon])
    return FieldLabel.isFormField(label) || label.lowercased().hasPrefix("next ")
  }

  /// "If NO-GO, do not go on before it is mended" says what to do then.
  static func isForACase(_ words: [String]) -> Bool {
    guard ProseWords.standard.opens(words, with: .if) else { return false }
    let head = words.prefix(5)
    return head.contains("nogo")
      || zip(head, head.dropFirst()).contains { $0 == "no" && $1 == "go" }
      || head.dropFirst().first == "go"
  }

  /// "NO-GO: …" and "GO → …" say what comes of it; "GO / NO-GO" is to be picked from.
  static func namesOutcome(_ sentence: String) -> Bool {
    let plain = sentence.drop { !$0.isLetter }
    for word in ["CONDITIONAL GO", "NO-GO", "NO GO", "GO", "Go", "No-Go"]
    where plain.hasPrefix(word) {
      let rest = plain.dropFirst(word.count).drop { $0 == " " || $0 == "*" }
      return rest.first.map { !$0.isLetter && !$0.isNumber } ?? true
    }
    return false
  }

  /// True where something is to be written or ticked.
  private static func hasPlace(_ sentence: String) -> Bool {
    sentence.holds("__") || sentence.holds("->") || sentence.holds("=>")
      || sentence.unicodeScalars.contains { "[|☐☑⬜□→".unicodeScalars.contains($0) }
  }

  private static func isJoined(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == 0x2F || byte == 0x2D || byte == 0x5F
  }

  /// True where "GO" stands in capitals and as a word.
  static func namesGo(_ sentence: String) -> Bool {
    let bytes = sentence.utf8.span
    guard bytes.count > 1 else { return false }
    for index in 1..<bytes.count where bytes[index - 1] == 0x47 && bytes[index] == 0x4F {
      // "GO/NO-GO" names both and so neither.
      let isStart = index < 2 || !isJoined(bytes[index - 2])
      let isEnd = index + 1 == bytes.count || !isJoined(bytes[index + 1])
      if isStart, isEnd { return true }
    }
    return false
  }
}
