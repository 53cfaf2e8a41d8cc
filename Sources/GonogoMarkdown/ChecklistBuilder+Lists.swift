internal import GonogoCore

extension ChecklistBuilder {
  // MARK: Lists

  /// A list takes its role from the label or heading above it, an inner list from the outer one.
  mutating func openList(_ list: Int) {
    if let pending {
      listRoles[list] = pending
      labelledLists.insert(list)
    } else if let before = listBefore(list), labelledLists.contains(before) {
      // Another bullet or a comment begins a new list for CommonMark, not for its author.
      listRoles[list] = listRoles[before]
      labelledLists.insert(list)
    } else {
      listRoles[list] = inheritedRole(of: list)
    }
    pending = nil
    announced = nil
  }

  /// The list right before `list` in the same container.
  private func listBefore(_ list: Int) -> Int? {
    guard let before = lastBlock[blocks[list].parent ?? -1] else { return nil }
    return blocks[before].kind == .list ? before : nil
  }

  private func inheritedRole(of list: Int) -> ListRole? {
    var parent = blocks[list].parent
    while let index = parent, blocks[index].kind == .quote { parent = blocks[index].parent }
    if let item = parent {
      guard blocks[item].kind == .item, let outer = blocks[item].parent else { return nil }
      return listRoles[outer] == .expectations ? nil : listRoles[outer]
    }
    switch section.role {
    case .goCriteria: return .goCriteria
    case .noGoCriteria: return .noGoCriteria
    case .checks: return isExpectationHeading ? .expectations : nil
    case .conditional: return nil
    }
  }

  private var isExpectationHeading: Bool {
    ExpectationLabel.meaning(of: section.heading)?.announcesExpectations ?? false
  }

  private func isNested(_ list: Int) -> Bool {
    var parent = blocks[list].parent
    while let index = parent, blocks[index].kind == .quote { parent = blocks[index].parent }
    return parent != nil
  }

  // MARK: Paragraphs

  mutating func readParagraph(_ index: Int, _ block: MarkdownBlock) {
    let item = block.parent.flatMap { blocks[$0].kind == .item ? $0 : nil }
    let opensItem = item != nil && item == index - 1
    let open = opensItem ? nil : announced
    announced = nil
    // A sentence between "GO if all:" and its list does not come between them.
    if pending == .expectations, !opensItem { pending = nil }
    guard section.role != .conditional else { return }
    readLooseBoxes(index, opensItem: opensItem)
    var passages = Passage.all(of: block, in: document)[...]
    guard opensItem, let item, let first = passages.popFirst() else {
      for passage in passages { readPassage(passage, index) }
      if let open, passages.count == 1 { readValue(of: open, passages[0]) }
      return
    }
    readItem(item, first, index)
    for passage in passages {
      readPassage(passage, index)
      guard let role = pending, !isListInside(item, after: index) else { continue }
      relabel(listsAround: item, role, line: passage.line)
    }
  }

  private func isBeforeList(_ index: Int, _ passage: Passage) -> Bool {
    passage.isLast && index + 1 < blocks.count && blocks[index + 1].kind == .list
  }

  func isListInside(_ item: Int, after index: Int) -> Bool {
    index + 1 < blocks.count && blocks[index + 1].kind == .list && blocks[index + 1].parent == item
  }

  /// CommonMark takes a label right below an item for a part of it, and what follows for more of
  /// the same list.
  private mutating func relabel(listsAround item: Int, _ role: ListRole, line: Int) {
    var list = blocks[item].parent
    while let index = list {
      listRoles[index] = role
      labelledLists.insert(index)
      relabelledLists.insert(index)
      list = blocks[index].parent.flatMap { blocks[$0].kind == .item ? blocks[$0].parent : nil }
    }
    checklist.diagnostics.append(
      Diagnostic(
        .warning, code: "label-in-item",
        "CommonMark takes this label for a part of the list item above; it is read as a label",
        cure: "put an empty line above it", file: document.path, at: SourceLocation(line: line)))
  }

  private mutating func readPassage(_ passage: Passage, _ index: Int) {
    if readLabelled(passage) { return }
    let text = passage.text
    let beforeList = isBeforeList(index, passage)
    if passage.isLeadIn || (beforeList && text.split(separator: " ").count <= 15),
      let role = listRole(of: passage)
    {
      pending = role
      return
    }
    announceBySentence(passage, before: index)
    if announced == nil { readOutcomes(passage, index) }
  }

  mutating func listRole(of passage: Passage) -> ListRole? {
    switch polarity(of: passage.text, line: passage.line) {
    case .goCriteria: .goCriteria
    case .noGoCriteria: .noGoCriteria
    default: nil
    }
  }

  // MARK: Items

  private mutating func readItem(_ item: Int, _ passage: Passage, _ paragraph: Int) {
    guard let list = blocks[item].parent else { return }
    let line = ItemLine(document.contentRange(ofLine: blocks[item].startLine), in: document)
    let location = SourceLocation(line: blocks[item].startLine)
    var text = passage.text
    text = line.withoutBox(text)
    if line.emoji != nil { text = String(Self.trimmed(text.drop { $0 == "✅" })) }
    if line.box == nil {
      if readLabelledItem(passage, text, item, paragraph) { return }
      // "- **NO-GO if any:**" with the list inside the item.
      if isListInside(item, after: paragraph), passage.isLeadIn, let role = listRole(of: passage) {
        pending = role
        return
      }
    }
    if let box = line.box, choices.contains(box) { return }
    if let box = line.box, BoxReader.isOtherState(box, in: document.bytes) { reportState(box) }
    if listRoles[list] == .onFailure { readFailure(text, at: location) }
    if let kind = kind(of: list, hasBox: line.box != nil) {
      addClaim(
        kind, text: text, context: context(of: item), codes: passage.codes, line: line,
        location: location)
    } else if isOutcomeItem(text, codes: passage.codes) {
      addClaim(
        .expectation, text: text, context: context(of: item), codes: passage.codes, line: line,
        location: location)
    }
    announceBySentence(passage, before: paragraph)
  }

  private func kind(of list: Int, hasBox: Bool) -> Claim.Kind? {
    // Boxes under a criterion are criteria too; bullets under it are notes.
    let isNote = !hasBox && isNested(list) && !labelledLists.contains(list)
    switch listRoles[list] {
    case .goCriteria: return isNote ? nil : .goCriterion
    case .noGoCriteria: return isNote ? nil : .noGoCriterion
    case .expectations: return hasBox && relabelledLists.contains(list) ? .item : .expectation
    case .onFailure, nil: return hasBox ? .item : nil
    }
  }

  /// The text of the item around `item`, one level up.
  func context(of item: Int) -> String? {
    var current = blocks[item].parent
    while let index = current {
      if blocks[index].kind == .item, index + 1 < blocks.count,
        blocks[index + 1].kind == .paragraph
      {
        return Self.joined(blocks[index + 1].text)
      }
      current = blocks[index].parent
    }
    return nil
  }
}
