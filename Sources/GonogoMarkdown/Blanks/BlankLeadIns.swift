internal import GonogoCore

/// Finds what stands above a blank and says of what, or of when, it is: "Before:", "Target values:".
struct BlankLeadIns {
  private let document: Document
  private let blocks: [MarkdownBlock]
  /// For each block the one before it in the same container, HTML left out.
  private let before: [Int?]
  /// What was found last, for the next blank in the same block.
  private var cached: (block: Int, texts: [String], hasLines: Bool) = (-1, [], false)

  /// Nobody nests deeper by hand, and nobody writes more blanks under one lead-in.
  private static let mostLevels = 16
  private static let mostLines = 40

  init(document: Document, blocks: [MarkdownBlock]) {
    self.document = document
    self.blocks = blocks
    var before: [Int?] = []
    before.reserveCapacity(blocks.count)
    // The last of the children of each block so far; at the end those of the document.
    var last = [Int?](repeating: nil, count: blocks.count + 1)
    for (index, block) in blocks.enumerated() {
      let parent = block.parent ?? blocks.count
      before.append(last[parent])
      if block.kind != .html { last[parent] = index }
    }
    self.before = before
  }

  /// The lead-ins of a blank on `line`, from the inside out.
  mutating func texts(above line: Int, shape: Blank.Shape) -> [String] {
    let after = blocks.partitioned { $0.startLine > line }
    guard after > 0 else { return [] }
    if cached.block != after - 1 {
      cached = (after - 1, texts(around: after - 1), !isTable(blocks[after - 1]))
    }
    guard shape != .label, cached.hasLines,
      let label = label(above: line, in: blocks[after - 1])
    else { return cached.texts }
    return [label] + cached.texts
  }

  /// What leads to a block and to everything around it.
  private func texts(around block: Int) -> [String] {
    var texts: [String] = []
    var node: Int? = block
    var levels = 0
    while let index = node, levels < Self.mostLevels {
      levels += 1
      if let text = leadIn(of: index) { texts.append(text) }
      node = blocks[index].parent
    }
    return texts
  }

  private func isTable(_ block: MarkdownBlock) -> Bool {
    block.kind == .paragraph && block.text.utf8.contains(0x7C)
  }

  /// The nearest line above in the same paragraph or form that is a label with nothing behind it.
  private func label(above line: Int, in block: MarkdownBlock) -> String? {
    var above = line - 1
    while above >= block.startLine, line - above <= Self.mostLines {
      let range = document.contentRange(ofLine: above)
      if range.count <= 400, Self.endsAsLabel(document.bytes[range]) {
        let text = BlankLabel.cleaned(document.text(range))
        if !text.isEmpty { return text }
      }
      above -= 1
    }
    return nil
  }

  /// What leads to a paragraph, a table or a list.
  private func leadIn(of index: Int) -> String? {
    let isPart: Bool
    switch blocks[index].kind {
    case .list, .code: isPart = true
    case .paragraph: isPart = isTable(blocks[index])
    default: return nil
    }
    var current = before[index]
    for _ in 0..<Self.mostLines {
      guard let above = current else { return nil }
      switch blocks[above].kind {
      case .paragraph:
        if let text = leadIn(blocks[above], isClose: isPart && above == before[index]) {
          return text
        }
        guard holdsBlank(blocks[above]) else { return nil }
      // Another bullet or a comment begins a new list for CommonMark, not for its author.
      case .list: break
      default: return nil
      }
      current = before[above]
    }
    return nil
  }

  /// The last sentence of a paragraph that opens what follows: it ends as a label does, is bold as a
  /// whole, or stands right above a list or a table, or before the list of its own item.
  private func leadIn(_ paragraph: MarkdownBlock, isClose: Bool) -> String? {
    let text = paragraph.text
    guard !text.isEmpty, !isTable(paragraph) else { return nil }
    let isLabel = Self.endsAsLabel(text.utf8) || paragraph.leadingBold == text
    guard isLabel || isClose && !holdsBlank(paragraph) else { return nil }
    // "Expected: speed < 500 ms" says what it says by itself.
    if !isLabel, !isOfItem(paragraph), text.firstColon != nil { return nil }
    let last = text.utf8.suffix(400)
    var start = last.startIndex
    for (place, next) in zip(last.indices, last.indices.dropFirst())
    where last[place] == UInt8(ascii: ".") && (last[next] == 0x20 || last[next] == 0x0A) {
      start = next
    }
    return String(decoding: last[start...], as: UTF8.self)
  }

  private func isOfItem(_ paragraph: MarkdownBlock) -> Bool {
    paragraph.parent.map { blocks[$0].kind == .item } ?? false
  }

  private func holdsBlank(_ paragraph: MarkdownBlock) -> Bool { paragraph.text.holds("___") }

  private static func endsAsLabel(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    var text = text[...]
    while let last = text.last, " *\t\r".utf8.contains(last) { text.removeLast() }
    // Bold, and no blank.
    if text.suffix(2).elementsEqual("__".utf8), text.dropLast(2).last != UInt8(ascii: "_") {
      text.removeLast(2)
    }
    return text.last == UInt8(ascii: ":") || text.suffix(3).elementsEqual("：".utf8)
  }
}
