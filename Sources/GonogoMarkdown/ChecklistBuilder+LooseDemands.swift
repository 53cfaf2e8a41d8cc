internal import GonogoCore

/// Demands that no reader took. They are asked: what is not understood is never passed over.
extension ChecklistBuilder {
  /// Adds them once all else has been read.
  mutating func readLooseDemands() {
    let ground = DemandGround(checklist)
    let read = ReadLines(checklist)
    var sections = SectionCursor(checklist.sections)
    let count = checklist.claims.count
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .paragraph, .heading, .html: break
      default: continue
      }
      let id = sections.section(atLine: block.startLine)
      guard let kind = ground.kind(in: id) else { continue }
      for (text, line) in looseDemands(in: block, index, read) where ground.counts(text, in: id) {
        let isReason = kind == .trigger || LooseDemand.isReason(text)
        checklist.claims.append(
          Claim(
            id: checklist.claims.count, kind: isReason ? .trigger : .expectation, section: id,
            text: text, weight: WeightText.weight(of: text) ?? sectionWeights[id] ?? .plain,
            isLoose: true, location: SourceLocation(line: line)))
      }
    }
    if checklist.claims.count > count { sortClaims() }
  }

  private func looseDemands(
    in block: MarkdownBlock, _ index: Int, _ read: ReadLines
  ) -> [(text: String, line: Int)] {
    switch block.kind {
    case .heading:
      // A heading names; only what must be counts, and a limit.
      let text = Self.joined(block.text)
      guard !read.holds(text, on: block.startLine..<block.startLine + 1, isAlone: true),
        !ConditionalText.isHeading(text), LooseDemand.isMade(byHeading: text)
      else { return [] }
      return [(text, block.startLine)]
    case .html:
      return TagText.lines(of: block.text).enumerated().compactMap { offset, text in
        LooseDemand.isMade(by: text) ? (text, block.startLine + offset) : nil
      }
    default: break
    }
    if block.text.utf8.contains(0x7C), let rows = looseRows(in: index, read) { return rows }
    var found: [(text: String, line: Int)] = []
    for passage in Passage.all(of: block, in: document) {
      let sentences = passage.sentences
      let end = passage.line + max(1, passage.lines.count)
      for sentence in sentences
      where !read.holds(sentence.text, on: sentence.line..<end, isAlone: sentences.count == 1)
        && LooseDemand.isMade(by: Self.withoutCodes(sentence.text, passage.codes))
      {
        found.append((sentence.text, sentence.line))
      }
    }
    return found
  }

  /// The rows of a table with a cell that makes a demand; nil when the block holds no table.
  private func looseRows(in index: Int, _ read: ReadLines) -> [(text: String, line: Int)]? {
    guard let table = ProseParagraph(index, blocks: blocks, document: document).table else {
      return nil
    }
    let prose = ProseWords.standard
    let columns = table.header.cells.map { cell in
      let name = PlainPiece.text(cell.content, of: document)
      return !TargetTable.isColumn(name, .actual)
        && !prose.has(.baseline, among: ProseWords.words(in: name.prefix(80)))
    }
    return table.rows.compactMap { row in
      guard !read.isTaken(row.line) else { return nil }
      let cells = row.cells.map { PlainPiece.text($0.content, of: document) }
      let place = cells.indices.last { place in
        place < columns.count && columns[place] && LooseDemand.isMade(byCell: cells[place])
      }
      guard let place else { return nil }
      let name = cells.first { $0.contains(where: \.isLetter) } ?? ""
      return (name == cells[place] ? name : "\(name): \(cells[place])", row.line)
    }
  }

  /// A sentence with a letter in place of each code span: what is typed demands nothing.
  private static func withoutCodes(_ text: String, _ codes: [InlineCode]) -> String {
    var plain = text
    for code in codes.prefix(16) where code.text.utf8.count > 1 {
      guard let range = plain.firstRange(of: code.text) else { continue }
      plain.replaceSubrange(range, with: "x")
    }
    return plain
  }
}
