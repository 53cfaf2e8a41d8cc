internal import GonogoCore

/// Headings and lead-ins that name what must not be: alerts, reasons to roll back, warning signs.
enum TriggerText {
  /// How sure it is that what stands below is something that must not be.
  enum Kind {
    /// Every entry is a reason to act: "Rollback triggers", "Roll back if any:".
    case reasons
    /// Entries that state a limit are: "Alerts", "Warning signs". Others say what to do.
    case alerts
  }

  /// Reads a heading or lead-in without marks.
  static func kind(of text: String) -> Kind? {
    guard text.utf8.count <= 160 else { return nil }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    // "Pass/Fail criteria" holds both.
    if words.starts(with: ["pass", "fail"]) || words.starts(with: ["success", "failure"]) {
      return nil
    }
    let isOrder = opensReasons(text, words) || opensStop(text)
    let kind: Kind? =
      isOrder || prose.has(.reasons, among: words) || namesTriggers(text, words)
        || opensFailure(text, words) || headsRollback(text)
      ? .reasons : prose.has(.alerts, among: words) && !setsOff(words) ? .alerts : nil
    // "The test fails if:" opens a list, whatever else it speaks of.
    let isOpen = isOrder || kind == .reasons && words.last.map { ifs.contains($0) } == true
    guard kind != nil, isOpen || !prose.has(.configured, among: words), !saysIfNeeded(words) else {
      return nil
    }
    return kind
  }

  /// "Escalate to the on-call engineer at once if:", "Start the rollback if any of these occurs:": an
  /// order to act and, at the end, "if" and what only points at the list.
  private static func opensReasons(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 14, let first = words.first, text.hasSuffix(":") || text.hasSuffix("："),
      acting.contains(first) || starting.contains(first) && goesBack(text),
      let place = words.lastIndex(where: { ifs.contains($0) })
    else { return false }
    return words[(place + 1)...].allSatisfy { pointing.contains($0) }
  }

  /// "If any of the following occurs, stop the test:": the case first, then what is done.
  static func opensStop(_ text: String) -> Bool {
    guard text.hasSuffix(":") || text.hasSuffix("：") else { return false }
    let words = ProseWords.words(in: text)
    guard words.count <= 20, let first = words.first,
      ifs.contains(first), let comma = text.firstIndex(where: { ",，、".contains($0) })
    else { return false }
    let clause = ProseWords.words(in: text[..<comma]).dropFirst()
    let order = ProseWords.words(in: text[comma...])
    return !clause.isEmpty && clause.allSatisfy { pointing.contains($0) }
      && (order.prefix(2).contains { acting.contains($0) } || goesBack(String(text[comma...])))
  }

  /// "Execute if any of these occur:": an order, and only that the cases follow; what is ordered stands
  /// above.
  static func pointsAtCases(_ text: String) -> Bool {
    let words = ProseWords.words(in: text)
    guard (3...10).contains(words.count), let first = words.first, starting.contains(first),
      let place = words.lastIndex(where: { ifs.contains($0) }), (1...2).contains(place)
    else { return false }
    return words[(place + 1)...].allSatisfy { pointing.contains($0) }
  }

  /// "Trigger: any of the following conditions": a label for what makes one act, and only that the cases
  /// follow.
  static func labelsCases(_ text: String) -> Bool {
    guard text.utf8.count <= 100, let colon = text.firstColon else { return false }
    let label = ProseWords.words(in: text[..<colon])
    let rest = ProseWords.words(in: text[colon...])
    return (1...2).contains(label.count) && label.allSatisfy { caseLabels.contains($0) }
      && (2...8).contains(rest.count) && rest.allSatisfy { pointing.contains($0) }
  }

  private static let caseLabels = WordList.words("TriggerText.caseLabels")

  /// "❌ Something is wrong if", "Broken if", "❌ Failures:".
  static func opensFailure(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 8, let last = words.last else { return false }
    let prose = ProseWords.standard
    let isMarked = text.unicodeScalars.contains(where: AdverseMark.contains)
    if isMarked, ifs.contains(last) { return true }
    if last == "if" {
      let before = Array(words.dropLast().suffix(1))
      return prose.has(.failing, among: before) || prose.has(.amiss, among: before)
    }
    return isMarked && words.count <= 3 && failures.contains(last)
  }

  private static let failures = WordList.words("TriggerText.failures")

  /// "Critical (rollback)": how bad it is, and what is done then.
  static func headsRollback(_ text: String) -> Bool {
    guard text.utf8.count <= 80, text.last.map({ ")）".contains($0) }) == true,
      let open = text.firstIndex(where: { "(（".contains($0) })
    else { return false }
    let before = text[..<open].drop { !$0.isLetter }
    return
      (ProseWords.standard.isPhrase(before, .worst) || ProseWords.standard.isPhrase(before, .tier))
      && goesBack(String(text[open...]))
  }

  /// "These conditions trigger an automatic rollback:".
  private static func namesTriggers(_ text: String, _ words: [String]) -> Bool {
    words.count <= 12 && text.hasSuffix(":") && goesBack(text)
      && words.dropFirst().contains { $0 == "trigger" || $0 == "triggers" }
  }

  /// "Trigger the switchover:" tells somebody to start it.
  private static func setsOff(_ words: [String]) -> Bool {
    words.count > 1 && words[0] == "trigger"
      && ["the", "a", "an", "your", "it", "this"].contains(words[1])
  }

