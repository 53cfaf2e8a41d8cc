internal import GonogoCore

/// Sentences by which a person does something that no block does: "Now open the dashboard."
///
/// What is expected behind one may be about that, and no command's output can tell. What only
/// describes ("This lists the tables.") or looks at the output above ("Check the result.") is none.
enum HandStep {
  private static let commas = SignSet(",;:–—，；：、")
  private static let clauseEnds = SignSet(",;:–—.，；：")

  /// Longer sentences are read by their beginning.
  private static let mostBytes = 400

  /// True when `sentence` asks for such a step.
  static func isStep(_ sentence: String) -> Bool {
    let text = sentence.utf8.count <= mostBytes ? sentence[...] : sentence.prefix(mostBytes)
    if isPlaceLead(text) { return true }
    if unfoldsOutput(text) || unfolds(ProseWords.words(in: text.prefix(60))) { return false }
    let parts = text.parts(between: Self.commas)
    if let first = parts.first, isOtherCase(ProseWords.words(in: first)) { return false }
    var isFirst = true
    for (place, part) in parts.enumerated() {
      let all = ProseWords.words(in: part)
      let words = withoutOpening(all)
      guard !words.isEmpty, !isConditional(words) else { continue }
      let isEnd =
        place + 1 == parts.count
        && (parts.count == 1 || text.last.map { ".!。！".contains($0) } == true)
      if acts(words, isFirst: isFirst, isEnd: isEnd, in: text)
        || isFirst && acts(all, isFirst: true, isEnd: isEnd, in: text) || isDemanded(all)
        || looks(words, isFirst: isFirst, in: text)
      {
        return true
      }
      // "Step 3: …", "Now, …", "In the console, …" only lead to the verb.
      isFirst = isFirst && leads(all)
    }
    return false
  }

  private static func leads(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard let first = words.first else { return true }
    if prose.opens(words, with: .whenOrWhere) || first == "to" { return true }
    return words.allSatisfy { openings.contains($0) || prose.isPhrase($0, .onwards) }
  }

  /// True when what `text` states is itself bound up with such a step: "Reload the page; no errors".
  static func opensStep(_ text: String) -> Bool {
    let start = text[..<(text.firstSign(of: Self.clauseEnds) ?? text.endIndex)]
    let words = withoutOpening(ProseWords.words(in: start.prefix(mostBytes)))
    guard let length = ProseWords.standard.length(of: .handed, opening: words) else { return false }
    return length < words.count && bindings.contains(words[length]) && !isConditional(words)
  }

  /// "Click to expand output.", which only shows what is written below.
  private static func unfoldsOutput(_ text: Substring) -> Bool {
    let words = ProseWords.words(in: text.prefix(60))
    return words.contains {
      ["expand", "unfold", "reveal", "desplegar", "ausklappen"].contains($0)
    }
      && ProseWords.standard.has(.ownOutput, among: words)
  }

  /// "Click to expand"
  static func unfolds(_ words: [String]) -> Bool {
    guard let first = words.first, words.count <= 6 else { return false }
    return ["click", "expand", "show", "toggle", "details"].contains(first)
      && words.contains { ["open", "expand", "show", "details", "see", "view"].contains($0) }
  }

  // MARK: Verbs

  private static func acts(
    _ words: [String], isFirst: Bool, isEnd: Bool, in sentence: Substring
  ) -> Bool {
    guard let length = ProseWords.standard.length(of: .handed, opening: words) else {
      return endsInVerb(words, in: sentence)
    }
    let rest = words[length...]
    // "Open: 5" counts something, "Wait." asks for it.
    guard let next = rest.first else { return isEnd || length > 1 }
    if bindings.contains(next) { return true }
    return isFirst && !names(Array(rest), in: sentence)
  }

  /// "Open connections should stay below 5": the word is a part of a name and no verb.
  private static func names(_ rest: [String], in sentence: Substring) -> Bool {
    if rest.prefix(4).contains(where: { beings.contains($0) }) { return true }
    let text = String(sentence)
    let prose = ProseWords.standard
    return Checkable.statesLimit(text) || prose.has(.stated, in: text)
      || prose.has(.outcome, in: text)
      || text.firstColon.map { text[$0...].dropFirst(2).first?.isNumber == true } ?? false
  }

  /// "The worker has to be restarted.": the same in the passive; "must be enabled" says how it is.
  private static func isDemanded(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard words.count <= 16, let place = words.firstIndex(of: "be"), place >= 2,
      place + 1 < words.count,
      words[place - 1] == "must"
        || words[place - 1] == "to" && ["has", "have", "needs", "need"].contains(words[place - 2])
    else { return false }
    let deed = words[place + 1]
    guard deed.hasSuffix("ed"), !prose.isPhrase(deed, .state) else { return false }
    return [deed.dropLast(2), deed.dropLast(1), deed.dropLast(3)].contains {
      prose.isPhrase($0, .handed)
    }
  }

