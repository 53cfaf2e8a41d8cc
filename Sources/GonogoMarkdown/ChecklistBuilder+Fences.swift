internal import GonogoCore

/// Lists of signs for boxes in a block that is no code: nobody can tick them there, and what they
/// demand holds all the same.
extension ChecklistBuilder {
  /// Reads the lines of such a list that state a limit or a result.
  mutating func readSigns(_ block: MarkdownBlock, info: String) {
    guard section.role == .checks, ["", "text", "txt", "checklist"].contains(FenceInfo(info).tag)
    else { return }
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.allSatisfy({ Self.entry($0) != nil || $0.allSatisfy(\.isWhitespace) }) else {
      return
    }
    let first = firstLine(of: block)
    for (index, line) in lines.enumerated() {
      guard let text = Self.entry(line), Self.demands(text) else { continue }
      addClaim(
        .expectation, text: text, context: nil, line: ItemLine(0..<0, in: document),
        location: SourceLocation(line: first + index))
    }
  }

  /// What stands behind an open box at the start of a line.
  private static func entry(_ line: Substring) -> String? {
    let text = trimmed(line)
    guard let sign = text.first, "□☐▢".contains(sign) else { return nil }
    return String(trimmed(text.dropFirst()))
  }

  private static func demands(_ text: String) -> Bool {
    guard !Checkable.isInstruction(text) else { return false }
    return Checkable.statesLimit(text) || Checkable.hasOpenCount(text)
      || ResultBullet.isStated(text)
  }
}
