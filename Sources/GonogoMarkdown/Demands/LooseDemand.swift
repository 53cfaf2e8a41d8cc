internal import GonogoCore

/// Tells whether a text that no reader took demands something of what came out: a bound, a value, a state.
///
/// It has the last look at what stands near commands and blanks, and what it finds is asked, never compared.
/// So it need not say what exactly is demanded, and rather finds a demand too many than one too few.
enum LooseDemand {
  /// Longer texts explain.
  private static let mostBytes = 240

  /// True when `text`, one sentence, entry or cell without marks, makes a demand.
  static func isMade(by text: String) -> Bool {
    let text = LinkText.removed(from: text)
    guard text.utf8.count <= mostBytes, let last = text.last, !"?？".contains(last),
      !text.hasPrefix("[")
    else { return false }
    // "Errors: ____ no more than 5"
    if text.holds("__") {
      // "____ / 150" counts out of how many.
      return text.split(separator: "_").map { bare($0) }
        .contains { !$0.hasPrefix("/") && isMadeAlone(by: $0) }
    }
    return isMadeAlone(by: bare(text))
  }

  private static func isMadeAlone(by text: String) -> Bool {
    if let rest = demandBehindDash(in: text), isMadeAlone(by: rest) { return true }
    // "See the wiki: errors < 5", "Notes: see the wiki", "Estimated time: < 5 min".
    let words = ProseWords.words(in: text)
    if let colon = text.firstColon {
      let rest = bare(text[colon...].dropFirst())
      let label = ProseWords.words(in: text[..<colon])
      // "Timeouts: max 5"
      if label.contains(where: { settings.contains($0) }), !isTold(label),
        LooseBound.isMade(by: rest, ProseWords.words(in: rest)), !LooseBound.isPlain(rest)
      {
        return true
      }
      if isTold(label) || label.contains(where: { settings.contains($0) })
        || isDeed(ProseWords.words(in: rest), in: rest)
      {
        return obliges(text, words)
      }
      if !rest.isEmpty, isMadeAlone(by: rest) { return true }
    }
    return makesOne(text, words) || demandsAside(in: text, words)
  }

  /// "Should return 200" of "Test the endpoint - Should return 200".
  static func demandBehindDash(in text: String) -> String? {
    let searched = SearchedText(text)
    for dash in [" - ", " – ", " — "] {
      guard let place = searched.firstRange(of: dash) else { continue }
      let rest = bare(text[place.upperBound...])
      return ProseWords.standard.opens(rest, with: .obliged) ? rest : nil
    }
    return nil
  }

  /// The text without marks at its end.
  private static func bare(_ text: some StringProtocol) -> String {
    var text = ChecklistBuilder.trimmed(text)
    while let last = text.last, ".!;。 ".contains(last) { text.removeLast() }
    return String(text)
  }

  /// "Count the errors (must be 0):", "Errors (max 5)". Not "Slow queries (> 1 s)", which says which ones
  /// are meant, nor how long something may take.
  private static func demandsAside(in text: String, _ words: [String]) -> Bool {
    guard let aside = aside(of: text) else { return false }
    let inside = ProseWords.words(in: aside)
    if obliges(aside, inside) { return true }
    // "Wait for the service (max 60 s)", "Normal deployment (zero-downtime)".
    if aside.lowercased().hasPrefix("zero-") || words.contains(where: waits.contains) {
      return false
    }
    return !selects(aside, inside) && !hasTime(aside) && isMadeAlone(by: bare(aside))
  }

  /// "> 1 s", "more than 5 restarts", "over 80%".
  private static func selects(_ aside: String, _ words: [String]) -> Bool {
    aside.first.map { ">≥".contains($0) } == true
      || words.first.map { selecting.contains($0) } == true && !aside.contains("→")
  }

  /// True when a span of time is named: "5 minutes", "24h". "2 per hour" and "min 3" name none.
  static func hasTime(_ text: String) -> Bool {
    let parts = WordSplit.lettersAndDigits(in: text[...])
    for (place, part) in parts.enumerated() {
      let unit = part.drop { $0.isNumber }
      if unit.startIndex != part.startIndex, times.contains(String(unit)) { return true }
      if place > 0, LooseBound.isNumber(parts[place - 1]), times.contains(part) { return true }
    }
    return false
  }

