internal import GonogoCore

/// Demands that no reader took. They are asked: what is not understood is never passed over.
extension ChecklistBuilder {
  /// Adds them once all else has been read.
  mutating func readLooseDemands() {
    let ground = DemandGround(checklist)
    let read = ReadLines(checklist)
    let checks = checkLists
    // What is written there is a place to fill, or what a box stands for.
    let open = Set((checklist.blanks + checklist.conditionalBlanks).map(\.location.line))
      .union(checklist.claims.filter { $0.box != nil }.map(\.location.line))
    var sections = SectionCursor(checklist.sections)
    var found: [LooseText] = []
    for (index, block) in blocks.enumerated() {
      let id = sections.section(atLine: block.startLine)
      guard let kind = ground.kind(of: id) else { continue }
      switch block.kind {
      case .paragraph, .heading, .html:
        for text in looseTexts(in: block, index, section: id).map({ $0.statingNothing(on: open) })
        where !read.holds(text)
          && (isLoose(text, in: block, kind)
            || listOpened(by: index).map(checks.contains) == true && isChecked(text))
        {
          found.append(text)
        }
        if kind != .strong { found += looseTexts(inCommentsOf: block, index, section: id) }
      case .code where kind != .strong:
        found += looseTexts(inFence: block, section: id).filter {
          !read.isTaken($0.lines.lowerBound)
        }
      default: continue
      }
    }
    let texts = Dictionary(grouping: found, by: \.lines.lowerBound)
    found += looseGates.filter { gate in
      !ground.isTold(gate.section) && !read.holds(gate)
        && texts[gate.lines.lowerBound]?.contains { $0.text == gate.text } != true
    }
    readLeftovers(besides: found, read, open)
    if found.isEmpty { return }
    for text in found {
      let isReason =
        text.adverse != nil || ground.holdsReasons(text.section) || LooseDemand.isReason(text.text)
      checklist.claims.append(
        Claim(
          id: checklist.claims.count, kind: isReason ? .trigger : .expectation,
          section: text.section,
          text: text.shown,
          weight: WeightText.weight(of: text.text) ?? sectionWeights[text.section] ?? .plain,
          isLoose: true, location: SourceLocation(line: text.lines.lowerBound)))
    }
    sortClaims()
  }

  /// The lists whose lead-in says that their entries are checked.
  private var checkLists: Set<Int> {
    Set(
      leadBlocks.filter { _, lead in
        blocks[lead].kind == .paragraph
          && passages[lead].last?.sentences.last.map { CheckLists.isAnnounced(by: $0.text) } == true
      }.keys)
  }

  /// The list of which the paragraph at `index` opens an entry, or nil.
  private func listOpened(by index: Int) -> Int? {
    guard let item = blocks[index].parent, blocks[item].kind == .item, item + 1 == index else {
      return nil
    }
    return blocks[item].parent
  }

  private func isLoose(
    _ text: LooseText, in block: MarkdownBlock, _ ground: DemandGround.Kind
  ) -> Bool {
    if case .heading = block.kind {
      // Whether a draft may be gone by, somebody has to say.
      if checklist.sections[text.section].level <= 1, ConditionalText.isDraft(text.text) {
        return true
      }
      // A heading names; only what must be counts, and a limit.
      return !ConditionalText.isHeading(text.text) && LooseDemand.isMade(byHeading: text.text)
    }
    let words = ProseWords.words(in: text.text)
    if text.adverse != nil, ground != .cases { return true }
    // "Confirm that no campaign sends twice."
    if text.cells.isEmpty, ground != .cases, isConfirmed(text.text, words, in: block) {
      return true
    }
    switch ground {
    case .cases where ProseWords.standard.firstWord(of: .if, in: words) == nil: return false
    case .strong:
      if !text.cells.isEmpty { return text.decides }
      // Far from anything that is run only what must be counts, and a limit.
      return saysSo(text.text, words)
        && !ProseWords.standard.opens(words, with: .if)
        && (LooseDemand.obliges(text.text, words)
          || LooseDemand.demandBehindDash(in: text.text) != nil)
    case .rules where text.cells.isEmpty && !isNested(block) && isRule(text, words): return true
    // "No open issues" needs no answer beside what it says.
    case .everything
    where ConditionalText.isOpenIssues(checklist.sections[text.section].heading)
      && ProseWords.standard.opens(words, with: .none) && words.count <= 3
      && words.count > 1:
      return false
    case .everything where text.cells.isEmpty && isStatement(text.text, words): return true
    case .rules where text.cells.contains { OutcomeWords.decides($0) }: return true
    default: break
    }
    if !text.cells.isEmpty {
      if text.cells.contains(where: LooseGate.isMade) { return true }
      return text.isDemanded || text.cells.contains(where: LooseDemand.isMade(byCell:))
    }
    if LooseDemand.isMade(by: Self.withoutCodes(text.text, block.codes)) { return true }
    return ground != .cases
      && LooseErrand.isMade(
        by: text.text, words,
        block.codes.lazy.filter { $0.line + block.startLine == text.lines.lowerBound }
          .prefix(16).map(\.text))
  }

