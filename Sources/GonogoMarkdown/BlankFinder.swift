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
    return withoutTentative(found)
  }

  /// Names in code spans are places to fill only in a document whose other text has some, too: else
  /// they may be what the document speaks about.
  private func withoutTentative(_ found: [FoundBlank]) -> [FoundBlank] {
    guard found.contains(where: \.isTentative) else { return found }
    let isTemplate = found.contains { $0.shape == .mustache && !$0.isTentative && !$0.isInFence }
    return isTemplate ? found : found.filter { !$0.isTentative }
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
    guard asks else { return [] }
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