  /// True for a verb of what somebody does: "write", "record".
  static func isTask(_ verb: String) -> Bool { deeds.contains(verb) || verb == "sign" }

  /// True for a heading that does so: "Errors (must be 0)", "P95 < 400 ms". Others name what stands below.
  static func isMade(byHeading text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let words = ProseWords.words(in: text)
    if hasTime(text) { return false }
    // "Required validations (must pass)" names what stands below.
    let inside = aside(of: text).map { ProseWords.words(in: $0).joined(separator: " ") } ?? ""
    if demandsAside(in: text, words), !naming.contains(inside) { return true }
    return !isDeed(words, in: text) && !isTold(words)
      && (obliges(text, words) && isMade(by: text) || Checkable.isShortLimit(text)
        || text.firstColon.map { LooseBound.opensWithLimit(text[$0...].dropFirst()) } == true)
  }

  /// True for a comment in a block that does so. A setting that is left out (`PORT=0`) does not, nor does
  /// what says which ones are meant: "Slow queries (> 1 s)".
  static func isMade(byComment text: String) -> Bool {
    guard text.utf8.count <= 120, !isSetting(text) else { return false }
    if let aside = aside(of: text), selects(aside, ProseWords.words(in: aside)),
      let open = text.lastIndex(where: { "(（".contains($0) })
    {
      return isMade(by: String(text[..<open]))
    }
    return isMade(by: text)
  }

  /// `REPLICAS=0`, `export LIMIT = 5`, `retries: 0`.
  private static func isSetting(_ text: String) -> Bool {
    guard let sign = text.firstIndex(where: { "=:".contains($0) }) else { return false }
    let name = ChecklistBuilder.trimmed(text[..<sign])
    let isAssigned =
      text[sign] == "=" && text[..<sign].last != " " && !text[sign...].hasPrefix("==")
      && name.last.map { !"<>≤≥!".contains($0) } == true
    return isAssigned
      || !name.isEmpty
        && name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" || $0 == " " }
  }

  /// True for a cell of a table that does so: "< 5", "0 errors", "must be running".
  static func isMade(byCell text: String) -> Bool {
    guard text.utf8.count <= 120, !text.isEmpty else { return false }
    return isMade(by: text)
  }

  /// True when it says when something is wrong: "More than 5 is bad", "> 5: rollback". "Failed jobs: 0" and
  /// "The rollback must take less than 10 minutes" say how it must be.
  static func isReason(_ text: String) -> Bool {
    let words = ProseWords.words(in: text)
    if obliges(text, words) || denies(text, words) || ResultBullet.isEquality(text) { return false }
    if zip(words, words.dropFirst()).contains(where: { $0 == "no" && $1 == "go" })
      || words.contains("nogo")
    {
      return true
    }
    let isCase = ProseWords.standard.firstWord(of: .if, in: words) != nil
    if isCase, TriggerText.speaksOfAlerts(text) || words.contains(where: isAdverse) { return true }
    let verdict = text.firstColon.map { ProseWords.words(in: text[$0...]) } ?? []
    let tail = words.lastIndex { LooseBound.isBeing($0) }.map { Array(words[($0 + 1)...]) } ?? []
    return (verdict + tail).contains(where: isAdverse)
      || words.count > 1 && acting.contains(words[0]) && !measures.contains(words[1])
        && text.firstColon == nil
  }

  private static func isAdverse(_ word: String) -> Bool {
    judged.contains(word) && !favourable.contains(word)
  }

  private static func makesOne(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 30, !text.isEmpty, !":：".contains(text.last ?? " "), !asksForValue(text)
    else {
      return false
    }
    if ProseWords.standard.opens(words, with: .if) { return judgesBranch(text, words) }
    if judgesCase(text, words) { return true }
    // "Look for status healthy"
    if words.count <= 8, seeking.contains(words.prefix(2).joined(separator: " ")),
      ProseWords.standard.has(.state, among: words)
    {
      return true
    }
    if obliges(text, words) || waitsFor(text, words) { return true }
    // "Lag may be at most 30 s."
    let isCapped = words.contains("most") || words.contains("least") || words.contains("than")
    guard !isDeed(words, in: text), !isTold(words) || isCapped && words.contains("may") else {
      return false
    }
    return LooseBound.isMade(by: text, words) || denies(text, words) || restricts(words)
      || namesStatus(text, words)
  }

