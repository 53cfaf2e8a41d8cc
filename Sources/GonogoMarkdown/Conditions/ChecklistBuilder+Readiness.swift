internal import GonogoCore

/// Boxes in sections for a case that need not arise, where they speak of being ready for it.
extension ChecklistBuilder {
  /// Asks about the box that the paragraph at `index` opens, when it is one.
  mutating func readReadiness(_ index: Int, _ block: MarkdownBlock) {
    guard let item = block.parent, blocks[item].kind == .item, item == index - 1,
      let list = blocks[item].parent, !legendLists.contains(list),
      let passage = passages[index].first
    else { return }
    let line = ItemLine(document.contentRange(ofLine: blocks[item].startLine), in: document)
    guard let box = line.box, !choices.contains(box) else { return }
    let text = line.withoutBox(passage.text)
    guard Readiness.isStated(text, below: section.heading) else { return }
    addClaim(
      .item, text: text, context: context(of: item), codes: passage.codes,
      weight: listWeights[list], doubt: section.heading, line: line,
      location: SourceLocation(line: blocks[item].startLine))
  }
}
