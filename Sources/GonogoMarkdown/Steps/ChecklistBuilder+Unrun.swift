internal import GonogoCore

/// Blocks that gonogo never runs and somebody types all the same: of another shell, of no language.
extension ChecklistBuilder {
  /// Makes a question of each, once all sections are known: nobody may take for done what nobody saw done.
  mutating func readUnrunBlocks() {
    var sections = SectionCursor(checklist.sections)
    let typed = checklist.listings.filter(\.isRunByHand)
    for listing in typed {
      let section = sections.section(atLine: listing.line)
      guard !checklist.sections[section].isExample else { continue }
      checklist.claims.append(
        Claim(
          id: checklist.claims.count, kind: .expectation, section: section,
          text: "`\(listing.opening)` was run by hand and went well",
          weight: sectionWeights[section] ?? .plain, isLoose: true,
          unrunReason: listing.obstacle.text, location: SourceLocation(line: listing.line)))
    }
    if !typed.isEmpty { sortClaims() }
  }

  /// True for commands that are typed where the block stands, unless it is for a case that need not arise.
  func isRunByHand(_ fence: FenceInfo, _ index: Int, _ block: MarkdownBlock) -> Bool {
    guard !fence.attributes.skip, section.role != .conditional, !isBelowBox(block) else {
      return false
    }
    if Self.typedLanguages.contains(fence.tag) {
      guard block.text.contains(where: { !$0.isWhitespace }),
        !Self.programLanguages.contains(fence.tag) || !Self.onlyDefines(block.text)
      else { return false }
    } else {
      guard Self.plainLanguages.contains(fence.tag) else { return false }
      let text = block.text.replacingAll("\r\n", with: "\n")
      guard TypedCommand.isAll(of: text) || ConsoleSession.isSession(text) else { return false }
    }
    // "If any of these occurs, stop the test:"
    if leadIn(of: index, block).map(TriggerText.kind) == .reasons { return false }
    return condition(ofBlock: index) == nil && doubtfulCondition == nil
  }

  /// True inside of an entry with a box, which stands for what is done there.
  private func isBelowBox(_ block: MarkdownBlock) -> Bool {
    guard let item = block.parent, blocks[item].kind == .item else { return false }
    let line = ItemLine(document.contentRange(ofLine: blocks[item].startLine), in: document)
    return line.box != nil || isUnderBox(item)
  }

  /// The first line that is no comment, at most a screenful wide.
  static func opening(of text: String) -> String {
    let line = text.lines.lazy.map { trimmed($0) }.first { !$0.isEmpty && !$0.hasPrefix("#") }
    return String((line ?? "").prefix(60))
  }

  /// True for source text that is to be written into a file: all that stands at its margin defines or imports
  /// something.
  private static func onlyDefines(_ text: String) -> Bool {
    text.lines.allSatisfy { line in
      guard let first = line.first, !first.isWhitespace else { return true }
      return first == "#" || first == "@" || first == ")"
        || definitions.contains(where: line.hasPrefix)
    }
  }

  private static let definitions = ["def ", "class ", "async def ", "import ", "from ", "end"]
  private static let programLanguages: Set<String> = [
    "python", "py", "python3", "ruby", "rb", "groovy",
  ]
  private static let typedLanguages = WordList.words("Unrun.languages")
}
