internal import GonogoCore

/// Of which lists and sections nobody can be sure whether their entries must hold.
///
/// Worked out where a claim asks for it: most lists of most documents have none.
extension ChecklistBuilder {
  /// The words above `list` that leave doubt about its entries, or nil.
  mutating func doubt(ofList list: Int) -> String? {
    if let known = listDoubts[list] { return known }
    let found = doubtByLead(list)
    listDoubts[list] = .some(found)
    return found
  }

  private mutating func doubtByLead(_ list: Int) -> String? {
    if let lead = leadBlocks[list] {
      switch blocks[lead].kind {
      case .paragraph:
        let text = Self.joined(blocks[lead].text)
        let isInItem = blocks[lead].parent.map { blocks[$0].kind == .item } ?? false
        let introduces = text.hasSuffix(":") || text.hasSuffix("：") || isBold(lead)
        // An item that has entries of its own need not speak of them.
        if introduces || !isInItem, LeadText.isDoubtful(text, introduces: introduces) {
          return text
        }
      case .list: if let doubt = doubt(ofList: lead) { return doubt }
      default: break
      }
    }
    // A list that has its role from a label of its own is what that label says.
    if labelledLists.contains(list), listRoles[list] == .expectations { return nil }
    var parent = blocks[list].parent
    while let index = parent {
      if blocks[index].kind == .list { return doubt(ofList: index) }
      parent = blocks[index].parent
    }
    return doubtOfSection
  }

  /// The words above boxes that stand in a paragraph: its line before them, what it stands in.
  mutating func doubt(ofBoxesIn paragraph: Int, under lead: Range<Int>?) -> String? {
    if let lead {
      let text = PlainPiece.text(lead, of: document)
      let introduces = text.hasSuffix(":") || text.hasSuffix("：")
      if LeadText.isDoubtful(text, introduces: introduces) { return text }
    }
    if let before = lastBlock[blocks[paragraph].parent ?? -1], blocks[before].kind == .paragraph {
      let text = Self.joined(blocks[before].text)
      let introduces = text.hasSuffix(":") || text.hasSuffix("：") || isBold(before)
      if introduces, LeadText.isDoubtful(text, introduces: true) { return text }
    }
    var parent = blocks[paragraph].parent
    while let index = parent {
      if blocks[index].kind == .list { return doubt(ofList: index) }
      parent = blocks[index].parent
    }
    return doubtOfSection
  }

  private func isBold(_ paragraph: Int) -> Bool {
    blocks[paragraph].leadingBold.map { $0.utf8.count >= blocks[paragraph].text.utf8.count }
      ?? false
  }

  /// The heading above that leaves doubt about what stands below, or nil.
  var doubtOfSection: String? {
    mutating get {
      let id = section.id
      if let known = sectionDoubts[id] { return known }
      let found = doubtByHeading
      sectionDoubts[id] = .some(found)
      return found
    }
  }

  private var doubtByHeading: String? {
    var current: Int? = section.id
    if section.isExample {
      var heading = section.heading
      while let id = current, checklist.sections[id].isExample {
        heading = checklist.sections[id].heading
        current = checklist.sections[id].parent
      }
      return heading
    }
    while let id = current {
      let above = checklist.sections[id]
      if above.level <= 1 {
        return LeadText.isTitleOfReasons(above.heading) ? above.heading : nil
      }
      switch LeadText.meaning(ofHeading: above.heading) {
      case .demand: return nil
      case .doubt: return above.heading
      case .nothing: current = above.parent
      }
    }
    return nil
  }
}
