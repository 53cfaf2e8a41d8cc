internal import GonogoCore

/// Lists and tables that feed the decision by where they stand: in a conditional section under what
/// says when the case arises, under a caption that names GO and NO-GO.
extension ChecklistBuilder {
  /// True in a conditional section for "When to roll back:" above a list, and for the entries of
  /// that list: whether the case arises is not for that case only.
  func speaksOfReasons(_ block: MarkdownBlock, _ item: Int?, _ index: Int) -> Bool {
    if let item {
      let role = blocks[item].parent.flatMap { listRoles[$0] }
      return role == .rollbacks || role == .triggers
    }
    // The table that such a lead-in announces.
    if pending == .rollbacks, block.text.utf8.first == 0x7C { return true }
    guard block.text.utf8.count <= 120, index + 1 < blocks.count,
      opensReasons(index + 1)
    else { return false }
    let isAboutGoingBack = TriggerText.goesBack(section.heading)
    if TriggerText.labelsCases(block.text) { return isAboutGoingBack }
    guard let last = block.text.last(where: { $0 != "*" }), last == ":" || last == "：" else {
      return false
    }
    guard TriggerText.kind(of: block.text) == .reasons else {
      return isAboutGoingBack && TriggerText.pointsAtCases(block.text)
    }
    return isAboutGoingBack || TriggerText.goesBack(block.text)
      || TriggerText.opensStop(block.text)
  }

  /// True for a list, a table, or a fence of bullets.
  private func opensReasons(_ index: Int) -> Bool {
    let text = blocks[index].text
    switch blocks[index].kind {
    case .list: return true
    case .paragraph: return text.utf8.first == 0x7C
    case .code(let info):
      return FenceInfo(info).tag.isEmpty && FenceOutcome.isBullet(text.prefix { $0 != "\n" })
    default: return false
    }
  }

  /// True for a table of what a GO needs: under a heading or a caption that names GO and NO-GO.
  func isGateTable(_ table: TargetTable, after paragraph: Int) -> Bool {
    guard section.role == .checks, !table.requirements.isEmpty else { return false }
    var captions = [section.heading]
    let before = lastBlock[blocks[paragraph].parent ?? -1] ?? paragraph
    for index in [before, paragraph] where blocks[index].kind == .paragraph {
      captions.append(String(blocks[index].text.prefix { $0 != "\n" }))
    }
    return captions.contains { caption in
      guard caption.utf8.count <= 120, !caption.hasPrefix("|") else { return false }
      let words = Polarity.words(in: caption)
      return words.count <= 14 && words.contains("go") && words.contains("nogo")
    }
  }
}
