internal import GonogoCore

/// A piece of a paragraph that says one thing: people write a label on a line of its own and leave
/// out the empty line that would make it a paragraph of its own.
struct Passage {
  /// Its lines as one, without inline marks.
  var text: String
  /// Its first line.
  let line: Int
  /// The bold text that opens it, or nil.
  let label: String?
  /// True for the last piece of its paragraph.
  var isLast = false

  /// True when it ends with a colon or is bold as a whole.
  var isLeadIn: Bool { text.hasSuffix(":") || text.hasSuffix("：") || label == text }

  /// The pieces of `block`, in order; at least one.
  static func all(of block: MarkdownBlock, in document: Document) -> [Passage] {
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(ChecklistBuilder.trimmed($0)) }
    var passages: [Passage] = []
    var parts: [String] = []
    func close() {
      guard !passages.isEmpty else { return }
      passages[passages.count - 1].text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    for (index, line) in lines.enumerated() {
      let number = block.startLine + index
      let bold = index == 0 ? block.leadingBold.map(ChecklistBuilder.joined) : nil
      let isBold = index > 0 && isBold(number, line, in: document)
      let previous = passages.last.map { $0.line == number - 1 && isListLabel($0.label, parts) }
      if index == 0 || previous == true || isLabel(line, isBold: isBold) {
        close()
        parts = []
        passages.append(Passage(text: line, line: number, label: bold ?? (isBold ? line : nil)))
      }
      parts.append(line)
    }
    close()
    if !passages.isEmpty { passages[passages.count - 1].isLast = true }
    return passages
  }

  /// True when `line` opens a piece of its own in the middle of a paragraph.
  private static func isLabel(_ line: String, isBold: Bool) -> Bool {
    if let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }),
      ExpectationLabel.meaning(of: String(line[..<colon])) != nil
    {
      return true
    }
    guard isBold || line.hasSuffix(":") || line.hasSuffix("：") else { return false }
    return ExpectationLabel.meaning(of: line) != nil || isAboutDecision(line)
  }

  /// True when the one line so far is "NO-GO if any:", so that the next line is no part of it.
  private static func isListLabel(_ label: String?, _ parts: [String]) -> Bool {
    guard parts.count == 1, let line = parts.first else { return false }
    guard label == line || line.hasSuffix(":") || line.hasSuffix("：") else { return false }
    return isAboutDecision(line)
  }

  private static func isAboutDecision(_ line: String) -> Bool {
    let role = Polarity.role(of: line)
    return role == .goCriteria || role == .noGoCriteria || Polarity.isBareGo(line)
  }

  private static func isBold(_ number: Int, _ line: String, in document: Document) -> Bool {
    let raw = ChecklistBuilder.trimmed(document.text(document.contentRange(ofLine: number)))
    let inner = raw.drop { $0 == ">" || $0 == " " }
    return inner.hasPrefix("**") && inner.hasSuffix("**") && inner.count == line.count + 4
  }
}