  /// "Paths over 200 characters: [count]": a label and a place for its value.
  private static func asksForValue(_ text: String) -> Bool {
    guard let colon = text.firstColon else { return false }
    return Checkable.isPlaceholder(String(text[colon...].dropFirst()))
  }

  /// "If it is more than 5: bad". What is to be done then is guidance.
  private static func judgesBranch(_ text: String, _ words: [String]) -> Bool {
    let stops = words.contains { judged.contains($0) } || StopSentence.meaning(of: text) != nil
    return stops
      && (TriggerText.isBranch(text) || words.contains { comparing.contains($0) })
  }

  /// "Only release when the status is healthy", "Wait until the queue is below 1000", "Call off the release
  /// when lag is over 30 seconds".
  private static func waitsFor(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 16, let first = words.first,
      let place = words.firstIndex(where: { conditions.contains($0) }), place > 0
    else { return false }
    if ["only", "nur", "solo", "sólo", "seulement", "somente"].contains(first) { return true }
    let clause = text.split(separator: " ").drop { word in
      !conditions.contains(word.lowercased().filter(\.isLetter))
    }.joined(separator: " ")
    return Checkable.statesLimit(clause) && holding.contains(first)
  }

  /// "OK if 0", "bad when 5 or 6".
  private static func judgesCase(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 10, let place = ProseWords.standard.firstWord(of: .if, in: words) else {
      return false
    }
    return text.contains(where: \.isNumber) && words[..<place].contains { judged.contains($0) }
  }

  /// The words in the parentheses that end a text, before its final marks.
  private static func aside(of text: String) -> String? {
    guard text.last.map({ $0.isLetter || $0.isNumber }) != true,
      let close = text.lastIndex(where: { ")）".contains($0) }),
      text[close...].dropFirst().allSatisfy({ ".:： *".contains($0) }),
      let open = text[..<close].lastIndex(where: { "(（".contains($0) })
    else { return nil }
    return String(text[open..<close].dropFirst())
  }

  /// "Errors have to be 0", "must say ok", "none allowed": a word of what must be and, where it says no
  /// number, how it must be. "You must be logged in" and "must be run as root" tell the reader what to do.
  static func obliges(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 16, let first = words.first,
      let place = ProseWords.standard.firstWord(of: .obliged, in: words),
      place == 0 || !persons.contains(first)
    else { return false }
    if text.hasWideSigns {
      return text.utf8.count <= 150
        && (text.contains(where: \.isNumber) || ProseWords.standard.has(.state, among: words))
    }
    if Checkable.statesLimit(text) || text.contains(where: \.isNumber) {
      return !isInstruction(words[place...]) && !isDeed(words, in: text)
    }
    guard place <= 4, words.count <= 10 else { return false }
    return !isInstruction(words[place...]) && !isDeed(words, in: text)
      && saysHow(words, from: place)
  }

  /// True for "must be done", "should run as": what somebody does.
  private static func isInstruction(_ words: ArraySlice<String>) -> Bool {
    words.dropFirst().prefix(4).contains { done.contains($0) }
  }

  /// True for "must be …", "should read …", "none allowed".
  private static func saysHow(_ words: [String], from place: Int) -> Bool {
    let prose = ProseWords.standard
    let rest = Array(words[place...])
    // "Names must be unique" says how one writes them.
    let isState =
      prose.has(.state, among: rest) || prose.has(.settledState, among: rest)
      || prose.has(.passing, among: rest) || prose.has(.none, among: rest)
      || prose.has(.failing, among: rest) || rest.contains { states.contains($0) }
    // "must fail", "should still pass": the verb says how.
    let isOutcome = [1, 2].contains { place in
      rest.indices.contains(place)
        && (prose.isPhrase(rest[place], .failing)
          || prose.isPhrase(rest[place], .passing))
    }
    return isState && (isOutcome || rest.prefix(4).contains { shown.contains($0) })
      || words.prefix(2).contains { nothing.contains($0) }
  }

