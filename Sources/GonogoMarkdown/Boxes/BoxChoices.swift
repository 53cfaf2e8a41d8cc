internal import GonogoCore

/// The choices of a document that are made by ticking, and the boxes that belong to them.
struct BoxChoices {
  private(set) var found: [FoundBlank] = []
  private var members: Set<Int> = []

  private let document: Document
  private let blocks: [MarkdownBlock]
  private let headings: [(line: Int, text: String)]

  init(document: Document, blocks: [MarkdownBlock]) {
    self.document = document
    self.blocks = blocks
    self.headings = blocks.compactMap { block in
      guard case .heading = block.kind else { return nil }
      return (block.startLine, block.text)
    }
    readPieces()
    readLists()
  }

  /// True when `box` is one of several of which only one may be ticked.
  func contains(_ box: Box) -> Bool { members.contains(box.range.lowerBound) }

  // MARK: Lines and cells

  private mutating func readPieces() {
    for index in blocks.indices where blocks[index].kind == .paragraph {
      let paragraph = ProseParagraph(index, blocks: blocks, document: document)
      for line in paragraph.textLines { readLine(line, paragraph) }
      readLines(of: paragraph, at: index)
      guard let table = paragraph.table else { continue }
      for row in [table.header] + table.rows { readRow(row, of: table) }
    }
  }

  private mutating func readLine(_ line: Int, _ paragraph: ProseParagraph) {
    let piece = paragraph.content(of: line, in: document)
    guard let group = ChoiceReader.choice(in: piece, of: document) else {
      return readSigns(piece)
    }
    var label = BlankLabel.label(in: group.before, of: document)
    if label.isEmpty, line > paragraph.lines.lowerBound {
      label = BlankLabel.label(in: paragraph.content(of: line - 1, in: document), of: document)
    }
    add(group.options, group.range, label: label)
  }

  /// `Status: ⬜ Open | 🔄 In progress | ✅ Passed | ❌ Failed`: the square is one of several signs, of
  /// which one stays.
  private mutating func readSigns(_ piece: Range<Int>) {
    let boxes = BoxReader.boxes(in: piece, of: document.bytes)
    guard boxes.count == 1, let square = boxes.first, square.box.style == .square,
      let signed = ValueReader.signed(square.range.lowerBound..<piece.upperBound, of: document)
    else { return }
    let before = piece.lowerBound..<square.range.lowerBound
    guard document.text(before).firstColon != nil else { return }
    add(signed.options, signed.range, label: BlankLabel.label(in: before, of: document))
    members.insert(square.box.range.lowerBound)
  }

  /// Neighbouring lines of a paragraph that each begin with a box.
  private mutating func readLines(of paragraph: ProseParagraph, at index: Int) {
    guard paragraph.textLines.count > 1 else { return }
    let lines = paragraph.textLines.map { line in
      let piece = paragraph.content(of: line, in: document)
      guard
        let found = BoxReader.box(
          at: piece.lowerBound, in: document.bytes, before: piece.upperBound),
        !contains(found.box)
      else { return ChoiceReader.Line(box: nil, head: "", end: piece.upperBound) }
      let rest = found.range.upperBound..<piece.upperBound
      let text = PlainPiece.text(rest, of: document)
      return ChoiceReader.Line(
        box: found.box, head: ChoiceReader.head(of: text, bold: nil),
        end: document.trimmed(piece).upperBound)
    }
    for group in ChoiceReader.groups(of: lines) {
      add(lines[group], label: group.lowerBound > 0 ? "" : label(above: index))
    }
  }

  private mutating func readRow(_ row: Table.Row, of table: Table) {
    for (column, cell) in row.cells.enumerated()
    where BoxReader.boxes(in: cell.content, of: document.bytes).count > 1 {
      var label = BlankLabel.cell(column, of: row, in: table, document: document)
      guard let group = ChoiceReader.choice(in: cell.content, of: document, label: label) else {
        continue
      }
      let own = BlankLabel.label(in: group.before, of: document)
      if !own.isEmpty { label += label.isEmpty ? own : ": " + own }
      add(group.options, group.range, label: label)
    }
    readColumns(of: row, in: table)
  }

