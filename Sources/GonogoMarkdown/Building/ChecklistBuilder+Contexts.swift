internal import GonogoCore

/// What stands around a claim: the entry it is nested in, and the words that lead to it.
extension ChecklistBuilder {
  /// Leaves to people what stands below words that nothing else in the section says: "On the replica", "To be
  /// ticked by QA:", "24 hours later:". Whether the value at hand is the one that is meant, nobody can tell.
  mutating func readContexts() {
    if checklist.claims.isEmpty { return }
    let paragraphs = blocks.indices.filter { blocks[$0].kind == .paragraph }
    let titles = htmlTitles().filter { namesPart($0.text) }
    var lead: (blocks: [Int], section: Int, isCriterion: Bool, contexts: [ClaimContext]) =
      ([], -1, false, [])
    var headed: (section: Int, heading: String?) = (-1, nil)
    for (place, claim) in checklist.claims.enumerated() where claim.doubt == nil && !claim.isLoose {
      let after = paragraphs.partitioned { blocks[$0].startLine > claim.location.line }
      guard after > 0 else { continue }
      if claim.isCriterion, let doubt = placeDoubt(ofSection: claim.section) {
        checklist.claims[place] = claim.doubted(by: doubt)
        continue
      }
      if !claim.isCriterion {
        if headed.section != claim.section {
          headed = (claim.section, headingPlace(ofSection: claim.section))
        }
        if let heading = headed.heading {
          checklist.claims[place] = claim.doubted(by: heading)
          continue
        }
      }
      if let title = title(above: claim, among: titles) {
        checklist.claims[place] = claim.doubted(by: title)
        continue
      }
      // A comment of a block may have no paragraph above it in its section.
      guard
        blocks[paragraphs[after - 1]].startLine
          >= checklist.sections[claim.section].location.line
      else { continue }
      let leads = contextBlocks(of: paragraphs[after - 1])
      if leads.isEmpty { continue }
      // Of many claims below the same words these are looked at once.
      if lead.blocks != leads || lead.section != claim.section
        || lead.isCriterion != claim.isCriterion
      {
        let evidence =
          claim.isCriterion
          ? Self.contextWords(checklist.sections[claim.section].heading)
          : evidenceWords(inSection: claim.section)
        lead = (
          leads, claim.section, claim.isCriterion,
          leads.compactMap { context(ofBlock: $0, evidence) }
        )
      }
      let own = Self.contextWords(claim.text)
      if let context = lead.contexts.first(where: { !$0.isSaid(in: own) }) {
        checklist.claims[place] = claim.doubted(by: context.text)
      }
    }
  }

