internal import GonogoCore

/// A table of tasks with a column for their state, which is still open: what its rows say must hold,
/// in the name of the task or in the remark beside it.
struct TaskTable {
  /// What a cell states; two cells of a row that state the same sort of thing say it once.
  private enum Sort {
    case limit
    case none
    case state
  }

  private let table: TargetTable
  private let state: Int
  private let task: Int
  private let remarks: [Int]

  /// Nil for a table without such a column, or where it says what came out.
  init?(_ table: TargetTable) {
    let kinds = table.header.map(ColumnHeading.kind)
    guard table.header.count >= 3, !table.rows.isEmpty,
      let state = kinds.firstIndex(where: { $0 == .result }),
      let task = table.header.indices.first(where: { index in
        kinds[index] == nil
          && table.rows.allSatisfy { row in
            index < row.cells.count && row.cells[index].contains(where: \.isLetter)
          }
      })
    else { return nil }
    self.table = table
    self.state = state
    self.task = task
    remarks = kinds.indices.filter { kinds[$0] == .notes }
  }

  /// The rows that state something.
  var rows: [TargetTable.Row] { table.rows.flatMap { isOpen($0.cells) ? statements($0) : [] } }

  /// True when nobody has said yet what came out of a row.
  private func isOpen(_ cells: [String]) -> Bool {
    guard state < cells.count else { return false }
    let cell = cells[state]
    if PlaceholderWords.isOpenState(cell) || PlaceholderWords.isUnset(cell, isCross: false) {
      return true
    }
    // A cross in every row says that none of them was done yet.
    return table.rows.count >= 3 && PlaceholderWords.isUnset(cell, isCross: true)
      && table.rows.allSatisfy { state < $0.cells.count && $0.cells[state] == cell }
  }

  private func statements(_ row: (cells: [String], line: Int)) -> [TargetTable.Row] {
    let name = Self.withoutSigns(row.cells[task])
    let own = Self.sort(name)
    var found: [TargetTable.Row] = []
    if own != nil { found.append(TargetTable.Row(text: name, line: row.line)) }
    for column in remarks where column < row.cells.count {
      let remark = Self.withoutSigns(row.cells[column])
      guard let sort = Self.sort(remark), sort != own, found.count < 2 else { continue }
      found.append(TargetTable.Row(text: remark, line: row.line, context: name))
    }
    return found
  }

  private static func withoutSigns(_ cell: String) -> String {
    let text = cell.drop { !$0.isLetter && !$0.isNumber && !"<>≤≥\"“`/.".contains($0) }
    return String(ChecklistBuilder.trimmed(text))
  }

  /// "Restore successful on staging": it went well, wherever.
  private static func endsWell(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard let place = prose.firstWord(of: .worked, in: words) else { return false }
    let rest = words.indices.last { prose.firstWord(of: .worked, in: [words[$0]]) == 0 } ?? place
    return rest + 1 >= words.count || prose.firstWord(of: .whereabouts, in: [words[rest + 1]]) == 0
      || prose.has(.worked, among: Array(words.suffix(2)))
  }

  private static func sort(_ text: String) -> Sort? {
    guard text.utf8.count <= 80, !text.isEmpty, !TriggerText.isDeed(text),
      !Checkable.isInstruction(text), !Checkable.isPlaceholder(text), text.last != "?"
    else { return nil }
    let words = ProseWords.words(in: text)
    let prose = ProseWords.standard
    guard prose.firstWord(of: .if, in: words) == nil, !words.contains("optional") else {
      return nil
    }
    if Checkable.statesLimit(text) { return .limit }
    if WideStatement.deniesIlls(text) { return Sort.none }
    if WideStatement.saysAllWell(text) { return .state }
    if let none = prose.firstWord(of: .none, in: words),
      prose.has(.ills, among: Array(words[none...].prefix(4)))
    {
      return Sort.none
    }
    // What is quoted is written somewhere, and says nothing of what holds.
    guard (1...6).contains(words.count), words.count == 1 || !"\"“".contains(text.first ?? " ")
    else { return nil }
    let isAll =
      words.count > 2 && prose.isPhrase(words[0], .all)
      && (prose.has(.passing, among: words) || prose.has(.settled, among: Array(words.suffix(3))))
    return isAll || endsWell(words) ? .state : nil
  }
}
