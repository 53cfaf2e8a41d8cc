internal import GonogoCore

/// Sentences that tell the reader not to go on: "If this fails, stop."
extension ChecklistBuilder {
  /// Longer paragraphs explain.
  private static let mostStopBytes = 1_200

  /// Reads the sentences of a paragraph, an item or a quote.
  mutating func readStops(_ index: Int, _ block: MarkdownBlock) {
    guard section.role != .conditional else { return }
    let words = SentenceWords(block.text)
    let passages = passages[index]
    if LooseGate.mayBeMade(by: words) { noteGates(in: passages) }
    guard words.mayStop, block.text.utf8.count <= Self.mostStopBytes else { return }
    for (text, line) in passages.filter({ !Self.isAnswer($0) }).flatMap(\.sentences) {
      guard let meaning = StopSentence.meaning(of: text) else { continue }
      stop(section.id, line)
      if ProseWords.standard.has(.aforesaid, in: text), !hasContent(section.id) {
        stopBefore(section.id, line)
      }
      if meaning == .approved, approvalGate == nil { approvalGate = (line, text) }
    }
  }

  /// Keeps the sentences that let nobody go on before something is so, until all else has been read.
  private mutating func noteGates(in passages: [Passage]) {
    for passage in passages {
      // The rows of a table are read by their cells.
      let isRow = passage.lines.map { $0.utf8.first == UInt8(ascii: "|") }
      looseGates += LooseText.all(in: passage, section: section.id).filter { text in
        let offset = text.lines.lowerBound - passage.line
        return !(isRow.indices.contains(offset) && isRow[offset]) && LooseGate.isMade(by: text.text)
      }
    }
  }

  /// "**Expected**: do not continue", which is what comes out.
  private static func isAnswer(_ passage: Passage) -> Bool {
    guard let meaning = passage.label.flatMap(ExpectationLabel.meaning) else { return false }
    return meaning != .onFailure
  }

  private mutating func stop(_ id: Int, _ line: Int) {
    guard checklist.sections[id].stopsWhenFailing == nil else { return }
    checklist.sections[id].stopsWhenFailing = SourceLocation(line: line)
    statedStops.insert(id)
  }

  /// What stands above is over when "Only go on if all checks above pass." opens a section.
  private mutating func stopBefore(_ id: Int, _ line: Int) {
    guard id > 1 else { return }
    var current: Int? = id - 1
    while let above = current, !checklist.isSection(id, within: above) {
      if checklist.sections[above].role != .conditional { stop(above, line) }
      current = checklist.sections[above].parent
    }
  }

  private func hasContent(_ id: Int) -> Bool {
    checklist.steps.last.map { $0.section == id } == true
      || checklist.claims.last.map { $0.section == id } == true
  }

  /// A sentence in front of sections speaks of each of them, where nothing else stands there.
  mutating func finishStops() {
    guard !statedStops.isEmpty else { return }
    let own = Set(checklist.steps.map(\.section)).union(checklist.claims.map(\.section))
    var spreading = statedStops.subtracting(own)
    for id in checklist.sections.indices {
      let section = checklist.sections[id]
      guard let above = section.parent, spreading.contains(above), section.role != .conditional
      else { continue }
      spreading.insert(id)
      guard section.stopsWhenFailing == nil else { continue }
      checklist.sections[id].stopsWhenFailing = checklist.sections[above].stopsWhenFailing
    }
  }
}

extension SentenceWords {
  /// True when it has some of the words by which one tells the reader not to go on.
  var mayStop: Bool {
    has(.noFurther) || has(.haltHere) || has(.halting) || has(.goOnOnly) || has(.beforeGoing)
      || has(.pausing)
  }
}
