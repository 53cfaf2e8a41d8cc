internal import GonogoCore

/// Finds every blank of a document that is not made by ticking.
struct BlankFinder {
  private let document: Document
  private let blocks: [MarkdownBlock]
  private let references: ReferenceNames
  private let lineBlanks: LineBlanks

  init(document: Document, blocks: [MarkdownBlock]) {
    self.document = document
    self.blocks = blocks
    references = ReferenceNames(document)
    lineBlanks = LineBlanks(document: document, blocks: blocks)
  }

  /// All of them, in no order.
  func blanks() -> [FoundBlank] {
    var found: [FoundBlank] = []
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .paragraph: found += blanks(inParagraph: index)
      case .heading: found += blanks(inHeading: block)
      case .thematicBreak:
        if let blank = lineBlanks.underscores(at: index) { found.append(blank) }
      case .code(let info): found += FormFence.blanks(in: block, info: info, of: document)
      case .html, .list, .item, .quote: break
      }
    }
    return found
  }

  private func blanks(inParagraph index: Int) -> [FoundBlank] {
    let paragraph = ProseParagraph(index, blocks: blocks, document: document)
    var found: [FoundBlank] = []
    if let text = paragraph.text(in: document) {
      found += BlankScanner.blanks(in: text, of: document, references: references)
    }
    found += lineBlanks.labels(in: paragraph, at: index)
    if let table = paragraph.table {
      found += CellReader(table, of: document, references: references).blanks()
    }
    return found
  }

  /// A heading may ask for something behind a colon, or name it `{{so}}`; its words alone are its
  /// name.
  private func blanks(inHeading block: MarkdownBlock) -> [FoundBlank] {
    let asks = block.text.contains { ":：".contains($0) } || block.text.contains("{{")
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
      return [.underscores, .brackets, .angle].contains($0.shape) && !$0.label.isEmpty
        && document.text(line.lowerBound..<$0.range.lowerBound).contains { ":：".contains($0) }
    }
  }
}
