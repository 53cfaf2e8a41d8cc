internal import GonogoCore

/// Lead-ins that are meant for some of the readers, or for some state of things, only.
extension ConditionalText {
  /// True when the sentences right before a block make it a block for some readers or some case:
  /// "If you prefer npm, run:", "Without the plugin, you'll have to load it yourself."
  static func isForSome(_ sentences: [String]) -> Bool {
    guard let last = sentences.last else { return false }
    // "If you don't want that, leave out the last option." is a remark on what was said before.
    let isRemark =
      sentences.count > 1 && last.utf8.last != UInt8(ascii: ":") && !last.hasSuffix("：")
    if opensForSome(last), !isRemark || isThisCase(last) { return true }
    if isForOneKind(last) || !isRemark && isUsableForSome(last) { return true }
    if mends(last) || sentences.contains(where: letsSkip) { return true }
    if !isRemark, isPerhapsNeeded(last) { return true }
    // A condition in front holds for all that follows it, unless that is for everybody again.
    guard let first = sentences.first, sentences.count <= 4,
      !ProseWords.standard.opens(last, with: .onwards), last.utf8.count <= mostBytes
    else { return false }
    return opensForSome(first) || opensFailure(first) || asksOfCase(first)
      || isPerhapsNeeded(first)
  }

  /// "If you are not using the proxy, you can skip this."
  private static func letsSkip(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let prose = ProseWords.standard
    let opening = ProseWords.words(in: text.prefix(24))
    guard prose.opens(opening, with: .if) || prose.opens(opening, with: .some) else { return false }
    let words = ProseWords.words(in: text)
    return prose.has(.skipped, among: words)
      && (opensForSome(text) || prose.opens(words, with: .if))
  }

