internal import GonogoCore

/// What nobody read, in the end.
extension ChecklistBuilder {
  /// Keeps everything that no reader took and that may speak against a GO, or that people do. `found` is asked by itself, and so is what stands on the lines that are `open`.
  mutating func readLeftovers(besides found: [LooseText], _ read: ReadLines, _ open: Set<Int>) {
    let asked = Dictionary(grouping: found, by: \.lines.lowerBound).mapValues {
      Set($0.map(\.text))
    }
    var sections = SectionCursor(checklist.sections)
    var leftovers: [LooseText] = []
    for (index, block) in blocks.enumerated() {
      let id = sections.section(atLine: block.startLine)
      let section = checklist.sections[id]
      if section.role == .conditional {
        if let text = uncountedBox(index, block, section: id) { leftovers.append(text) }
        continue
      }
      if Leftover.isAboutThePast(section.heading) { continue }
      let isHeading: Bool
      switch block.kind {
      case .heading: isHeading = true
      case .paragraph, .html: isHeading = false
      default: continue
      }
      leftovers += looseTexts(in: block, index, section: id).filter { text in
        let line = text.lines.lowerBound
        // A question has its answer below, and a lead-in what it leads to.
        let isAnswered =
          text.text.last.map { "?？:：".contains($0) } == true
          && (line...line + 3).contains(where: open.contains)
        return !open.contains(line) && !isAnswered && asked[line]?.contains(text.text) != true
          && Leftover.isSuspect(text, isHeading: isHeading, below: section.heading)
          && !read.holds(text)
      }
    }
    leftovers += adverseChoices
    checklist.unread = leftovers.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
      .map { UnreadText($0.text, line: $0.lines.lowerBound) }
  }

  /// A box in a section for a case that need not arise that states something: what is done in the case is an
  /// order.
  private func uncountedBox(_ index: Int, _ block: MarkdownBlock, section: Int) -> LooseText? {
    guard block.kind == .paragraph, let item = block.parent, blocks[item].kind == .item,
      item + 1 == index, let passage = passages[index].first
    else { return nil }
    let start = blocks[item].startLine
    let line = ItemLine(document.contentRange(ofLine: start), in: document)
    guard let box = line.box, !box.isTicked, !choices.contains(box) else { return nil }
    let text = line.withoutBox(passage.text)
    let words = ProseWords.words(in: text.prefix(160))
    guard let first = words.first, !TriggerText.isDeed(text), !LooseDemand.isTask(first),
      !Readiness.isOrder(first), !HandStep.isStep(text),
      ProseWords.standard.firstWord(of: .if, in: words) == nil,
      !Readiness.isStated(text, below: checklist.sections[section].heading)
    else { return nil }
    return LooseText(text, start..<start + 1, section)
  }

  /// What somebody has picked before: "[x] NO-GO".
  private var adverseChoices: [LooseText] {
    choices.found.compactMap { choice in
      let picked = choice.options.filter { $0.box?.isTicked == true }
      guard picked.count == 1, let option = picked.first,
        OutcomeWords.side(of: option.text) == .bad
      else { return nil }
      let line = document.lines.line(at: choice.range.lowerBound)
      return LooseText("[x] \(option.text)", line..<line + 1, 0)
    }
  }
}