  /// The heading of a section when it names a machine, a stage or a path, "Disk on db1 and db2", "Production", of
  /// which no command in the section says anything, while there are some.
  private func headingPlace(ofSection id: Int) -> String? {
    let section = checklist.sections[id]
    let heading = section.heading
    // A title is about the whole document.
    let isTitle = section.level == 1 && id == 1 && checklist.sections.count > 2
    guard section.level > 0, !isTitle, heading.utf8.count <= 120 else { return nil }
    let names = heading.split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "-" }.filter {
      $0.hasPrefix("/") && $0.count > 1 || Self.namesMachine($0)
        || Self.stages.contains($0.lowercased())
    }
    guard !names.isEmpty else { return nil }
    let scripts = checklist.steps.filter { $0.section == id }.map { $0.script.lowercased() }
    if scripts.isEmpty { return nil }
    let isSaid = names.allSatisfy { name in scripts.contains { $0.holds(name.lowercased()) } }
    return isSaid ? nil : heading
  }

  /// "db1", "web-2": a kind of machine and its number.
  static func namesMachine(_ word: some StringProtocol) -> Bool {
    guard word.last?.isNumber == true, word.utf8.count <= 24 else { return false }
    let letters = word.prefix { $0.isLetter }
    let rest = word.dropFirst(letters.count)
    return hosts.contains(letters.lowercased())
      && rest.allSatisfy { $0.isNumber || $0 == "-" }
  }

  private static let hosts = [
    "db", "web", "node", "app", "host", "server", "worker", "redis", "pg", "eu", "us",
  ]
  static let stages = WordList.words("Contexts.stages")

  /// True for a title that names a place, a time or a circumstance: "Node db2", "Under load".
  private func namesPart(_ title: String) -> Bool {
    let words = ProseWords.words(in: title)
    return (1...8).contains(words.count) && !HandStep.unfolds(words)
      && (words.contains { Self.places.contains($0) } || title.contains(where: \.isNumber)
        || ProseWords.standard.opens(words, with: .whenOrWhere))
  }

  /// The title in HTML that a claim stands under, where neither the commands nor the claim say what it
  /// says.
  private mutating func title(above claim: Claim, among titles: [HTMLTitle]) -> String? {
    let after = titles.partitioned { $0.lines.lowerBound > claim.location.line }
    // Those that have ended stand in between; nobody writes more.
    guard
      let title = titles[..<after].suffix(32).last(where: {
        $0.lines.contains(claim.location.line)
      })
    else { return nil }
    let known = evidenceWords(inSection: claim.section).union(Self.contextWords(claim.text))
    let isSaid = ProseWords.words(in: title.text).allSatisfy { word in
      Self.leading.contains(word) || known.contains(word) || known.contains(Self.singular(word))
    }
    return isSaid && !title.text.contains(where: \.isNumber) ? nil : title.text
  }

  /// The heading of a section of criteria that names a place, a time or people and is none of the decision
  /// itself: "In production", "After the failover".
  private func placeDoubt(ofSection id: Int) -> String? {
    let heading = checklist.sections[id].heading
    let words = ProseWords.words(in: heading)
    guard words.count <= 6, words.contains(where: { Self.places.contains($0) }),
      Polarity.role(of: heading) == nil, !GateHeading.namesDecision(heading),
      !ProseWords.standard.isPhrase(heading, .success)
    else { return nil }
    return heading
  }

  /// The paragraphs that the one at `index` stands under: those that open the entries around it, and those
  /// right above its lists or itself that lead to them, up to the last block of code.
  private func contextBlocks(of index: Int) -> [Int] {
    var found: [Int] = []
    var current = index
    var levels = 0
    if blocks[index].parent.map({ blocks[$0].kind == .item && $0 + 1 == index }) != true,
      let before = blockBefore(index), isDangling(before)
    {
      found.append(before)
    }
    while let parent = blocks[current].parent, levels < 16 {
      levels += 1
      switch blocks[parent].kind {
      case .item where parent + 1 != index && blocks[parent + 1].kind == .paragraph:
        found.append(parent + 1)
      case .list:
        if let lead = leadBlocks[parent], isDangling(lead) { found.append(lead) }
      default: break
      }
      current = parent
    }
    return found
  }

  /// True for a paragraph that leads to what comes: it ends in a colon, or is bold as a whole.
  private func isDangling(_ index: Int) -> Bool {
    guard blocks[index].kind == .paragraph, let last = passages[index].last else { return false }
    return last.isLeadIn || last.sentences.last.map { $0.text.hasSuffix(":") } == true
      || namesPlace(last.text)
  }

  /// "Production" alone above a list: a title, however it is drawn.
  private func namesPlace(_ text: String) -> Bool {
    guard text.utf8.count <= 40, let last = text.last, !".!?,;".contains(last) else { return false }
    let words = ProseWords.words(in: text)
    return (1...3).contains(words.count) && words.contains { Self.places.contains($0) }
  }

  /// What the paragraph at `index` says of what stands under it beyond `known`, or nil when that is nothing.
  private func context(ofBlock index: Int, _ known: Set<String>) -> ClaimContext? {
    guard let passage = passages[index].last, let sentence = passage.sentences.last else {
      return nil
    }
    let text = Self.withoutBox(sentence.text)
    let label = String(Self.trimmedLabel(text))
    if text.utf8.count > 300 || ExpectationLabel.meaning(of: label) != nil { return nil }
    let words = ProseWords.words(in: text)
    // A bold title names what is looked at; what stands in an entry and leads nowhere, does so, too.
    let isTitle = !text.hasSuffix(":") && !text.hasSuffix("：") && passage.label == passage.text
    let namesMachine = text.split { " ,()".contains($0) }.contains(where: Self.namesMachine)
    if isTitle, !namesMachine, !words.contains(where: { Self.places.contains($0) }) { return nil }
    // Other readers know what it says of GO and NO-GO, of going back and of alerts.
    if Polarity.role(of: text) != nil || TriggerText.kind(of: text) != nil { return nil }
    let others = words.filter { word in
      !Self.leading.contains(word) && !known.contains(word) && !known.contains(Self.singular(word))
    }
    let hasNumber = WordSplit.lettersAndDigits(in: text[...]).contains {
      $0.contains(where: \.isNumber)
    }
    return words.isEmpty || others.isEmpty && !hasNumber
      ? nil : ClaimContext(text: text, words: others, hasNumber: hasNumber)
  }

  /// The words of a section's heading and of what it runs as far as the document has been read.
  mutating func evidenceWords(inSection id: Int) -> Set<String> {
    if evidence.section == id, evidence.steps == checklist.steps.count { return evidence.words }
    var words = Self.contextWords(checklist.sections[id].heading)
    for step in checklist.steps where step.section == id {
      words.formUnion(Self.contextWords(String(step.script.prefix(20_000))))
    }
    evidence = (id, checklist.steps.count, words)
    return words
  }

  /// The words of a text, each also without its plural s.
  static func contextWords(_ text: String) -> Set<String> {
    let words = ProseWords.words(in: text)
    return Set(words).union(words.map(singular))
  }

  /// A word without its plural s.
  static func singular(_ word: String) -> String {
    word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static let places = WordList.words("Contexts.places")
  /// Words that lead to something and say nothing of it.
  static let leading = WordList.words("Contexts.leading")
}
