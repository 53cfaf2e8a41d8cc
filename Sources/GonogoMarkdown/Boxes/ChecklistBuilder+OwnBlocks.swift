internal import GonogoCore

/// Which blocks belong to a box: those in its item, and one right below that its words lead to.
extension ChecklistBuilder {
  /// The item with a box that the block at `index` stands in or right below; nil when there is none.
  func boxLeading(to index: Int) -> Int? {
    var item = blocks[index].parent
    // Nobody nests deeper by hand, and every level costs.
    var levels = 0
    while let current = item, levels < 16 {
      levels += 1
      if isBoxed(current) { return current }
      item = blocks[current].parent
    }
    guard let list = lastBlock[blocks[index].parent ?? -1], blocks[list].kind == .list,
      let last = (list..<index).last(where: {
        blocks[$0].kind == .item && blocks[$0].parent == list
      })
    else { return nil }
    return isBoxed(last) ? last : nil
  }

  /// The lines of the item with a box that the block at `index` belongs to: it stands in the item, or the
  /// item ends with a colon right above it.
  mutating func boxedItem(ofBlock index: Int) -> ClosedRange<Int>? {
    guard let item = boxLeading(to: index) else { return nil }
    let end = itemEnd(item)
    if end <= index {
      guard item + 1 < blocks.count, end == item + 2,
        let last = blocks[item + 1].text.last(where: { !"*_ ".contains($0) }),
        last == ":" || last == "："
      else { return nil }
      // A colon that leads to several blocks leads to all of them.
      if leadsToMore(than: index) { return nil }
    }
    let first = blocks[item].startLine
    let next = end < blocks.count ? blocks[end].startLine - 1 : document.lines.count
    return first...max(first, next)
  }

  /// True when another block of code comes right behind the one at `index`, or behind a paragraph that leads
  /// to it.
  private func leadsToMore(than index: Int) -> Bool {
    let next = blocks[(index + 1)...].prefix(2).filter { $0.parent == blocks[index].parent }
    guard let first = next.first else { return false }
    if case .code = first.kind { return true }
    guard next.count == 2, first.kind == .paragraph, let last = first.text.last,
      case .code = next[next.startIndex + 1].kind
    else { return false }
    return last == ":" || last == "："
  }

  /// The place of the first block behind an item and all that is in it.
  private mutating func itemEnd(_ item: Int) -> Int {
    if let known = itemEnds[item] { return known }
    // Blocks stand in the order of the document, so what is inside has a parent not before the item.
    let end = blocks[(item + 1)...].firstIndex { ($0.parent ?? -1) < item } ?? blocks.count
    itemEnds[item] = end
    return end
  }

  private func isBoxed(_ item: Int) -> Bool {
    guard blocks[item].kind == .item else { return false }
    return ItemLine(document.contentRange(ofLine: blocks[item].startLine), in: document).box != nil
  }
}