  /// "Then `make seed`.": what a code span alone asks to type, behind words that only lead to it.
  static func isTyped(_ code: String, as sentence: String) -> Bool {
    guard let first = code.utf8.first, 0x61...0x7A ~= first || first == 0x2E,
      code.utf8.contains(0x20), let range = sentence[...].firstRange(of: code)
    else { return false }
    return !sentence[range.upperBound...].contains { $0.isLetter || $0.isNumber }
      && leads(ProseWords.words(in: sentence[..<range.lowerBound]))
  }

  /// "Den Dienst neu starten.": German puts the verb last.
  private static func endsInVerb(_ words: [String], in sentence: Substring) -> Bool {
    guard words.count > 1, words.count <= 12, let last = words.last else { return false }
    return lastVerbs.contains(last) && !words.contains { beings.contains($0) }
      && !ProseWords.standard.has(.stated, among: words)
  }

  // MARK: Looking

  /// "Check the dashboard", not "Check the output", "Verify that all is well" and "Check for errors".
  private static func looks(_ words: [String], isFirst: Bool, in sentence: Substring) -> Bool {
    let prose = ProseWords.standard
    guard let length = prose.length(of: .inspected, opening: words) else { return false }
    // Signs without blanks between words are one word, which names what is looked at too.
    let isWide = words[0].opensWide
    let rest = isWide ? words : Array(words[length...])
    guard let next = rest.first, !rest.contains(where: { aboves.contains($0) }) else {
      return false
    }
    if prose.has(.place, among: rest) { return true }
    if prose.has(.ownOutput, among: Array(rest.prefix(12))) || clauses.contains(next) {
      return false
    }
    if rest.contains(where: { beings.contains($0) }) || prose.has(.none, among: rest) {
      return false
    }
    if ProbeSentence.statesOutcome(String(sentence)) || prose.has(.outcome, in: sentence) {
      return false
    }
    guard let last = sentence.last, !":：".contains(last) else { return false }
    return isFirst || bindings.contains(next)
  }

  // MARK: What stands around

  /// "On the replica:", a lead-in that says where or when it is looked at.
  private static func isPlaceLead(_ text: Substring) -> Bool {
    guard text.utf8.count <= 60, let last = text.last else { return false }
    let prose = ProseWords.standard
    // "Staging:", "**Production**"
    if prose.isPhrase(text, .baseline) { return last != "." }
    guard ":：".contains(last) else { return false }
    let words = ProseWords.words(in: text)
    guard prose.opens(words, with: .whenOrWhere), let first = words.first,
      !notPlaces.contains(first)
    else { return false }
    return !prose.has(.probe, among: words) && !prose.has(.expected, among: words)
      && !prose.has(.ownOutput, among: words) && !prose.has(.below, among: words)
      && !words.contains("success")
  }

  /// "If it fails, restart the worker": nothing that is done where all is well.
  private static func isOtherCase(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    if prose.opens(words, with: .if) || prose.opens(words, with: .otherwise) { return true }
    return prose.opens(words, with: .condition)
      && (prose.has(.failing, among: words) || prose.has(.amiss, among: words))
  }

  /// "Restart it if it hangs."
  private static func isConditional(_ words: [String]) -> Bool {
    guard let place = words.firstIndex(where: { ifs.contains($0) }) else { return false }
    return !ProseWords.standard.has(.whether, among: Array(words[..<place].suffix(3)))
  }

  /// The words without "then", "please" and "you should now", which open the sentence.
  private static func withoutOpening(_ words: [String]) -> [String] {
    let prose = ProseWords.standard
    var words = words[...]
    var isAddressed = false
    for _ in 0..<6 {
      guard let first = words.first, words.count > 1 else { break }
      let rest = Array(words)
      if let length = prose.length(of: .onwards, opening: rest)
        ?? prose.length(of: .reminding, opening: rest), length < words.count
      {
        words = words.dropFirst(length)
      } else if isAddressed && auxiliaries.contains(first) || openings.contains(first) {
        isAddressed = isAddressed || persons.contains(first)
        words = words.dropFirst()
      } else {
        break
      }
    }
    return Array(words)
  }

  private static let persons = WordList.words("HandStep.persons")
  private static let openings = WordList.words("HandStep.openings")
  private static let auxiliaries: Set<String> = [
    "should", "can", "may", "must", "need", "have", "to", "will", "now", "could", "then", "want",
    "might", "s",
  ]

  /// Words behind a verb that show that it is one.
  private static let bindings = WordList.words("HandStep.bindings")

  /// Verbs of sentences that say how something is.
  private static let beings = WordList.words("HandStep.beings")

  /// What opens a clause about the output behind "check".
  private static let clauses: Set<String> = [
    "that", "if", "whether", "for", "no", "how", "what", "which", "when", "where", "why", "there",
    "que", "si", "dass", "ob", "se", "nothing", "none", "everything", "below", "following",
  ]
  private static let aboves = WordList.words("HandStep.aboves")
  private static let notPlaces = WordList.words("HandStep.notPlaces")
  private static let ifs = WordList.words("HandStep.ifs")
  private static let lastVerbs = WordList.words("HandStep.lastVerbs")
}
