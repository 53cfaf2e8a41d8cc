internal import GonogoCore

/// The words that say what a blank is for.
enum BlankLabel {
  /// The words in `range` without list marker, box, marks and colon.
  static func label(in range: Range<Int>, of document: Document) -> String {
    cleaned(document.text(range))
  }

  /// `text` without list marker, box, marks and colon.
  static func cleaned(_ text: String) -> String {
    var label = unmarked(text)[...]
    label = ChecklistBuilder.trimmed(label)
    if label.first == "(", label.last == ")" { label = label.dropFirst().dropLast() }
    while let first = label.first, "-+>#•,;.()]".contains(first) {
      label = ChecklistBuilder.trimmed(label.dropFirst())
    }
    let mayBeBox = label.utf8.first.map { $0 == 0x5B || $0 >= 0x80 } ?? false
    for box in boxes where mayBeBox && label.hasPrefix(box) {
      label = ChecklistBuilder.trimmed(label.dropFirst(box.count))
    }
    while let last = label.last, ":：=?([\"“@\\".contains(last) || last.isWhitespace {
      label.removeLast()
    }
    return String(label)
  }

  private static let boxes = ["[ ]", "[x]", "[X]", "☐", "☑️", "☑", "⬜", "□"]

  /// `text` without the signs of emphasis and code; what joins words is kept: `p95_ms`.
  private static func unmarked(_ text: String) -> String {
    guard text.utf8.contains(0x5F) else {
      let isMarked = text.utf8.contains { $0 == 0x2A || $0 == 0x60 }
      return isMarked ? text.filter { $0 != "*" && $0 != "`" } : text
    }
    let characters = Array(text)
    return String(
      characters.indices.compactMap { index -> Character? in
        switch characters[index] {
        case "*", "`": nil
        case "_" where !isJoint(index, of: characters): nil
        default: characters[index]
        }
      })
  }

  private static func isJoint(_ index: Int, of text: [Character]) -> Bool {
    guard index > 0, index + 1 < text.count else { return false }
    let (before, after) = (text[index - 1], text[index + 1])
    return (before.isLetter || before.isNumber) && (after.isLetter || after.isNumber)
  }

  /// What a cell of a row is for: the row's first words and the column's name.
  static func cell(
    _ column: Int, of row: Table.Row, in table: Table, document: Document
  ) -> String {
    let isHeader = row.line == table.header.line
    if isHeader {
      return column > 0 ? PlainPiece.text(row.cells[column - 1].content, of: document) : ""
    }
    let heading = table.heading(of: column).map { PlainPiece.text($0.content, of: document) } ?? ""
    let name = column > 0 ? rowName(row, in: table, of: document) : ""
    if name.isEmpty || heading.isEmpty { return cleaned(name + heading) }
    // A table of names and values has no name of its own for the values.
    if table.header.cells.count == 2, plainValues.contains(heading.lowercased()) {
      return cleaned(name)
    }
    return cleaned(name) + ": " + cleaned(heading)
  }

  /// What a row is about.
  static func row(_ row: Table.Row, in table: Table, of document: Document) -> String {
    cleaned(rowName(row, in: table, of: document))
  }

  /// The first cell that names the row: its number is followed by what it is about.
  private static func rowName(_ row: Table.Row, in table: Table, of document: Document) -> String {
    let first = row.cells.first.map { PlainPiece.text($0.content, of: document) } ?? ""
    guard row.cells.count > 2, !first.contains(where: \.isLetter),
      let heading = table.heading(of: 1),
      ColumnHeading.kind(PlainPiece.text(heading.content, of: document)) == nil
    else { return first }
    let second = PlainPiece.text(row.cells[1].content, of: document)
    return first.isEmpty ? second : first + " " + second
  }

  private static let plainValues = WordList.words("BlankLabel.plainValues")
}
