internal import GonogoCore

/// What a sentence, a comment or a heading says against running the commands it speaks of.
enum RunWords {
  /// "Never run this", "This is what not to do", "WRONG - drops data".
  static func forbids(_ sentence: SentenceWords) -> Bool {
    if ProseWords.standard.isPhrase(sentence.text, .badExample) { return true }
    if sentence.isLabelled(.wrongMark) || isStruck(sentence.text) { return true }
    return prohibits(sentence) || bans(sentence.words)
  }

  /// "Never run this on production".
  static func prohibits(_ sentence: SentenceWords) -> Bool {
    sentence.has(.forbidden) && !isLimited(sentence)
  }

  /// True for a prohibition with a condition: "Never run this without a backup", "If you are on
  /// Windows, do not run this".
  static func forbidsUnless(_ sentence: SentenceWords) -> Bool {
    sentence.has(.forbidden) && isLimited(sentence)
  }

  private static func isLimited(_ sentence: SentenceWords) -> Bool {
    sentence.has(.unlessGiven) || sentence.opens(with: .if)
  }

  /// 请勿在生产环境执行: what is forbidden and that it is to be run stand in one run of signs.
  private static func bans(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    return words.contains { prose.holdsWide(.banning, $0) && prose.holdsWide(.executing, $0) }
  }

