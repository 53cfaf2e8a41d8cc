internal import GonogoCore

/// Finds the cells of a table that are to be filled.
struct CellReader {
  let document: Document
  let table: Table
  private let references: ReferenceNames
  private let kinds: [ColumnHeading.Kind?]
  /// For each column: true when no cell of it has a value yet.
  let isOpenColumn: [Bool]

  /// For each column of results: true when every cell of it has the same sign of nothing done yet.
  let isUnsetColumn: [Bool]

  /// The lines of rows with nothing in them that are to be written on.
  private let emptyRows: Set<Int>

  /// True when some cell is a unit with an underscore: `_MB_`.
  private let hasUnitMasks: Bool

  /// True when some column asks for what is not known yet.
  private var isResultTable: Bool { kinds.contains { $0 != nil } }

  /// Reads a table; `hasTicks` says that some table of the document has a tick in a cell.
  init(_ table: Table, of document: Document, references: ReferenceNames, hasTicks: Bool) {
    self.document = document
    self.table = table
    self.references = references
    let headings = table.header.cells.map { PlainPiece.text($0.content, of: document) }
    var kinds = headings.map(ColumnHeading.kind)
    let columns = ColumnStates(table, of: document, kinds: kinds, hasTicks: hasTicks)
    for column in FormColumns(table, headings, columns, of: document).results()
    where kinds[column] == nil { kinds[column] = .result }
    // Beside results that are not in yet, a column that is empty all the way down is for remarks.
    let isOpenTable =
      columns.isUnset.contains(true) || columns.isBoxes.contains(true)
      || kinds.indices.contains { kinds[$0] != nil && columns.isEmpty[$0] }
    if isOpenTable {
      for column in kinds.indices.dropFirst()
      where kinds[column] == nil && columns.isEmpty[column] && !headings[column].isEmpty {
        kinds[column] = .notes
      }
    }
    // Beside answers to pick, a column of dashes is for what follows from them.
    if columns.isChoice.contains(true) {
      for column in kinds.indices.dropFirst()
      where kinds[column] == nil && columns.isOpen[column] && !headings[column].isEmpty {
        kinds[column] = .notes
      }
    }
    // Beside states of which each says that its row is still to come, so is what is a dash all the way down.
    if Self.awaitsAll(table, kinds, of: document) {
      for column in kinds.indices.dropFirst()
      where kinds[column] == nil && columns.isOpen[column] && !headings[column].isEmpty {
        kinds[column] = .result
      }
    }
    // Where no date is written beside it either, nobody has signed yet.
    if table.rows.count >= 2,
      kinds.indices.contains(where: { kinds[$0] == .date && columns.isOpen[$0] })
    {
      for column in kinds.indices where kinds[column] == .owner && columns.isOpen[column] {
        kinds[column] = .person
      }
    }
    self.kinds = kinds
    emptyRows = EmptyRows(table, of: document, kinds: kinds).lines()
    hasUnitMasks = table.rows.contains { row in
      row.cells.dropFirst().contains { UnitMask.place(in: $0.content, of: document) != nil }
    }
    isOpenColumn = columns.isOpen
    isUnsetColumn = columns.isUnset
  }

  /// The blanks of the whole table, in order.
  func blanks() -> [FoundBlank] {
    var found = table.header.cells.indices.flatMap { blanks(in: table.header, at: $0) }
    for row in table.rows { found += blanks(in: row) }
    return found
  }

