internal import GonogoCore

extension ChecklistBuilder {
  /// Reads the boxes of a paragraph that are no list item's: in the cells of its table, at the
  /// start of its lines, and as the value of a label.
  mutating func readLooseBoxes(_ index: Int, opensItem: Bool) {
    let paragraph = ProseParagraph(index, blocks: blocks, document: document)
    var lead: Range<Int>?
    for line in paragraph.textLines {
      let piece = paragraph.content(of: line, in: document)
      let claims = checklist.claims.count
      if opensItem, line == paragraph.lines.lowerBound {
        readBoxBehind(piece, line: line)
      } else {
        readLooseBox(piece, line: line)
      }
      if checklist.claims.count > claims {
        doubtClaims(from: claims, under: lead, in: index)
      } else {
        lead = piece
      }
    }
    guard let table = paragraph.table else { return }
    let claims = checklist.claims.count
    for row in table.rows { readBoxes(of: row, in: table) }
    if checklist.claims.count > claims { doubtClaims(from: claims, under: lead, in: index) }
  }

  /// Keeps the boxes in the cells of a table that counts nowhere.
  mutating func noteLooseBoxes(_ index: Int) {
    let paragraph = ProseParagraph(index, blocks: blocks, document: document)
    guard let table = paragraph.table else { return }
    for cell in table.rows.flatMap(\.cells) {
      for found in BoxReader.boxes(in: cell.content, of: document.bytes)
      where found.box.style != .circle && !choices.contains(found.box)
        && !isExplained(found, in: cell.content)
      {
        checklist.boxes.append(found.box)
      }
    }
  }

  /// Gives the claims from position `first` the words above them that leave doubt.
  private mutating func doubtClaims(from first: Int, under lead: Range<Int>?, in paragraph: Int) {
    guard let doubt = doubt(ofBoxesIn: paragraph, under: lead) else { return }
    for place in first..<checklist.claims.count where checklist.claims[place].kind == .item {
      checklist.claims[place] = checklist.claims[place].doubted(by: doubt)
    }
  }

  // MARK: Lines

  /// Reads the open box at the end of an item that has none at its start.
  private mutating func readBoxBehind(_ piece: Range<Int>, line: Int) {
    let bytes = document.bytes
    guard BoxReader.box(at: piece.lowerBound, in: bytes, before: piece.upperBound) == nil else {
      return
    }
    let boxes = BoxReader.boxes(in: piece, of: bytes)
      .filter { $0.box.style != .circle && !choices.contains($0.box) }
    guard boxes.count == 1, let found = boxes.first, !found.box.isTicked,
      document.trimmed(found.range.upperBound..<piece.upperBound).isEmpty
    else { return readLabelledBoxes(boxes, in: piece, line: line) }
    let before = piece.lowerBound..<found.range.lowerBound
    let text = BlankLabel.cleaned(PlainPiece.text(before, of: document))
    guard text.contains(where: \.isLetter) else { return }
    add(found.box, text: text, codes: PlainPiece.codes(in: before, of: document), line: line)
  }

  /// Reads the boxes of an item or a line behind its label: "Users told: ☐ Yes", "Saved: ☐ logs ☐ settings".
  private mutating func readLabelledBoxes(
    _ boxes: [BoxReader.Found], in piece: Range<Int>, line: Int
  ) {
    guard let first = boxes.first, boxes.count <= 8 else { return }
    let before = document.text(piece.lowerBound..<first.range.lowerBound)
    guard let colon = before.firstColon else { return }
    let label = BlankLabel.cleaned(before)
    let value = before[colon...].dropFirst()
    for (index, box) in boxes.enumerated() where isSetOff(box, in: piece) {
      let end = index + 1 < boxes.count ? boxes[index + 1].range.lowerBound : piece.upperBound
      let words = PlainPiece.text(box.range.upperBound..<end, of: document)
      let opening = ProseWords.words(in: words).first ?? ""
      // Between the label and the box only what the box answers may stand.
      guard words.first.map({ !"(（".contains($0) }) == true, !isExplained(box, in: piece),
        !value.contains(where: \.isLetter) || ChoiceReader.isAnswer(opening)
      else { continue }
      let codes = PlainPiece.codes(in: piece, of: document)
      add(box.box, text: "\(label): \(words)", codes: codes, line: line)
    }
  }

  /// True when a claim with a box of its own stands on a line, which is the last one read.
  func hasBox(onLine line: Int) -> Bool { hasClaim(onLine: line, where: { $0.box != nil }) }

  /// True when such a claim stands on a line, which is the last one read.
  func hasClaim(onLine line: Int, where isSuch: (Claim) -> Bool = { _ in true }) -> Bool {
    checklist.claims.reversed().prefix { $0.location.line >= line }
      .contains { $0.location.line == line && isSuch($0) }
  }

