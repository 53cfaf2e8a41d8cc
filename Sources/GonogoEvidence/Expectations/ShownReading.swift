import GonogoCore

/// A second reading of a sentence, only to be shown to people: what it states as far as that can be
/// told, where it cannot be read surely enough to be compared with anything.
///
/// Nothing is ever decided by it. A person is asked, and sees beside the question what the sentence
/// seems to demand; so it may leave out where, when and for what something must hold, but never
/// what would turn it around.
struct ShownReading {
  let reader: ExpectationReader
  /// The part that states something: behind labels, before what only explains.
  let body: Range<Int>

  var sentence: Sentence { reader.sentence }
  var tokens: [SentenceToken] { reader.sentence.tokens }

  init(_ reader: ExpectationReader) {
    self.reader = reader
    body = Self.body(of: reader)
  }

  /// What the sentence states, or nil.
  var assertion: Assertion? {
    guard !body.isEmpty, !isInstruction else { return nil }
    if let limit { return limit }
    if let coded { return coded }
    guard !reader.isTrigger else { return broken }
    if let members { return members }
    guard !hasPlaceholder(body) else { return nil }
    return span ?? statuses ?? zero ?? all ?? state ?? only ?? word
  }

  /// The sample that the sentence shows; nil where it says that the output is not like that.
  func assertion(_ sample: Claim.Sample) -> Assertion? {
    let denies = reader.rest.contains { index in
      sentence.phrase(.negation, at: index) != nil && !isNone(index)
    }
    return denies || SampleText.isRough(sample.text) ? nil : .sample(sample)
  }

  // MARK: The body

  private static let turns: [PhraseBook.Kind] = [.or, .condition, .negation]

  /// "`depth > 0` (and the alert is firing)" says two things.
  private static let ands: Set<String> = ["and", "y", "und", "et", "sowie"]

  private static func body(of reader: ExpectationReader) -> Range<Int> {
    let tokens = reader.tokens
    var start = reader.start
    for _ in 0..<2 { start = skipLabel(reader, start) }
    guard start < tokens.count else { return 0..<0 }
    var end = start + 1
    while end < tokens.count, !ends(reader, end) { end += 1 }
    // "No issues (or known ones)": what stands in parentheses says something else.
    if end + 1 < tokens.count, tokens[end].isSymbol("("),
      ands.contains(tokens[end + 1].key)
        || turns.contains(where: { reader.sentence.phrase($0, at: end + 1) != nil }),
      !deniesFault(reader, end + 1)
    {
      return 0..<0
    }
    // "Within bounds? (< 8%)": the answer stands in parentheses.
    if end + 2 < tokens.count, ["?", "？"].contains(tokens[end].key), tokens[end + 1].isSymbol("("),
      tokens[tokens.count - 1].isSymbol(")"), reader.depths[tokens.count - 1] == 1,
      !tokens[(end + 2)..<tokens.count - 1].contains(where: { $0.isSymbol("(") })
    {
      return start..<end
    }
    let isWhole = tokens[end...].first.map { !$0.isSeparator } ?? true
    // A second sentence may take back what the first one says.
    if !isWhole, tokens[end...].contains(where: { !$0.isSeparator && !$0.isSymbol(")") }) {
      return 0..<0
    }
    return start..<end
  }

  /// "(no pending changes)": what there is none of says the same as the words before it.
  private static func deniesFault(_ reader: ExpectationReader, _ start: Int) -> Bool {
    guard let length = reader.sentence.phrase(.none, at: start) else { return false }
    let close = reader.tokens[start...].firstIndex { $0.isSymbol(")") } ?? reader.tokens.count
    let rest = start + length..<max(start + length, close)
    return rest.count <= 4
      && rest.contains { index in
        reader.sentence.phrase(.fault, at: index) != nil
          || reader.sentence.phrase(.flaw, at: index) != nil
      }
      && !rest.contains { index in
        [.or, .condition, .joiner].contains { reader.sentence.phrase($0, at: index) != nil }
      }
  }

  /// Behind "Optional:", "(Optional)" and the number of an entry ("ENV-01:").
  private static func skipLabel(_ reader: ExpectationReader, _ start: Int) -> Int {
    let tokens = reader.tokens
    var index = start
    guard index < tokens.count else { return start }
    if tokens[index].isSymbol("(") {
      let close = tokens[index...].prefix(4).firstIndex { $0.isSymbol(")") }
      guard let close, close + 1 < tokens.count else { return start }
      index = close + 1
    } else if let colon = tokens[index...].prefix(6).firstIndex(where: { $0.isSymbol(":") }),
      colon > index, colon + 1 < tokens.count, isEntry(reader, index..<colon)
    {
      index = colon + 1
    } else if let comma = tokens[index...].prefix(9).firstIndex(where: { $0.isSymbol(",") }),
      comma > index, comma + 1 < tokens.count,
      reader.sentence.phrase(.label, at: comma + 1) != nil,
      !(index..<comma).contains(where: { place in
        turns.contains { reader.sentence.phrase($0, at: place) != nil }
      })
    {
      // "Within a minute, expect …" says when.
      index = comma + 1
    }
    while index < tokens.count, let length = reader.sentence.phrase(.label, at: index),
      index + length < tokens.count
    {
      index += length
    }
    return index
  }

  private static func isEntry(_ reader: ExpectationReader, _ range: Range<Int>) -> Bool {
    if reader.sentence.phrase(.marginal, at: range.lowerBound) == range.count { return true }
    let text = reader.sentence.text(range)
    return !text.contains(" ") && text.utf8.count <= 14 && text.contains(where: \.isNumber)
  }

  /// True where the body ends before token `index`: parentheses, a dash, a command or an address
  /// that shows it, the end of the sentence.
  private static func ends(_ reader: ExpectationReader, _ index: Int) -> Bool {
    let token = reader.tokens[index]
    guard reader.depths[index] == 0 || token.isSymbol("(") else { return false }
    if token.isSymbol("("), reader.depths[index] == 1 { return true }
    if token.isSymbol("-"), token.isSpaced, index + 1 < reader.tokens.count,
      reader.tokens[index + 1].isSpaced
    {
      return true
    }
    if token.isSymbol(":") {
      guard index + 1 < reader.tokens.count else { return true }
      if case .code = reader.tokens[index + 1].kind { return true }
      return reader.tokens[index + 1].key.hasPrefix("http")
    }
    // "20.x" is one number, ".env" one name.
    if token.isSymbol("."), index + 1 < reader.tokens.count,
      !reader.tokens[index + 1].isSpaced
    {
      return false
    }
    return token.isSeparator && !token.isSymbol(",")
  }

  /// True for what tells somebody to do something.
  private var isInstruction: Bool {
    let start = body.lowerBound
    return sentence.phrase(.imperative, at: start) != nil
      || sentence.phrase(.barrier, at: start) != nil
  }

  /// True when something in these tokens is still to be written.
  func hasPlaceholder(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].kind == .placeholder || tokens[$0].isSymbol("{") }
  }

  /// True when a phrase of one of these kinds begins in the tokens.
  func holds(_ kinds: [PhraseBook.Kind], in range: Range<Int>) -> Bool {
    range.contains { index in kinds.contains { sentence.phrase($0, at: index) != nil } }
  }

  /// True for "no", "without" and their like, which deny a thing and not the sentence.
  func isNone(_ index: Int) -> Bool {
    sentence.phrase(.none, at: index) != nil
  }
}
