internal import GonogoCore

/// What a line of a checklist in a fence says must come out: `→ PONG ✅` below a command.
struct FenceOutcome: Equatable {
  /// What it says, without the arrow and the tick behind it.
  let text: String
  /// The text itself, where it is what a program prints.
  private(set) var literal: String?

  /// Reads a line that stands below `entry`; nil when it states nothing.
  init?(_ line: Substring, under entry: String) {
    let plain = ChecklistBuilder.trimmed(Self.withoutBullet(line))
    guard let behind = OutcomeSentence.afterArrow(plain), behind.utf8.count <= 200 else {
      return nil
    }
    let text = Self.explained(Self.withoutTick(behind))
    let isTicked = text.utf8.count < behind.utf8.count
    guard !text.isEmpty, !Checkable.isPlaceholder(text), !Self.tells(text) else { return nil }
    self.text = text
    literal = Self.literal(text, under: entry)
    guard literal != nil || isTicked || Self.states(text) else { return nil }
  }

  private init(text: String) { self.text = text }

  // MARK: Lines

  /// What stands behind an open or ticked box at the start of a line, or nil.
  static func entry(_ line: Substring) -> String? {
    let text = withoutBullet(line)
    for box in ["[ ]", "[x]", "[X]", "☐", "□"] where text.hasPrefix(box) {
      let rest = text.dropFirst(box.count)
      guard rest.first.map({ $0 == " " || $0 == "\t" }) ?? false else { return nil }
      return String(ChecklistBuilder.trimmed(rest))
    }
    return nil
  }

  /// True for a line that an arrow opens.
  static func isArrow(_ line: Substring) -> Bool {
    OutcomeSentence.afterArrow(ChecklistBuilder.trimmed(withoutBullet(line))) != nil
  }

  /// What an entry states that is no command: "P95 latency < 500 ms".
  static func stated(inEntry text: String) -> FenceOutcome? {
    let plain = withoutTick(text)
    guard !isCommand(plain), states(plain), !Checkable.isInstruction(afterProbe(plain)) else {
      return nil
    }
    return FenceOutcome(text: plain)
  }

  /// True for a line that a bullet opens.
  static func isBullet(_ line: Substring) -> Bool {
    withoutBullet(line).utf8.count < ChecklistBuilder.trimmed(line).utf8.count
  }

  /// A line without the bullet before it.
  static func withoutBullet(_ line: Substring) -> Substring {
    let text = ChecklistBuilder.trimmed(line)
    guard let first = text.utf8.first, first == 0x2D || first == 0x2A,
      text.utf8.dropFirst().first == 0x20
    else { return text }
    return ChecklistBuilder.trimmed(text.dropFirst())
  }

  private static let ticks: Set<Character> = ["✅", "✓", "✔", "☑", "✔️", "☑️"]

  /// The text without the tick that closes it.
  static func withoutTick(_ text: String) -> String {
    guard let last = text.last, ticks.contains(last) else { return text }
    return String(ChecklistBuilder.trimmed(text.dropLast()))
  }

  /// What parentheses say of an answer with nothing in it: `[] (no active alerts)`.
  private static func explained(_ text: String) -> String {
    guard text.hasPrefix("[] (") || text.hasPrefix("{} ("), text.last == ")" else { return text }
    return String(text.dropFirst(4).dropLast())
  }

  // MARK: Statements

  /// True for a limit, "no errors", "all tests pass" and their like.
  private static func states(_ text: String) -> Bool {
    if Checkable.statesLimit(text) || Checkable.isLabelledCount(text)
      || Checkable.isLabelledLimit(text) || Checkable.isResult(text)
      || WideStatement.deniesIlls(text) || WideStatement.saysAllWell(text)
    {
      return true
    }
    let words = ProseWords.words(in: text)
    let prose = ProseWords.standard
    let stated = afterProbe(text)
    if let first = stated.first, first.isNumber, words.count >= 1, words.count <= 6 {
      return prose.has(.ills, among: words) || stated.hasPrefix("0")
    }
    let body = ProseWords.words(in: stated)
    guard let opening = body.first, body.count <= 12 else { return false }
    if prose.isPhrase(opening, .none) || prose.isPhrase(opening, .all) { return true }
    return prose.has(.none, among: body) && prose.has(.ills, among: body)
      || prose.has(.worked, among: Array(body.suffix(2)))
  }

