internal import GonogoCore

/// Finds blanks that are a whole line: a line of underscores, and a label with nothing after it.
struct LineBlanks {
  private let document: Document
  private let blocks: [MarkdownBlock]
  private let forms: FormLists

  init(document: Document, blocks: [MarkdownBlock]) {
    self.document = document
    self.blocks = blocks
    forms = FormLists(blocks, of: document)
  }

  // MARK: Lines of underscores

  /// The blank that a thematic break is when it is written with underscores below a label; a rule
  /// between sections is none.
  func underscores(at index: Int) -> FoundBlank? {
    let line = blocks[index].startLine
    guard let run = underscores(onLine: line) else { return nil }
    // Of several lines for one answer the first is filled.
    if line > 1, underscores(onLine: line - 1) != nil { return nil }
    guard let label = label(above: line, length: run.count, index), !isUnderline(line + 1) else {
      return nil
    }
    return FoundBlank(range: run, label: label)
  }

  private func underscores(onLine line: Int) -> Range<Int>? {
    let range = document.contentRange(ofLine: line)
    let content = LineStart.content(of: range, in: document, opensItem: false)
    let run = document.trimmed(content)
    guard run.count >= 3, document.bytes[run].allSatisfy({ $0 == 0x5F }) else { return nil }
    return run
  }

  /// True for `---` and `===`, which would turn the filled line into a heading.
  private func isUnderline(_ line: Int) -> Bool {
    guard line <= document.lines.count else { return false }
    let content = LineStart.content(
      of: document.contentRange(ofLine: line), in: document, opensItem: false)
    let run = document.bytes[document.trimmed(content)]
    guard let mark = run.first, mark == 0x2D || mark == 0x3D else { return false }
    return run.allSatisfy { $0 == mark }
  }

  private func label(above line: Int, length: Int, _ index: Int) -> String? {
    guard index > 0 else { return nil }
    let before = blocks[index - 1]
    guard before.kind == .paragraph else { return nil }
    let lines = before.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let last = lines.last.map(String.init), last.count <= 160 else { return nil }
    let isAdjacent = !document.contentRange(ofLine: line - 1).isEmpty && hasText(line - 1)
    let isLabel =
      ":：?？".contains(ChecklistBuilder.trimmed(last).last ?? " ")
      || (lines.count == 1 && before.leadingBold == last)
    let isForm = length > 4 || underscores(onLine: line + 1) != nil
    guard isLabel, isAdjacent || isForm else { return nil }
    return BlankLabel.cleaned(last)
  }

  private func hasText(_ line: Int) -> Bool {
    !document.bytes[document.contentRange(ofLine: line)].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x3E
    }
  }

  // MARK: Headings

  /// The blank under a heading that ends with a colon, when nothing at all follows before the next
  /// part of the document.
  func heading(at index: Int) -> FoundBlank? {
    guard case .heading(let level) = blocks[index].kind,
      let last = blocks[index].text.last, last == ":" || last == "：", index + 1 < blocks.count
    else { return nil }
    switch blocks[index + 1].kind {
    case .heading(let next): guard next <= level else { return nil }
    case .thematicBreak:
      guard underscores(onLine: blocks[index + 1].startLine) == nil else { return nil }
    default: return nil
    }
    let line = document.trimmed(document.contentRange(ofLine: blocks[index].startLine))
    // `=====` below, or `##` behind, would come between the label and its value.
    guard document.bytes[line].first == 0x23, document.bytes[line].last != 0x23 else { return nil }
    let label = BlankLabel.cleaned(blocks[index].text)
    guard label.contains(where: \.isLetter) else { return nil }
    return FoundBlank(range: line.upperBound..<line.upperBound, label: label, shape: .label)
  }

  // MARK: Labels

  /// The labels of a paragraph that are fields with nothing behind them.
  func labels(in paragraph: ProseParagraph, at index: Int) -> [FoundBlank] {
    var found: [FoundBlank] = []
    let isForm = forms.contains(index) || isForm(paragraph)
    for line in paragraph.textLines {
      let content = document.trimmed(paragraph.content(of: line, in: document))
      guard let label = emptyLabel(content, inForm: isForm) else { continue }
      let isLast = line == paragraph.lines.upperBound
      if isLast, !forms.ends(index), isFollowed(index) { continue }
      // What follows on the next line is the value, unless it is a label itself.
      if !isLast, !isForm, !hasLabel(paragraph.content(of: line + 1, in: document)) { continue }
      found.append(
        FoundBlank(range: content.upperBound..<content.upperBound, label: label, shape: .label))
    }
    return found
  }

  /// True for several lines that are each a label with nothing behind it.
  private func isForm(_ paragraph: ProseParagraph) -> Bool {
    paragraph.textLines.count >= 2 && paragraph.textLines.count <= 40
      && paragraph.table == nil
      && paragraph.textLines.allSatisfy { line in
        FormLists.isLabel(document.text(paragraph.content(of: line, in: document)))
      }
  }

  /// The label in `content` when it ends with a colon and is a known field, or one of a form.
  private func emptyLabel(_ content: Range<Int>, inForm: Bool) -> String? {
    guard content.count <= 80 else { return nil }
    let text = document.text(content)
    let plain = text.filter { $0 != "*" }
    guard let last = plain.last, ":：".contains(last) else { return nil }
    let label = BlankLabel.cleaned(text)
    guard !label.contains(":"), inForm || FieldLabel.isFormField(label) else { return nil }
    return label
  }

  private func hasLabel(_ content: Range<Int>) -> Bool {
    let text = document.text(content.lowerBound..<min(content.upperBound, content.lowerBound + 80))
    guard let colon = text.firstColon else { return false }
    let label = BlankLabel.cleaned(String(text[..<colon]))
    return FieldLabel.isFormField(label) || text.hasPrefix("**")
  }

  /// True when a list, a block or a paragraph after a label may be its value.
  private func isFollowed(_ index: Int) -> Bool {
    guard index + 1 < blocks.count else { return false }
    let next = blocks[index + 1]
    switch next.kind {
    case .heading, .item: return false
    case .thematicBreak: return underscores(onLine: next.startLine) != nil
    case .paragraph:
      let range = LineStart.content(
        of: document.contentRange(ofLine: next.startLine), in: document, opensItem: false)
      return !hasLabel(range)
    case .list: return next.parent == blocks[index].parent
    case .html, .code, .quote: return true
    }
  }
}
