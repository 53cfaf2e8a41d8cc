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

  // MARK: Limits in a block of text

  /// Reads "Response time: Target < 50 ms" and the limits under "Alerts:" in a block without a
  /// language.
  mutating func readTargets(_ block: MarkdownBlock, info: String) {
    guard section.role == .checks, ["", "text", "txt"].contains(FenceInfo(info).tag),
      block.text.utf8.contains(where: { $0 == 0x3C || $0 == 0x3E || $0 == 0xE2 })
    else { return }
    var isReason = false
    var number = firstLine(of: block) - 1
    for line in block.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let text = Self.trimmed(Substring(line))
      guard let first = text.utf8.first, text.utf8.count <= 160 else { continue }
      let isBullet = (first == 0x2D || first == 0x2A) && text.utf8.dropFirst().first == 0x20
      if !isBullet, text.hasSuffix(":") { isReason = TriggerText.kind(of: String(text)) != nil }
      let entry = isBullet ? Self.trimmed(text.dropFirst()) : text
      if isBullet, isReason, Checkable.isShortLimit(String(entry)) {
        addTarget(String(entry), .trigger, at: number)
      } else if let target = Self.target(entry) {
        addTarget(target, .expectation, at: number)
      }
    }
  }

  private mutating func addTarget(_ text: String, _ kind: Claim.Kind, at line: Int) {
    addClaim(
      kind, text: text, context: nil, line: ItemLine(0..<0, in: document),
      location: SourceLocation(line: line))
  }

  /// "Response time: < 50 ms" of "Response time:   Target < 50 ms   (see below)".
  private static func target(_ text: Substring) -> String? {
    guard let colon = text.firstColon else { return nil }
    let value = trimmed(text[text.index(after: colon)...])
    guard let blank = value.firstIndex(of: " "),
      ProseWords.standard.isPhrase(value[..<blank], .target)
    else { return nil }
    let rest = trimmed(value[blank...])
    guard let sign = rest.first, "<>≤≥".contains(sign) else { return nil }
    let limit = trimmed(rest.prefix { $0 != "(" && $0 != "（" })
    guard limit.utf8.count <= 24, Checkable.statesLimit(String(limit)) else { return nil }
    return "\(trimmed(text[..<colon])): \(limit)"
  }
}