  /// `~~Old way~~`
  static func isStruck(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "~")) else { return false }
    let plain = ChecklistBuilder.trimmed(text.drop { $0 == "#" || $0 == " " })
    let end = plain.hasSuffix(":") ? plain.dropLast() : plain
    return end.utf8.count > 4 && end.hasPrefix("~~") && end.hasSuffix("~~")
  }

  /// "The following was run on Monday already:", "The incident was caused by:".
  static func tellsOfThePast(_ sentence: SentenceWords) -> Bool {
    sentence.endsInColon && sentence.has(.pastRun) && !sentence.opens(with: .onwards)
  }

  /// Why somebody has to say whether what the sentence speaks of is to be run, if anything: it is
  /// for some case, some time, some place or somebody else.
  static func leavesOpen(_ sentence: SentenceWords) -> Bool {
    leavesOpenAnywhere(sentence) || sentence.has(.later) || followsTheDecision(sentence)
      || awaitsApproval(sentence) || isForOthers(sentence) || isKeptToSome(sentence)
      || holdsReservation(sentence.text) || exceedsLimit(sentence) || opensWithTime(sentence.text)
      || sentence.opens(with: .unsure)
  }

  /// True for what is said of the block in any sentence above or behind it: "This step is optional."
  static func leavesOpenAnywhere(_ sentence: SentenceWords) -> Bool {
    sentence.has(.optionalStep) || sentence.has(.limited)
      || sentence.words.count <= 8 && sentence.opens(with: .skipped)
  }

  // MARK: When

  /// "After GO:", and not "After go-live, look at the graphs:".
  private static func followsTheDecision(_ sentence: SentenceWords) -> Bool {
    guard sentence.has(.afterGo) else { return false }
    return !zip(sentence.words, sentence.words.dropFirst()).contains { $0 == "go" && $1 == "live" }
  }

  /// "Once QA has approved, run:"
  private static func awaitsApproval(_ sentence: SentenceWords) -> Bool {
    sentence.has(.approving) && (sentence.opens(with: .awaiting) || sentence.has(.limited))
  }

  /// "When lag exceeds 30 s, restart the replica:"
  private static func exceedsLimit(_ sentence: SentenceWords) -> Bool {
    guard sentence.opens(with: .condition) || sentence.opens(with: .awaiting) else { return false }
    let clause = sentence.text.prefix { !",，:：".contains($0) }
    return ProseWords.standard.has(.exceeding, in: clause)
  }

  /// "At 02:00 UTC:"
  private static func opensWithTime(_ text: String) -> Bool {
    let plain = text.drop { !$0.isLetter }
    let word = plain.prefix(while: \.isLetter).lowercased()
    guard ["at", "um", "ab", "à", "às", "las"].contains(word) else { return false }
    let rest = plain.dropFirst(word.count).drop { $0 == " " }
    let hour = rest.prefix(while: \.isNumber)
    let minute = rest.dropFirst(hour.count)
    return (1...2).contains(hour.count) && minute.first == ":"
      && minute.dropFirst().first?.isNumber == true
  }

  // MARK: For whom

  /// "Windows only:", "Only the standby:", "Nur auf dem Standby-Knoten ausführen:".
  private static func isKeptToSome(_ sentence: SentenceWords) -> Bool {
    let words = sentence.words
    if sentence.has(.restricted) { return true }
    guard let first = words.first, let last = words.last, words.count > 1 else { return false }
    if last == "only", words.count <= 8, !modes.contains(words[words.count - 2]) { return true }
    return sentence.endsInColon && words.count <= 12
      && ["only", "nur", "solo", "sólo", "apenas", "somente", "uniquement", "seulement"]
        .contains(first)
  }

  /// What goes together with "only" to be one word.
  private static let modes: Set<String> = ["read", "write", "append", "headers", "names"]

  /// "The pipeline runs:", "Ask Bob to run:", "For illustration only".
  private static func isForOthers(_ sentence: SentenceWords) -> Bool {
    if sentence.has(.otherRuns) || isRunByAnother(sentence.text) { return true }
    guard sentence.endsInColon, (2...14).contains(sentence.words.count) else { return false }
    let words = sentence.words
    if asking.contains(words[0]), !["us", "s", "me", "a"].contains(words[1]) {
      return words.last.map { executing.contains($0) } ?? false
    }
    guard let verb = words.firstIndex(where: { acting.contains($0) }), verb > 0 else {
      return words.count > 3 && words.contains("führt") && words.last == "aus"
    }
    var subject = words[..<verb]
    if executing.contains(words[verb]) {
      guard subject.last == "will", verb + 1 < words.count else { return false }
      subject = subject.dropLast()
    }
    let isEnd = verb == words.count - 1
    return (isEnd || ["this", "these", "the", "every"].contains(words[verb + 1]))
      && !subject.isEmpty && !subject.contains { common.contains($0) }
      && (isEnd || words[verb...].dropFirst().contains { shown.contains($0) })
  }

  private static let asking = WordList.words("RunWords.asking")
  private static let executing = WordList.words("RunWords.executing")
  private static let acting = WordList.words("RunWords.acting")
  /// Whom a lead-in names that speaks of the block itself or of everybody.
  private static let common: Set<String> = [
    "this", "these", "that", "it", "command", "commands", "following", "below", "you", "we", "i",
    "which", "and", "to", "step", "he", "esto", "comando", "siguiente", "ceci", "isto",
  ]
  private static let shown: Set<String> = ["this", "these", "following"]

  /// 由DBA执行
  private static func isRunByAnother(_ text: String) -> Bool {
    guard text.utf8.contains(0xE7), let by = text.firstRange(of: "由") else { return false }
    let rest = text[by.upperBound...]
    return !rest.hasPrefix("于") && !rest.hasPrefix("於")
      && ProseWords.standard.has(.executing, in: rest)
  }

  /// "Restart it (if needed):", "Warm the cache (optional)".
  static func holdsReservation(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == 0x28 || $0 == 0x5B || $0 == 0xEF }) else {
      return false
    }
    var rest = text[...]
    while let open = rest.firstIndex(where: { "([（".contains($0) }) {
      rest = rest[rest.index(after: open)...]
      let inside = rest.prefix { !")]）".contains($0) }
      guard inside.utf8.count <= 80 else { continue }
      let words = SentenceWords(inside)
      // "(or later)" is about a version.
      if words.opens(with: .unsure) && !ors.contains(words.words[0])
        || words.opens(with: .sideOpening) || words.has(.restricted)
        || words.has(.limited) || words.opens(with: .skipped)
      {
        return true
      }
    }
    return false
  }

  private static let ors: Set<String> = ["or", "o", "oder", "ou"]
}
