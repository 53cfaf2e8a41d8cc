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

  /// The blank that a thematic break is when it is written with underscores below a label, as one of
  /// several lines to write on, or as what opens an item; a rule between sections is none.
  func underscores(at index: Int) -> FoundBlank? {
    let line = blocks[index].startLine
    let item = itemOpened(by: index)
    guard let run = underscores(onLine: line, opensItem: item != nil), !isUnderline(line + 1) else {
      return nil
    }
    // Nobody rules off what an item begins with.
    if let item {
      var blank = FoundBlank(range: run, label: label(ofItem: item))
      blank.isPersonal = blocks[item].parent != item - 1
      blank.isRoom = blank.isPersonal && RoomLabel.isForNotes(blank.label)
      return blank
    }
    let first = firstLine(before: index)
    guard let label = label(above: first, length: run.count, isOneOfSeveral: hasLineBeside(index))
    else { return nil }
    var blank = FoundBlank(range: run, label: label)
    // What fits the label is written once; how it goes on only a person can say.
    blank.isPersonal = first < index
    blank.isRoom = blank.isPersonal && RoomLabel.isForNotes(blank.label)
    return blank
  }

  private func underscores(onLine line: Int, opensItem: Bool = false) -> Range<Int>? {
    let range = document.contentRange(ofLine: line)
    let content = LineStart.content(of: range, in: document, opensItem: opensItem)
    let run = document.trimmed(content)
    guard run.count >= 3, document.bytes[run].allSatisfy({ $0 == 0x5F }) else { return nil }
    return run
  }

  /// The item that a thematic break opens.
  private func itemOpened(by index: Int) -> Int? {
    guard index > 0, blocks[index].parent == index - 1, blocks[index - 1].kind == .item,
      blocks[index - 1].startLine == blocks[index].startLine
    else { return nil }
    return index - 1
  }

  /// What an item with nothing but a line to write on is for: the text or heading above its list.
  private func label(ofItem item: Int) -> String {
    guard let list = blocks[item].parent, list > 0 else { return "" }
    let before = blocks[list - 1]
    switch before.kind {
    case .paragraph, .heading:
      let last = before.text.split(separator: "\n").last.map(String.init) ?? ""
      return last.count <= 160 ? BlankLabel.cleaned(last) : ""
    default: return ""
    }
  }

  /// True for a thematic break that is a line to write on in the same container as another one.
  private func isLine(_ index: Int, beside other: Int) -> Bool {
    guard blocks.indices.contains(index), blocks[index].kind == .thematicBreak,
      blocks[index].parent == blocks[other].parent
    else { return false }
    return underscores(onLine: blocks[index].startLine) != nil
  }

  private func hasLineBeside(_ index: Int) -> Bool {
    isLine(index - 1, beside: index) || isLine(index + 1, beside: index)
  }

  /// The first of the lines to write on that stand one below the other.
  ///
  /// A bounded number of them, for each is asked for: nobody draws more for one answer.
  private func firstLine(before index: Int) -> Int {
    var first = index
    while index - first < Self.mostLines, isLine(first - 1, beside: index) { first -= 1 }
    return first
  }

  private static let mostLines = 40

  /// True for `---` and `===`, which would turn the filled line into a heading.
  private func isUnderline(_ line: Int) -> Bool {
    guard line <= document.lines.count else { return false }
    let content = LineStart.content(
      of: document.contentRange(ofLine: line), in: document, opensItem: false)
    let run = document.bytes[document.trimmed(content)]
    guard let mark = run.first, mark == 0x2D || mark == 0x3D else { return false }
    return run.allSatisfy { $0 == mark }
  }

  /// The label above the first line to write on; nil when that may be a rule between sections.
  private func label(above index: Int, length: Int, isOneOfSeveral: Bool) -> String? {
    guard index > 0 else { return nil }
    let before = blocks[index - 1]
    if case .heading = before.kind {
      return mayStand(below: before, at: index, length: length, isOneOfSeveral)
        ? BlankLabel.cleaned(before.text) : nil
    }
    guard before.kind == .paragraph else { return nil }
    let lines = before.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let last = lines.last.map(String.init), last.count <= 160 else { return nil }
    let line = blocks[index].startLine
    let isAdjacent = !document.contentRange(ofLine: line - 1).isEmpty && hasText(line - 1)
    let isLabel =
      ":：?？".contains(ChecklistBuilder.trimmed(last).last ?? " ")
      || (lines.count == 1 && before.leadingBold == last)
    guard isLabel, isAdjacent || length > 4 || isOneOfSeveral else { return nil }
    return BlankLabel.cleaned(last)
  }

  /// True for lines to write on right below a heading: several, or a long one below "Notes" with
  /// nothing else in its part. A rule below a heading is one, and stands above a text.
  private func mayStand(
    below heading: MarkdownBlock, at index: Int, length: Int, _ isOneOfSeveral: Bool
  ) -> Bool {
    if isOneOfSeveral { return true }
    guard length >= 10, FieldLabel.field(of: heading.text) == .notes else { return false }
    guard index + 1 < blocks.count else { return true }
    switch blocks[index + 1].kind {
    case .heading, .thematicBreak: return true
    default: return false
    }
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
    var blank = FoundBlank(range: line.upperBound..<line.upperBound, label: label, shape: .label)
    // "Either:" may as well open the parts below it.
    blank.isTentative = !FieldLabel.isFormField(label)
    return blank
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
