internal import GonogoCore

/// What a heading or a lead-in says about the claims under it.
///
/// A list that is read as the wrong kind turns every box under it into its opposite, so doubt goes
/// to the safe side: what may be a reason to stop is read as one.
enum Polarity {
  /// Reads `text`: nil when it says nothing about GO, NO-GO or a case that need not arise.
  ///
  /// `Go/No-Go Decision` names both and so neither; `If NO-GO` and `Rollback` open a conditional
  /// section; `Rollback capability check` is a check. `GO if none` lists reasons to stop, `NO-GO
  /// unless` what a GO needs.
  static func role(of text: String) -> Section.Role? {
    let words = Self.words(in: text)
    if isExplained(text) { return .goCriteria }
    if concludesNoGo(words) { return .noGoCriteria }
    if ConditionalText.isHeading(text) { return .conditional }
    if DecisionCase.isMeant(words), words.contains("nogo") || hasCapitals(text) {
      return .conditional
    }
    guard let index = words.firstIndex(where: isDecision) else { return roleWithoutGo(words) }
    let clause = clause(after: index, of: words)
    // "During the migration (if GO)", "Phase 1 (only after GO)": what comes after the decision, not what it
    // needs.
    if clause.isEmpty, clause.endIndex == words.count, index > 0,
      conditions.contains(words[index - 1]) || afters.contains(words[index - 1])
    {
      return nil
    }
    if clause.endIndex < words.count, clause.allSatisfy({ ["or", "and", "vs", "o"].contains($0) }) {
      return nil
    }
    if isStopList(words) { return .noGoCriteria }
    let isFlipped = isFlipped(clause)
    if words[index] == "nogo" { return isFlipped ? .goCriteria : .noGoCriteria }
    if isDenied(words[..<index]) {
      guard isList(words) || words.count <= 4 else { return nil }
      return isFlipped ? .goCriteria : .noGoCriteria
    }
    if let next = clause.first, ["live", "to", "back", "through", "over"].contains(next) {
      return isFlipped && isList(clause) ? .noGoCriteria : nil
    }
    // "Go" alone is a language and a verb; in capitals it is the decision. "GO votes" opens no list.
    guard
      isList(words) || GoList.isWide(words) || (GoList.isBare(words) && hasCapitals(text))
    else { return nil }
    if GoList.isConditional(words) { return nil }
    return isFlipped ? .noGoCriteria : .goCriteria
  }

  /// "GO (proceed with the rollout)": the word alone, and in parentheses what it stands for.
  private static func isExplained(_ text: String) -> Bool {
    guard text.utf8.last == 0x29, text.utf8.count <= 80, let open = text.firstIndex(of: "("),
      hasCapitals(String(text[..<open]))
    else { return false }
    let aside = words(in: String(text[open...]))
    return GoList.isBare(words(in: String(text[..<open]))) && !isList(aside) && !isDenied(aside)
      && !isFlipped(aside) && !aside.contains(where: isDecision)
      && !GoList.isConditional(words(in: text))
  }

  /// "一つでも当てはまれば NO-GO": the condition ends right before its consequence.
  private static func concludesNoGo(_ words: [String]) -> Bool {
    guard words.last == "nogo", let before = words.dropLast().last else { return false }
    return ["ば", "なら", "则", "則"].contains { before.hasSuffix($0) }
  }

  /// True when `text` opens a list of which nobody can say for sure whether it holds what a GO
  /// needs or what forbids it: "GO if no blockers".
  static func isDoubtful(_ text: String) -> Bool {
    let words = Self.words(in: text)
    guard let index = words.firstIndex(where: isDecision), words[index] == "go" else {
      return false
    }
    let clause = clause(after: index, of: words)
    return !isFlipped(clause) && clause.contains { weakFlips.contains($0) }
      && role(of: text) == .goCriteria
  }

  /// True for "Test fails if", "❌ Something is wrong if" below success criteria: what stands under it is
  /// the opposite of them.
  static func opensFailure(_ text: String) -> Bool {
    TriggerText.kind(of: text) == .reasons
      || TriggerText.opensFailure(text, ProseWords.words(in: text))
  }

  /// True when `text` is the one word that beside a NO-GO list opens a GO list.
  static func isBareGo(_ text: String) -> Bool { words(in: text) == ["go"] }

