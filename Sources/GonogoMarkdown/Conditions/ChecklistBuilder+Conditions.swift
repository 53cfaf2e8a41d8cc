internal import GonogoCore

/// Blocks for a case that need not arise although their section is not.
extension ChecklistBuilder {
  /// Why the block at `index` is only for some case, or nil: its lead-in or an item around it says
  /// so ("If the check fails, run:", "To roll back:").
  func condition(ofBlock index: Int) -> String? {
    isConditionalLeadIn(before: index) || goesOnWithACondition(index)
      ? "its lead-in says that it is for a case that need not arise" : nil
  }

  /// Why the block in the section that is being read may only be for some case, or nil.
  var doubtfulCondition: String? {
    if let title = titles.current { return "“\(title)” may be for a case that need not arise" }
    var current: Int? = section.id
    while let id = current, checklist.sections[id].level > 1 {
      let heading = checklist.sections[id].heading
      if ConditionalText.isDoubtfulHeading(heading) {
        return "“\(checklist.title(of: id))” may be for a case that need not arise"
      }
      current = checklist.sections[id].parent
      if let above = current,
        ConditionalText.isInstruction(heading, within: checklist.sections[above].heading)
      {
        return nil
      }
    }
    return nil
  }

  /// True when the section `id`, or one around it, is that of a drill: there the case is made.
  func isRehearsed(below id: Int?) -> Bool {
    var current = id
    while let id = current, checklist.sections[id].level > 0 {
      if ConditionalText.isRehearsal(checklist.sections[id].heading) { return true }
      current = checklist.sections[id].parent
    }
    return false
  }

  /// What a heading above says against running the block at once, or nil: "Option B: by hand",
  /// "Old installer (deprecated)".
  var doubtOfHeadings: String? {
    if let title = titles.platform { return "“\(title)” is for one kind of machine" }
    var current: Int? = section.id
    while let id = current, checklist.sections[id].level > 0 {
      let heading = checklist.sections[id].heading
      if checklist.sections[id].level == 1 {
        return ConditionalText.isGeneral(heading)
          ? "“\(checklist.title(of: id))” may be for a case that need not arise" : nil
      }
      if ConditionalText.offersOneOfSeveral(heading) {
        return "“\(checklist.title(of: id))” is one of several ways"
      }
      if heading.utf8.count <= 60, ProseWords.standard.has(.elsewhere, in: heading) {
        return "“\(checklist.title(of: id))” may mean another machine"
      }
      if ConditionalText.namesPlatforms(heading) {
        return "“\(checklist.title(of: id))” is for one kind of machine"
      }
      if ConditionalText.isObsolete(heading) {
        return "“\(checklist.title(of: id))” says that it is no longer done"
      }
      current = checklist.sections[id].parent
    }
    return nil
  }

  /// True when the paragraph right before block `index`, or the beginning of a list item around it,
  /// says that the block is for a case that need not arise.
  func isConditionalLeadIn(before index: Int) -> Bool {
    if let before = leadInPlace(before: index), isCondition(block: before) { return true }
    var parent = blocks[index].parent
    // Nobody nests deeper by hand, and every level costs.
    var levels = 0
    while let item = parent, levels < 16 {
      levels += 1
      if blocks[item].kind == .item, item + 1 < index, blocks[item + 1].kind == .paragraph,
        isCondition(block: item + 1)
      {
        return true
      }
      if blocks[item].kind == .list, let above = blockBefore(item),
        blocks[above].kind == .paragraph, blocks[above].parent == blocks[item].parent,
        let sentence = sentences(ofBlock: above).last,
        ConditionalText.opensConditionalList(sentence)
      {
        return true
      }
      parent = blocks[item].parent
    }
    return false
  }

