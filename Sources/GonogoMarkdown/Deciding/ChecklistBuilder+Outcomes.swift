internal import GonogoCore

/// Lists of what each outcome takes: "PASS", "CONDITIONAL" and "FAIL", with a list inside of each.
extension ChecklistBuilder {
  /// What an item that is an outcome alone makes of the list inside of it, under a heading of the
  /// decision and beside the opposite outcome; nil for others, and for what is between the two.
  mutating func outcomeRole(of text: String, _ item: Int, _ paragraph: Int) -> ListRole? {
    guard text.utf8.count <= 32, let side = OutcomeWords.side(of: text), side != .between,
      isListInside(item, after: paragraph), isAboutDecision,
      let list = blocks[item].parent, outcomes(in: list).isSuperset(of: [true, false])
    else { return nil }
    addSuccessCriteria(line: blocks[item].startLine)
    return side == .good ? .goCriteria : .noGoCriteria
  }

  /// Which ways the items of a list point that are an outcome alone.
  private func outcomes(in list: Int) -> Set<Bool> {
    var found: Set<Bool> = []
    var index = list + 1
    while index + 1 < blocks.count, index < list + 80 {
      let block = blocks[index]
      if block.kind == .item, block.parent == list, blocks[index + 1].text.utf8.count <= 32 {
        switch OutcomeWords.side(of: blocks[index + 1].text) {
        case .good: found.insert(true)
        case .bad: found.insert(false)
        case .between, nil: break
        }
      } else if case .heading = block.kind {
        break
      }
      index += 1
    }
    return found
  }
}
