internal import GonogoCore

/// Tells a list that explains the states of boxes from a list of boxes.
enum LegendList {
  /// True when every item has a box in a state of its own, or another sign, and few words, under
  /// words that announce an explanation.
  static func isLegend(_ list: Int, _ blocks: [MarkdownBlock], _ document: Document) -> Bool {
    guard list > 0, list + 2 < blocks.count, announces(blocks[list - 1]) else { return false }
    var states: Set<[UInt8]> = []
    var count = 0
    var hasBox = false
    for index in blocks[(list + 1)...].indices {
      let block = blocks[index]
      if block.kind == .paragraph { continue }
      guard block.kind == .item, block.parent == list, count < 8 else { break }
      let range = document.contentRange(ofLine: block.startLine)
      guard range.count <= 80, let state = state(of: range, in: document) else { return false }
      states.insert(state.sign)
      hasBox = hasBox || state.isBox
      count += 1
    }
    return hasBox && count >= 2 && states.count == count
  }

  /// The state of the box that opens an item, or another sign there: "🔄 In progress".
  private static func state(
    of item: Range<Int>, in document: Document
  ) -> (sign: [UInt8], isBox: Bool)? {
    if let box = ItemLine(item, in: document).box {
      return (Array(document.bytes[box.range]), true)
    }
    let content = LineStart.content(of: item, in: document, opensItem: true)
    let sign = document.bytes[content].prefix { $0 >= 0x80 }
    guard let first = String(decoding: sign, as: UTF8.self).first, !first.isLetter,
      !first.isNumber
    else { return nil }
    return (Array(sign), false)
  }

  private static func announces(_ block: MarkdownBlock) -> Bool {
    switch block.kind {
    case .heading, .paragraph: break
    default: return false
    }
    guard block.text.utf8.count <= 80 else { return false }
    if wide.contains(where: { block.text.holds($0) }) { return true }
    let words = ProseWords.words(in: block.text)
    return words.count <= 8 && words.contains { explaining.contains($0) }
  }

  /// True for the heading of a part that explains signs.
  static func explains(_ heading: String) -> Bool {
    guard heading.utf8.count <= 80 else { return false }
    if wide.contains(where: { heading.holds($0) }) { return true }
    let words = ProseWords.words(in: heading)
    return words.count <= 4 && words.contains { explaining.contains($0) }
  }

  /// "🔴 Blocking: do NOT deploy without this", an entry of such a part: the sign marks what must be
  /// done.
  static func demandsMarked(_ text: String) -> Bool {
    guard text.utf8.count <= 160, text.utf8.first.map({ $0 >= 0x80 }) == true,
      let first = text.first, !first.isLetter, !first.isNumber,
      !first.isASCII
    else { return false }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text)
    guard prose.has(.critical, among: Array(words.prefix(4))) else { return false }
    return prose.has(.deny, among: words) && words.contains { withouts.contains($0) }
      || prose.has(.demand, among: Array(words.dropFirst()))
  }

  private static let withouts: Set<String> = ["without", "sin", "ohne", "sans", "sem", "until"]

  private static let explaining = WordList.words("LegendList.explaining")
  private static let wide = ["格式", "图例", "圖例", "說明", "说明", "符号", "符號", "凡例", "記号", "범례"]
}
