import GonogoCore

/// The part of a text that states what must hold, where people put something before or behind it: a
/// title and a dash, a command and an arrow, an order that leads to it.
///
/// Only to be shown, as all of `ShownReading` is.
enum StatementPart {
  /// What stands behind a title, behind the arrow of a command, or as an exit code in parentheses at
  /// the end.
  static func shown(in text: String, _ codes: [String], _ whole: ExpectationReader) -> Assertion? {
    guard text.utf8.count <= 300 else { return nil }
    if let code = exit(atEndOf: text) { return code }
    if let result = behindArrow(text, codes) { return read(result, codes, whole, isLabelled: true) }
    guard let (title, rest) = titled(text) else { return nil }
    let reader = reader(rest, codes, whole, isLabelled: whole.isLabelled)
    switch reader.reading() {
    case .assertion(let assertion): return assertion
    case .unclear:
      // "Is running and accessible" says two things; a limit "before the start" says one.
      guard let assertion = ShownReading(reader).assertion else { return nil }
      switch assertion {
      case .limit, .version, .range, .zero: return assertion
      // "Up and healthy" is one phrase.
      case .state(let state) where state.utf8.contains(0x20): return assertion
      default: return nil
      }
    case .none:
      if let assertion = ShownReading(reader).assertion { return assertion }
      return saysWhatFor(rest) ? state(title) : nil
    }
  }

  /// "Depending on your system, make sure the daemon is running": what an order in the middle of a
  /// sentence asks to make sure of.
  static func demanded(
    in text: String, _ codes: [String], _ whole: ExpectationReader
  ) -> Assertion? {
    guard text.utf8.count <= 300, !whole.isTrigger, !opensCase(text) else { return nil }
    let searched = SearchedText(text)
    for order in orders {
      guard let range = searched.firstRange(of: order) else { continue }
      let rest = text[range.upperBound...]
      guard rest.utf8.count >= 8 else { return nil }
      return read("ensure that " + rest, codes, whole, isLabelled: true)
    }
    return nil
  }

  /// "If you have it already, make sure …": said for some readers.
  static func opensCase(_ text: String) -> Bool {
    let first = text.prefix { $0.isLetter }.lowercased()
    return ["if", "when", "where", "wenn", "falls", "si", "cuando", "quand", "se", "caso"].contains(
      first)
  }

  private static let orders = [
    ", make sure that ", ", make sure ", ", ensure that ", ", ensure ", ", verify that ",
    " and make sure that ", " and make sure ", " and ensure that ", " and verify that ",
    " and check that ", " and check if ", " and confirm that ", " y verificar que ",
    " y comprobar que ", " und prüfen, ob ", " und sicherstellen, dass ", " et vérifier que ",
    " e verificar se ", " e verificar que ",
  ]

  private static func reader(
    _ text: some StringProtocol, _ codes: [String], _ whole: ExpectationReader, isLabelled: Bool
  ) -> ExpectationReader {
    ExpectationReader(
      Sentence(text, codes: codes), isTrigger: whole.isTrigger, isLabelled: isLabelled)
  }

  private static func read(
    _ text: some StringProtocol, _ codes: [String], _ whole: ExpectationReader, isLabelled: Bool
  ) -> Assertion? {
    let reader = reader(text, codes, whole, isLabelled: isLabelled)
    if case .assertion(let assertion) = reader.reading() { return assertion }
    return ShownReading(reader).assertion
  }

  // MARK: Pieces

  /// "Should run through without errors (exit code 0)".
  private static func exit(atEndOf text: String) -> Assertion? {
    guard text.utf8.last == 0x29, let open = text.lastIndex(of: "("), open > text.startIndex else {
      return nil
    }
    let inner = Sentence(text[open...].dropFirst().dropLast())
    guard (2...5).contains(inner.tokens.count), inner.phrase(.exit, at: 0) != nil else {
      return nil
    }
    let cores = SentenceScan(inner).cores
    guard cores.count == 1, let core = cores.first, core.tokens == inner.tokens.indices,
      case .exit(let code) = core.fact
    else { return nil }
    return .exit(code)
  }

  /// What stands behind the only arrow of a text, where a command stands before it.
  private static func behindArrow(_ text: String, _ codes: [String]) -> Substring? {
    guard let arrow = SearchedText(text).firstRange(of: "→") else { return nil }
    let before = String(text[..<arrow.lowerBound]).trimmedLines
    var rest = String(text[arrow.upperBound...]).trimmedLines
    guard SearchedText(String(rest)).firstRange(of: "→") == nil else { return nil }
    let isCode = codes.contains { !$0.isEmpty && before.hasSuffix($0) }
    guard isCode || isCommand(before), !rest.isEmpty else { return nil }
    // "(`command` → empty)"
    if before.contains("("), !before.contains(")"), rest.last == ")" { rest = rest.dropLast() }
    return rest
  }

  /// "docker compose ps": small letters and signs alone.
  private static func isCommand(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    return (1...7).contains(words.count) && text.utf8.count <= 60
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || " -_./".utf8.contains(byte)
      }
      && words[0].utf8.first.map { (0x61...0x7A).contains($0) } == true
  }

  /// The title before the only spaced dash, and what stands behind it.
  private static func titled(_ text: String) -> (title: Substring, rest: Substring)? {
    let searched = SearchedText(text)
    for dash in [" - ", " – ", " — "] {
      guard let place = searched.firstRange(of: dash) else { continue }
      let title = text[..<place.lowerBound]
      let rest = text[place.upperBound...]
      let words = title.split(separator: " ")
      guard (1...5).contains(words.count), title.utf8.count <= 48,
        !title.contains(where: { ":,;→<>≤≥=\"".contains($0) }), title.first?.isLetter == true,
        SearchedText(String(rest)).firstRange(of: dash) == nil, rest.utf8.count >= 6
      else { return nil }
      return (title, rest)
    }
    return nil
  }

  /// "For the analysis": what stands behind the dash says nothing of how it is.
  private static func saysWhatFor(_ rest: Substring) -> Bool {
    ["for", "to", "para", "für", "zum", "zur", "pour"].contains(
      rest.prefix { $0.isLetter }.lowercased())
  }

  /// "Cache Available": a title that ends with a state.
  private static func state(_ title: Substring) -> Assertion? {
    let sentence = Sentence(title)
    guard let last = sentence.tokens.indices.last, last > 0,
      sentence.phrase(.bare, at: last) == 1 || sentence.tokens[last].key == "available",
      sentence.tokens.indices.allSatisfy({ index in
        sentence.tokens[index].kind == .word && sentence.phrase(.negation, at: index) == nil
          && sentence.phrase(.joiner, at: index) == nil
      })
    else { return nil }
    return .state(sentence.text(last..<last + 1))
  }
}