  private mutating func readLooseBox(_ piece: Range<Int>, line: Int) {
    let bytes = document.bytes
    guard let found = looseBox(in: piece) else {
      let several = BoxReader.boxes(in: piece, of: bytes)
        .filter { $0.box.style != .circle && !choices.contains($0.box) }
      return several.count > 1
        ? readLabelledBoxes(several, in: piece, line: line) : readMalformedBox(piece, line: line)
    }
    if choices.contains(found.box) { return }
    var words = PlainPiece.text(found.range.upperBound..<piece.upperBound, of: document)[...]
    let before = document.text(piece.lowerBound..<found.range.lowerBound)
    let isListed = Self.isListSign(before)
    if isListed, before.contains(where: { "*_".contains($0) }) {
      words = Self.trimmed(words.drop { "*_ ".contains($0) })
      while let last = words.last, "*_".contains(last) { words.removeLast() }
    }
    var label =
      isListed
      ? "" : BlankLabel.label(in: piece.lowerBound..<found.range.lowerBound, of: document)
    while let last = label.last, "-–— ".contains(last) { label.removeLast() }
    let text = label.isEmpty ? String(words) : words.isEmpty ? label : "\(label): \(words)"
    guard !text.isEmpty else { return }
    if found.box.style != .brackets, StateSign.isState(String(words), of: label) { return }
    add(found.box, text: text, codes: PlainPiece.codes(in: piece, of: document), line: line)
    if BoxReader.isOtherState(found.box, in: bytes) { reportState(found.box) }
  }

  /// The box at the start of a line, or the only one behind a label.
  private func looseBox(in piece: Range<Int>) -> BoxReader.Found? {
    let bytes = document.bytes
    let boxes = BoxReader.boxes(in: piece, of: bytes).filter { $0.box.style != .circle }
    guard let first = boxes.first, !isExplained(first, in: piece) else { return nil }
    // "**☐ Pass**" is bold as a whole.
    if Self.isListSign(document.text(piece.lowerBound..<first.range.lowerBound)) {
      return isSetOff(first, in: piece) ? first : nil
    }
    guard boxes.count == 1 else { return nil }
    let before = document.text(piece.lowerBound..<first.range.lowerBound).filter { $0 != "*" }
    guard let last = ChecklistBuilder.trimmed(before).last else { return nil }
    // "**Checkpoint** - [ ] the page answers", not "-[ ] a".
    let isDashed =
      "-–—".contains(last) && before.last == " " && before.contains(where: \.isLetter)
    return (isDashed || ":：?".contains(last)) && isSetOff(first, in: piece) ? first : nil
  }

  /// "• ", "– ", "a. ", "2.1 ", "**": what stands before the text of an entry that is none to Markdown.
  private static func isListSign(_ text: String) -> Bool {
    let plain = text.filter { !"*_ \t".contains($0) }
    if plain.isEmpty { return true }
    // "-[ ] text" is no list for Markdown, and its box none.
    guard let end = text.last, " \t*_".contains(end) else { return false }
    if plain.count == 1, "•‣–—·▪●◦○➤►".contains(plain) { return true }
    guard plain.utf8.count <= 6, let last = plain.last, ".)".contains(last) || last.isNumber else {
      return false
    }
    return plain.prefix { $0.isLetter }.count <= 1
      && plain.allSatisfy { $0.isLetter || $0.isNumber || ".)".contains($0) }
  }

  /// "☐ = open" and "[ ]: open" are legends.
  private func isExplained(_ found: BoxReader.Found, in piece: Range<Int>) -> Bool {
    let end = min(piece.upperBound, found.range.upperBound + 8)
    let rest = ChecklistBuilder.trimmed(document.text(found.range.upperBound..<end))
    return rest.first.map { "=:：→".contains($0) } ?? false
  }

  /// Brackets need a blank after them.
  private func isSetOff(_ found: BoxReader.Found, in piece: Range<Int>) -> Bool {
    let next = found.range.upperBound
    guard next < piece.upperBound, found.box.style == .brackets else { return true }
    return document.bytes[next] == 0x20 || document.bytes[next] == 0x09
  }

  // MARK: Cells

