internal import GonogoCore

/// What the cells of each column of a table have in common.
struct ColumnStates {
  /// True when no cell of the column has a value yet.
  private(set) var isOpen: [Bool]
  /// True when every cell of the column is empty.
  private(set) var isEmpty: [Bool]
  /// True when every cell of a column of results has the same sign of nothing done yet.
  private(set) var isUnset: [Bool]

  /// True when every cell of a column of results is one box, and some of them are open.
  private(set) var isBoxes: [Bool]

  /// True when every cell of the column names answers of which one is to be picked.
  private(set) var isChoice: [Bool]

  /// Reads all rows of a table whose columns are of `kinds`; `hasTicks` says that some table of the
  /// document has a tick in a cell, beside which a cross is a result.
  init(_ table: Table, of document: Document, kinds: [ColumnHeading.Kind?], hasTicks: Bool) {
    isOpen = kinds.map { _ in true }
    isEmpty = kinds.map { _ in !table.rows.isEmpty }
    isChoice = kinds.map { _ in table.rows.count >= 2 }
    isUnset = kinds.map { $0 == .result && table.rows.count >= 2 }
    isBoxes = isUnset
    var hasOpenBox = kinds.map { _ in false }
    var signs: [String?] = kinds.map { _ in nil }
    for row in table.rows {
      for column in kinds.indices {
        guard column < row.cells.count else {
          isEmpty[column] = false
          isUnset[column] = false
          isBoxes[column] = false
          isChoice[column] = false
          continue
        }
        let cell = row.cells[column]
        if isBoxes[column] {
          let box = Self.box(cell, document)
          isBoxes[column] = box != nil
          if box?.isTicked == false { hasOpenBox[column] = true }
        }
        if isChoice[column] { isChoice[column] = Self.isChoice(cell, document) }
        if isOpen[column] {
          isOpen[column] = Self.isOpen(cell, in: document) || Self.isMask(cell, document)
        }
        if !cell.isEmpty { isEmpty[column] = false }
        guard isUnset[column] else { continue }
        let sign = cell.content.count <= 24 ? document.text(cell.content) : ""
        isUnset[column] =
          (signs[column] ?? sign) == sign
          && PlaceholderWords.isUnset(sign, isCross: !hasTicks && table.rows.count >= 3)
        signs[column] = sign
      }
    }
    for column in kinds.indices where !hasOpenBox[column] { isBoxes[column] = false }
  }

  /// The box that a cell is.
  static func box(_ cell: Table.Cell, _ document: Document) -> Box? {
    guard (1...12).contains(cell.content.count),
      let found = BoxReader.box(
        at: cell.content.lowerBound, in: document.bytes, before: cell.content.upperBound),
      found.range == cell.content, !BoxReader.isOtherState(found.box, in: document.bytes)
    else { return nil }
    return found.box
  }

  private static func isChoice(_ cell: Table.Cell, _ document: Document) -> Bool {
    guard (3...40).contains(cell.content.count) else { return false }
    return OutcomeWords.excludeEachOther(ValueReader.options(of: document.text(cell.content)))
  }

  /// True for the form of a value: `HH:MM`.
  private static func isMask(_ cell: Table.Cell, _ document: Document) -> Bool {
    cell.content.count <= 40 && BlankMask.length(in: document.text(cell.content)) != nil
  }

  /// True for a cell that says that its result is still to come.
  static func isWaiting(_ cell: Table.Cell, in document: Document) -> Bool {
    guard !cell.isEmpty, cell.content.count <= 40 else { return false }
    return PlaceholderWords.isOpenResult(document.text(cell.content))
  }

  /// True when nothing stands in a cell, or something that stands for nothing.
  static func isOpen(_ cell: Table.Cell, in document: Document) -> Bool {
    if cell.isEmpty { return true }
    guard cell.content.count <= 40 else { return false }
    let text = document.text(cell.content)
    return PlaceholderWords.isDash(text) || PlaceholderWords.isOpenResult(text)
  }
}
