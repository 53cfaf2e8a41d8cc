internal import GonogoCore

/// Lists whose lead-in says that their entries are checked: "Validate the analytics:", "All checks below must
/// pass:", "What to watch for:".
///
/// What no reader took of them is asked, in whatever words it stands.
struct CheckLists {
  private var lists: Set<Int> = []

  /// Finds them; `passages` are the pieces of each block.
  init(_ blocks: [MarkdownBlock], _ passages: [[Passage]]) {
    var last: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() {
      if block.kind == .list, let lead = last[block.parent ?? -1], blocks[lead].kind == .paragraph,
        let sentence = passages[lead].last?.sentences.last?.text, Self.announces(sentence)
      {
        lists.insert(index)
      }
      if block.kind != .html { last[block.parent ?? -1] = index }
    }
  }

  /// True for the paragraph that opens an entry of such a list.
  func holds(_ paragraph: Int, of blocks: [MarkdownBlock]) -> Bool {
    guard let item = blocks[paragraph].parent, blocks[item].kind == .item, item + 1 == paragraph,
      let list = blocks[item].parent
    else { return false }
    return lists.contains(list)
  }

  private static func announces(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 160, let last = sentence.last, ":：".contains(last) else {
      return false
    }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    if prose.opens(words, with: .if) || TriggerText.kind(of: sentence) != nil { return false }
    if prose.opens(words, with: .sureOf) || prose.opens(words, with: .probe) { return true }
    if let place = prose.firstWord(of: .obliged, in: words),
      prose.has(.passing, among: Array(words[place...]))
    {
      return true
    }
    return words.count <= 6
      && (watching.contains { words.joined(separator: " ").hasPrefix($0) }
        || words.last.map(closing.contains) == true)
  }

  private static let closing = WordList.words("CheckLists.closing")
  private static let watching = WordList.words("CheckLists.watching")
}
