internal import GonogoCore

/// Headings and lead-ins for a case that need not arise: rollback, emergency, "If it fails".
///
/// What stands under one is never run in sequence and counts nowhere, so a heading that may as well
/// be about a check ("Rollback tested") or that speaks of other things too is none.
enum ConditionalText {
  /// Longer texts are no headings and no lead-ins.
  static let mostBytes = 400

  /// True for a heading of such a case.
  static func isHeading(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let words = significant(text)
    return speaksOfCase(text, words) && TriggerText.kind(of: text) != .reasons
  }

  private static func speaksOfCase(_ text: String, _ words: [String]) -> Bool {
    let prose = ProseWords.standard
    if words.isEmpty || prose.has(.about, among: words) { return false }
    if opensCondition(words), words.count > 1, words[1] == "go" { return true }
    if opensCondition(words) { return prose.has(.failing, among: words) || denies(words) }
    if namesFault(text, words) { return true }
    guard prose.has(.case, among: ProseWords.words(in: text)) || holdsJoiner(text) else {
      return false
    }
    // "Critical (rollback)" heads what leads to one.
    if TriggerText.headsRollback(text) { return false }
    return parts(of: text).allSatisfy { part in
      prose.has(.case, among: ProseWords.words(in: part))
    }
  }

  /// True for a heading that names a failure or such a case beside other things: what is to be
  /// checked under it is still asked, but its blocks are not run unseen.
  static func isDoubtfulHeading(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let prose = ProseWords.standard
    let words = significant(text)
    if prose.has(.about, among: words) { return false }
    return prose.has(.case, among: words) || prose.has(.fails, among: words)
      || opensCondition(words) && !alike.contains(words[0])
      || condition(in: words) != nil && isFailure(clause: text[...])
      || namesErrorStatus(text) || endsInFault(words) || asksOfCase(text)
      || TriggerText.kind(of: text) == .reasons
  }

  /// True when a sentence right before a block makes it a block for such a case.
  static func isLeadIn(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    if prose.isPhrase(text, .remedy) || prose.isPhrase(text, .failure) { return true }
    let opening = text.prefix { !",:，：、".contains($0) }
    if prose.isPhrase(opening, .otherwise) || mendsFault(words) { return true }
    let isLabel = words.count <= 6 && (text.hasSuffix(":") || text.hasSuffix("："))
    if isLabel, prose.has(.case, among: words), !prose.has(.about, among: words) { return true }
    if prose.opens(words, with: .undoing) { return true }
    return text.split(whereSeparator: { ",，;".contains($0) }).contains { isFailure(clause: $0) }
  }

  /// "To fix this:", "To resolve the permission errors, run:"; "To resolve dependencies:" is none.
  private static func mendsFault(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard prose.opens(words, with: .mending) else { return false }
    return words.count <= 2 || words.contains { those.contains($0) }
      || prose.has(.failing, among: words) || prose.has(.amiss, among: words)
  }

  private static let those: Set<String> = [
    "this", "that", "it", "these", "esto", "das", "dies", "cela", "isso", "isto",
  ]

