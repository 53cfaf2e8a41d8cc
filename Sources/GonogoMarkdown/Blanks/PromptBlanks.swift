internal import GonogoCore

/// Places of a form that show nothing when it is rendered: a comment that says what to write, alone under
/// a heading, and bullets with nothing behind them.
struct PromptBlanks {
  private let document: Document
  private let blocks: [MarkdownBlock]

  init(document: Document, blocks: [MarkdownBlock]) {
    self.document = document
    self.blocks = blocks
  }

  /// All of them; one comment alone may be a remark to whoever edits the document.
  func blanks() -> [FoundBlank] {
    let prompts = blocks.indices.compactMap { index in
      comment(at: index).map { (blank: $0, isAlone: isEnd(index + 1)) }
    }
    let comments = prompts.count >= 2 ? prompts.filter(\.isAlone).map(\.blank) : []
    return comments + bullets()
  }

  // MARK: Comments

  private func comment(at index: Int) -> FoundBlank? {
    let block = blocks[index]
    guard block.kind == .html, index > 0, case .heading = blocks[index - 1].kind
    else { return nil }
    let range = document.trimmed(document.contentRange(ofLine: block.startLine))
    guard (10...200).contains(range.count), document.bytes[range].starts(with: "<!--".utf8),
      document.bytes[range].suffix(3).elementsEqual("-->".utf8)
    else { return nil }
    let text = ChecklistBuilder.trimmed(document.text(range).dropFirst(4).dropLast(3))
    let words = ProseWords.words(in: text.prefix(80))
    guard text.first?.isLetter == true, words.count >= 2, !text.holds("--"),
      let first = words.first, !tools.contains(first)
    else { return nil }
    return FoundBlank(
      range: range, label: BlankLabel.cleaned(blocks[index - 1].text), shape: .comment)
  }

  /// True where nothing stands that may be what the comment speaks of.
  private func isEnd(_ index: Int) -> Bool {
    guard index < blocks.count else { return true }
    switch blocks[index].kind {
    case .heading, .thematicBreak: return true
    default: return false
    }
  }

  /// What opens a comment for a program or about the document itself.
  private let tools: Set<String> = [
    "gonogo", "prettier", "markdownlint", "eslint", "toc", "tocstop", "vale", "textlint", "cspell",
    "omit", "begin", "end", "start", "stop", "include", "copyright", "license", "spdx", "todo",
    "generated", "auto", "automatically", "note", "this", "runme", "doctoc", "expected", "output",
  ]

  // MARK: Bullets

  /// The bullets of a list that are all empty.
  private func bullets() -> [FoundBlank] {
    var found: [FoundBlank] = []
    for index in blocks.indices where blocks[index].kind == .list {
      let items = blocks[(index + 1)...].prefix { $0.kind == .item && $0.parent == index }
      guard let last = items.indices.last, items.count <= 12,
        last + 1 >= blocks.count || blocks[last + 1].parent != last, isEmpty(items),
        let label = label(above: index)
      else { continue }
      for item in items {
        let line = document.trimmed(document.contentRange(ofLine: item.startLine))
        found.append(
          FoundBlank(range: line.upperBound..<line.upperBound, label: label, shape: .label))
      }
    }
    return found
  }

  private func isEmpty(_ items: ArraySlice<MarkdownBlock>) -> Bool {
    items.allSatisfy { item in
      let line = document.trimmed(document.contentRange(ofLine: item.startLine))
      return line.count == 1 && "-*+".utf8.contains(document.bytes[line.lowerBound])
    }
  }

  /// The heading or lead-in above a list, comments between them left out.
  private func label(above list: Int) -> String? {
    var before = list - 1
    while before >= 0, blocks[before].kind == .html { before -= 1 }
    guard before >= 0, blocks[before].text.utf8.count <= 80 else { return nil }
    switch blocks[before].kind {
    case .heading, .paragraph: return BlankLabel.cleaned(blocks[before].text)
    default: return nil
    }
  }
}