  /// What the heading or lead-in of a GO list leaves to doubt.
  static func demand(of text: String) -> GoList.Demand { GoList.demand(of: words(in: text)) }

  /// True when a sentence that may open a list speaks of the decision at all: in a long one "go" in
  /// small letters is a verb.
  static func speaksOfDecision(_ text: String) -> Bool {
    guard text.utf8.split(separator: UInt8(ascii: " ")).count > 12 else { return true }
    return hasCapitals(text) || text.holds("No-Go")
  }

  /// True when `text` announces a list, as the title of a document does not.
  static func announcesList(_ text: String) -> Bool {
    let words = Self.words(in: text)
    return words.count <= 2 || isList(words)
  }

  private static let nouns = WordList.words("Polarity.nouns")

  /// True for a label such as "GO criteria" or "Criterio Go", behind which a criterion may stand.
  static func isCriteriaLabel(_ text: String) -> Bool {
    let words = Self.words(in: text)
    return words.count <= 5 && !text.contains { ",“\"".contains($0) }
      && words.contains(where: isDecision)
      && words.contains { nouns.contains($0) } && role(of: text) != nil
  }

  private static let afters = WordList.words("Polarity.afters")
  private static let conditions: Set<String> = ["if", "si", "wenn", "falls", "se", "bei"]

  /// What a label says that is only the word: "Go", "1.2 No-Go".
  static func outcome(ofLabel text: String) -> Section.Role? {
    switch words(in: text).filter({ !$0.allSatisfy(\.isNumber) }) {
    case ["go"]: .goCriteria
    case ["nogo"]: .noGoCriteria
    default: nil
    }
  }

  /// "Proceed with the migration after": a list of what must be done before, where the heading says
  /// that it is about the decision.
  static func opensProceeding(_ text: String) -> Bool {
    let words = words(in: text)
    guard words.count <= 10, let first = words.first, deeds.contains(first),
      let last = words.last, !isFlipped(words.dropFirst())
    else { return false }
    return ["after", "once", "if", "when"].contains(last)
      || (words.contains("only")
        && words.contains { ["if", "after", "when", "once"].contains($0) })
  }

  /// True when a heading names the decision.
  static func namesDecision(_ heading: String) -> Bool {
    words(in: heading).contains(where: isDecision)
  }

