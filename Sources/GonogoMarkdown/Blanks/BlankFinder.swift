internal import GonogoCore

/// Finds every blank of a document that is not made by ticking.
struct BlankFinder {
  private let document: Document
  private let blocks: [MarkdownBlock]
  private let references: ReferenceNames
  private let lineBlanks: LineBlanks
  /// True when some table has a tick in a cell.
  private let hasTicks: Bool

  init(document: Document, blocks: [MarkdownBlock]) {
    self.document = document
    self.blocks = blocks
    references = ReferenceNames(document)
    lineBlanks = LineBlanks(document: document, blocks: blocks)
    hasTicks = blocks.contains { block in
      block.kind == .paragraph && block.text.utf8.contains(0x7C)
        && (block.text.holds("✅") || block.text.holds("☑")
          || block.text.holds(":white_check_mark:"))
    }
  }

  /// All of them, in no order.
  func blanks() -> [FoundBlank] {
    var found: [FoundBlank] = []
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .paragraph: found += blanks(inParagraph: index)
      case .heading:
        found += blanks(inHeading: block)
        if let blank = lineBlanks.heading(at: index) { found.append(blank) }
      case .thematicBreak:
        if let blank = lineBlanks.underscores(at: index) { found.append(blank) }
      case .code(let info): found += FormFence.blanks(in: block, info: info, of: document)
      case .html, .list, .item, .quote: break
      }
    }
    found += NumberedLines.blanks(among: blocks, of: document)
    found += StandInList.blanks(among: blocks, of: document)
    found += PromptBlanks(document: document, blocks: blocks).blanks()
    return withoutTentative(found)
  }

  /// Names and versions in code spans are places to fill only in a document whose other text has some,
  /// too: else they may be what the document speaks about. Words that may be picked from are a choice
  /// only beside another place to fill, and so is a name in a code span behind a label; a heading with nothing under it and a row with nothing in it
  /// are places only in a document with others.
  private func withoutTentative(_ found: [FoundBlank]) -> [FoundBlank] {
    guard found.contains(where: \.isTentative) else { return found }
    let certain = found.filter { !$0.isTentative }
    func isTemplate(_ shape: Blank.Shape) -> Bool {
      certain.contains { $0.shape == shape && !$0.isInFence }
        && (shape != .mask || certain.contains { document.text($0.range).holds("X.Y") })
    }
    let kept: [Blank.Shape: Bool] = [
      .mustache: isTemplate(.mustache) || isNamed(found), .mask: isTemplate(.mask),
    ]
    let lines = Set(certain.map { document.lines.line(at: $0.range.lowerBound) })
    return found.filter { blank in
      guard blank.isTentative else { return true }
      if blank.shape == .label || blank.shape == .emptyCell { return !certain.isEmpty }
      guard [.choice, .placeholder, .angle].contains(blank.shape) else {
        return kept[blank.shape] ?? false
      }
      let line = document.lines.line(at: blank.range.lowerBound)
      return (line - 3...line + 3).contains { lines.contains($0) }
    }
  }

  /// One name in code spans all over a document, and no word that explains it.
  private func isNamed(_ found: [FoundBlank]) -> Bool {
    let names = found.filter { $0.isTentative && $0.shape == .mustache }.map {
      document.text($0.range)
    }
    return names.count >= 4 && names.contains { name in names.count { $0 == name } >= 3 }
  }

  private func blanks(inParagraph index: Int) -> [FoundBlank] {
    let paragraph = ProseParagraph(index, blocks: blocks, document: document)
    var found: [FoundBlank] = []
    if let text = paragraph.text(in: document) {
      found += BlankScanner.blanks(in: text, of: document, references: references)
    }
    found += lineBlanks.labels(in: paragraph, at: index)
    if let table = paragraph.table {
      found += CellReader(table, of: document, references: references, hasTicks: hasTicks)
        .blanks()
    }
    return found
  }

  /// A heading may ask for something behind a colon, or name it `{{so}}`; its words alone are its
  /// name.
  private func blanks(inHeading block: MarkdownBlock) -> [FoundBlank] {
    let asks =
      block.text.firstColon != nil || block.text.holds("{{")
      || block.text.holds("REPLACE_")
    guard asks else { return DateMask.blank(inHeading: block, of: document).map { [$0] } ?? [] }
    // A heading that is underlined may have several lines.
    let count = block.text.utf8.count { $0 == 0x0A } + 1
    return (block.startLine..<block.startLine + count).flatMap { blanks(inHeadingLine: $0) }
  }

  private func blanks(inHeadingLine number: Int) -> [FoundBlank] {
    let line = document.contentRange(ofLine: number)
    guard document.bytes[line].contains(where: { "_[<{".utf8.contains($0) }) else {
      return []
    }
    return BlankScanner.blanks(in: line, of: document, references: references).filter {
      if $0.shape == .mustache { return true }
      // A heading may speak of versions in general.
      if $0.shape == .mask { return document.text($0.range).holds("REPLACE_") }
      return [.underscores, .brackets, .angle].contains($0.shape) && !$0.label.isEmpty
        && document.text(line.lowerBound..<$0.range.lowerBound).firstColon != nil
    }
  }
}