  /// The paragraph that leads to block `index`: the one right above it, or the last of an item that
  /// ends with a colon, out of which the block has fallen for want of blanks before it.
  private func leadInPlace(before index: Int) -> Int? {
    guard let before = blockBefore(index) else { return nil }
    if blocks[before].kind == .paragraph { return before }
    guard blocks[before].kind == .list, before < index - 1, blocks[index - 1].kind == .paragraph,
      let last = blocks[index - 1].text.last, last == ":" || last == "："
    else { return nil }
    return index - 1
  }

  /// True when the lead-in of block `index` adds to what is above it, and that is for some case.
  private func goesOnWithACondition(_ index: Int) -> Bool {
    guard let before = blockBefore(index), blocks[before].kind == .paragraph,
      let sentence = sentences(ofBlock: before).last, let above = blockBefore(before)
    else { return false }
    if blocks[above].kind == .paragraph,
      ConditionalText.isAlternative(sentence) || ProseWords.standard.isPhrase(sentence, .pointing)
    {
      return isCondition(block: above)
    }
    if ProseWords.standard.opens(sentence, with: .onwards), isOnlyShown(above) || isFirst(above) {
      return isConditionalLeadIn(before: above)
    }
    guard ConditionalText.continues(sentence) || ConditionalText.looksAtWhatWasMade(sentence),
      let step = checklist.steps.last
    else { return false }
    return step.isConditional && step.blockLine == blocks[above].startLine
  }

  /// True for a block whose lead-in says "first", so that "next" below it is for the same case.
  private func isFirst(_ index: Int) -> Bool {
    guard case .code = blocks[index].kind, let before = blockBefore(index),
      blocks[before].kind == .paragraph
    else { return false }
    return sentences(ofBlock: before).dropFirst().contains { sentence in
      ProseWords.words(in: sentence.prefix(24)).first.map(Self.firsts.contains) ?? false
    }
  }

  private static let firsts = WordList.words("Conditions.firsts")

  /// True for a block that is no step: what was looked for, before what is to be done about it.
  private func isOnlyShown(_ index: Int) -> Bool {
    guard case .code = blocks[index].kind else { return false }
    return checklist.listings.last?.line == blocks[index].startLine
  }

  /// True when the paragraph right above a heading at `index` says that what comes is for a case
  /// that need not arise: "If you have to act before you know more:".
  func isLeadInOfSections(before index: Int) -> Bool {
    guard let sentences = leadInSentences(before: index), let last = sentences.last else {
      return false
    }
    return TriggerText.kind(of: last) != .reasons && isCondition(sentences)
  }

  /// True when the paragraph right above a heading at `index` says that what comes are reasons not to go
  /// on: "Roll back if any of:".
  func isLeadInOfReasons(before index: Int) -> Bool {
    guard let last = leadInSentences(before: index)?.last else { return false }
    return TriggerText.kind(of: last) == .reasons
  }

  /// The sentences of the paragraph right above block `index` that ends with a colon, or nil.
  private func leadInSentences(before index: Int) -> [String]? {
    guard let before = blockBefore(index), blocks[before].kind == .paragraph else { return nil }
    let sentences = sentences(ofBlock: before)
    guard let last = sentences.last, last.hasSuffix(":") || last.hasSuffix("：") else { return nil }
    return sentences
  }

  private func isCondition(block index: Int) -> Bool { isCondition(sentences(ofBlock: index)) }

  private func isCondition(_ sentences: [String]) -> Bool {
    guard let last = sentences.last, !StopSentence.isOnly(SentenceWords(last)) else { return false }
    return ConditionalText.isLeadIn(last) || ConditionalText.isForSome(sentences)
  }

  /// The sentences of the last piece of a paragraph.
  private func sentences(ofBlock index: Int) -> [String] {
    // A footnote is none; `[!NOTE]` opens a note.
    let text = blocks[index].text
    guard text.utf8.count <= 2_000, !text.hasPrefix("[") || text.hasPrefix("[!") else { return [] }
    return passages[index].last?.sentences.map(\.text) ?? []
  }
}
