internal import GonogoCore

/// Lists of numbers with nothing behind them, drawn for as many answers as there are: "1. ", "2. ", "3. ".
enum NumberedLines {
  /// The places behind the numbers. Where no blank follows the number, what is written there would end the
  /// list, so such an entry is none.
  static func blanks(among blocks: [MarkdownBlock], of document: Document) -> [FoundBlank] {
    var found: [FoundBlank] = []
    var items: [Int] = []
    func finish() {
      defer { items = [] }
      guard items.count >= 2 else { return }
      let label = label(of: items[0], among: blocks)
      found += items.compactMap { blank(of: $0, label, among: blocks, of: document) }
    }
    for (index, block) in blocks.enumerated() where block.kind == .item {
      if let last = items.last, blocks[last].parent != block.parent { finish() }
      if isEmpty(index, among: blocks) { items.append(index) } else { finish() }
    }
    finish()
    return found
  }

  /// True for an entry without anything in it.
  private static func isEmpty(_ index: Int, among blocks: [MarkdownBlock]) -> Bool {
    index + 1 == blocks.count || blocks[index + 1].parent != index
  }

  private static func blank(
    of item: Int, _ label: String, among blocks: [MarkdownBlock], of document: Document
  ) -> FoundBlank? {
    let line = document.contentRange(ofLine: blocks[item].startLine)
    let bytes = document.bytes[line].drop { $0 == 0x20 || $0 == 0x3E }
    let digits = bytes.prefix { 0x30...0x39 ~= $0 }
    let rest = bytes[digits.endIndex...]
    guard (1...3).contains(digits.count), let sign = rest.first, sign == 0x2E || sign == 0x29,
      rest.dropFirst().first == 0x20, rest.dropFirst().allSatisfy({ $0 == 0x20 })
    else { return nil }
    let place = digits.endIndex + 2
    var blank = FoundBlank(range: place..<place, label: label, shape: .label)
    blank.isPersonal = true
    blank.isRoom = true
    return blank
  }

  /// The text or heading above the list.
  private static func label(of item: Int, among blocks: [MarkdownBlock]) -> String {
    guard let list = blocks[item].parent, list > 0 else { return "" }
    switch blocks[list - 1].kind {
    case .paragraph, .heading:
      let last = blocks[list - 1].text.lines.last.map { String($0) } ?? ""
      return last.utf8.count <= 160 ? BlankLabel.cleaned(last) : ""
    default: return ""
    }
  }
}
