internal import GonogoCore

/// Labels, and sentences without one, that state what must hold.
extension ChecklistBuilder {
  // MARK: Labels

  /// Reads a passage that opens with a label of an expectation or a failure; false when it does
  /// not.
  mutating func readLabelled(_ passage: Passage, context: String? = nil) -> Bool {
    let text = passage.text
    if readUnwanted(passage, context) { return true }
    if let bold = passage.label, let meaning = ExpectationLabel.meaning(of: bold) {
      read(meaning, String(text.dropFirst(bold.count)), label: bold, passage, context)
      return true
    }
    guard let colon = text.firstColon else { return false }
    let label = String(text[..<colon])
    guard let meaning = ExpectationLabel.meaning(of: label) else {
      guard let named = ExpectationLabel.namedLimit(in: text) else { return false }
      addExpectation(named, passage, context, isCheck: false, doubt: Self.doubt(label, text))
      return true
    }
    read(meaning, String(text[colon...]), label: label, passage, context)
    return true
  }

  private mutating func read(
    _ meaning: ExpectationLabel.Meaning, _ rest: String, label: String, _ passage: Passage,
    _ context: String?
  ) {
    let text = String(Self.trimmed(rest.drop { ":：".contains($0) || $0.isWhitespace }))
    let location = SourceLocation(line: passage.line)
    switch meaning {
    case .onFailure where text.isEmpty: pending = .onFailure
    case .onFailure: readFailure(text, at: location)
    case .limit where Checkable.isVersion(text):
      // What kind of limit it is stands in the label.
      addExpectation("\(label): \(text)", passage, context, isCheck: false)
    case .proof:
      if Checkable.isProof(text) { addExpectation(text, passage, context, isCheck: false) }
    case .limit
    where text.isEmpty && passage.isLast && pending == nil
      && !ProseWords.standard.isPhrase(label, .criterion):
      pending = .limits
    case .result where text.isEmpty:
      if passage.isLast, hasStepInSection { announce(.result, label, passage.line) }
    case .limit where Self.isLimit(text), .expectation where !text.isEmpty,
      .output where !text.isEmpty, .check where !text.isEmpty:
      if passage.isLast, text.hasSuffix(":") || text.hasSuffix("：") {
        pending = .expectations
        announce(.output, text, passage.line)
      } else {
        addExpectation(
          text, passage, context, isCheck: meaning == .check, doubt: Self.doubt(label, text))
      }
    case .limit, .result: break
    case .expectation, .output, .check:
      guard !hidesValue(passage) else { return }
      pending = .expectations
      if passage.isLast, meaning != .check {
        announce(meaning, label, passage.line)
        announced?.doubt = Self.doubt(label, "")
      }
    }
  }

  /// What makes of a label or the value behind it none that must surely hold: "Expected (staging)", "❌
  /// Expected", "Expected: 3?".
  static func doubt(_ label: String, _ text: String) -> String? {
    if ExpectationLabel.isQualified(label) || OwnDoubt.isOtherLimit(label) { return label }
    guard let last = text.unicodeScalars.last, last == "?" || last == "？" else { return nil }
    return text
  }

  mutating func addExpectation(
    _ text: String, _ passage: Passage, _ context: String?, isCheck: Bool, doubt: String? = nil
  ) {
    guard !Checkable.isPlaceholder(text) else { return }
    // "Verify: `curl …`" says what to do, not what must hold.
    if isCheck, passage.codes.count == 1, passage.codes.first?.text == text { return }
    addClaim(
      .expectation, text: text, context: context, codes: passage.codes, doubt: doubt,
      line: ItemLine(0..<0, in: document), location: SourceLocation(line: passage.line))
  }