  /// "The count must read 126", "All tests must pass", "The replica should be healthy within 5 minutes".
  private func saysSo(_ text: String, _ words: [String]) -> Bool {
    if text.last.map({ ":：".contains($0) }) == true { return false }
    // "All tests must pass"
    if words.count <= 8, words.contains(where: { Self.musts.contains($0) }),
      ProseWords.standard.has(.passing, among: words)
    {
      return true
    }
    guard text.contains(where: \.isNumber), words.count <= 20 else { return false }
    return Checkable.statesLimit(text) || words.contains { Self.musts.contains($0) }
      || ProseWords.standard.has(.state, among: words)
  }

  private static let musts = WordList.words("LooseDemand.musts")

  /// True for an order to make sure of something, of which nobody can say what would show it. A bold title
  /// names what stands below, and "Make sure that you …" speaks of how to work.
  private func isConfirmed(_ text: String, _ words: [String], in block: MarkdownBlock) -> Bool {
    guard words.count >= 4, let last = text.last, !":：?？".contains(last),
      block.leadingBold.map(Self.joined) != text,
      block.codes.first.map({ text.hasPrefix($0.text) }) != true
    else { return false }
    return ProseWords.standard.opens(words, with: .sureOf)
      && !words.prefix(4).contains { $0 == "you" || $0 == "your" }
      && !words.starts(with: ["make", "sure", "to"])
      && text.firstColon.map { text[..<$0].utf8.count > 24 } != false
  }

  /// True for an entry of a list of checks that says how something is, or is a sentence: "Cards show the
  /// counts", "`rules === 0`", "Start it and verify that it runs". Names of things, tasks and links are none.
  private func isChecked(_ text: LooseText) -> Bool {
    let words = ProseWords.words(in: text.text)
    guard !text.text.holds("://"), let last = text.text.last, !":：?？".contains(last),
      !text.text.holds("__")
    else { return false }
    if text.text.holds("==") { return true }
    guard words.count >= 3 || text.text.hasWideSigns else { return false }
    let prose = ProseWords.standard
    let isSure = prose.has(.sureOf, among: words)
    if TriggerText.isDeed(text.text) || words.first.map(LooseDemand.isTask) == true {
      return isSure
    }
    return isSure || ".。;；".contains(last) || prose.has(.state, among: words)
      || prose.has(.settledState, among: words) || prose.has(.passing, among: words)
      || prose.has(.shown, among: words)
  }

  /// True inside of an entry of an entry: what stands there is about the outer one.
  private func isNested(_ block: MarkdownBlock) -> Bool {
    guard let item = block.parent, blocks[item].kind == .item, let list = blocks[item].parent else {
      return false
    }
    return blocks[list].parent != nil
  }

  /// A sentence or bullet below "GO / NO-GO" that is neither a field, nor a task, nor what comes of it.
  private func isRule(_ text: LooseText, _ words: [String]) -> Bool {
    let heading = ProseWords.words(in: checklist.sections[text.section].heading)
    guard heading.count <= 4, isStatement(text.text, words), let first = words.first,
      !text.text.holds("__"), !NeedSentence.namesOutcome(text.text),
      !TriggerText.isDeed(text.text), !LooseDemand.isTask(first), first != "next",
      !text.text.contains(where: { "⬜☐□→".contains($0) })
    else { return false }
    guard let colon = text.text.firstColon else { return true }
    let label = String(text.text[..<colon])
    return !FieldLabel.isFormField(label) && ColumnHeading.kind(label) == nil
  }

  /// True for more than a word or a link, where every sentence counts.
  private func isStatement(_ text: String, _ words: [String]) -> Bool {
    guard let last = text.last, !":：?？".contains(last), text.utf8.count <= 400 else { return false }
    // "If NO-GO: …" says what is done then.
    let isCase = ProseWords.standard.opens(words, with: .if) && words.prefix(4).contains("go")
    let least = text.holds("://") ? 5 : 2
    return words.count >= least && words.first != "see" && !isCase
      || text.hasWideSigns
  }

