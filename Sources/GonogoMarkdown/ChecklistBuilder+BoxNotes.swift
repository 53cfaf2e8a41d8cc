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
    for (index, block) in blocks.enumerated() where block.kind == .paragraph {
      guard let id = boxAbove(index, boxes), !read.isTaken(block.startLine),
        !blanks.contains(block.startLine), !isHint(block)
      else { continue }
      checklist.claims[id] = checklist.claims[id].asking(besides: Self.joined(block.text))
    }
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

  /// True for what asks for nothing: what is typed or linked, a lead-in, whose it is, where to look.
  private func isHint(_ block: MarkdownBlock) -> Bool {
    let text = Self.joined(block.text)
    guard text.contains(where: \.isLetter), let last = text.last, !":：".contains(last) else {
      return true
    }
    let words = ProseWords.words(in: text)
    if block.codes.contains(where: { $0.text == text }) { return true }
    if !block.codes.isEmpty, TriggerText.isDeed(text) { return true }
    if let colon = text.firstColon {
      let label = String(text[..<colon])
      switch ColumnHeading.kind(label) {
      case .date, .person, .owner: return true
      default: if FieldLabel.isFormField(label) { return true }
      }
    }
    return text.holds("://")
      || ["see", "siehe", "ver", "voir", "cf", "参见", "参照"].contains(words.first)
  }
}
