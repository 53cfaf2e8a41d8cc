/// Lead-ins of blocks that show what is seen, and which nobody types.
enum SeenSentence {
  /// What such a lead-in says of its block.
  enum Meaning {
    /// It must not come out: "You should never see:", "If you see this, stop:".
    case unwanted
    /// It is seen in some other place: "In the audit log you should see:".
    case elsewhere
    /// It is some output that is not the one at hand: "Bad output:", "Output before the fix:".
    case label
  }

  /// Reads the sentence right above a block; nil when its block may be a command.
  static func meaning(of sentence: String) -> Meaning? {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    guard (1...40).contains(words.count) else { return nil }
    // "If you see an error, run:" leads to a command.
    if let last = words.last, doing.contains(last) { return nil }
    if let place = prose.firstWord(of: .neverSeen, in: words), isAboutOutput(words, place) {
      return .unwanted
    }
    if opensCase(words), let end = endOfSight(sentence) {
      let after = ProseWords.words(in: sentence[end...])
      // "If you see this, run the command below:"
      if after.contains(where: { doing.contains($0) || $0 == "command" }) { return nil }
      return prose.has(.adverse, among: after) || prose.hasStem(.adverse, among: after)
        ? .unwanted : .label
    }
    if seesElsewhere(words) {
      // What a terminal shows may be what the block above prints.
      return words.contains("terminal") || words.contains("console") ? .label : .elsewhere
    }
    return isLabel(sentence, words) ? .label : nil
  }

  /// "You should never see:", "The output must not contain:", not "The port must not be in use. Check:".
  private static func isAboutOutput(_ words: [String], _ place: Int) -> Bool {
    let prose = ProseWords.standard
    let tail = words[place...].prefix(6)
    if tail.contains("be") { return false }
    return place <= 10
      && (prose.has(.seen, among: Array(tail)) || tail.contains { showing.contains($0) }
        || tail.contains { $0.hasWideSigns })
  }

  private static let showing = WordList.words("SeenSentence.showing")

  private static func opensCase(_ words: [String]) -> Bool {
    ProseWords.standard.opens(words, with: .if)
      || ["when", "whenever", "once", "should"].contains(words[0])
  }

  /// "If you see the following, stop:": where the clause ends that says that the block is seen, or nil.
  private static func endOfSight(_ sentence: String) -> String.Index? {
    let clause = sentence.prefix { !",，:：".contains($0) }
    let words = ProseWords.words(in: clause)
    guard let place = words.firstIndex(where: { sights.contains($0) }) else { return nil }
    let rest = words[(place + 1)...]
    let pointsDown =
      rest.isEmpty || ProseWords.standard.has(.below, among: Array(rest))
      || rest.prefix(3).contains { pointers.contains($0) }
    return pointsDown ? clause.endIndex : nil
  }

  /// "In the audit log you should see the command of the attacker:".
  private static func seesElsewhere(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard let seen = words.firstIndex(where: { sights.contains($0) || found.contains($0) }),
      let place = prose.firstWord(of: .place, in: words),
      place > 0 && isPreposition(words[..<place].suffix(4)) || place <= 1 && place < seen
    else { return isWidePlace(words) }
    guard !prose.opens(words, with: .probe), !prose.opens(words, with: .handed) else {
      return false
    }
    // "You can see it in the log by running:" leads to a command.
    return !words.contains { doing.contains($0) }
      && (prose.has(.shown, among: words) || words.contains { modals.contains($0) })
  }

  /// 在日志中应看到…, whose words have no blanks between them.
  private static func isWidePlace(_ words: [String]) -> Bool {
    guard let first = words.first, first.hasWideSigns
    else { return false }
    let prose = ProseWords.standard
    return prose.has(.place, among: words) && prose.has(.shown, among: words)
  }

  private static func isPreposition(_ words: ArraySlice<String>) -> Bool {
    words.contains {
      ["in", "on", "inside", "within", "at", "en", "im", "auf", "dans", "sur", "no", "na"].contains(
        $0)
    }
  }

  /// "Bad output:", "Wrong result:", "Previous output:".
  private static func isLabel(_ sentence: String, _ words: [String]) -> Bool {
    guard words.count <= 5, sentence.hasSuffix(":") || sentence.hasSuffix("：") else { return false }
    let prose = ProseWords.standard
    let nouns: Set<String> = [
      "output", "result", "response", "log", "salida", "ausgabe", "sortie", "saída",
    ]
    guard words.contains(where: { nouns.contains($0) }), !prose.opens(words, with: .inspected),
      !prose.opens(words, with: .handed)
    else { return false }
    return prose.has(.adverse, among: words) || prose.hasStem(.adverse, among: words)
      || prose.has(.baseline, among: words) || prose.has(.badExample, among: words)
  }

  private static let sights = WordList.words("SeenSentence.sights")
  private static let found: Set<String> = [
    "find", "contains", "contain", "lists", "list", "voir", "finden", "muestra", "zeigt",
    "encontrar",
  ]
  private static let modals = WordList.words("SeenSentence.modals")
  private static let pointers: Set<String> = [
    "this", "these", "something", "anything", "output", "lines", "any", "like", "esto", "dies",
    "ceci", "isto", "errors", "either", "one",
  ]
  /// Verbs behind which a command stands.
  private static let doing = WordList.words("SeenSentence.doing")
}
