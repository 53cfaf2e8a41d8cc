internal import GonogoCore

/// Lists and sentences that feed the decision without being called GO or NO-GO lists. None of them
/// lets other things stay open.
extension ChecklistBuilder {
  // MARK: Headings

  /// What the heading of a sign-off or of exit criteria makes of what stands under it.
  ///
  /// Boxes of a question such as "Ready to proceed?" stay items, asked where they stand.
  mutating func gateRole(of heading: String, level: Int, line: Int) -> Section.Role {
    guard (2...4).contains(level), heading.utf8.count <= 160 else { return .checks }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: heading)
    let isSignOff = prose.has(.signed, among: words) && words.count <= 6
    let isGate = prose.has(.gate, among: words) && words.count <= 8
    let isQuestion =
      prose.opens(words, with: .ready) && words.count <= 6
      && (heading.hasSuffix("?") || heading.hasSuffix("？"))
    guard isSignOff || isGate || isQuestion else { return .checks }
    addRule(.gates, line: line)
    return isGate || (isSignOff && level == 2) ? .goCriteria : .checks
  }

  /// True for a heading of reasons inside of a conditional section ("When to roll back") under which
  /// nothing could be run: whether the case arises is not for that case only.
  func isReasonsAlone(_ heading: String, at index: Int?) -> Bool {
    TriggerText.kind(of: heading) == .reasons && holdsNoBlocks(below: index)
  }

  /// True when nothing could be run up to the next heading below the one at `index`.
  func holdsNoBlocks(below index: Int?) -> Bool {
    guard let index else { return false }
    for block in blocks[(index + 1)...] {
      switch block.kind {
      case .heading: return true
      case .code: return false
      default: continue
      }
    }
    return true
  }

  // MARK: Rollbacks

  /// Notes that the next claim is a reason to roll back, unless it says itself that it is one to
  /// look into something.
  mutating func noteRollback(_ text: String) {
    guard
      !ProseWords.standard.opens(text, with: .act) || TriggerText.goesBack(String(text.prefix(40)))
    else { return }
    rollbacks.append(checklist.claims.count)
  }

  /// Where a document has no other criteria, the reasons to roll back are its NO-GO list.
  mutating func finishRollbacks() {
    guard !rollbacks.isEmpty, !checklist.claims.contains(where: \.isCriterion) else { return }
    for id in rollbacks { checklist.claims[id] = checklist.claims[id].asNoGoCriterion() }
  }

  /// Criteria that are rows of tables have their state beside them; no rule says more of them.
  mutating func finishGates() {
    guard checklist.decisionTexts.contains(where: { $0.rule == .criteria }) else { return }
    var sectionByLine: [Int: Int] = [:]
    for section in checklist.sections { sectionByLine[section.location.line] = section.id }
    // The sections with criteria, and those with some that are no rows.
    var filled: Set<Int> = []
    var mixed: Set<Int> = []
    for claim in checklist.claims where claim.isCriterion {
      let isRow = rowLines.contains(claim.location.line)
      var current: Int? = claim.section
      while let id = current {
        filled.insert(id)
        if !isRow { mixed.insert(id) }
        current = checklist.sections[id].parent
      }
    }
    checklist.decisionTexts = checklist.decisionTexts.map { text in
      guard text.rule == .criteria, let section = sectionByLine[text.location.line],
        filled.contains(section), !mixed.contains(section)
      else { return text }
      return DecisionText(.gates, location: text.location)
    }
  }

  // MARK: Labels

  /// What the label of a criterion says: "GO criteria", or "Go" beside a line that begins with
  /// "No-Go".
  mutating func criterionRole(_ label: String, _ rest: String, line: Int) -> Section.Role? {
    if Polarity.isCriteriaLabel(label) { return Polarity.role(of: label) }
    guard let role = Polarity.outcome(ofLabel: label), !Self.ordersWork(rest),
      isOpposite(line - 1, to: role) || isOpposite(line + 1, to: role)
    else { return nil }
    addSuccessCriteria(line: line)
    return role
  }

  private func isOpposite(_ line: Int, to role: Section.Role) -> Bool {
    guard (1...document.lines.count).contains(line) else { return false }
    let range = document.contentRange(ofLine: line)
    let text = document.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 80))
    guard let colon = text.firstColon else { return false }
    let label = BlankLabel.cleaned(String(text[..<colon]))
    let other =
      Polarity.outcome(ofLabel: label)
      ?? (Polarity.isCriteriaLabel(label) ? Polarity.role(of: label) : nil)
    return other == (role == .goCriteria ? .noGoCriteria : .goCriteria)
  }

  /// "GO: proceed with the rollout" says what to do then, not what it needs.
  private static func ordersWork(_ text: String) -> Bool {
    let words = ProseWords.words(in: text.prefix(80))
    return words.first.map { orders.contains($0) } ?? true
  }

  private static let orders = WordList.words("Gates.orders")

  // MARK: Lead-ins

  /// "I have reviewed this and:" over boxes, "Proceed after:" under a heading of the decision.
  mutating func readGateLead(_ passage: Passage, _ index: Int) -> Bool {
    guard passage.text.utf8.count <= 200 else { return false }
    let words = ProseWords.words(in: passage.text)
    if ProseWords.standard.opens(words, with: .vow) || settles(passage),
      let first = firstItem(of: index + 1),
      first.hasBox
    {
      addRule(.gates, line: passage.line)
      if Self.denies(first.text) { pending = .noGoCriteria }
      return true
    }
    if let last = passage.sentences.last, ConclusionSentence.isRule(last.text),
      hasBoxes(in: index + 1)
    {
      addRule(.allBoxes, line: last.line)
      return true
    }
    if closes(passage, words, index) {
      addSuccessCriteria(line: passage.line)
      pending = .goCriteria
      return true
    }
    guard passage.isLeadIn, Polarity.opensProceeding(passage.text), isAboutDecision else {
      return false
    }
    addSuccessCriteria(line: passage.line)
    pending = .goCriteria
    return true
  }

  /// "Before closing the change:" over boxes.
  private func closes(_ passage: Passage, _ words: [String], _ index: Int) -> Bool {
    guard passage.isLeadIn, words.count <= 8, !passage.text.contains(","),
      ProseWords.standard.opens(words, with: .closes)
    else { return false }
    return firstItem(of: index + 1)?.hasBox ?? false
  }

  /// "Verifications completed:" in a sign-off.
  private func settles(_ passage: Passage) -> Bool {
    guard passage.isLeadIn, ProseWords.standard.isPhrase(passage.text, .settledChecks) else {
      return false
    }
    return FieldLabel.isSignOff(section.heading)
  }

  /// True below a heading that names the decision.
  var isAboutDecision: Bool {
    var current: Int? = section.id
    while let id = current, checklist.sections[id].level > 1 {
      if Polarity.namesDecision(checklist.sections[id].heading) { return true }
      current = checklist.sections[id].parent
    }
    return false
  }

  private func firstItem(of list: Int) -> (text: String, hasBox: Bool)? {
    guard list + 2 < blocks.count, blocks[list].kind == .list, blocks[list + 1].kind == .item,
      blocks[list + 2].kind == .paragraph
    else { return nil }
    let line = ItemLine(document.contentRange(ofLine: blocks[list + 1].startLine), in: document)
    return (line.withoutBox(blocks[list + 2].text), line.box != nil)
  }

  /// True when the first items of a list, or of one inside of it, have boxes.
  private func hasBoxes(in list: Int) -> Bool {
    var index = list + 1
    while index < blocks.count, index < list + 8 {
      let block = blocks[index]
      index += 1
      if case .heading = block.kind { return false }
      guard block.kind == .item else { continue }
      let line = ItemLine(document.contentRange(ofLine: block.startLine), in: document)
      if line.box != nil { return true }
    }
    return false
  }

  /// "Do not approve": the list is of what forbids it.
  private static func denies(_ text: String) -> Bool {
    let words = ProseWords.words(in: text.prefix(60)).prefix(3)
    return words.first.map { ["no", "not", "nicht", "ne", "não"].contains($0) } == true
      || words.dropFirst().contains("not") || words.contains("don") || words.contains("reject")
  }

  // MARK: Questions

  /// "Did all checks pass?" over "NO → NO-GO" and "YES → GO": a question that decides.
  mutating func readQuestion(_ passage: Passage, _ index: Int) -> Bool {
    guard let last = passage.text.last, last == "?" || last == "？", passage.text.utf8.count <= 300
    else { return false }
    var kinds: Set<Claim.Kind> = []
    var item = index + 2
    var count = 0
    while item + 1 < blocks.count, count < 4 {
      if blocks[item].kind == .item, blocks[item].parent == index + 1 {
        count += 1
        if let kind = QuestionAnswer.kind(of: blocks[item + 1].text) { kinds.insert(kind) }
      } else if case .heading = blocks[item].kind {
        break
      } else if blocks[item].kind == .list {
        break
      }
      item += 1
    }
    // Answers that point both ways decide nothing that could be told.
    guard (2...3).contains(count), kinds.count == 1, let kind = kinds.first else { return false }
    let text = String(passage.text.drop { !$0.isLetter && !$0.isNumber })
    addClaim(
      kind, text: text, context: nil, codes: passage.codes, line: ItemLine(0..<0, in: document),
      location: SourceLocation(line: passage.line))
    addRule(.stated, line: passage.line)
    return true
  }

  // MARK: Sentences

  /// "If all checks look healthy, the drill is considered successful."
  mutating func readOutcomeRules(_ sentences: [(text: String, line: Int)]) -> Bool {
    var isRead = readListed(sentences)
    for sentence in sentences
    where SuccessSentence.isRule(sentence.text) || SuccessSentence.isGate(sentence.text)
      || SuccessSentence.isDependence(sentence.text)
    {
      addStated(sentence)
      isRead = true
    }
    return isRead
  }

  /// Makes a sentence that states what a GO needs a criterion, and the rule it is.
  mutating func addStated(_ sentence: (text: String, line: Int)) {
    addClaim(
      .goCriterion, text: sentence.text, context: nil, line: ItemLine(0..<0, in: document),
      location: SourceLocation(line: sentence.line))
    addRule(.stated, line: sentence.line)
  }

  /// "Ensure that all activities below are done before the release", and what its subsections open
  /// with.
  private mutating func readListed(_ sentences: [(text: String, line: Int)]) -> Bool {
    if let parent = section.parent, listing.contains(parent), listed.insert(section.id).inserted,
      let first = sentences.first, !first.text.hasSuffix(":")
    {
      addStated(first)
      return true
    }
    for sentence in sentences where SuccessSentence.asksForListed(sentence.text) {
      listing.insert(section.id)
      addRule(.stated, line: sentence.line)
    }
    return false
  }
}
