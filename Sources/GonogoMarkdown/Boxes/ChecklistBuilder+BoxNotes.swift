internal import GonogoCore

/// What stands below a box besides: bullets and paragraphs of its item.
extension ChecklistBuilder {
  /// Notes what else a box asks for. Nobody may tick it because of its own words alone.
  mutating func readBoxNotes() {
    var boxes: [Int: Int] = [:]
    for claim in checklist.claims where claim.box != nil { boxes[claim.location.line] = claim.id }
    if boxes.isEmpty { return }
    let read = ReadLines(checklist)
    let blanks = Set(checklist.blanks.map(\.location.line))
    let owned = Set(checklist.steps.compactMap { $0.boxedItem?.lowerBound })
    for (index, block) in blocks.enumerated()
    where block.kind == .paragraph || block.kind == .html {
      guard let id = boxAbove(index, boxes), !read.isTaken(block.startLine),
        !blanks.contains(block.startLine)
      else { continue }
      if block.kind == .html {
        let text = TagText.lines(of: block.text).map(\.text).joined(separator: " ")
        if text.contains(where: \.isLetter) {
          checklist.claims[id] = checklist.claims[id].asking(besides: text)
        }
        continue
      }
      let hasBlock = owned.contains(checklist.claims[id].location.line)
      guard !isHint(block) || saysMore(block, besideBlock: hasBlock) else { continue }
      checklist.claims[id] = checklist.claims[id].asking(besides: Self.joined(block.text))
    }
  }

  /// True for what asks for nothing by itself, and names another machine; beside a block of its own also
  /// for what is typed besides, which is another check, and for another place: "On the replica:".
  private func saysMore(_ block: MarkdownBlock, besideBlock hasBlock: Bool) -> Bool {
    if block.text.split(whereSeparator: { " ,().:".contains($0) }).contains(
      where: Self.namesMachine)
    {
      return true
    }
    return hasBlock
      && (!block.codes.isEmpty
        || ProseWords.words(in: block.text.prefix(120)).contains { Self.stages.contains($0) })
  }

  /// The claim of the box whose item holds the paragraph, which does not open that item.
  private func boxAbove(_ paragraph: Int, _ boxes: [Int: Int]) -> Int? {
    var item = blocks[paragraph].parent
    while let index = item {
      if blocks[index].kind == .item, blocks[index].startLine < blocks[paragraph].startLine,
        let id = boxes[blocks[index].startLine]
      {
        return id
      }
      item = blocks[index].parent
    }
    return nil
  }

  /// True for what asks for nothing: what is typed or linked, whose it is, where to look, why, how long, what
  /// to do otherwise. Whatever else stands there may say for what the box holds: "on both nodes", "p99, too".
  private func isHint(_ block: MarkdownBlock) -> Bool {
    let text = LinkText.removed(from: Self.joined(block.text))
    guard text.contains(where: \.isLetter), let last = text.last, !":：".contains(last),
      !block.codes.contains(where: { $0.text == text })
    else { return true }
    let words = ProseWords.words(in: text)
    if !block.codes.isEmpty, TriggerText.isDeed(text) { return true }
    let prose = ProseWords.standard
    guard let first = words.first, !prose.opens(words, with: .if), !Self.telling.contains(first)
    else { return true }
    // "Where: the dashboard", "Contact: the team"
    if let colon = text.firstColon {
      let label = ProseWords.words(in: text[..<colon])
      if label.count <= 3, label.contains(where: { Self.pointing.contains($0) }) { return true }
    }
    return false
  }

  private static let telling = WordList.words("BoxNotes.telling")
  private static let pointing = WordList.words("BoxNotes.pointing")
}
