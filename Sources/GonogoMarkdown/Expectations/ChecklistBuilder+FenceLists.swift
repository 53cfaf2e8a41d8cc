internal import GonogoCore

/// Checklists drawn inside of a fence: a box before each command or task, and behind an arrow below
/// it what must come out. Nobody runs or ticks them there, and what they demand holds all the same.
extension ChecklistBuilder {
  /// Reads the bullets of a fence below "If any of these occurs, stop:" as the reasons they are; false when
  /// it is none.
  mutating func readFenceReasons(_ block: MarkdownBlock, info: String) -> Bool {
    let kind: Claim.Kind
    switch pending {
    case .triggers, .rollbacks: kind = .trigger
    case .noGoCriteria: kind = .noGoCriterion
    default: return false
    }
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    let bullets = lines.enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }
    guard ["", "text", "txt"].contains(FenceInfo(info).tag), (1...40).contains(bullets.count),
      bullets.allSatisfy({ line in
        FenceOutcome.isBullet(line.element) || Checkable.isShortLimit(String(line.element))
      })
    else { return false }
    let goesBack = pending == .rollbacks
    pending = nil
    let first = firstLine(of: block)
    for (index, line) in bullets {
      let text = String(FenceOutcome.withoutBullet(line))
      if goesBack { noteRollback(text) }
      addClaim(
        kind, text: text, context: nil, line: ItemLine(0..<0, in: document),
        location: SourceLocation(line: first + index))
    }
    return true
  }

  /// Reads the lines of such a fence that state a limit or a result.
  mutating func readFenceList(_ block: MarkdownBlock, info: String) {
    let fence = FenceInfo(info)
    guard section.role == .checks,
      fence.language == .shell || ["", "text", "txt", "checklist"].contains(fence.tag),
      block.text.holds("[ ]") || block.text.holds("[x]") || block.text.holds("☐")
    else { return }
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    // Without a language, boxes alone may be a form to be copied.
    let hasArrows = lines.contains { FenceOutcome.isArrow($0) }
    guard fence.language == .shell || (hasArrows && !block.text.holds("__")) else { return }
    let first = firstLine(of: block)
    var entry: String?
    for (index, line) in lines.enumerated() {
      if let box = FenceOutcome.entry(line) {
        entry = box
        if let stated = FenceOutcome.stated(inEntry: box) { addOutcome(stated, at: first + index) }
      } else if let entry, let outcome = FenceOutcome(line, under: entry) {
        addOutcome(outcome, at: first + index)
      }
    }
  }

  private mutating func addOutcome(_ outcome: FenceOutcome, at line: Int) {
    let codes = outcome.literal.map { [InlineCode(line: 0, text: $0)] } ?? []
    addClaim(
      .expectation, text: outcome.literal ?? outcome.text, context: nil, codes: codes,
      line: ItemLine(0..<0, in: document), location: SourceLocation(line: line))
  }
}