  /// "if the process is unhealthy", not "only if it completes without an error" and not "check if it
  /// is down".
  static func isFailure(clause: Substring) -> Bool {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: clause)
    guard let condition = condition(in: words) else { return false }
    if prose.has(.whether, among: Array(words[..<condition].suffix(3))) { return false }
    let rest = Array(words[condition...])
    guard
      let failing = prose.firstWord(of: .failing, in: rest)
        ?? prose.firstWord(of: .amiss, in: rest)
    else { return deniesWell(rest) }
    return !rest[..<failing].suffix(3).contains { ["without", "no", "sin", "ohne"].contains($0) }
  }

  /// Where a clause says "if": "should the test", "when it", "…の場合" say it too.
  private static func condition(in words: [String]) -> Int? {
    let prose = ProseWords.standard
    if let place = prose.firstWord(of: .if, in: words) { return place }
    guard let first = words.first, let last = words.last else { return nil }
    if words.count > 2, shoulds.contains(first), articles.contains(words[1]) { return 0 }
    if whens.contains(first) { return 0 }
    guard last.hasWideSigns else { return nil }
    return prose.endings(.conditionEnd).contains(where: last.hasSuffix) ? 0 : nil
  }

  /// "Se connecter" and "Caso de prueba" are no conditions.
  private static let alike: Set<String> = ["se", "caso"]
  private static let shoulds: Set<String> = ["should", "sollte", "sollten"]
  private static let articles: Set<String> = [
    "the", "this", "that", "it", "any", "a", "an", "your", "der", "die", "das", "es", "ein", "eine",
  ]
  private static let whens: Set<String> = [
    "when", "whenever", "cuando", "lorsque", "quand", "quando",
  ]

  /// "if the metrics are not available", and not "if it does not exist yet".
  private static func deniesWell(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard let denial = prose.firstWord(of: .deny, in: words) else { return false }
    // Some languages deny behind the verb: "startet nicht", "ne démarre pas".
    let around = words[max(0, denial - 2)..<min(words.count, denial + 4)]
    return prose.firstWord(of: .well, in: Array(around)) != nil
  }

  /// True when `text`, right above a list, makes all of the list for such a case: the condition
  /// comes first. "Run these, and if any fails, stop:" is none.
  static func opensConditionalList(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes, text.hasSuffix(":") || text.hasSuffix("：") else {
      return false
    }
    let first = text.prefix { !",，;".contains($0) }
    if ProseWords.standard.opens(first, with: .undoing) { return true }
    return opensCondition(ProseWords.words(in: first)) && isFailure(clause: first)
  }

  /// True for a lead-in that goes on with what the one before it said: "As well as this command:".
  static func continues(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    return ProseWords.standard.opens(text, with: .besides)
  }

  /// "Verify that it was created:", which is about what stands right above.
  static func looksAtWhatWasMade(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    return prose.opens(words, with: .probe) && prose.has(.made, among: words)
  }

  /// The words without numbers, which `ProseWords` leaves out, and without those that only count.
  private static func significant(_ text: String) -> [String] {
    var plain = text
    if plain.utf8.contains(UInt8(ascii: "-")) || plain.unicodeScalars.contains("\u{2011}") {
      plain = plain.lowercased().replacingAll("\u{2011}", with: "-")
      for (spelling, word) in joined { plain = plain.replacingAll(spelling, with: word) }
    }
    return Array(ProseWords.words(in: plain).drop { counting.contains($0) })
  }

  private static let counting: Set<String> = [
    "step", "phase", "fase", "part", "paso", "schritt", "section", "appendix", "option", "a",
    "b", "c", "d",
  ]
  private static let joined = [
    ("no-go", "nogo"), ("roll-back", "rollback"), ("back-out", "backout"),
  ]

  private static func opensCondition(_ words: [String]) -> Bool {
    // Signs that mean "if" in Chinese are parts of other words in Japanese (当てはまる).
    if let first = words.first, first.unicodeScalars.contains(where: isKana) {
      return first.hasPrefix("もし")
    }
    return ProseWords.standard.opens(Array(words.prefix(2)), with: .if)
  }

  private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x309F).contains(scalar.value)
  }

  private static func denies(_ words: [String]) -> Bool {
    ProseWords.standard.has(.deny, among: words)
  }

  /// "Error: connection refused", "Problem 2: …".
  private static func namesFault(_ text: String, _ words: [String]) -> Bool {
    let plain = text.drop { !$0.isLetter }
    let word = plain.prefix { $0.isLetter }
    guard ProseWords.standard.isPhrase(word, .fault) else { return false }
    // "Issue #581: …" is an entry of a tracker, "Problem 2: …" one of the cases.
    let number = plain.dropFirst(word.count).drop { $0 == " " }
    let digits = number.dropFirst().prefix(while: \.isNumber)
    if number.first == "#", digits.count >= 2 { return false }
    let rest = plain.dropFirst(word.count).drop { $0 == " " || $0 == "#" || $0.isNumber }
    return rest.first == ":" || rest.first == "："
  }

  /// True when a sign may join words that are then parts of one.
  private static func holdsJoiner(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "与" || $0 == "及" }
  }

  private static let separators = [
    " and ", " & ", " y ", " und ", " et ", " e ", " + ", " / ", "与", "及", "、",
  ]

  /// The things that a heading names beside one another: "Deployment and rollback" names two.
  private static func parts(of text: String) -> [Substring] {
    var plain = text.lowercased()
    for separator in separators { plain = plain.replacingAll(separator, with: "\u{0}") }
    return plain.split(separator: "\u{0}").filter { $0.contains(where: \.isLetter) }
  }
}