  /// `| Pass | Fail |` above `| ☐ | ☐ |`: neighbouring cells that are a box each, below words of which
  /// only one can be true. What stands beside two such columns is a box of its own.
  private mutating func readColumns(of row: Table.Row, in table: Table) {
    guard row.line != table.header.line else { return }
    var start = 0
    while start + 1 < row.cells.count {
      let options = (start...start + 1).compactMap { option(in: $0, of: row, table) }
      guard options.count == 2, OutcomeWords.excludeEachOther(options.map(\.text)) else {
        start += 1
        continue
      }
      let range = row.cells[start].content.lowerBound..<row.cells[start + 1].content.upperBound
      add(options, range, label: BlankLabel.row(row, in: table, of: document))
      start += 2
    }
  }

  private func option(in column: Int, of row: Table.Row, _ table: Table) -> Blank.Option? {
    guard let box = ColumnStates.box(row.cells[column], document),
      let heading = table.heading(of: column)
    else { return nil }
    return Blank.Option(text: PlainPiece.text(heading.content, of: document), box: box)
  }

  private mutating func add(_ options: [Blank.Option], _ range: Range<Int>, label: String) {
    var blank = FoundBlank(range: range, label: label, shape: .choice)
    blank.options = options
    found.append(blank)
    for option in options { if let box = option.box { members.insert(box.range.lowerBound) } }
  }

  // MARK: Lists

  private mutating func readLists() {
    var lines: [Int: [ChoiceReader.Line]] = [:]
    var order: [Int] = []
    for index in blocks.indices where blocks[index].kind == .item {
      guard let list = blocks[index].parent else { continue }
      if lines[list] == nil { order.append(list) }
      lines[list, default: []].append(line(of: index))
    }
    for list in order where !LegendList.isLegend(list, blocks, document) {
      let lines = lines[list] ?? []
      let label = label(of: list)
      let groups =
        ChoiceReader.isChoice(lines, asked: label, isQuestion: isQuestion(above: list))
        ? [lines.indices] : ChoiceReader.groups(of: lines)
      for group in groups { add(lines[group], label: label) }
      if groups.isEmpty, ChoiceReader.areDenial(lines) { add(lines[...], label: label) }
    }
  }

  private mutating func add(_ members: ArraySlice<ChoiceReader.Line>, label: String) {
    guard let first = members.first?.box, let last = members.last else { return }
    add(
      members.map { Blank.Option(text: $0.head, box: $0.box) },
      first.range.lowerBound..<last.end, label: label)
  }

  /// What stands before a paragraph that is one choice.
  private func label(above index: Int) -> String {
    guard index > 0 else { return "" }
    let before = blocks[index - 1]
    switch before.kind {
    case .paragraph, .heading:
      return BlankLabel.cleaned(before.text.split(separator: "\n").last.map(String.init) ?? "")
    default: return ""
    }
  }

  private func line(of item: Int) -> ChoiceReader.Line {
    let range = document.contentRange(ofLine: blocks[item].startLine)
    let line = ItemLine(range, in: document)
    guard let box = line.box, !contains(box), item + 1 < blocks.count,
      blocks[item + 1].kind == .paragraph, blocks[item + 1].parent == item
    else { return ChoiceReader.Line(box: nil, head: "", end: range.upperBound) }
    let text = line.withoutBox(String(blocks[item + 1].text.prefix { $0 != "\n" }))
    return ChoiceReader.Line(
      box: box, head: ChoiceReader.head(of: text, bold: line.bold(in: document)),
      end: range.upperBound)
  }

  private func isQuestion(above list: Int) -> Bool {
    guard list > 0, blocks[list - 1].text.utf8.count <= 200 else { return false }
    switch blocks[list - 1].kind {
    case .paragraph, .heading:
      let last = blocks[list - 1].text.last { !"*_ ".contains($0) }
      return last.map { "?？".contains($0) } ?? false
    default: return false
    }
  }

  /// What stands before a list: its lead-in, else the heading above.
  private func label(of list: Int) -> String {
    if list > 0 {
      let before = blocks[list - 1]
      if before.kind == .paragraph,
        before.parent == blocks[list].parent || list - 2 == blocks[list].parent
      {
        return BlankLabel.cleaned(before.text.split(separator: "\n").last.map(String.init) ?? "")
      }
    }
    let line = blocks[list].startLine
    let after = headings.partitioned { $0.line > line }
    return after > 0 ? BlankLabel.cleaned(headings[after - 1].text) : ""
  }
}
