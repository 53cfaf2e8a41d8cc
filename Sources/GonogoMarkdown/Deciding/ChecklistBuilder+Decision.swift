internal import GonogoCore

/// What the document says about how it is decided.
extension ChecklistBuilder {
  /// True when a heading of the first two levels opens the criteria by which the whole document is
  /// decided: "Success criteria". Further down it is about one test.
  func decides(_ heading: String, level: Int) -> Bool {
    guard level == 2, heading.utf8.count <= 120 else { return false }
    var plain = heading[...]
    if let open = plain.firstIndex(where: { $0 == "(" || $0 == "（" }) { plain = plain[..<open] }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: plain)
    return words.count <= 6 && prose.has(.success, among: words)
  }

  /// Notes that a list of criteria decides without saying that other things may stay open.
  mutating func addSuccessCriteria(line: Int) {
    checklist.decisionTexts.append(DecisionText(.criteria, location: SourceLocation(line: line)))
  }

  /// Only a list that says so is all that a GO needs: beside any other, everything counts.
  mutating func noteDemand(of text: String, _ role: Section.Role?, line: Int) {
    guard text.utf8.count <= 400, Polarity.mayNameDecision(text), Polarity.namesDecision(text)
    else { return }
    switch Polarity.demand(of: text) {
    case .all: break
    case .some where role == .goCriteria: addRule(.unclear(text), line: line)
    case .conditional: addRule(.unclear(text), line: line)
    case .some, .more: if role == .goCriteria { addRule(.needed, line: line) }
    }
  }

  /// Reads a rule or criteria from a passage or item without a box; true when it held criteria, so
  /// that it is nothing else.
  mutating func readDecision(_ passage: Passage, _ text: String) -> Bool {
    guard section.role != .conditional else { return false }
    let sentences = passage.sentences
    for sentence in sentences where !isQuoted(sentence.text) {
      if let rule = DecisionSentence.rule(in: Self.withoutLabel(sentence.text)) {
        addRule(rule, line: sentence.line)
      } else if GoLine.asksForAll(sentence.text) {
        addRule(.allBoxes, line: sentence.line)
      } else if GoSentence.setsShare(sentence.text)
        || GoSentence.countsForConditional(sentence.text)
      {
        addRule(.unclear(sentence.text), line: sentence.line)
      }
    }
    if LegendList.demandsMarked(text), LegendList.explains(section.heading) {
      addRule(.marked, line: passage.line)
    }
    addBands(text, line: passage.line, of: bandSubject(above: reading))
    if readOutcomeRules(sentences) { return true }
    let criteria = GoSentence.criteria(in: text)
    for criterion in criteria {
      addClaim(
        criterion.kind, text: criterion.text, context: nil, codes: passage.codes,
        line: ItemLine(0..<0, in: document), location: SourceLocation(line: passage.line))
    }
    // "GO only if the team agrees": a sentence says what is needed, and not that it is enough.
    if criteria.contains(where: { $0.kind == .goCriterion }) {
      addRule(.needed, line: passage.line)
    }
    return !criteria.isEmpty || readCriterion(passage, text)
  }

  /// "GO criteria: the error rate is below 1%", the criterion behind its label.
  private mutating func readCriterion(_ passage: Passage, _ text: String) -> Bool {
    guard let colon = text.firstColon else { return false }
    let label = String(text[..<colon])
    let rest = String(Self.trimmed(text[text.index(after: colon)...]))
    guard !rest.isEmpty, rest.contains(where: \.isLetter), label.utf8.count <= 40,
      let role = criterionRole(label, rest, line: passage.line), !Checkable.isPlaceholder(rest),
      rest.last != ":",
      DecisionSentence.rule(in: rest) == nil, !GoLine.asksForAll(text)
    else { return false }
    addClaim(
      role == .noGoCriteria ? .noGoCriterion : .goCriterion, text: rest, context: nil,
      codes: passage.codes, line: ItemLine(0..<0, in: document),
      location: SourceLocation(line: passage.line))
    // Beside "No-Go:" it has been noted already.
    if role == .goCriteria, checklist.decisionTexts.last?.location.line != passage.line {
      addRule(.needed, line: passage.line)
    }
    return true
  }

  private static func withoutLabel(_ sentence: String) -> String {
    guard let colon = sentence.firstColon else {
      return sentence
    }
    let label = String(sentence[..<colon])
    let rest = trimmed(sentence[sentence.index(after: colon)...])
    return Polarity.isCriteriaLabel(label) && !rest.isEmpty ? String(rest) : sentence
  }

  private func isQuoted(_ sentence: String) -> Bool {
    sentence.hasPrefix("\"") || sentence.hasPrefix("“")
  }

  mutating func addRule(_ rule: DecisionText.Rule, line: Int) {
    let text = DecisionText(rule, location: SourceLocation(line: line))
    if checklist.decisionTexts.last?.location.line == line,
      checklist.decisionTexts.last?.rule == rule
    {
      return
    }
    checklist.decisionTexts.append(text)
    warnOfUnclear(rule, line: line)
  }

  /// A rule that is not certain makes everything count, which its author should know.
  private mutating func warnOfUnclear(_ rule: DecisionText.Rule, line: Int) {
    guard case .unclear = rule else { return }
    checklist.diagnostics.append(
      Diagnostic(
        .warning, code: "unclear-decision",
        "this looks like a rule for the decision, and it is not certain how to apply it; "
          + "everything must pass",
        cure: "write “All items must be checked”, “GO if all:” or bands down to 0%",
        file: document.path, at: SourceLocation(line: line)))
  }

  // MARK: Bands

  /// Gathers bands that stand one a line, in items or in the rows of a table.
  ///
  /// `subject` is what they are about: the name of a column, or the label above them.
  mutating func addBands(_ text: String, line: Int, of subject: String? = nil) {
    guard !ScoreBands.bands(in: text).isEmpty || CountBands.band(in: text) != nil else { return }
    if let last = bandLines.last, last.section != section.id { finishBands() }
    bandLines.append((text, line, section.id))
    if let subject, ScoreBands.isForeign(subject) { bandsAreForeign = true }
  }

  /// Makes a rule of the bands gathered so far.
  mutating func finishBands() {
    defer { (bandLines, bandsAreForeign) = ([], false) }
    guard bandLines.count > 1, let first = bandLines.first,
      let rule = ScoreBands.rule(in: bandLines.map(\.text))
        ?? CountBands.rule(in: bandLines.map(\.text))
    else { return }
    // How much of another thing is enough says nothing of how many boxes may stay open.
    if case .bands = rule, bandsAreForeign {
      return addRule(.unclear(bandLines.map(\.text).joined(separator: " ")), line: first.line)
    }
    addRule(rule, line: first.line)
  }

  /// The label right above block `index`, where it ends with a colon.
  func bandSubject(above index: Int) -> String? {
    var block = index
    while let parent = blocks[block].parent { block = parent }
    guard block > 0, blocks[block - 1].kind == .paragraph else { return nil }
    let text = Self.joined(blocks[block - 1].text)
    guard let last = text.last(where: { $0 != "*" }), ":：".contains(last) else { return nil }
    return text
  }
}