  private mutating func readBoxes(of row: Table.Row, in table: Table) {
    var found: [(column: Int, box: BoxReader.Found)] = []
    for (column, cell) in row.cells.enumerated() {
      let heading = table.heading(of: column)?.content ?? 0..<0
      if LegendWords.isLegend(PlainPiece.text(heading, of: document)) { continue }
      for box in BoxReader.boxes(in: cell.content, of: document.bytes)
      where box.box.style != .circle && !choices.contains(box.box)
        && !isExplained(box, in: cell.content)
      {
        found.append((column, box))
      }
    }
    guard !found.isEmpty else {
      // What is picked in the row is asked as a choice.
      let isPicked = row.cells.contains { cell in
        BoxReader.boxes(in: cell.content, of: document.bytes).contains { choices.contains($0.box) }
      }
      if !isPicked { readMalformedBoxes(of: row, in: table) }
      return
    }
    let boxColumns = Set(found.map(\.column))
    // Of a row of very many boxes each is about its own words alone.
    let about = found.count <= 8 ? rowText(row, of: table, besides: boxColumns) : []
    let codes =
      found.count <= 8 ? row.cells.flatMap { PlainPiece.codes(in: $0.content, of: document) } : []
    for (index, (column, box)) in found.enumerated() {
      let cell = row.cells[column].content
      let start = index > 0 && found[index - 1].column == column
      let isLast = index + 1 == found.count || found[index + 1].column != column
      let end = isLast ? cell.upperBound : found[index + 1].box.range.lowerBound
      let own = words(
        in: (start ? box.range.lowerBound : cell.lowerBound)..<end, without: box.range)
      let parts = [own].filter { !$0.isEmpty } + about
      var text = parts.first ?? ""
      let more = parts.dropFirst().filter { !$0.hasPrefix("(") }
      if !more.isEmpty { text += ": " + more.joined(separator: "; ") }
      // Whose it is says nothing of how it must be.
      for aside in parts.dropFirst() where aside.hasPrefix("(") { text += " " + aside }
      if found.count > 1 || text.isEmpty, let heading = table.heading(of: column)?.content {
        let name = PlainPiece.text(heading, of: document)
        if !name.isEmpty { text = text.isEmpty ? name : "\(text) (\(name))" }
      }
      guard !text.isEmpty else { continue }
      add(
        box.box, text: text, codes: codes, line: row.line,
        doubt: doubt(ofColumn: table.heading(of: column)?.content))
    }
  }

  /// The cells of a row that say in words what it is about, and not what came of it.
  func rowText(
    _ row: Table.Row, of table: Table, besides columns: Set<Int>
  ) -> [String] {
    row.cells.enumerated().compactMap { column, cell in
      guard !columns.contains(column), let heading = table.heading(of: column) else { return nil }
      let kind = ColumnHeading.kind(PlainPiece.text(heading.content, of: document))
      guard kind == nil || kind == .notes || kind == .owner else { return nil }
      let text = PlainPiece.text(cell.content, of: document)
      let name = PlainPiece.text(heading.content, of: document)
      let isTarget = name.utf8.count <= 80 && ProseWords.standard.isPhrase(name, .target)
      guard !Checkable.isPlaceholder(text), !(text.hasPrefix("{{") && text.hasSuffix("}}")) else {
        return nil
      }
      guard text.contains(where: { $0.isLetter || isTarget && $0.isNumber }) else { return nil }
      return kind == .owner && !text.hasSuffix(")") ? "(\(text))" : text
    }
  }

  /// The name of a column of boxes that may say what must not be: "Abort if".
  func doubt(ofColumn heading: Range<Int>?) -> String? {
    guard let heading, section.role == .checks || section.role == .conditional else { return nil }
    let name = PlainPiece.text(heading, of: document)
    return LeadText.meaning(ofHeading: name) == .doubt ? name : nil
  }

  private func words(in cell: Range<Int>, without box: Range<Int>) -> String {
    let before = PlainPiece.text(cell.lowerBound..<box.lowerBound, of: document)
    let after = PlainPiece.text(box.upperBound..<cell.upperBound, of: document)
    return before.isEmpty || after.isEmpty ? before + after : before + " " + after
  }

  // MARK: Claims

  /// Adds the claim of a box that is no list item's.
  mutating func add(
    _ box: Box?, text: String, codes: [String], line: Int, doubt: String? = nil
  ) {
    let kind: Claim.Kind =
      switch section.role {
      case .goCriteria: .goCriterion
      case .noGoCriteria: .noGoCriterion
      case .checks, .conditional: .item
      }
    checklist.claims.append(
      Claim(
        id: checklist.claims.count, kind: kind, section: section.id, text: text, box: box,
        codes: codes, doubt: doubt ?? Self.noted(text) ?? box.flatMap(state(of:)),
        location: SourceLocation(line: line)))
  }

  /// A text that a note elsewhere says more of.
  private static func noted(_ text: String) -> String? { OwnDoubt.statesMore(text) ? text : nil }

  /// `[-]`, `[~]`: a state that the author wrote down, so that only a person may tick it; nil for others.
  func state(of box: Box) -> String? {
    BoxReader.isOtherState(box, in: document.bytes) ? "[\(document.text(box.range))]" : nil
  }

  /// Says that a box has a state that is neither open nor ticked.
  mutating func reportState(_ box: Box) {
    checklist.diagnostics.append(
      Diagnostic(
        .warning, code: "box-state",
        "this box is marked “\(document.text(box.range))”, which is neither open nor ticked; it "
          + "counts as open", cure: "write `[ ]` or `[x]`", file: document.path,
        at: document.location(at: box.range.lowerBound)))
  }
}
