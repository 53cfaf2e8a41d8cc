internal import GonogoCore

/// Reads tables from the raw lines of a paragraph; CommonMark itself knows none.
struct TableReader {
  private let document: Document
  private let lines: ClosedRange<Int>

  private init(_ lines: ClosedRange<Int>, of document: Document) {
    self.document = document
    self.lines = lines
  }

  /// The table that begins in `lines`, the lines of one paragraph, or nil.
  ///
  /// As in GitHub's Markdown: the line above the first delimiter row is the header, both have as
  /// many cells, and every line after them is a row.
  static func table(in lines: ClosedRange<Int>, of document: Document) -> Table? {
    TableReader(lines, of: document).table()
  }

  private func table() -> Table? {
    guard lines.count >= 2 else { return nil }
    for line in lines.dropFirst() {
      let delimiters = content(of: line)
      guard isDelimiterRow(delimiters) else { continue }
      let header = cells(of: line - 1, codeIsWhole: false)
      let count = split(delimiters, codeIsWhole: false).count
      guard header.count == count else {
        // A pipe in a code span of the header, which its author did not mean to split it.
        let whole = cells(of: line - 1, codeIsWhole: true)
        return whole.count == count ? table(header: whole, delimiters: line) : nil
      }
      return table(header: header, delimiters: line)
    }
    return nil
  }

  private func table(header: [Table.Cell], delimiters line: Int) -> Table {
    var rows: [Table.Row] = []
    rows.reserveCapacity(max(0, lines.upperBound - line))
    for number in line..<lines.upperBound {
      rows.append(row(number + 1, count: header.count))
    }
    return Table(header: Table.Row(line: line - 1, cells: header), rows: rows)
  }

  /// GitHub splits at every pipe that is not escaped, in code spans too, and drops what is too
  /// much. Where that makes too many cells and whole code spans make just enough, the author meant
  /// the latter.
  private func row(_ line: Int, count: Int) -> Table.Row {
    var found = cells(of: line, codeIsWhole: false)
    if found.count > count {
      let whole = cells(of: line, codeIsWhole: true)
      if whole.count == count { found = whole }
    }
    return Table.Row(line: line, cells: Array(found.prefix(count)))
  }

  private func content(of line: Int) -> Range<Int> {
    LineStart.content(
      of: document.contentRange(ofLine: line), in: document, opensItem: line == lines.lowerBound)
  }

  private func cells(of line: Int, codeIsWhole: Bool) -> [Table.Cell] {
    split(content(of: line), codeIsWhole: codeIsWhole).map {
      Table.Cell(range: $0, content: document.trimmed($0))
    }
  }

  /// `| --- | :-: |` in any number of columns.
  private func isDelimiterRow(_ line: Range<Int>) -> Bool {
    let bytes = document.bytes[line]
    guard bytes.contains(0x7C), bytes.contains(0x2D),
      bytes.allSatisfy({ $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 || $0 == 0x09 })
    else { return false }
    return split(line, codeIsWhole: false).allSatisfy { cell in
      var marks = document.bytes[document.trimmed(cell)]
      if marks.first == 0x3A { marks.removeFirst() }
      if marks.last == 0x3A { marks.removeLast() }
      return !marks.isEmpty && marks.allSatisfy { $0 == 0x2D }
    }
  }

  /// The pieces between the pipes of a line; the pipes at its ends open and close nothing.
  private func split(_ line: Range<Int>, codeIsWhole: Bool) -> [Range<Int>] {
    let bytes = document.bytes
    var line = document.trimmed(line)
    if line.isEmpty { return [line] }
    if bytes[line.lowerBound] == 0x7C { line = line.lowerBound + 1..<line.upperBound }
    var markup = InlineMarkup(line, of: bytes)
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var position = start
    while position < line.upperBound {
      switch bytes[position] {
      case 0x5C: position += 2
      case 0x60 where codeIsWhole: position = markup.end(at: position) ?? position + 1
      case 0x7C:
        cells.append(start..<position)
        position += 1
        start = position
      default: position += 1
      }
    }
    if start < line.upperBound || cells.isEmpty { cells.append(start..<line.upperBound) }
    return cells
  }
}