  /// "For Debian only:", "Only for new accounts:", "Nur für Windows".
  private static func isForOneKind(_ text: String) -> Bool {
    guard text.utf8.count <= 160 else { return false }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: clause(of: text))
    guard words.count >= 3, let only = prose.firstWord(of: .only, in: words), only <= 6 else {
      return false
    }
    if only == 0 { return fors.contains(words[1]) }
    return fors.contains(words[0]) && !["reference", "information", "testing"].contains(words[1])
  }

  private static let fors = WordList.words("Readers.fors")

  /// "The commands below can be used if you prefer a terminal:"
  private static func isUsableForSome(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    guard let usable = prose.firstWord(of: .usable, in: words),
      let some = words.indices.dropFirst(usable + 1).first(where: {
        prose.opens(Array(words[$0...].prefix(4)), with: .some)
      })
    else { return false }
    let deed = words[some...].drop { $0 != "you" }.dropFirst()
    return !deed.prefix(1).contains { acts.contains($0) }
      && !words[some...].contains { done.contains($0) }
  }

  /// "You might also need to clear the cache:"
  private static func isPerhapsNeeded(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let words = ProseWords.words(in: text.prefix(40))
    return ProseWords.standard.firstWord(of: .perhaps, in: words).map { $0 <= 2 } ?? false
  }

  /// "Still failing?", "Prefer containers?", "No account yet?": a question that names who is meant.
  /// "Are there any errors?" asks.
  static func asksOfCase(_ text: String) -> Bool {
    guard text.utf8.count <= 160, let last = text.last, last == "?" || last == "？" else {
      return false
    }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    guard words.count <= 16, !prose.opens(words, with: .asking) else { return false }
    if prose.has(.failing, among: words) || prose.has(.ailing, among: words) { return true }
    return prose.firstWord(of: .wanting, in: words).map { $0 <= 1 } == true
      || words.prefix(3).contains { ["don", "can", "haven", "isn", "doesn"].contains($0) }
  }

  /// True for "Alternatively, use the console:".
  static func isAlternative(_ text: String) -> Bool {
    let first = ProseWords.words(in: text.prefix(40)).first
    return ["alternatively", "alternativamente", "alternativ", "alternativement"].contains(first)
  }

  /// "If it still answers, you can …", "If it is down and you have access, …": what is offered to who
  /// is in that case.
  private static func offersChoice(_ text: String, _ clause: [String]) -> Bool {
    guard clause.first == "if", text.utf8.last == UInt8(ascii: ":") else { return false }
    if clause.contains("you") { return true }
    let rest = ProseWords.words(in: text[self.clause(of: text).endIndex...]).prefix(2)
    return rest.first == "you" && ["can", "could", "may", "might"].contains(rest.last)
  }

  /// The text up to its first comma, semicolon or colon.
  private static func clause(of text: String) -> Substring {
    let end = text.unicodeScalars.firstIndex { scalar in
      switch scalar.value {
      case 0x2C, 0x3A, 0x3B, 0xFF0C, 0x3001, 0xFF1A: true
      default: false
      }
    }
    return text[..<(end ?? text.endIndex)]
  }

  /// "In this case you should …"
  private static func isThisCase(_ text: String) -> Bool {
    ["in", "en", "dans", "dem", "neste", "nesse", "在"].contains(
      ProseWords.words(in: text.prefix(40)).first)
  }

  private static func opensForSome(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let prose = ProseWords.standard
    // "For example, if you installed it by hand:"
    let text = withoutExample(text)
    let clause = ProseWords.words(in: clause(of: text))
    if clause.first == "without" {
      return text.contains(",") && text.holds(" you")
    }
    guard prose.opens(clause, with: .some) || offersChoice(text, clause) else {
      return false
    }
    // "If you want to check the version" and "if you followed the steps above" are for everybody.
    let isUnsure = prose.has(.deny, among: Array(clause.prefix(4)))
    if !isUnsure, prose.has(.whether, among: Array(clause.prefix(6))) { return false }
    return !triesOut(clause) && !clause.contains { done.contains($0) }
  }

  /// "If you run it", "If you now run it": what everybody does.
  static func triesOut(_ clause: [String]) -> Bool {
    let deed = clause.drop { $0 != "you" }.dropFirst().drop { $0 == "now" || $0 == "then" }
    return deed.first.map(acts.contains) ?? false
  }

  private static func withoutExample(_ text: String) -> String {
    guard let first = text.utf8.first, [0x46, 0x4E, 0x50, 0x54, 0x5A].contains(first & 0xDF) else {
      return text
    }
    for opening in [
      "For example, ", "For instance, ", "Note that ", "Note: ", "Note, ", "NOTE: ", "Nota: ",
      "Tip: ", "Tenga en cuenta que ", "Notez que ", "Por ejemplo, ", "Par exemple, ",
      "Por exemplo, ",
      "Zum Beispiel, ",
    ]
    where text.hasPrefix(opening) {
      return String(text.dropFirst(opening.utf8.count))
    }
    return text
  }

  private static let acts: Set<String> = ["run", "execute", "type", "enter", "look"]

  private static let done: Set<String> = [
    "followed", "completed", "done", "finished", "seguiste", "completado",
    "befolgt",
  ]

  /// "If any of them is not showing as running, look why."
  private static func opensFailure(_ text: String) -> Bool {
    let clause = clause(of: text)
    guard clause.utf8.count <= mostBytes else { return false }
    let words = ProseWords.words(in: clause)
    return ProseWords.standard.opens(Array(words.prefix(2)), with: .if)
      && isFailure(clause: clause)
  }

  /// "To restart a failing worker, delete it:"
  private static func mends(_ text: String) -> Bool {
    let words = ProseWords.words(in: clause(of: text))
    guard let first = words.first, ["to", "para", "um", "pour"].contains(first) else {
      return false
    }
    let prose = ProseWords.standard
    guard let ailing = prose.firstWord(of: .ailing, in: words), ailing >= 2 else { return false }
    return !prose.has(.whether, among: Array(words[..<ailing]))
      && !["find", "list", "show", "count", "get"].contains(words[1])
  }

  /// True for "How to check the backups" under a heading that only says "Troubleshooting": it names
  /// no failure and tells everybody how something is done.
  static func isInstruction(_ heading: String, within outer: String) -> Bool {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: heading)
    let isHowTo =
      words.starts(with: ["how", "to"]) || words.starts(with: ["how", "do"])
      || words.starts(with: ["cómo"])
      || prose.opens(words, with: .looking) && !prose.has(.deny, among: words)
    guard isHowTo, !prose.has(.case, among: words), !prose.has(.failing, among: words),
      !prose.has(.fails, among: words), !prose.has(.ailing, among: words)
    else { return false }
    let above = ProseWords.words(in: outer)
    return above.count <= 3 && prose.has(.troubles, among: above)
  }

  /// True for a heading that ends in a fault: "Replication errors", and not "Look for errors" or "No
  /// errors".
  static func endsInFault(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard words.count > 1, let last = words.last, prose.has(.failing, among: [last]) else {
      return false
    }
    // "Stale issues" are entries of a tracker.
    if ["issue", "issues"].contains(last),
      prose.has(.tracked, among: words)
    {
      return false
    }
    return !prose.has(.deny, among: words) && !prose.has(.whether, among: words)
      && !words.contains {
        [
          "zero", "for", "of", "without", "monitor", "monitoring", "review", "reviewing",
          "tracking",
        ].contains($0)
      }
  }

  /// True for a heading that names an answer which is an error: "The API returns 500".
  static func namesErrorStatus(_ text: String) -> Bool {
    let words = WordSplit.lettersAndDigits(in: Substring(text))
    return words.indices.contains { index in
      let word = words[index].utf8
      guard word.count == 3, word.first == 0x34 || word.first == 0x35,
        word.allSatisfy({ (0x30...0x39).contains($0) })
      else { return false }
      return words[..<index].suffix(4).contains { answers.contains($0) }
    }
  }

  private static let answers: Set<String> = [
    "return", "returns", "returning", "respond", "responds", "http", "error", "errors", "devuelve",
    "responde", "liefert", "renvoie", "retorna",
  ]
}