  private static let ifs: Set<String> = [
    "if", "when", "si", "cuando", "wenn", "falls", "se", "quando", "quand",
  ]
  private static let starting: Set<String> = [
    "trigger", "execute", "initiate", "perform", "start", "begin", "invoke", "consider", "roll",
    "ejecutar", "iniciar", "starte", "executar", "lancer",
  ]
  /// Words behind "if" that say no more than that the list follows.
  private static let pointing: Set<String> = [
    "any", "one", "more", "or", "of", "the", "these", "following", "conditions", "condition", "is",
    "are", "true", "met", "occur", "occurs", "occurred", "happen", "happens", "apply", "applies",
    "hold", "holds", "observed", "detected", "alguna", "de", "las", "siguientes", "condiciones",
    "se",
    "cumple", "ocurre", "eine", "der", "folgenden", "bedingungen", "zutrifft", "eintritt",
  ]

  private static let acting = WordList.words("TriggerText.acting")

  /// True when the reasons are those to roll back, which forbid a GO; not warning signs.
  static func goesBack(_ text: String) -> Bool {
    let words = ProseWords.words(in: text)
    return words.contains { $0.hasPrefix("rollback") || goingBack.contains($0) }
      || zip(words, words.dropFirst()).contains { $0 == "roll" && $1 == "back" }
      || ["回滚", "回滾", "回退", "ロールバック", "切り戻し", "롤백"].contains { text.holds($0) }
  }

  private static let goingBack = WordList.words("TriggerText.goingBack")

  /// "Rollback (if needed)" names no reason.
  private static func saysIfNeeded(_ words: [String]) -> Bool {
    words.contains { wordsOfNeed.contains($0) }
  }

  private static let wordsOfNeed = WordList.words("TriggerText.wordsOfNeed")

  /// True for the heading of a list of limits: "SLOs", "Performance targets".
  static func isLimits(_ heading: String) -> Bool {
    heading.utf8.count <= 120 && ProseWords.standard.has(.limits, in: heading)
  }

  /// "Errors > 5": more than so many of what must not be, which no heading makes a demand.
  static func exceedsIll(_ text: String) -> Bool {
    text.utf8.contains(0x3E) && ProseWords.standard.has(.ills, in: text)
  }

  /// True when a text mentions alerts, so that a limit in it may be a reason to act.
  static func speaksOfAlerts(_ text: String) -> Bool {
    let words = ProseWords.words(in: text.prefix(400))
    return words.contains { word in
      ["alert", "alarm", "alerta", "warn", "rollback", "abort"].contains { word.hasPrefix($0) }
        || ["告警", "警报", "警報", "アラート", "알림"].contains { word.holds($0) }
    }
  }

  /// "Rollback time: < 10 min": how a rollback went, which is no reason for one.
  static func isMeasure(_ text: String) -> Bool {
    guard let colon = text.firstColon else { return false }
    let words = ProseWords.words(in: text[..<colon])
    return words.count <= 5 && words.contains { $0.hasPrefix("rollback") }
      && !words.contains { word in
        ["alert", "alarm", "warn", "abort", "trigger", "if", "when", "si", "wenn", "falls"].contains
        {
          word.hasPrefix($0)
        }
      }
  }

  /// "Check the logs", "Review the metrics": an entry that says what to do, not what must not be.
  static func isDeed(_ text: String) -> Bool {
    let words = ProseWords.words(in: text.prefix(40))
    guard let first = words.first else { return false }
    // "Investigate if the rate drops" says when, not only what to do.
    if words.count > 1, ["if", "when", "si", "wenn", "falls"].contains(words[1]) { return false }
    return deeds.contains(first)
  }

  private static let deeds = WordList.words("TriggerText.deeds")

  /// True when an entry says itself when to act: "Investigate if the rate drops below 90%".
  static func isSentence(_ text: String) -> Bool {
    if ExpectationLabel.isQuoted(text) { return false }
    if let colon = text.firstColon,
      opens(String(text[..<colon]))
    {
      return Checkable.statesLimit(text) || text[..<colon].contains(" ")
    }
    let words = ProseWords.words(in: text).prefix(3)
    return words.contains { ["if", "si", "wenn", "when"].contains($0) }
      && ProseWords.standard.opens(text, with: .act) && Checkable.statesLimit(text)
  }

  private static let branchEnds = SignSet(",:，：→")

  /// "If > 5 ms, look into it": a value that makes somebody act, and what is to be done then.
  static func isBranch(_ text: String) -> Bool {
    guard let end = text.firstSign(of: branchEnds) else { return false }
    let head = text[..<end]
    guard head.utf8.count <= 80, let first = ProseWords.words(in: head.prefix(24)).first,
      ["if", "wenn", "falls", "si", "se", "como"].contains(first) || head.hasPrefix("如果")
    else { return false }
    return Checkable.statesLimit(String(head)) && text[end...].utf8.count > 4
  }

  /// "If errors > 5, stop and roll back.": such a branch that ends the work.
  static func stops(_ text: String) -> Bool {
    guard text.utf8.count <= 200, isBranch(text), let end = text.firstSign(of: branchEnds) else {
      return false
    }
    let order = ProseWords.words(in: text[end...]).prefix(4)
    return order.contains { acting.contains($0) } || goesBack(String(text[end...]))
  }

  /// True when a label such as "ABORT if" opens a sentence that says when to act.
  static func opens(_ label: String) -> Bool {
    label.utf8.count <= 80 && ProseWords.standard.isPhrase(label, .act)
  }
}