  /// False for most texts, by their bytes.
  static func mayNameDecision(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if last | 0x20 == 0x67, byte | 0x20 == 0x6F { return true }
      last = byte
    }
    return false
  }

  static func isDecision(_ word: String) -> Bool { word == "go" || word == "nogo" }

  /// What follows the decision at `index`, up to the next one: "GO if all hold, else NO-GO" is a
  /// GO list.
  private static func clause(after index: Int, of words: [String]) -> ArraySlice<String> {
    let rest = words[(index + 1)...]
    return rest.prefix { !isDecision($0) }
  }

  private static func isDenied(_ words: some Sequence<String>) -> Bool {
    words.contains { negations.contains($0) }
  }

  private static let negations: Set<String> = [
    "not", "never", "dont", "cannot", "cant", "wont", "stop", "abort", "block", "hold", "halt",
    "without",
  ]

  // MARK: Lists

  private static func isList(_ words: some Sequence<String>) -> Bool {
    words.contains { listWords.contains($0) }
  }

  private static let listWords = WordList.words("Polarity.listWords")

  /// Words that turn what a list is for into its opposite.
  private static let strongFlips: Set<String> = [
    "unless", "until", "without", "except", "none", "neither",
  ]
  /// Words that do so when they speak of the list ("if any of these fails") and not of the matter
  /// ("if the tests fail").
  private static let weakFlips: Set<String> = [
    "not", "no", "nothing", "isnt", "arent", "doesnt", "dont", "missing", "false", "fail", "fails",
    "failed", "unmet", "incomplete", "unticked", "unchecked", "untrue", "absent",
  ]
  private static let wordsAboutLists: Set<String> = [
    "of", "the", "these", "those", "following", "below", "items", "checks", "points", "boxes",
    "them", "one", "some", "every", "each", "is", "are", "do", "does", "hold", "holds", "apply",
    "applies", "true", "met", "satisfied", "ticked", "checked", "at", "least", "exist", "exists",
    "occur", "happen", "present", "pass", "passes", "passed", "even", "single", "a",
  ]

  /// True when an odd number of words turns the list around.
  private static func isFlipped(_ clause: some Sequence<String>) -> Bool {
    var isAboutList = true
    var strong = false
    var weak = false
    for word in clause {
      if strongFlips.contains(word) {
        strong.toggle()
      } else if weakFlips.contains(word) {
        weak.toggle()
      } else if !wordsAboutLists.contains(word), !listWords.contains(word) {
        isAboutList = false
      }
    }
    return isAboutList ? strong != weak : strong
  }

  /// What a text without the word GO says: "Do not launch if any", "Proceed unless".
  private static func roleWithoutGo(_ words: [String]) -> Section.Role? {
    if isStopList(words) { return .noGoCriteria }
    if words.count <= 8, ProseWords.standard.has(.stopList, among: words),
      !ProseWords.standard.has(.about, among: words)
    {
      return .noGoCriteria
    }
    guard let verb = words.prefix(5).firstIndex(where: { deeds.contains($0) }),
      words[..<verb].allSatisfy({ auxiliaries.contains($0) })
    else { return nil }
    let isDenied = isDenied(words[..<verb])
    let clause = words[(verb + 1)...]
    let rest = isDenied ? clause.drop { objects.contains($0) } : clause
    let opens = rest.first.map { listWords.contains($0) } ?? false
    let isReason = isDenied && words.contains { $0 == "reasons" || $0 == "when" }
    guard opens || isReason else { return nil }
    return isDenied != isFlipped(clause) ? .noGoCriteria : nil
  }

  private static let deeds: Set<String> = [
    "launch", "deploy", "ship", "release", "proceed", "continue", "start", "merge", "publish",
    "migrate",
  ]
  /// "Ship it if …": the deed that waits for the decision comes first.
  static func opensDeed(_ words: [String]) -> Bool {
    words.first.map { deeds.contains($0) } ?? false
  }

  private static let auxiliaries: Set<String> = [
    "do", "not", "dont", "never", "we", "you", "should", "must", "cannot", "cant", "can", "to",
    "only", "reasons", "when", "wont", "will",
  ]

  /// "Abort if any", "Blockers", "Stop conditions": reasons not to go, by another name.
  private static func isStopList(_ words: [String]) -> Bool {
    if words.count <= 3, words.contains(where: { stoppers.contains($0) }) {
      return !words.contains { settled.contains($0) }
    }
    guard let first = words.first, ["abort", "stop", "hold", "halt"].contains(first) else {
      return false
    }
    let rest = words.dropFirst().drop { objects.contains($0) }
    return rest.first.map { listWords.contains($0) } ?? false
  }

  private static let stoppers: Set<String> = [
    "blockers", "blocker", "showstoppers", "showstopper", "stoppers", "dealbreakers", "breakers",
  ]
  private static let settled: Set<String> = [
    "no", "resolved", "cleared", "closed", "fixed", "none", "removed", "check", "review",
  ]
  private static let objects: Set<String> = [
    "the", "this", "launch", "release", "deployment", "deploy", "rollout", "migration", "work",
    "everything", "here", "immediately", "at", "once", "and", "it", "process", "run", "go", "nogo",
  ]

  // MARK: Words

  private static func hasCapitals(_ text: String) -> Bool {
    SearchedText(text).contains("GO") && text.split { !$0.isLetter }.contains("GO")
  }

  /// Lower-case words; `no-go`, `no go` and `nogo` are one, apostrophes are left out, and a word
  /// ends where another script begins.
  static func words(in text: String) -> [String] {
    let hasApostrophe = text.holds("'") || text.holds("’")
    let plain = hasApostrophe ? text.filter { $0 != "'" && $0 != "’" } : text
    var words: [String] = []
    for piece in WordSplit.lettersAndDigits(in: plain[...]) {
      if piece.utf8.allSatisfy({ $0 < 0x80 }), piece != "go" {
        words.append(piece)
        continue
      }
      var rest = piece[...]
      while let first = rest.first {
        let isWide = isIdeographic(first)
        let word = String(rest.prefix { isIdeographic($0) == isWide })
        rest = rest.dropFirst(word.count)
        if word == "go", words.last == "no" {
          words[words.count - 1] = "nogo"
        } else {
          words.append(word)
        }
      }
    }
    return words
  }

  private static func isIdeographic(_ character: Character) -> Bool {
    String(character).opensWide
  }
}
