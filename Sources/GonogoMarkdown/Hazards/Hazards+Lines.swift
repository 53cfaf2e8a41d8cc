internal import GonogoCore

extension Hazards {
  /// Looks at the lines of a paragraph.
  mutating func checkParagraph(_ index: Int) {
    let numbers = lines(ofParagraph: index)
    if checkTable(numbers) { return }
    var open: HazardFence?
    for number in numbers {
      let (text, column) = Self.content(line(number))
      if let fence = HazardFence(text), number > numbers.lowerBound {
        // A fence that may stand here would have ended the paragraph.
        if open == nil {
          reportLost(fence, line: number)
          open = fence
        } else {
          open = nil
        }
        continue
      }
      guard open == nil else { continue }
      checkHash(text, line: number, column: column)
      checkBox(text, line: number, column: column)
    }
  }

  /// `##Heading`: CommonMark wants a blank.
  private mutating func checkHash(_ text: Substring, line: Int, column: Int) {
    let marks = text.prefix { $0 == "#" }
    guard (2...6).contains(marks.count), let next = text.dropFirst(marks.count).first,
      next.isLetter || next.isNumber
    else { return }
    report(
      .warning, code: "no-heading",
      "this is no heading without a blank behind the `\(marks)`, so it opens no section",
      cure: "write `\(marks) \(text.dropFirst(marks.count).prefix(20))`", line: line,
      column: column)
  }

  /// `- []`, `-[ ]`, `- [ ]text`, `- [  ]`: no box to anybody but its author.
  private mutating func checkBox(_ text: Substring, line: Int, column: Int) {
    guard let marker = text.first, "-*+".contains(marker) else { return }
    let rest = text.dropFirst()
    let inner = rest.drop { $0 == " " || $0 == "\t" }
    guard inner.first == "[", let close = inner.firstIndex(of: "]") else { return }
    let inside = inner[inner.index(after: inner.startIndex)..<close]
    let after = inner[inner.index(after: close)...].first
    let mark = inside.filter { !$0.isWhitespace }
    guard mark.isEmpty || mark == "x" || mark == "X", inside.count <= 4 else { return }
    // `[](target)`, `[x]: target` and `[ ][reference]` are links.
    if let after, "([:".contains(after) { return }
    let isBox =
      rest.first?.isWhitespace ?? false && (inside == " " || inside == mark && !mark.isEmpty)
      && (after?.isWhitespace ?? true)
    guard !isBox, !boxLines.contains(line), !blankLines.contains(line) else { return }
    report(
      .warning, code: "malformed-box",
      "this is no checkbox: a person is asked about it, and nothing ticks it",
      cure: "write `- [ ] ` with one blank inside and one blank on each side", line: line,
      column: column)
  }

  /// Text that `---` below turned into a heading.
  mutating func checkHeading(_ block: MarkdownBlock) {
    let (first, column) = Self.content(line(block.startLine))
    guard case .heading(level: 2) = block.kind, first.first != "#" else { return }
    let lines = block.text.split(separator: "\n")
    let holdsBlank = first.contains("____")
    let isProse = lines.count > 1 || (block.leadingBold != nil && block.text.contains(":"))
    guard holdsBlank || isProse else { return }
    report(
      .warning, code: "accidental-heading",
      "the `---` right below makes a heading of this text"
        + (holdsBlank ? ", and its blank is never filled" : ""),
      cure: "put an empty line before the `---`", line: block.startLine, column: column)
  }

  /// A line of underscores is a rule across the page, also where a blank was meant.
  mutating func checkRule(_ index: Int) {
    let block = blocks[index]
    let (text, column) = Self.content(line(block.startLine))
    guard text.count >= 3, ChecklistBuilder.trimmed(text).allSatisfy({ $0 == "_" || $0 == " " }),
      text.contains("_"), !blankLines.contains(block.startLine)
    else { return }
    var isAfterLabel = false
    if index > 0, case .paragraph = blocks[index - 1].kind {
      let above = ChecklistBuilder.trimmed(blocks[index - 1].text)
      let last = lines(ofParagraph: index - 1).upperBound
      isAfterLabel = above.hasSuffix(":") || above.hasSuffix("：") || last == block.startLine - 1
    }
    guard isAfterLabel || text.count > 5 else { return }
    report(
      .warning, code: "rule-for-blank",
      "these underscores are a line across the page and no blank, so nothing fills them",
      cure: "write them behind their label, on the same line", line: block.startLine,
      column: column)
  }

  /// Boxes in comments stay dead.
  mutating func checkHTML(_ block: MarkdownBlock) {
    guard block.text.drop(while: { $0 == " " }).hasPrefix("<!--") else { return }
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    let boxes = lines.enumerated().filter { _, line in
      let text = Self.content(String(line)).text
      return ["- [ ]", "* [ ]", "+ [ ]", "- [x]", "- [X]"].contains { text.hasPrefix($0) }
    }
    guard let first = boxes.first else { return }
    report(
      .note, code: "commented-box",
      "\(boxes.count == 1 ? "a box stands" : "\(boxes.count) boxes stand") in this comment and "
        + "are not part of the checklist",
      cure: "take them out of the comment if they are meant", line: block.startLine + first.offset)
  }

  /// Tabs before a list item or a fence count up to the next multiple of four.
  mutating func checkTabs() {
    let places = blocks.compactMap { block -> Int? in
      switch block.kind {
      case .item, .code, .paragraph: break
      default: return nil
      }
      let blank = line(block.startLine).prefix { $0 == " " || $0 == "\t" }
      return blank.contains("\t") ? block.startLine : nil
    }
    guard let first = places.first else { return }
    let count = Set(places).count
    report(
      .note, code: "tab-indent",
      "\(count == 1 ? "this line is" : "\(count) lines from here are") indented with tabs, which "
        + "CommonMark counts up to the next multiple of four",
      cure: "indent with blanks", line: first)
  }
}