  /// "no errors allowed", "zero errors", "0 errors", "no output".
  private static func denies(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 8 else { return false }
    // "errors: none"
    if let colon = text.firstColon, words.first?.hasPrefix("expect") != true {
      let value = ProseWords.words(in: text[colon...])
      if value.count == 1, nothing.contains(value[0]) {
        return ProseWords.standard.has(.ills, among: words)
      }
    }
    if text.hasPrefix("0 ") || ResultBullet.opensWithNone(text) { return endsWithIlls(words) }
    return words.first.map { nothing.contains($0) } == true
      && words.contains { expected.contains($0) }
  }

  /// "No new errors", "no errors in the log", "0 errors allowed"; not "no error handling".
  private static func endsWithIlls(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard let place = words.lastIndex(where: { prose.isPhrase($0, .ills) }) else { return false }
    return place + 1 == words.count || expected.contains(words[place + 1])
      || prose.has(.whereabouts, among: [words[place + 1]])
  }

  /// "Only Running is OK", "every pod Running", "anything but 200 is bad", "anything else is a NO-GO".
  private static func restricts(_ words: [String]) -> Bool {
    guard (3...10).contains(words.count), let first = words.first else { return false }
    if anything.contains(first) { return words.contains { judged.contains($0) } }
    return words.count <= 6 && wholes.contains(first)
      && (ProseWords.standard.has(.state, among: words)
        || words.contains { judged.contains($0) })
  }

  /// "return code 0", "HTTP 200 required", "status 200 only".
  private static func namesStatus(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 4, !text.contains("/"), !text.contains(",") else { return false }
    let parts = WordSplit.lettersAndDigits(in: text[...])
    return zip(parts, parts.dropFirst()).contains { name, value in
      codes.contains(name) && value.count <= 3 && Int(value) != nil
    }
  }

  /// "Wait up to 60 s", "List issues older than 30 days": what a command or a person does. "Verify errors = 0"
  /// demands.
  private static func isDeed(_ words: [String], in text: String) -> Bool {
    guard let first = words.first else { return false }
    // "Load average below 4", "Query latency under 200 ms"
    if words.count > 1, measures.contains(words[1]), Checkable.statesLimit(text) { return false }
    let prose = ProseWords.standard
    if prose.opens(words, with: .sureOf) || prose.opens(words, with: .probe), first != "see" {
      return false
    }
    // "Count must be 0" names what is counted.
    if prose.opens(Array(words.dropFirst().prefix(4)), with: .obliged) { return false }
    return deeds.contains(first) || persons.contains(first) && !prose.opens(words, with: .obliged)
      || TriggerText.isDeed(words.joined(separator: " "))
  }

  /// "This takes up to 10 minutes", "usually below 5%": what is told of something.
  private static func isTold(_ words: [String]) -> Bool {
    words.contains { told.contains($0) } || ProseWords.standard.has(.baseline, among: words)
  }

  private static let persons = WordList.words("LooseDemand.persons")
  private static let deeds = WordList.words("LooseDemand.deeds")
  private static let told = WordList.words("LooseDemand.told")
  private static let done = WordList.words("LooseDemand.done")
  private static let shown = WordList.words("LooseDemand.shown")
  private static let nothing = WordList.words("LooseDemand.nothing")
  private static let expected = WordList.words("LooseDemand.expected")
  private static let anything = WordList.words("LooseDemand.anything")
  private static let wholes = WordList.words("LooseDemand.wholes")
  private static let judged = WordList.words("LooseDemand.judged")
  private static let acting = WordList.words("LooseDemand.acting")
  private static let favourable = WordList.words("LooseDemand.favourable")
  private static let measures = WordList.words("LooseDemand.measures")
  private static let naming = WordList.words("LooseDemand.naming")
  private static let seeking = WordList.words("LooseDemand.seeking")
  private static let settings = WordList.words("LooseDemand.settings")
  private static let states = WordList.words("LooseDemand.states")
  private static let holding = WordList.words("LooseDemand.holding")
  private static let comparing = WordList.words("LooseDemand.comparing")
  private static let conditions = WordList.words("LooseDemand.conditions")
  private static let selecting = WordList.words("LooseDemand.selecting")
  private static let waits = WordList.words("LooseDemand.waits")
  private static let times = WordList.words("LooseDemand.times")
  private static let codes = WordList.words("LooseDemand.codes")
}