  /// "Target: < 500 ms", "Threshold: 99.9%", "Threshold: zero findings"; not "Target: production".
  private static func isLimit(_ text: String) -> Bool {
    // "Validate the system over 72 hours" states an aim; a limit stands at the beginning.
    let start = text.prefix(24)
    if start.contains(where: { "<>≤≥＜＞".contains($0) }), Checkable.statesLimit(text) { return true }
    if Checkable.opensWithLimit(text) { return true }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    if ["zero", "0", "cero", "null", "no", "ningún", "ninguna"].contains(words.first ?? "") {
      return true
    }
    return text.first?.isNumber == true
      && text.drop { $0.isNumber || $0 == "." || $0 == "," || $0 == " " }.first == "%"
  }

  /// True when markup that CommonMark takes for HTML stands where the value should be:
  /// `**Expected:** <exit 0 / output>`.
  private func hidesValue(_ passage: Passage) -> Bool {
    let raw = document.text(document.contentRange(ofLine: passage.line))
    guard let open = raw.firstIndex(of: "<") else { return false }
    let tag = raw[open...].dropFirst().lowercased()
    guard tag.first.map({ $0.isLetter || $0 == "/" || $0 == "!" }) ?? false else { return false }
    return !tag.hasPrefix("br") && !tag.hasPrefix("!--") && !tag.hasPrefix("/")
  }

  mutating func readFailure(_ text: String, at location: SourceLocation) {
    if ExpectationLabel.saysStop(text) {
      checklist.sections[section.id].stopsWhenFailing = location
    }
  }

  /// The paragraph below "Expected:" that says it in one sentence.
  mutating func readValue(of label: Announcement, _ passage: Passage) {
    guard label.meaning == .expectation || label.meaning == .output,
      pending == nil, announced == nil, passage.label == nil, !passage.isLeadIn,
      !passage.text.hasPrefix("|"), checklist.claims.last?.location.line != passage.line,
      passage.text.split(separator: " ").count <= 25, passage.sentences.count == 1,
      section.location.line != label.line
    else { return }
    addExpectation(
      passage.text, passage, nil, isCheck: false,
      doubt: label.doubt ?? Self.doubt("", passage.text))
  }

  // MARK: Items

  /// "- Expected: CPU < 30%" and "- **Expected:**" with a list or block inside; false when the item
  /// has no such label.
  mutating func readLabelledItem(
    _ passage: Passage, _ text: String, _ item: Int, _ paragraph: Int
  ) -> Bool {
    // "Success criteria: what tells us that it worked?" asks; it states nothing.
    if let last = text.last, "?？".contains(last) { return false }
    var plain = passage
    plain.text = text
    let label = text.firstColon.map { String(text[..<$0]) }
    if readUnwanted(plain, context(of: item)) { return true }
    if label != nil, ExpectationLabel.namedLimit(in: text) != nil {
      return readLabelled(plain, context: context(of: item))
    }
    guard let meaning = ExpectationLabel.meaning(of: passage.label ?? label ?? text) else {
      return false
    }
    let isWhole = ExpectationLabel.meaning(of: text) != nil
    if isWhole {
      guard isListInside(item, after: paragraph) || isBeforeCode(paragraph) else { return false }
      if meaning.announcesExpectations { pending = .expectations }
      if meaning == .expectation || meaning == .output {
        announce(meaning, text, passage.line)
        announced?.doubt = Self.doubt(text, "")
      } else if meaning == .result, hasStepInSection {
        announce(meaning, text, passage.line)
      }
      return meaning.announcesExpectations || meaning == .result
    }
    guard meaning != .onFailure, meaning != .result else { return false }
    if meaning == .limit, !Self.isLimit(Self.value(text)) { return false }
    return readLabelled(plain, context: context(of: item))
  }

  private static func value(_ text: String) -> String {
    guard let colon = text.firstColon else { return "" }
    return String(trimmed(text[text.index(after: colon)...]))
  }

  /// True for a block right before a code block.
  func isBeforeCode(_ index: Int) -> Bool {
    if let next = blockAfter(index), case .code = next.kind { return true }
    return false
  }

