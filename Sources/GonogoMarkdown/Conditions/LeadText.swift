internal import GonogoCore

/// The words above a list, a heading or a lead-in, as far as they say whether what stands below must
/// hold.
///
/// A limit below "Call the DBA if:" is a reason to act, and its number does not tell. So what may be
/// a condition, a denial or a warning leaves doubt, unless the words surely open what must hold.
enum LeadText {
  /// Longer texts are read by their last sentences.
  private static let mostBytes = 200

  /// What a heading or lead-in says of what stands below.
  enum Meaning {
    /// What must hold.
    case demand
    /// Nothing about it: "Database".
    case nothing
    /// Perhaps what must not be, or what is about something else.
    case doubt
  }

  /// Reads a heading.
  static func meaning(ofHeading heading: String) -> Meaning {
    let text = heading.utf8.count <= 400 ? heading : String(heading.prefix(200))
    if ExpectationLabel.speaksOfAnother(text) { return .doubt }
    if isDemand(text) { return .demand }
    return isConditional(text) || isAdverse(text) || isMarked(text)
      || TriggerText.kind(of: text) != nil ? .doubt : .nothing
  }

  /// True when a title, which is about the whole document, opens a list of reasons: "Abort
  /// criteria".
  static func isTitleOfReasons(_ title: String) -> Bool {
    let words = ProseWords.words(in: title)
    guard words.count <= 8, !isDemand(title) else { return false }
    return endsInCondition(title, words)
      || ProseWords.standard.has(.criterion, among: words) && isAdverse(title)
  }

  /// True when the paragraph or item `text` right above a list leaves doubt.
  ///
  /// What `introduces` the list says where and when it holds too: "Before the fix:".
  static func isDoubtful(_ text: String, introduces: Bool) -> Bool {
    let lead = lastWords(of: text)
    if introduces, ExpectationLabel.meaning(of: lead) != nil, ExpectationLabel.isQualified(lead) {
      return true
    }
    if isDemand(lead) { return false }
    if TriggerText.kind(of: lead) != nil || isMarked(lead) { return true }
    if isConditional(lead) || isAdverse(lead) { return true }
    return introduces && isAboutSomethingElse(lead)
  }

  /// True for a heading that ends before what it is about: "Revertir si".
  static func endsInConjunction(_ heading: String) -> Bool {
    guard let last = ProseWords.words(in: heading).last, last.utf8.count <= 8 else { return false }
    return ProseWords.standard.isPhrase(last, .conditionEnd)
      && !last.hasWideSigns
  }

  // MARK: Kinds

  private static func isDemand(_ text: String) -> Bool {
    if let meaning = ExpectationLabel.meaning(of: text) {
      return meaning.announcesExpectations || meaning == .limit
    }
    return ProseWords.standard.isPhrase(text, .success)
      || ProseWords.standard.isPhrase(text, .limits)
  }

  /// A mark of what must not be.
  private static func isMarked(_ text: String) -> Bool {
    text.unicodeScalars.contains { AdverseMark.contains($0) }
  }

  private static func isConditional(_ text: String) -> Bool {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    if endsInCondition(text, words) { return true }
    guard let place = prose.firstWord(of: .condition, in: words) else { return false }
    // "Check whether", "see if": asks for what stands below.
    return !prose.has(.whether, among: Array(words[..<place].suffix(3)))
  }

  /// "Abortar se", 以下の場合: some words are a condition at the end alone.
  private static func endsInCondition(_ text: String, _ words: [String]) -> Bool {
    guard let last = words.last else { return false }
    if ProseWords.standard.isPhrase(last, .conditionEnd) { return true }
    let plain = text.unicodeScalars.reversed().drop { !$0.properties.isAlphabetic }
    guard let sign = plain.first, sign.value >= 0x3000 else { return false }
    let end = String(String.UnicodeScalarView(plain.prefix(8).reversed()))
    return ProseWords.standard.endings(.conditionEnd).contains { end.hasSuffix($0) }
  }

  /// Words that deny, forbid or warn; "Rollback tested" and "Alerts configured" are checks.
  private static func isAdverse(_ text: String) -> Bool {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    for (place, word) in words.enumerated() where prose.opens([word], with: .denial) {
      // The decision has a "no" in its name.
      if word == "no", place + 1 < words.count, words[place + 1] == "go" { continue }
      return true
    }
    guard prose.has(.adverse, among: words) || prose.hasStem(.adverse, among: words) else {
      return false
    }
    return !prose.has(.about, among: words) && !prose.has(.configured, among: words)
  }

  /// "Before:", "In staging:", "Example:": when, where or for whom it holds, and no word of a check.
  private static func isAboutSomethingElse(_ text: String) -> Bool {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    // "Run 2:" is one of several, and what was run may be another.
    let isNumbered = words.count <= 2 && text.unicodeScalars.contains { 0x30...0x39 ~= $0.value }
    guard
      isNumbered && text.unicodeScalars.first?.properties.isAlphabetic == true
        || prose.opens(words, with: .whenOrWhere) || prose.opens(words, with: .example)
        || prose.has(.baseline, among: words)
    else { return false }
    return !prose.has(.probe, among: words) && !prose.has(.expected, among: words)
  }

  /// A short text as it is; of a long one the last two sentences.
  private static func lastWords(of text: String) -> String {
    guard text.utf8.count > mostBytes else { return text }
    let bytes = text.utf8
    var stops = 0
    var place = bytes.index(bytes.endIndex, offsetBy: -2)
    let floor = bytes.index(bytes.endIndex, offsetBy: -min(bytes.count, 2 * mostBytes))
    while place > floor {
      let next = bytes.index(after: place)
      if bytes[next] == 0x20, [0x2E, 0x21, 0x3F].contains(bytes[place]) {
        stops += 1
        if stops == 2 { return String(text[next...]) }
      }
      place = bytes.index(before: place)
    }
    while place < bytes.endIndex, bytes[place] & 0xC0 == 0x80 { place = bytes.index(after: place) }
    return String(text[place...])
  }
}
