internal import GonogoCore

/// The labels that open an expectation or say what a failure means.
enum ExpectationLabel {
  /// What a label announces.
  enum Meaning {
    /// What follows must hold; a block after it shows what must come out.
    case expectation
    /// What follows must hold; a block after it is what to run.
    case check
    /// A block after it is what comes out, whatever its tag says.
    case output
    /// A block after it is what comes out when a command stands before.
    case result
    /// What follows must hold when it states a limit.
    case limit
    /// What follows shows that something was done; it counts where it says what came out.
    case proof
    /// What follows says what to do when the section fails.
    case onFailure

    /// True when sentences and lists after it must hold.
    var announcesExpectations: Bool {
      self == .expectation || self == .check || self == .output
    }
  }

  /// Labels are short; anything longer is a sentence.
  private static let mostBytes = 120

  /// Reads a label without marks; nil when it is none of them.
  ///
  /// What stands in parentheses only narrows it, and of `预期结果 | Expected` either half will do.
  static func meaning(of label: String) -> Meaning? {
    guard label.utf8.count <= mostBytes, !isQuoted(label) else { return nil }
    if let meaning = plainMeaning(of: label) { return meaning }
    for part in label.unicodeScalars.split(whereSeparator: isDivider).map(Substring.init) {
      guard part.utf8.count < label.utf8.count, let meaning = plainMeaning(of: part),
        meaning.announcesExpectations || meaning == .limit
      else { continue }
      return meaning
    }
    if namesOutput(label) { return .output }
    return saysWhen(label) ? .expectation : nil
  }

  /// "Expected restore output", "Expected curl response".
  private static func namesOutput(_ label: String) -> Bool {
    let words = ProseWords.words(in: label)
    guard words.count == 3 || words.count == 4, words[0] == "expected", let last = words.last else {
      return false
    }
    return ["output", "response", "reply", "logs"].contains(last)
      && !words.contains { times.contains($0) || isWhen($0) }
      && !ProseWords.standard.has(.baseline, among: words)
  }

  /// True for a label that says for what case, place or time it holds: "Expected (staging)", "Expected
  /// before the upgrade", or that what it labels must not be: "❌ Expected". Whether that is the one at
  /// hand, nobody but a person knows.
  static func isQualified(_ label: String) -> Bool {
    if label.unicodeScalars.contains(where: AdverseMark.contains) { return true }
    guard plainMeaning(of: label) == nil else { return false }
    if saysWhen(label) { return true }
    let parts = label.unicodeScalars.split(whereSeparator: isDivider).map(Substring.init)
    return label.unicodeScalars.contains { "(（".unicodeScalars.contains($0) }
      && parts.contains { part in
        part.contains(where: \.isLetter) && plainMeaning(of: part) == nil
          && !AsideWords.areHarmless(part)
      }
  }

  /// True for such a label that speaks of another time or place, or is marked as what must not be. A
  /// heading may say more in parentheses: "Success criteria (first phase)".
  static func speaksOfAnother(_ label: String) -> Bool {
    guard meaning(of: label) != nil, isQualified(label) else { return false }
    return saysWhen(label) || ProseWords.standard.has(.baseline, in: label)
      || label.unicodeScalars.contains(where: AdverseMark.contains)
  }

  /// "Not expected", "Unexpected output": what follows must not come out.
  static func isUnwanted(_ label: String) -> Bool {
    guard label.utf8.count <= 60, !isQuoted(label) else { return false }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: label)
    guard let first = words.first, words.count <= 5 else { return false }
    if prose.length(of: .neverSeen, opening: words) == words.count { return true }
    let rest = words.dropFirst().joined(separator: " ")
    if unexpected.contains(first) {
      return rest.isEmpty || prose.isPhrase(rest, .result) || prose.isPhrase(rest, .ownOutput)
    }
    return words.count > 1 && prose.isPhrase(first, .denial)
      && (prose.isPhrase(rest, .expected) || prose.isPhrase(rest, .output) || rest == "allowed")
  }

  private static let unexpected = WordList.words("ExpectationLabel.unexpected")

  /// "Expect during the run", "Expected output before the fix", "Erwartet nach dem Neustart": the
  /// label, and when or where it must hold.
  private static func saysWhen(_ label: String) -> Bool {
    guard label.utf8.count <= 80, label.contains(" "), label.last?.isNumber != true else {
      return false
    }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: label)
    if namesAnother(words) { return true }
    guard (3...10).contains(words.count),
      let place = words.prefix(4).firstIndex(where: { isWhen($0) }),
      (1...3).contains(place), place + 1 < words.count
    else { return false }
    let found = prose.kinds(ofPhrase: words[..<place].joined(separator: " "))
    guard found.contains(.expected) || found.contains(.output) else { return false }
    if times.contains(words[place]) { return true }
    let rest = Array(words[place...])
    if weakPlaces.contains(words[place]) { return prose.has(.baseline, among: rest) }
    // "Expected in the output" is about the block above.
    return !prose.has(.ownOutput, among: rest)
  }

  /// Words that say when something holds.
  static let times = WordList.words("ExpectationLabel.times")

  /// "Old expected output", "Expected [staging]", "Expected staging value".
  private static func namesAnother(_ words: [String]) -> Bool {
    guard (2...6).contains(words.count) else { return false }
    let prose = ProseWords.standard
    let rest = words.filter { !prose.isPhrase($0, .baseline) && $0 != "the" && $0 != "version" }
    guard rest.count < words.count, words.contains(where: { prose.isPhrase($0, .baseline) }) else {
      return false
    }
    let found = prose.kinds(ofPhrase: rest.joined(separator: " "))
    return found.contains(.expected) || found.contains(.output)
  }

  private static func isWhen(_ word: String) -> Bool {
    times.contains(word) || places.contains(word) || weakPlaces.contains(word)
  }

  private static let places: Set<String> = [
    "in", "on", "at", "under", "en", "im", "auf", "bei", "sur", "dans", "na", "em",
  ]
  /// Words that may as well say which command is meant.
  private static let weakPlaces = WordList.words("ExpectationLabel.weakPlaces")

  /// True for words that are quoted: a sentence about a label is no label.
  static func isQuoted(_ label: some StringProtocol) -> Bool {
    switch label.unicodeScalars.first(where: { !$0.properties.isWhitespace }) {
    case "“", "”", "\"", "„", "«", "「", "『": true
    default: false
    }
  }

  private static let kinds: [(ProseWords.Kind, Meaning)] = [
    (.expected, .expectation), (.check, .check), (.output, .output), (.failure, .onFailure),
    (.result, .result), (.limit, .limit), (.proof, .proof),
  ]

  private static func plainMeaning(of label: some StringProtocol) -> Meaning? {
    let found = ProseWords.standard.kinds(ofPhrase: label)
    return kinds.first { found.contains($0.0) }?.1
  }

  private static func isDivider(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "|", "/", "（", "）", "(", ")": true
    default: false
    }
  }

  /// True for a label of any kind that begins a line of its own: "Actual", "Note".
  static func isOther(_ label: String) -> Bool {
    label.utf8.count <= mostBytes && ProseWords.standard.isPhrase(label, .other)
  }

  /// True when the text tells the reader not to go on.
  static func saysStop(_ text: String) -> Bool {
    let normal = text.lowercased().replacingAll("’", with: "'")
    return stops.contains { normal.holds($0) }
  }

  private static let stops: [String] = [
    "don't proceed", "do not proceed", "don't continue", "do not continue", "do not go on",
    "don't go on", "stop here", "stop the", "stop and", "stop.", "abort", "halt",
    "go no further", "no further",
  ]
}
