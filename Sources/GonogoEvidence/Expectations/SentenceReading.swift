package import GonogoCore

/// Everything that is read out of one sentence, taken apart once.
package struct SentenceReading: Sendable {
  /// What it says must hold.
  package let whole: ExpectationReader.Reading
  /// What it states as far as people are shown it; nothing is decided by more than `whole`.
  package let shown: Assertion?
  /// What it states about numbers, whatever else it says.
  package let limit: ThresholdReader.Reading
  /// What it speaks of: its words without what it states, and without those that any command has.
  package let subject: Set<String>
  /// Of a statement that there are none of something: the words that say of what, without those for
  /// trouble of any kind ("XSS" of "no XSS errors").
  package let denied: Set<String>
  /// The numbers beside those words ("node 2").
  package let numbers: Set<String>

  /// Reads `text`; see `ExpectationReader.read`.
  package init(
    _ text: String, codes: [String] = [], sample: Claim.Sample? = nil, isTrigger: Bool = false,
    isLabelled: Bool = false
  ) {
    guard text.utf8.count <= Sentence.longest else {
      whole = .unclear("it is too long for one statement")
      limit = .none
      shown = nil
      subject = []
      denied = []
      numbers = []
      return
    }
    let text = sample == nil ? Self.arrowed(text, codes) ?? text : text
    let reader = ExpectationReader(
      Sentence(text, codes: codes), isTrigger: isTrigger, isLabelled: isLabelled)
    limit = reader.limitReading
    if sample == nil, !isTrigger, Self.saysTreeIsClean(reader) {
      whole = .assertion(.state("clean"))
      shown = .state("clean")
      subject = Meaning("working tree").words
      denied = []
      numbers = []
      return
    }
    whole = sample.map(reader.reading) ?? reader.reading()
    guard case .assertion(let assertion) = whole else {
      let second = ShownReading(reader)
      shown =
        sample.map(second.assertion) ?? StatementPart.shown(in: text, codes, reader)
        ?? second.assertion ?? Self.shown(inPartsOf: text, codes, reader)
        ?? StatementPart.demanded(in: text, codes, reader)
      subject = []
      denied = []
      numbers = []
      return
    }
    // "Open jobs: 0" is compared as a number and means that there are none.
    shown =
      assertion.isNought
      ? ShownReading(reader).zero ?? assertion : Self.ending(assertion, reader) ?? assertion
    var rest = sample == nil ? reader.rest : []
    // "No errors found" speaks of errors alone.
    if case .zero = assertion {
      rest.removeAll { reader.sentence.phrase(.found, at: $0) != nil }
    }
    var meaning = Meaning(reader.spelled(rest))
    if case .all(let noun, _) = assertion { meaning = meaning.adding(Meaning(noun)) }
    let vocabulary = Vocabulary.standard
    subject = meaning.words.subtracting(
      vocabulary.generic.subtracting(Self.several(of: meaning, assertion)))
    if case .zero(let noun) = assertion {
      denied = Meaning(noun).words.subtracting(vocabulary.generic)
        .filter { !vocabulary.isTrouble($0) }
    } else {
      denied = []
    }
    numbers = meaning.numbers
  }

  /// Those words by which a state is said of several things, "Services are active": one answer may be about
  /// one of them.
  private static func several(of meaning: Meaning, _ assertion: Assertion) -> Set<String> {
    switch assertion {
    case .state, .contains, .status:
      let vocabulary = Vocabulary.standard
      return Set(
        meaning.spelled(meaning.words).filter(vocabulary.several.contains).map(vocabulary.key))
    default: return []
    }
  }

  /// "Working tree clean", "The git working directory is clean", "clean working tree", and nothing more: git's
  /// own words for what `git status` shows. "Clean the working tree" is an order.
  private static func saysTreeIsClean(_ reader: ExpectationReader) -> Bool {
    guard reader.tokens.count <= 8 else { return false }
    let words = reader.tokens[min(reader.start, reader.tokens.count)...].map(\.key)
    if words.first == "clean" { return cleanTrees.contains(words) }
    return trees.contains(words.filter { !["git", "is", "the", "."].contains($0) })
  }

  private static let trees: Set<[String]> = [
    ["working", "tree", "clean"], ["working", "directory", "clean"], ["repository", "clean"],
    ["repo", "clean"],
  ]
  private static let cleanTrees: Set<[String]> = [
    ["clean", "working", "tree"], ["clean", "working", "directory"],
  ]

  /// "`./deploy.sh` succeeds" says how the command ends.
  private static func ending(_ assertion: Assertion, _ reader: ExpectationReader) -> Assertion? {
    guard case .state = assertion, reader.start + 1 < reader.tokens.count,
      case .code(let index) = reader.tokens[reader.start].kind,
      reader.sentence.codes[index].contains(where: { $0 == " " || $0 == "/" }),
      let length = reader.sentence.phrase(.verbState, at: reader.start + 1),
      reader.tokens[(reader.start + 1 + length)...].allSatisfy(\.isSeparator)
    else { return nil }
    return .exit(0)
  }

  /// "`git log -S x` → empty" of "No keys in the log (`git log -S x` → empty)": what the command in
  /// parentheses must show is what is compared.
  private static func arrowed(_ text: String, _ codes: [String]) -> String? {
    guard text.utf8.last == UInt8(ascii: ")"), let code = codes.last, !code.isEmpty,
      let range = SearchedText(text).firstRange(of: "(" + code)
    else { return nil }
    let rest = text[range.upperBound...].drop { $0 == " " }
    guard rest.hasPrefix("→") || rest.hasPrefix("->") || rest.hasPrefix("=>"),
      !rest.dropLast().contains(")")
    else { return nil }
    return String(text[text.index(after: range.lowerBound)...].dropLast())
  }

  /// "4 GB" of "4 GB, recommended 8 GB": what must hold before what would be better.
  private static func least(of reader: ExpectationReader) -> String? {
    let tokens = reader.tokens
    let end = tokens.indices.first { index in
      index > 0 && reader.sentence.phrase(.better, at: index + 1) != nil
        && (tokens[index].isSymbol("(") || tokens[index].isSymbol(",")
          || tokens[index].isSymbol(";"))
    }
    return end.map { reader.sentence.text(0..<$0) }
  }

  /// What one of the languages of a sentence says ("…可用 | At least 4 cores available"), or what it
  /// says without what stands in parentheses in the middle of it.
  private static func shown(
    inPartsOf text: String, _ codes: [String], _ whole: ExpectationReader
  ) -> Assertion? {
    func read(_ text: some StringProtocol) -> Assertion? {
      let reader = ExpectationReader(
        Sentence(text, codes: codes), isTrigger: whole.isTrigger, isLabelled: whole.isLabelled)
      if case .assertion(let assertion) = reader.reading() { return assertion }
      return ShownReading(reader).assertion
    }
    if whole.isLabelled, let least = least(of: whole) { return read(least) }
    if whole.isTrigger, StatementPart.opensCase(text),
      let end = text.firstIndex(where: { ",:，：→".contains($0) })
    {
      return read(text[..<end])
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "|"))
    if parts.count > 1, parts.count <= 3 {
      return parts.reversed().lazy.compactMap { read(Substring($0)) }.first
    }
    if let part = onlyPart(of: text, whole, read) { return part }
    guard text.utf8.contains(0x28), let open = text.firstIndex(of: "("),
      let close = text[open...].firstIndex(of: ")"),
      text[text.index(after: close)...].contains(where: \.isLetter)
    else { return nil }
    let rest = text[text.index(after: close)...]
    let aside = Sentence(text[open...close])
    guard rest.first == " ", !rest.contains("("),
      !aside.tokens.indices.contains(where: { aside.phrase(.condition, at: $0) != nil })
    else { return nil }
    return read(text[..<open] + rest.dropFirst())
  }

  /// The only one of the parts of an entry that states something: "First backup: `make backup` runs
  /// without errors".
  private static func onlyPart(
    of text: String, _ whole: ExpectationReader, _ read: (String) -> Assertion?
  ) -> Assertion? {
    guard !whole.isLabelled, !whole.isTrigger, text.utf8.count <= 200,
      let place = SearchedText(text).firstRange(of: ": ")
    else { return nil }
    var parts = [String(text[..<place.lowerBound])]
    var rest = text[place.upperBound...]
    while let end = SearchedText(rest).firstRange(of: "; "), parts.count < 4 {
      parts.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    parts.append(String(rest))
    let found = parts.compactMap(read)
    guard found.count == 1 else { return nil }
    switch found[0] {
    // How something is may be said of another thing, and a text only named.
    case .state, .contains: return nil
    default: return found[0]
    }
  }
}