  private func blanks(in row: Table.Row) -> [FoundBlank] {
    if emptyRows.contains(row.line) { return entry(row) }
    // A row with nothing in it is there for what may come.
    guard row.cells.contains(where: { !ColumnStates.isOpen($0, in: document) }) else {
      return table.rows.count == 1 ? dashes(row) : dots(row)
    }
    var found: [FoundBlank] = []
    var notes: [FoundBlank] = []
    for column in row.cells.indices {
      let here = blanks(in: row, at: column)
      if kind(of: column) == .notes,
        here.first?.shape == .emptyCell || here.first?.shape == .dashCell
      {
        notes += here
      } else {
        found += here
      }
    }
    if found.isEmpty, notes.isEmpty { found = draft(row) }
    // Notes are left open beside what is finished.
    if found.isEmpty, !hasBox(row) { return [] }
    if notes.isEmpty { return found }
    return (found + notes).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The last row of a log, where every cell is `...`: the next entry is still to be written. In other
  /// tables that means "and so on".
  private func dots(_ row: Table.Row) -> [FoundBlank] {
    guard row.line == table.rows.last?.line, row.cells.count >= 3,
      kinds.contains(.date),
      kinds.contains(where: { $0 == .person || $0 == .notes || $0 == .owner }),
      row.cells.allSatisfy({ ["...", "…"].contains(document.text($0.content)) })
    else { return [] }
    return row.cells.indices.map { column in
      let heading = table.heading(of: column).map { PlainPiece.text($0.content, of: document) }
      var found = blank(row.cells[column].content, .placeholder, column, heading ?? "")
      found.isTentative = true
      return found
    }
  }

  private func hasBox(_ row: Table.Row) -> Bool {
    row.cells.contains { !BoxReader.boxes(in: $0.content, of: document.bytes).isEmpty }
  }

  func kind(of column: Int) -> ColumnHeading.Kind? {
    column < kinds.count ? kinds[column] : nil
  }

  private func blanks(in row: Table.Row, at column: Int) -> [FoundBlank] {
    let cell = row.cells[column]
    let isHeader = row.line == table.header.line
    let label = BlankLabel.cell(column, of: row, in: table, document: document)
    if !isHeader, let whole = wholeCell(cell, column, label, row) { return [whole] }
    guard !cell.isEmpty else { return [] }
    let inner = BlankScanner.blanks(in: cell.content, of: document, references: references)
    // A table may list the placeholders that stand elsewhere.
    let isList = column == 0 || FormatWords.explains(label)
    return inner.filter {
      (!isHeader || $0.shape == .underscores) && !($0.shape == .angle && isList)
    }.map { blank in
      var blank = blank
      let isNamed = blank.shape == .underscores || blank.label != document.text(blank.range)
      let own = isNamed && !isWhole(blank, cell) ? blank.label : ""
      blank.label = own.isEmpty ? label : label.isEmpty ? own : label + ": " + own
      if blank.unit == nil { blank.unit = unit(of: column) }
      blank.isPersonal = isPersonal(column)
      return blank
    }
  }

  /// True when nothing else stands in the cell.
  private func isWhole(_ blank: FoundBlank, _ cell: Table.Cell) -> Bool {
    let before = cell.content.lowerBound..<blank.range.lowerBound
    return before.count <= 12 && document.text(before).allSatisfy { "*_@[( ".contains($0) }
  }

  private func wholeCell(
    _ cell: Table.Cell, _ column: Int, _ label: String, _ row: Table.Row
  ) -> FoundBlank? {
    let asks = kind(of: column) == .result
    if column > 0, hasUnitMasks || asks,
      let place = UnitMask.place(in: cell.content, of: document, allowsBare: true)
    {
      var found = blank(place.range, .underscores, column, label)
      found.unit = place.unit
      return found
    }
    if let kind = kind(of: column), kind == .owner || kind == .person, let range = handle(cell) {
      return blank(range, .mask, column, label)
    }
    if let range = openRemark(cell) ?? awaited(cell, column) ?? (isSketch(row) ? remark(cell) : nil)
    {
      let heading = table.heading(of: column).map { PlainPiece.text($0.content, of: document) }
      return blank(range, .placeholder, column, label.isEmpty ? heading ?? "" : label)
    }
    if cell.isEmpty, column > 0, !label.isEmpty, kind(of: column) == nil, isAwaited(row) {
      let start = cell.range.isEmpty ? cell.range.lowerBound : cell.range.lowerBound + 1
      return blank(start..<start, .emptyCell, column, label)
    }
    guard let kind = kind(of: column), kind != .owner || isOwed(column, row) else {
      return wholeValue(cell, column, label)
    }
    var range = ValueReader.withoutMarks(cell.content, of: document)
    let text = document.text(range)
    let shape: Blank.Shape
    if cell.isEmpty {
      guard column > 0, !label.isEmpty else { return nil }
      shape = .emptyCell
      let start = cell.range.isEmpty ? cell.range.lowerBound : cell.range.lowerBound + 1
      range = start..<start
    } else if PlaceholderWords.isDash(text) {
      // Where others of the column have a value, a dash says that there is none.
      guard column > 0 || kind == .person && isOpenColumn[0],
        isOpenColumn[column] || isOwed(column, row) || kind == .notes && isUnfinished(row)
          || kind == .date && hasOpenState(row)
      else { return nil }
      shape = .dashCell
    } else if isUnsetColumn[column] {
      shape = .placeholder
    } else if kind != .notes,
      PlaceholderWords.isOpenResult(text) || FillOrder.isOrder(text.lowercased())
    {
      shape = .placeholder
    } else if let angle = Self.angle(in: range, of: document),
      column > 0 || document.bytes[range.lowerBound] == 0x3C
    {
      // The first column may list the placeholders that stand elsewhere.
      shape = .angle
      range = angle
    } else {
      return wholeValue(cell, column, label)
    }
    return blank(range, shape, column, label)
  }

  /// `<value>` as the whole of a cell, in a code span or not; nil for anything else.
  static func angle(in range: Range<Int>, of document: Document) -> Range<Int>? {
    var range = ValueReader.withoutMarks(range, of: document)
    let bytes = document.bytes
    let isCode = range.count > 2 && bytes[range.lowerBound] == 0x60
    if isCode {
      guard bytes[range.upperBound - 1] == 0x60 else { return nil }
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    guard (5...60).contains(range.count), bytes[range.lowerBound] == 0x3C,
      bytes[range.upperBound - 1] == 0x3E
    else { return nil }
    let text = document.text(range.lowerBound + 1..<range.upperBound - 1)
    // In a code span nothing is a tag.
    let isPlace =
      isCode
      ? text.first?.isLetter == true && !text.contains { "<>`=\"".contains($0) }
      : text.utf8.count <= 40 && AngleValue.isTemplate(text)
    return isPlace ? range : nil
  }

  /// `@name`, `@username`: whose name belongs there, and nobody's.
  private func handle(_ cell: Table.Cell) -> Range<Int>? {
    guard (4...16).contains(cell.content.count) else { return nil }
    let range = ValueReader.withoutMarks(cell.content, of: document)
    let text = document.text(range)
    return PlaceholderWords.isHandle(text) ? range : nil
  }

  /// The only row of a table, where all of it are dashes: its first entry is still to come.
  private func dashes(_ row: Table.Row) -> [FoundBlank] {
    guard row.cells.count >= 3, isResultTable,
      row.cells.allSatisfy({ cell in
        !cell.isEmpty && cell.content.count <= 3
          && PlaceholderWords.isDash(document.text(cell.content))
      })
    else { return [] }
    return row.cells.indices.map { column in
      let heading = table.heading(of: column).map { PlainPiece.text($0.content, of: document) }
      return blank(row.cells[column].content, .dashCell, column, heading ?? "")
    }
  }

  /// The cells of a row with nothing in it; what it is about nobody knows but who writes it.
  private func entry(_ row: Table.Row) -> [FoundBlank] {
    row.cells.indices.map { column in
      let cell = row.cells[column].range
      let start = cell.isEmpty ? cell.lowerBound : cell.lowerBound + 1
      let label = BlankLabel.cell(column, of: row, in: table, document: document)
      var found = blank(start..<start, .emptyCell, column, label)
      // Nobody leaves out who approves, or what was measured.
      found.isRoom = !kinds.contains { $0 == .person || $0 == .result }
      found.isPersonal = true
      // One empty row may be left over; of several, or below names of who signs, none is.
      found.isTentative = found.isRoom || emptyRows.count < 2
      return found
    }
  }

  /// The cells of a last row that holds only what opens it, a date or a number, and dashes: it is there
  /// for what comes next.
  private func draft(_ row: Table.Row) -> [FoundBlank] {
    guard row.line == table.rows.last?.line, table.rows.count >= 2, row.cells.count >= 4,
      document.text(row.cells[0].content).contains(where: \.isNumber)
    else { return [] }
    let dashes = row.cells.indices.dropFirst().filter { column in
      let text = row.cells[column].content.count <= 3 ? row.cells[column].content : 0..<0
      return PlaceholderWords.isDash(document.text(text))
    }
    let rest = row.cells.indices.dropFirst().filter { !dashes.contains($0) }
    guard dashes.count >= 3, rest.isEmpty || rest == [row.cells.count - 1] else { return [] }
    return dashes.map { column in
      blank(
        row.cells[column].content, .dashCell, column,
        BlankLabel.cell(column, of: row, in: table, document: document))
    }
  }

  /// A mask, a choice of words: a place to fill under any heading.
  private func wholeValue(_ cell: Table.Cell, _ column: Int, _ label: String) -> FoundBlank? {
    guard !cell.isEmpty else { return nil }
    if let shape = BracketValue.braced(cell.content, of: document) {
      return blank(cell.content, shape, column, label)
    }
    guard column > 0 || kind(of: 0) == .date else { return nil }
    if kind(of: column) != nil, let place = BracketValue.coded(cell.content, of: document) {
      var found = blank(place.range, place.shape, column, label)
      found.options = place.options
      return found
    }
    guard let value = ValueReader.read(cell.content, of: document, isCell: true) else {
      return openChoice(cell, column, label)
    }
    guard
      value.shape != .placeholder || isResultTable
        || PlaceholderWords.isNamed(document.text(value.range))
    else { return nil }
    var found = blank(value.range, value.shape, column, label)
    found.options = value.options
    return found
  }

  private func openChoice(_ cell: Table.Cell, _ column: Int, _ label: String) -> FoundBlank? {
    guard let open = OpenChoice.read(cell.content, of: document, label: label) else { return nil }
    var found = blank(open.range, .choice, column, label)
    found.options = open.options
    found.isTentative = true
    return found
  }

  private func blank(
    _ range: Range<Int>, _ shape: Blank.Shape, _ column: Int, _ label: String
  ) -> FoundBlank {
    var found = FoundBlank(range: range, label: label, shape: shape)
    found.unit = unit(of: column)
    found.isPersonal = isPersonal(column)
    return found
  }

  /// Names and signatures are those persons', and so is the date beside them.
  private func isPersonal(_ column: Int) -> Bool {
    switch kind(of: column) {
    case .person, .owner: true
    case .date, .result: kinds.contains { $0 == .person }
    case .notes, nil: false
    }
  }

  /// The unit that the heading names: "Actual (ms)".
  private func unit(of column: Int) -> Unit? {
    guard let heading = table.heading(of: column)?.content else { return nil }
    let text = document.text(heading)
    guard let open = text.lastIndex(of: "("), let close = text.lastIndex(of: ")"), open < close
    else { return nil }
    return Unit.named(text[text.index(after: open)..<close])
  }
}
