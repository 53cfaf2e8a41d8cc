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
    return saysWhen(label) ? .expectation : nil
  }

  /// True for a label that says for what case, place or time it holds: "Expected (staging)", "Expected
  /// before the upgrade". Whether that is the one at hand, nobody but a person knows.
  static func isQualified(_ label: String) -> Bool {
    guard plainMeaning(of: label) == nil else { return false }
    if saysWhen(label) { return true }
    let parts = label.unicodeScalars.split(whereSeparator: isDivider).map(Substring.init)
    return label.unicodeScalars.contains { "(（".unicodeScalars.contains($0) }
      && parts.contains { part in
        part.contains(where: \.isLetter) && plainMeaning(of: part) == nil
      }
  }

  /// "Expect during the run", "Erwartet nach dem Neustart": the label, and when it must hold.
  private static func saysWhen(_ label: String) -> Bool {
    guard label.utf8.count <= 60, label.contains(" ") else { return false }
    let words = ProseWords.words(in: label)
    return (3...7).contains(words.count) && times.contains(words[1])
      && ProseWords.standard.isPhrase(words[0], .expected) && !label.contains(where: \.isNumber)
  }

  private static let times: Set<String> = [
    "during", "after", "before", "while", "when", "once", "durante", "tras", "después", "antes",
    "während", "nach", "vor", "pendant", "après", "avant", "depois", "após",
  ]

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
