internal import GonogoCore

extension Hazards {
  /// Looks at a block of code: indented code that shows a fence, fences inside a fence, tags.
  mutating func checkFence(_ index: Int, info: String) {
    let block = blocks[index]
    let content = block.text.replacingAll("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    if isIndented(block, firstLine: content.first) {
      // Away from any list people indent a block to show how it is written.
      let before = siblingBefore(index).map { blocks[$0].kind }
      checkIndented(block, content, isMeant: block.parent == nil && before != .list)
      return
    }
    checkTag(info, line: block.startLine)
    checkInner(block, content)
    checkSplit(index)
  }

  /// True for indented code: its first line is a line of its content.
  private func isIndented(_ block: MarkdownBlock, firstLine: Substring?) -> Bool {
    let line = line(block.startLine)
    guard let open = line.range(ofFence: 3) else { return true }
    let before = line[..<open].reversed().prefix { $0 == " " || $0 == "\t" }
    let indent = before.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    let shown = ChecklistBuilder.trimmed(line[open...])
    return indent >= 4 && firstLine.map { ChecklistBuilder.trimmed($0) == shown } ?? false
  }

  private mutating func checkIndented(_ block: MarkdownBlock, _ content: [Substring], isMeant: Bool)
  {
    var open: HazardFence?
    for (offset, line) in content.enumerated() {
      guard let fence = HazardFence(ChecklistBuilder.trimmed(line)) else { continue }
      if let outer = open {
        let closes = fence.mark == outer.mark && fence.count >= outer.count && fence.info.isEmpty
        if closes { open = nil }
        continue
      }
      open = fence
      reportLost(fence, line: block.startLine + offset, isMeant: isMeant)
    }
  }

  /// A fence that its indent keeps from being one.
  mutating func reportLost(_ fence: HazardFence, line number: Int, isMeant: Bool = false) {
    let isRun = FenceInfo(fence.info).language != nil
    let tag = fence.tag.isEmpty ? "" : ": its tag `\(fence.tag)` is lost"
    report(
      isRun ? (isMeant ? .warning : .error) : .note, code: "indented-fence",
      "this fence is indented so far that CommonMark takes it for plain text or code\(tag)"
        + (isRun ? " and nothing of it runs" : ""),
      cure: "indent the block as far as the text of the list item it belongs to",
      line: number, column: Self.content(line(number)).column)
  }

  // MARK: Tags

  private static let tags = ["bash", "shell", "zsh", "console", "sql"]
  /// Tags of other languages that look like a misspelling of one of ours.
  private static let languages: Set<String> = [
    "ash", "dash", "bas", "basic", "bat", "batch", "csh", "ksh", "fish", "ssh", "hash", "bats",
    "sh", "nsql", "tsql", "hql", "cql", "gql", "kql", "esql", "psql", "jsql", "hsql", "soql",
    "squal", "shex", "hell", "css",
  ]

  private mutating func checkTag(_ info: String, line: Int) {
    let fence = FenceInfo(info)
    let tag = info.prefix { !$0.isWhitespace && $0 != "{" }.lowercased()
    guard fence.language == nil, !tag.isEmpty, !Self.languages.contains(tag) else { return }
    let word = tag.prefix { $0.isLetter }
    let meant =
      word.count < tag.count && FenceInfo(String(word)).language != nil
        && !"-+".contains(
          tag[word.endIndex])
      ? String(word) : Self.tags.first { Self.isNear(tag, $0) }
    guard let meant else { return }
    report(
      .warning, code: "unknown-tag",
      "the tag `\(tag)` is none that gonogo runs, so this block is only shown",
      cure: "did you mean `\(meant)`?", line: line)
  }

  /// True when one edit makes one of the other: a letter more, fewer, another, or two swapped.
  static func isNear(_ word: String, _ other: String) -> Bool {
    let (one, two) = (Array(word.utf8), Array(other.utf8))
    guard one != two, abs(one.count - two.count) <= 1 else { return false }
    var start = 0
    while start < min(one.count, two.count), one[start] == two[start] { start += 1 }
    var end = 0
    while end < min(one.count, two.count) - start,
      one[one.count - 1 - end] == two[two.count - 1 - end]
    {
      end += 1
    }
    let (left, right) = (one[start..<one.count - end], two[start..<two.count - end])
    if left.count <= 1, right.count <= 1 { return true }
    return left.count == 2 && left.elementsEqual(right.reversed())
  }

  // MARK: Fences inside

  /// A fence inside a fence of the same width: its end ends the outer one, and from there on prose
  /// is code and code is prose.
  private mutating func checkInner(_ block: MarkdownBlock, _ content: [Substring]) {
    let opening = line(block.startLine)
    guard let start = opening.range(ofFence: 3), let outer = HazardFence(opening[start...]) else {
      return
    }
    for (offset, line) in content.enumerated() {
      guard let inner = HazardFence(ChecklistBuilder.trimmed(line)), !inner.info.isEmpty,
        inner.mark == outer.mark, inner.count >= outer.count, Self.isTag(inner.info)
      else { continue }
      let number = block.startLine + 1 + offset
      let mark = String(repeating: outer.mark, count: inner.count + 1)
      report(
        .error, code: "nested-fence",
        "this fence stands inside the one of line \(block.startLine), and its end will end that one: "
          + "below it prose and code change places",
        cure: "open and close the outer block with \(mark)", line: number,
        column: Self.content(self.line(number)).column)
      return
    }
  }

  /// True for what people write behind a fence, and not for a sentence.
  private static func isTag(_ info: String) -> Bool {
    let word = info.prefix { $0.isLetter || $0.isNumber || "-_+#.".contains($0) }
    let rest = ChecklistBuilder.trimmed(info[word.endIndex...])
    let isAttribute = rest.hasPrefix("{") || rest.hasPrefix("[") || rest.contains("=")
    return !word.isEmpty && (rest.isEmpty || isAttribute)
  }

  // MARK: Lists

  /// A fence between two lists, indented but not far enough to belong to the item above it.
  private mutating func checkSplit(_ index: Int) {
    let block = blocks[index]
    let line = line(block.startLine)
    let indent = line.prefix { $0 == " " }.count
    guard indent > 0, block.parent == nil, let list = siblingBefore(index),
      blocks[list].kind == .list
    else { return }
    report(
      .warning, code: "list-split",
      "this block is indented less than the text of the list item above it, so it ends the list",
      cure: "indent it as far as the text of that item, or not at all", line: block.startLine,
      column: indent + 1)
  }

  private func siblingBefore(_ index: Int) -> Int? {
    var before = index - 1
    while before >= 0 {
      if blocks[before].parent == blocks[index].parent { return before }
      // The blocks of the item above lie between.
      guard let outer = blocks[before].parent, outer != blocks[index].parent else { return nil }
      before = outer
    }
    return nil
  }
}

extension StringProtocol {
  /// Where the first run of so many backticks or tildes begins.
  func range(ofFence width: Int) -> Index? {
    var position = startIndex
    while position < endIndex {
      let mark = self[position]
      guard mark == "`" || mark == "~" else {
        position = index(after: position)
        continue
      }
      let run = self[position...].prefix { $0 == mark }
      if run.count >= width { return position }
      position = run.endIndex
    }
    return nil
  }
}
