internal import GonogoCore

/// Sentences around commands that ask for more than that they ran: to do it once more elsewhere, to type
/// something else, to look somewhere, what must be seen; and those that say that something does not work.
///
/// Nothing in the document shows it, so it is asked.
enum LooseErrand {
  /// Longer sentences explain.
  private static let mostWords = 24

  /// True for such a sentence; `codes` are its code spans.
  static func isMade(by text: String, _ words: [String], _ codes: [String]) -> Bool {
    guard (2...mostWords).contains(words.count), let last = text.last, !"?？:：".contains(last),
      !ProseWords.standard.opens(words, with: .if), !opensCase(words)
    else { return false }
    if statesResult(text) { return true }
    return expects(words) || refuses(words) || repeats(words) || mustShow(words)
      || isByHand(text, words) || isTyped(words, codes) || looksToo(text, words)
      || tellsOfFailure(text, words)
  }

  /// "Expect all suites to pass."
  private static func expects(_ words: [String]) -> Bool {
    words.count >= 3 && expecting.contains(words[0]) && !timing.contains(words[1])
  }

  /// "Result: healthy": what came out once, or what must.
  private static func statesResult(_ text: String) -> Bool {
    guard let colon = text.firstColon else { return false }
    let label = ProseWords.words(in: text[..<colon])
    let value = ProseWords.words(in: text[text.index(after: colon)...])
    return (1...2).contains(label.count) && label.contains { results.contains($0) }
      && (1...4).contains(value.count) && ProseWords.standard.has(.state, among: value)
  }

  /// "Skipped tests are not OK.", "Warnings are unacceptable".
  private static func refuses(_ words: [String]) -> Bool {
    guard let first = words.first, !persons.contains(first) else { return false }
    return words.indices.contains { place in
      if refused.contains(words[place]) { return place > 0 }
      guard accepted.contains(words[place]), place > 1 else { return false }
      return words[max(0, place - 2)..<place].contains { denials.contains($0) }
        && words[..<place].contains { beings.contains($0) }
    }
  }

  /// "Repeat for production.", "Do the same on db2."
  private static func repeats(_ words: [String]) -> Bool {
    let opening = words.prefix(4)
    if let first = words.first(where: { !openings.contains($0) }), repeating.contains(first) {
      return true
    }
    return opening.contains("same") && opening.contains { ["do", "run", "check"].contains($0) }
  }

  /// "The output has to list four nodes.", "You should see three replicas."
  private static func mustShow(_ words: [String]) -> Bool {
    guard let must = words.firstIndex(where: { musts.contains($0) }), must <= 6 else {
      return isEmptyOutput(words)
    }
    let verb = words[(must + 1)...].first { !between.contains($0) }
    // "The team should see to that."
    if verb == "see", words[..<must].last != "you" { return false }
    return verb.map { showing.contains($0) } == true
  }

  /// "The output is empty when all is well."
  private static func isEmptyOutput(_ words: [String]) -> Bool {
    guard words.count <= 14,
      let output = words.prefix(3).firstIndex(where: { outputs.contains($0) })
    else { return false }
    return words[(output + 1)...].prefix(4).contains { ["empty", "blank", "nothing"].contains($0) }
  }

  /// "Restart the workers by hand afterwards."
  private static func isByHand(_ text: String, _ words: [String]) -> Bool {
    let isManual =
      words.contains { ["manually", "manuell", "manualmente", "manuellement"].contains($0) }
      || zip(words, words.dropFirst()).contains { $0 == "by" && $1 == "hand" }
    return isManual && HandStep.isStep(text)
  }

  /// "Also run `make lint`."
  private static func isTyped(_ words: [String], _ codes: [String]) -> Bool {
    guard words.count <= 16, codes.contains(where: { $0.utf8.contains(0x20) }),
      !words.contains(where: { optional.contains($0) })
    else { return false }
    let opening = words.prefix(4)
    return opening.contains { adding.contains($0) }
      && opening.contains { ["run", "execute", "rerun", "type", "start"].contains($0) }
  }

  /// "Then open the dashboard and check the graphs."
  private static func looksToo(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 16, words.dropFirst(2).contains(where: { looking.contains($0) }),
      !words.contains(where: { optional.contains($0) })
    else { return false }
    return HandStep.isStep(text)
      && ProseWords.standard.has(.place, among: words)
  }

  // MARK: What does not work

  /// "3 of 220 tests fail", "Note: replication is broken on db3", "Known problem: the page returns 500".
  private static func tellsOfFailure(_ text: String, _ words: [String]) -> Bool {
    if let colon = text.firstColon {
      let label = ProseWords.words(in: text[..<colon])
      if label.count <= 3, label.contains(where: { troubles.contains($0) }),
        label.contains(where: { known.contains($0) })
      {
        return !isNothing(ProseWords.words(in: text[text.index(after: colon)...]))
      }
    }
    guard words.count <= 18, !words.contains(where: { conditions.contains($0) }) else {
      return false
    }
    let numbers = text.split { !$0.isNumber && !$0.isLetter }
    // "3 of 220 tests fail"
    if zip(numbers, numbers.dropFirst()).contains(where: {
      $0.first?.isNumber == true && $1 == "of"
    }),
      words.contains(where: { failing.contains($0) })
    {
      return !numbers.starts(with: ["0", "of"])
    }
    guard let being = words.firstIndex(where: { ["is", "are", "still"].contains($0) }), being > 0,
      !words[..<being].contains(where: { nothings.contains($0) })
    else { return false }
    let rest = words[(being + 1)...].drop { adverbs.contains($0) }
    guard let state = rest.first, broken.contains(state) else { return false }
    return rest.count == 1 || text.contains(where: \.isNumber)
      || rest.contains { now.contains($0) }
  }

  private static func isNothing(_ words: [String]) -> Bool {
    words.isEmpty || words.first.map { nothings.contains($0) } == true
  }

  /// "When it fails, …": told of a case.
  private static func opensCase(_ words: [String]) -> Bool {
    words.first.map { cases.contains($0) } == true
  }

  private static let results = WordList.words("LooseErrand.results")
  private static let expecting = WordList.words("LooseErrand.expecting")
  private static let timing = WordList.words("LooseErrand.timing")
  private static let persons = WordList.words("LooseErrand.persons")
  private static let refused = WordList.words("LooseErrand.refused")
  private static let accepted = WordList.words("LooseErrand.accepted")
  private static let denials = WordList.words("LooseErrand.denials")
  private static let beings = WordList.words("LooseErrand.beings")
  private static let openings = WordList.words("LooseErrand.openings")
  private static let repeating = WordList.words("LooseErrand.repeating")
  private static let musts = WordList.words("LooseErrand.musts")
  private static let between = WordList.words("LooseErrand.between")
  private static let showing = WordList.words("LooseErrand.showing")
  private static let outputs = WordList.words("LooseErrand.outputs")
  private static let adding = WordList.words("LooseErrand.adding")
  private static let optional = WordList.words("LooseErrand.optional")
  private static let looking = WordList.words("LooseErrand.looking")
  private static let troubles = WordList.words("LooseErrand.troubles")
  private static let known = WordList.words("LooseErrand.known")
  private static let failing = WordList.words("LooseErrand.failing")
  private static let broken = WordList.words("LooseErrand.broken")
  private static let adverbs = WordList.words("LooseErrand.adverbs")
  private static let now = WordList.words("LooseErrand.now")
  private static let nothings = WordList.words("LooseErrand.nothings")
  private static let cases = WordList.words("LooseErrand.cases")
  private static let conditions = WordList.words("LooseErrand.conditions")
}