  /// The text behind "Verify" and its like.
  private static func afterProbe(_ text: String) -> String {
    let words = ProseWords.words(in: text.prefix(40))
    guard words.count > 1, ProseWords.standard.firstWord(of: .probe, in: words) == 0,
      let blank = text.firstIndex(of: " ")
    else { return text }
    return String(ChecklistBuilder.trimmed(text[blank...]))
  }

  /// True for what tells somebody to do something, for a branch, and for what is to be written.
  private static func tells(_ text: String) -> Bool {
    let words = ProseWords.words(in: text.prefix(60))
    guard let first = words.first else { return false }
    if words.count > 1, ProseWords.standard.firstWord(of: .if, in: words) == 0 { return true }
    // "Some of the requests are refused" leaves open how many.
    if some.contains(first) { return true }
    return words.count > 1 && (TriggerText.isDeed(text) || Checkable.isInstruction(text))
      && !ProseWords.standard.isPhrase(first, .none)
  }

  private static let some = WordList.words("FenceOutcome.some")

  /// True for what is typed at a prompt: it begins with a small letter or a path.
  private static func isCommand(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.isASCII else { return false }
    if "./~$".unicodeScalars.contains(first) { return true }
    guard first.properties.isLowercase else { return false }
    return ProseWords.standard.firstWord(of: .probe, in: ProseWords.words(in: text.prefix(40))) != 0
  }

  // MARK: Texts

  /// The text when it is what a program prints, and no words about it.
  private static func literal(_ text: String, under entry: String) -> String? {
    var plain = ChecklistBuilder.trimmed(text)
    // "INFO starting up..." goes on in some way.
    while let last = plain.last, last == "." || last == "…" { plain = plain.dropLast() }
    if let sign = plain.unicodeScalars.first, sign.properties.isEmojiPresentation {
      let rest = ChecklistBuilder.trimmed(plain.drop { !$0.isLetter && !$0.isNumber })
      return rest.contains(where: \.isLetter) ? String(rest) : nil
    }
    guard plain.utf8.count >= 2, !plain.contains("`"), !plain.contains("<"),
      plain.first?.isLetter == true, !offersOne(plain)
    else { return nil }
    if plain.utf8.count >= 4, entry.holds(String(plain)) { return String(plain) }
    let words = plain.split(separator: " ")
    guard let first = words.first else { return nil }
    let isLog =
      ["INFO", "DEBUG", "WARN", "WARNING", "NOTICE"].contains(first) && words.count >= 3
    let isHeader =
      words.count >= 2 && first.hasSuffix(":") && first.dropLast().contains("-")
      && first.dropLast().allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
      || first == "Location:"
    if isLog || isHeader || isCode(first) && words.count <= 3
      || ProseWords.standard.opens(plain, with: .printed)
    {
      return String(plain)
    }
    return nil
  }

  /// "Already up to date or fast-forward": one of two.
  private static func offersOne(_ text: Substring) -> Bool {
    [" or ", " o ", " oder ", " ou "].contains { text.holds($0) }
  }

  /// `PONG`, `CONNECTION_ACK`: capitals alone, and no state that any program has.
  private static func isCode(_ word: Substring) -> Bool {
    word.utf8.count >= 4 && word.allSatisfy { $0 == "_" || $0.isASCII && $0.isUppercase }
      && !ProseWords.standard.isPhrase(word, .none)
      && (word.contains("_") || word == "PONG" || word == "QUEUED" || word == "TRUE")
  }
}
