internal import GonogoCore

/// Where a list or an item stands, and what that makes of it.
extension ChecklistBuilder {
  /// True for a section of reasons to act, which are looked for before the case arises.
  var namesReasons: Bool {
    TriggerText.kind(of: section.heading) == .reasons
      || LeadText.endsInConjunction(section.heading)
  }

  /// True when some item around it has a box: what it states is what the box stands for.
  func isUnderBox(_ item: Int) -> Bool {
    guard section.role != .conditional else { return false }
    var list = blocks[item].parent
    while let index = list, let outer = blocks[index].parent, blocks[outer].kind == .item {
      let line = ItemLine(document.contentRange(ofLine: blocks[outer].startLine), in: document)
      if line.box != nil { return true }
      list = blocks[outer].parent
    }
    return false
  }
}
