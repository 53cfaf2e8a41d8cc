internal import GonogoCore

/// Lists whose entries only show where something is to be written: "Item 1", "Item 2".
enum StandInList {
  /// The blanks that such entries are, list by list.
  static func blanks(among blocks: [MarkdownBlock], of document: Document) -> [FoundBlank] {
    var entries: [Int: [Entry]] = [:]
    var mixed: Set<Int> = []
    for index in blocks.indices where blocks[index].kind == .item {
      guard let list = blocks[index].parent, !mixed.contains(list) else { continue }
      guard let entry = entry(index, blocks, document) else {
        mixed.insert(list)
        entries[list] = nil
        continue
      }
      entries[list, default: []].append(entry)
    }
    return entries.filter { list, found in
      // One alone may be the name of something; several are counted from 1.
      found.count >= 2 && found.map(\.number) == Array(1...found.count)
        && Set(found.map(\.word)).count == 1
    }.flatMap { list, found in
      let label = label(of: list, blocks)
      return found.map { entry in
        var blank = FoundBlank(
          range: entry.range,
          label: label.isEmpty ? document.text(entry.range) : "\(label) \(entry.number)",
          shape: .placeholder)
        // Without a box they may as well show what a list looks like.
        blank.isTentative = !entry.hasBox
        return blank
      }
    }
  }

  private struct Entry {
    let range: Range<Int>
    let number: Int
    let word: String
    let hasBox: Bool
  }

  private static func entry(
    _ item: Int, _ blocks: [MarkdownBlock], _ document: Document
  ) -> Entry? {
    guard item + 1 < blocks.count, blocks[item + 1].kind == .paragraph,
      blocks[item + 1].parent == item, blocks[item + 1].text.utf8.count <= 40
    else { return nil }
    let line = document.contentRange(ofLine: blocks[item].startLine)
    let content = LineStart.content(of: line, in: document, opensItem: true)
    var start = content.lowerBound
    var hasBox = false
    if let found = BoxReader.box(at: start, in: document.bytes, before: content.upperBound) {
      start = found.range.upperBound
      hasBox = true
    }
    let range = document.trimmed(start..<content.upperBound)
    guard range.count <= 40 else { return nil }
    let words = document.text(range).split(separator: " ")
    guard words.count >= 2, let number = Int(words[1]), number <= 20,
      words.count == 2 || words[2] == "+"
    else { return nil }
    let word = words[0].lowercased()
    return standIns.contains(word)
      ? Entry(range: range, number: number, word: word, hasBox: hasBox) : nil
  }

  /// The lead-in right above a list.
  private static func label(of list: Int, _ blocks: [MarkdownBlock]) -> String {
    guard list > 0, blocks[list - 1].kind == .paragraph, blocks[list - 1].text.utf8.count <= 80
    else { return "" }
    return BlankLabel.cleaned(blocks[list - 1].text)
  }

  private static let standIns = WordList.words("StandInList.standIns")
}