  func looseTexts(
    in block: MarkdownBlock, _ index: Int, section: Int
  ) -> [LooseText] {
    let start = block.startLine
    switch block.kind {
    case .heading: return [LooseText(Self.joined(block.text), start..<start + 1, section)]
    case .html:
      return TagText.lines(of: block.text).enumerated().map { offset, line in
        LooseText(line.text, start + offset..<start + offset + 1, section)
      }
    default: break
    }
    let texts = passages[index].flatMap { LooseText.all(in: $0, section: section) }
    guard block.text.utf8.contains(0x7C) else { return texts }
    let paragraph = ProseParagraph(index, blocks: blocks, document: document)
    guard let table = paragraph.table else { return texts }
    let above = texts.filter { paragraph.textLines.contains($0.lines.lowerBound) }
    return above + looseRows(of: table, section: section)
  }

  private func looseRows(of table: Table, section: Int) -> [LooseText] {
    let names = table.header.cells.map { PlainPiece.text($0.content, of: document) }
    let isRead = names.map { name in
      let words = ProseWords.words(in: name)
      return !words.contains { Self.describingColumns.contains($0) }
        && (!TargetTable.isColumn(name, .actual) || isDemanding(name))
        && !ProseWords.standard.has(.baseline, among: ProseWords.words(in: name.prefix(80)))
    }
    // "| Metric | Limit |": what stands below is demanded, whatever it says.
    let demanded = names.indices.dropFirst().filter { isRead[$0] && isDemanding(names[$0]) }
    let decides = demanded.contains { namesDecision(names[$0]) }
    return table.rows.map { row in
      let texts = row.cells.map { PlainPiece.text($0.content, of: document) }
      let cells = zip(texts, isRead).filter { $0.1 && !$0.0.isEmpty }.map(\.0)
      let failed = names.indices.dropFirst().filter {
        $0 < texts.count && AdverseState.isStated(texts[$0], below: names[$0])
      }
      var text = LooseText(
        cells.joined(separator: ": "), row.line..<row.line + 1, section, cells: cells)
      // Who approves stands beside the place where it is written down.
      let isWritten = cells.contains { $0.holds("__") }
      let hasNumber = cells.contains { $0.contains(where: \.isNumber) }
      let isTransposed =
        texts.first.map(isDemanding) == true
        && cells.dropFirst().contains { $0.contains(where: \.isNumber) }
      text.isDemanded =
        isTransposed
        || demanded.contains { column in
          column < texts.count && (!isWritten || hasNumber)
            && !Checkable.isPlaceholder(texts[column])
        }
      text.decides = decides && text.isDemanded
      text.asides = zip(texts, isRead).filter { !$0.1 && !$0.0.isEmpty }.map(\.0)
      text.hasRoom =
        texts.dropFirst().contains(where: \.isEmpty)
        && (texts.dropFirst().allSatisfy(\.isEmpty) || texts.contains(where: Leftover.isTick))
      text.adverse = failed.first.map { texts[$0] }
      return text
    }
  }

  /// True for the name of a column that says what must be or must not: "Limit", "Abort if", "NO-GO".
  private func isDemanding(_ heading: String) -> Bool {
    let words = ProseWords.words(in: heading.lowercased().replacingAll("no-go", with: "nogo"))
    return (1...3).contains(words.count) && words.contains { Self.demandingColumns.contains($0) }
  }

  /// True for "Go threshold" and "No-go if"; "Go to" leads elsewhere.
  private func namesDecision(_ heading: String) -> Bool {
    let words = ProseWords.words(in: heading)
    guard words.count <= 4, let place = words.firstIndex(of: "go") else { return false }
    return place > 0 && words[place - 1] == "no"
      || place + 1 < words.count && Self.demandingColumns.contains(words[place + 1])
  }

  private static let describingColumns = WordList.words("LooseRows.describing")
  private static let demandingColumns = WordList.words("LooseRows.demanding")

  /// A sentence with a letter in place of each code span that is more than a word or a value: what is typed
  /// demands nothing, and "must be `10`" does.
  private static func withoutCodes(_ text: String, _ codes: [InlineCode]) -> String {
    var plain = text
    for code in codes.prefix(16) where !isPlain(code.text) {
      guard let range = plain.firstRange(of: code.text) else { continue }
      plain.replaceSubrange(range, with: "x")
    }
    return plain
  }

  private static func isPlain(_ code: String) -> Bool {
    let bytes = code.utf8.drop { "<>=".utf8.contains($0) }
    return bytes.count <= 1 || bytes.allSatisfy { $0 & 0xDF >= 0x41 && $0 & 0xDF <= 0x5A }
      || bytes.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x25 }
  }
}
