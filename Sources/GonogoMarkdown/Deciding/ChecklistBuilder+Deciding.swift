internal import GonogoCore

/// Where a document decides, by its headings and by lines that name GO and NO-GO.
extension ChecklistBuilder {
  /// True for the heading of a gate, "Release gate", over boxes and nothing else: they say what it
  /// takes to pass.
  func isGate(_ heading: String, level: Int, at index: Int?) -> Bool {
    guard (2...3).contains(level), heading.utf8.count <= 80, let index else { return false }
    return GateHeading.names(heading) && opensBoxes(after: index)
  }

  /// True when the first list under a heading has boxes and no block of code comes before it.
  private func opensBoxes(after index: Int) -> Bool {
    for next in (index + 1)..<min(blocks.count, index + 5) {
      switch blocks[next].kind {
      case .paragraph: continue
      case .list:
        guard next + 1 < blocks.count else { return false }
        let range = document.contentRange(ofLine: blocks[next + 1].startLine)
        return ItemLine(range, in: document).box != nil
      default: return false
      }
    }
    return false
  }

  /// Reads the rule of a block that is no code: "GO: all boxes" beside a line for NO-GO.
  mutating func readRules(_ block: MarkdownBlock, info: String) {
    guard section.role == .checks, ["", "text", "txt"].contains(FenceInfo(info).tag),
      block.text.utf8.count <= 800
    else { return }
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.contains(where: { Self.outcome(of: $0) == .noGoCriteria }) else { return }
    let first = firstLine(of: block)
    for (index, line) in lines.enumerated() where GoLine.asksForAll(String(line)) {
      addRule(.allBoxes, line: first + index)
    }
  }

  private static func outcome(of line: Substring) -> Section.Role? {
    let opening = String(line.prefix(24))
    guard let colon = opening.firstColon else { return nil }
    return Polarity.outcome(ofLabel: BlankLabel.cleaned(String(opening[..<colon])))
  }

  /// A rule about all boxes asks for every one. What the document decides by are those under the
  /// heading of its decision, or under the criteria of acceptance where it is about acceptance.
  mutating func finishDecision() {
    guard checklist.decisionTexts.contains(where: { $0.rule == .allBoxes }) else { return }
    let prose = ProseWords.standard
    let title = checklist.sections.first { $0.level == 1 }?.heading ?? ""
    // Where the title names the decision, the whole document is about it.
    if GateHeading.namesDecision(title) { return }
    let isAcceptance = GateHeading.isAboutAcceptance(title)
    for section in checklist.sections where section.level > 1 && section.role != .conditional {
      guard section.heading.utf8.count <= 120 else { continue }
      if GateHeading.namesDecision(section.heading)
        || (isAcceptance && prose.has(.success, in: section.heading))
      {
        checklist.decisionTexts.append(DecisionText(.deciding, location: section.location))
      }
    }
  }
}