  /// An item without label or box that states an outcome: "`curl …` → 200", "Should return 200"
  /// below a command.
  func isOutcomeItem(_ text: String, codes: [InlineCode]) -> Bool {
    guard section.role == .checks else { return false }
    let codes = codes.map(\.text)
    if hasStepInSection, OutcomeSentence.forbids(text) { return true }
    if OutcomeSentence.isArrow(text, codes: codes) || OutcomeSentence.asksLimit(text)
      || OutcomeSentence.demandsLimit(text) || OutcomeSentence.targetsLimit(text)
    {
      return true
    }
    guard hasStepInSection else { return false }
    if OutcomeSentence.isSaid(by: text, codes: codes) { return true }
    // "Within a minute, expect `x == 0`."
    guard let comma = text.prefix(48).firstIndex(of: ","),
      !ProseWords.standard.has(.if, in: text[..<comma])
    else { return false }
    let rest = String(Self.trimmed(text[text.index(after: comma)...]))
    return ProseWords.standard.opens(rest, with: .remark)
      && OutcomeSentence.isSaid(by: rest, codes: codes)
  }

  // MARK: Sentences

  /// The sentences right behind a step that say what came out of it.
  mutating func readOutcomes(_ passage: Passage, _ index: Int) {
    let followsStep = followsStep(index)
    let sentences = passage.sentences
    let hasStep = followsStep || hasStepInSection
    guard hasStep || sentences.count == 1 else { return }
    var codes = passage.codes[...]
    var step: String?
    for (place, sentence) in sentences.enumerated() {
      let own = Self.takeCodes(of: sentence.text, from: &codes)
      let plain = own.map(\.text)
      // "Open the page. Expected: 0": what stands before on the same line comes between, too.
      let doubt = step
      if step == nil, HandStep.isStep(sentence.text) { step = sentence.text }
      if place > 0, hasStepInSection, readLabelledSentence(sentence, own, doubt: doubt) { continue }
      guard
        (followsStep && OutcomeSentence.isStated(by: sentence.text, codes: plain))
          || (hasStep && OutcomeSentence.demandsLimit(inProse: sentence.text))
          || (hasStepInSection && OutcomeSentence.forbids(sentence.text))
          || (sentences.count == 1 && OutcomeSentence.isArrow(sentence.text, codes: plain))
      else { continue }
      addClaim(
        .expectation, text: sentence.text, context: nil, codes: own, doubt: doubt,
        line: ItemLine(0..<0, in: document), location: SourceLocation(line: sentence.line))
    }
  }

  /// "Expected: 0" as one of the sentences of a paragraph.
  private mutating func readLabelledSentence(
    _ sentence: (text: String, line: Int), _ codes: [InlineCode], doubt: String?
  ) -> Bool {
    guard let colon = sentence.text.firstColon else { return false }
    let label = String(sentence.text[..<colon])
    let value = String(Self.trimmed(sentence.text[colon...].dropFirst()))
    switch ExpectationLabel.meaning(of: label) {
    case .expectation, .output: break
    default: return false
    }
    guard let last = value.last, !":：".contains(last), !Checkable.isPlaceholder(value) else {
      return false
    }
    addClaim(
      .expectation, text: value, context: nil, codes: codes,
      doubt: doubt ?? Self.doubt(label, value),
      line: ItemLine(0..<0, in: document), location: SourceLocation(line: sentence.line))
    return true
  }

  /// The code spans of a sentence: those next in order that stand in it one behind the other.
  private static func takeCodes(
    of sentence: String, from codes: inout ArraySlice<InlineCode>
  ) -> [InlineCode] {
    var own: [InlineCode] = []
    var rest = sentence[...]
    while let next = codes.first, !next.text.isEmpty,
      let range = rest.firstRange(of: next.text)
    {
      own.append(next)
      codes = codes.dropFirst()
      rest = rest[range.upperBound...]
    }
    return own
  }
}
