internal import GonogoCore

/// A table with a column of what is expected: which of its rows state something.
///
/// GFM tables are paragraphs to CommonMark, so rows are read from the raw lines.
struct TargetTable {
  /// A row that says what must hold.
  struct Row: Equatable {
    /// What is measured and what is expected of it.
    let text: String
    /// Its line in the document.
    let line: Int
    /// What the row is about, where its text does not say so.
    var context: String?
    /// What leaves doubt whether this row must hold.
    var doubt: String?
  }

  /// Its rows, the ones under the header.
  private(set) var rows: [(cells: [String], line: Int)] = []
  private(set) var header: [String] = []
  /// The line of the header.
  let line: Int

  /// The table that begins on one of `lines`, or nil when there is none.
  init?(_ lines: ClosedRange<Int>, in document: Document) {
    var before: Int?
    var found: Int?
    for number in lines {
      let content = document.text(document.contentRange(ofLine: number))
      if let before, Self.isDelimiter(content) {
        found = before
        break
      }
      before = content.utf8.contains(0x7C) ? number : nil
    }
    guard let found else { return nil }
    line = found
    header = Self.cells(document.text(document.contentRange(ofLine: found)))
    guard header.count > 1 else { return nil }
    for number in (found + 2)...max(found + 2, lines.upperBound) where number <= lines.upperBound {
      let content = document.text(document.contentRange(ofLine: number))
      guard content.utf8.contains(0x7C) else { break }
      rows.append((Self.cells(content), number))
    }
  }

  /// `|---|:--:|`.
  private static func isDelimiter(_ line: String) -> Bool {
    line.utf8.contains(0x7C) && line.utf8.contains(0x2D)
      && line.utf8.allSatisfy { " \t>|:-".utf8.contains($0) }
  }

  /// The cells of a row without marks; `\|` and bars in code spans are no borders.
  static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isCode = false
    var isEscaped = false
    func close() {
      cells.append(
        String(ChecklistBuilder.trimmed(String(decoding: cell, as: UTF8.self))))
      cell.removeAll(keepingCapacity: true)
    }
    for byte in ChecklistBuilder.trimmed(line.drop { $0 == ">" || $0.isWhitespace }).utf8 {
      if isEscaped {
        if byte != 0x7C { cell.append(0x5C) }
        cell.append(byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x7C, !isCode {
        close()
      } else if byte == 0x60 {
        isCode.toggle()
      } else {
        cell.append(byte)
      }
    }
    close()
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells.map {
      String(
        ChecklistBuilder.trimmed(
          $0.replacingAll("**", with: "").replacingAll("<br>", with: " ").replacingAll(
            "&lt;", with: "<"
          )
          .replacingAll("&gt;", with: ">")))
    }
  }

  // MARK: Targets

  /// The rows that say by a limit how severe something is: reasons to act.
  var severities: [Row] {
    let prose = ProseWords.standard
    let rank = header.firstIndex { $0.utf8.count <= 80 && prose.has(.severity, in: $0) }
    guard let rank, let column = header.indices.first(where: { $0 != rank && isSign($0) }) else {
      return []
    }
    return rows.compactMap { row in
      guard column < row.cells.count, Checkable.statesLimit(row.cells[column]) else { return nil }
      return Row(text: row.cells[column], line: row.line)
    }
  }

  /// The name of a column that says what is done about a value, so that the limits beside it may be
  /// reasons to do so and not demands.
  var reasonColumn: String? {
    let prose = ProseWords.standard
    return header.first {
      $0.utf8.count <= 80 && (prose.isPhrase($0, .action) || prose.has(.severity, in: $0))
    }
  }

  /// The rows of a table of thresholds with a column for what is done about a value beyond them: reasons
  /// to do it.
  var thresholds: [Row] {
    guard
      let column = header.indices.first(where: { index in
        header[index].utf8.count <= 40 && Self.namesThreshold(header[index])
      }),
      header.contains(where: { $0.utf8.count <= 80 && ProseWords.standard.isPhrase($0, .action) }),
      !header.indices.contains(where: { $0 != column && Self.isColumn(header[$0], .target) })
    else { return [] }
    return limits(in: column)
  }

  /// The rows that have a limit in `column`, each with its name.
  func limits(in column: Int) -> [Row] {
    rows.compactMap { row in
      guard column < row.cells.count, !Checkable.isPlaceholder(row.cells[column]),
        let name = name(of: row.cells, besides: [column])
      else { return nil }
      let isLimit = Checkable.statesLimit(row.cells[column])
      guard isLimit || row.cells[column].contains(where: \.isNumber) else { return nil }
      return Row(
        text: "\(name): \(row.cells[column])", line: row.line,
        doubt: isLimit ? nil : header[column])
    }
  }

  /// True for "Threshold", "Alert threshold".
  static func namesThreshold(_ heading: String) -> Bool {
    ProseWords.words(in: heading).contains { thresholdWords.contains($0) }
  }

  private static let thresholdWords = WordList.words("TargetTable.thresholdWords")

  /// The name of a limit in the cell of a row that is not what must hold: "Critical: > 5".
  static func tier(in text: String) -> String? {
    let labels = text.split(separator: ":").dropFirst().dropLast()
    return labels.lazy.map { String(ChecklistBuilder.trimmed($0)) }.first { label in
      label.utf8.count <= 40
        && (ProseWords.standard.isPhrase(label, .tier)
          || LeadText.meaning(ofHeading: label) == .doubt)
    }
  }

  /// The rows of a table with several columns of limits beside one of what was measured: which of
  /// them must hold is for a person to say.
  var tiers: [Row] {
    let columns = header.indices.filter { $0 > 0 && Self.isTier(header[$0]) }
    guard columns.count > 1, targetColumns.isEmpty,
      header.indices.contains(where: { !columns.contains($0) && Self.isColumn(header[$0], .actual) }
      )
    else { return [] }
    return rows.compactMap { row in
      let limits = columns.filter {
        $0 < row.cells.count && row.cells[$0].utf8.contains { 0x30...0x39 ~= $0 }
      }
      guard limits.count > 1, let name = name(of: row.cells, besides: Set(columns)) else {
        return nil
      }
      let shown = limits.map { "\(header[$0]) \(row.cells[$0])" }.joined(separator: "; ")
      return Row(text: "\(name): \(shown)", line: row.line)
    }
  }

  static func isTier(_ heading: String) -> Bool {
    guard heading.utf8.count <= 80 else { return false }
    return ProseWords.standard.isPhrase(heading.prefix { $0 != "(" && $0 != "（" }, .tier)
  }

  /// Each row by the sign that it names first.
  var signs: [Row] {
    guard !header.isEmpty, isSign(0) else { return [] }
    return rows.compactMap { row in
      row.cells.first.flatMap { $0.isEmpty ? nil : Row(text: $0, line: row.line) }
    }
  }

  /// Each row as it is written.
  var lines: [Row] {
    rows.compactMap { row in
      let cells = row.cells.filter { !Checkable.isPlaceholder($0) }
      return cells.isEmpty ? nil : Row(text: cells.joined(separator: " "), line: row.line)
    }
  }

  func isSign(_ column: Int) -> Bool {
    header[column].utf8.count <= 80 && ProseWords.standard.has(.sign, in: header[column])
  }

  /// The rows of a table of what is needed: "Memory: minimum 8 GB" of a column of that name.
  var bounds: [Row] {
    // "Min" and "Max" side by side are two demands.
    let columns = header.indices.filter { $0 > 0 && Self.bound(header[$0]) != nil }
    guard !columns.isEmpty else { return [] }
    return rows.flatMap { row in
      columns.compactMap { column -> Row? in
        guard column < row.cells.count, let bound = Self.bound(header[column]),
          let name = name(of: row.cells, besides: Set(columns))
        else { return nil }
        let cell = row.cells[column]
        let number = cell.first == "v" ? cell.dropFirst() : cell[...]
        guard number.first?.isNumber == true, cell.utf8.count <= 24 else { return nil }
        // "20+" says itself that it is the least.
        let value = cell.contains("+") || Checkable.statesLimit(cell) ? cell : "\(bound) \(cell)"
        return Row(text: "\(name): \(value)", line: row.line, doubt: Self.doubt(header[column]))
      }
    }
  }

  /// The name of a column whose limits may be of another time or place, or for some case only: "Target
  /// (staging)", "Old target"; nil for others, also where parentheses say how it is measured.
  static func doubt(_ heading: String) -> String? {
    if OwnDoubt.isOtherLimit(heading) { return heading }
    guard let open = heading.firstIndex(where: { "(（".contains($0) }) else { return nil }
    let aside = heading[open...]
    return aside.contains(where: \.isLetter) && !AsideWords.areHarmless(aside) ? heading : nil
  }

  /// The word for a bound that the name of a column is.
  static func bound(_ heading: String) -> String? {
    let words = ProseWords.words(in: heading)
    guard (1...2).contains(words.count), let first = words.first else { return nil }
    if least.contains(first) || words.last.map(least.contains) == true { return "minimum" }
    return most.contains(first) || words.last.map(most.contains) == true ? "maximum" : nil
  }

  private static let least = WordList.words("TargetTable.least")
  private static let most = WordList.words("TargetTable.most")

  /// Each row as one sentence: its first cell, and its limit where it has one.
  var sentences: [Row] {
    let column = targetColumns.first
    guard column != nil || header.first.map({ Self.isColumn($0, .criterion) }) ?? false else {
      return []
    }
    return rows.compactMap { row in
      guard let name = name(of: row.cells, besides: Set([column].compactMap(\.self))) else {
        return nil
      }
      guard let column, column < row.cells.count, !Checkable.isPlaceholder(row.cells[column])
      else { return Row(text: name, line: row.line) }
      return Row(
        text: "\(name): \(row.cells[column])", line: row.line, doubt: Self.doubt(header[column]))
    }
  }

  /// The first cell that is more than a number, or the next one when it is.
  func name(of cells: [String], besides columns: Set<Int>) -> String? {
    let named = cells.indices.filter { index in
      !columns.contains(index) && cells[index].contains(where: \.isLetter)
        && !(index < header.count && Self.isColumn(header[index], .actual))
    }
    return named.first.map { cells[$0] }
  }

  static func isColumn(_ heading: String, _ kind: ProseWords.Kind) -> Bool {
    guard heading.utf8.count <= 80 else { return false }
    let plain = heading.prefix { $0 != "(" && $0 != "（" }
    let prose = ProseWords.standard
    if prose.isPhrase(plain, kind) { return true }
    guard kind == .target || kind == .expected else { return false }
    return prose.isPhrase(plain, .expected) || prose.isPhrase(plain, .output)
  }

  /// A limit, a share or, where what was measured stands beside it, a number.
  static func isMeasurable(_ cell: String, alone: Bool) -> Bool {
    if Checkable.statesLimit(cell) { return true }
    let number = cell.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard !number.isEmpty else {
      return ["zero", "none", "cero", "null"].contains(cell.lowercased())
    }
    let rest = ChecklistBuilder.trimmed(cell[number.endIndex...])
    if rest.hasPrefix("%") || rest == "+" || rest.hasPrefix("+ ") { return true }
    // "3–10 days"
    if let sign = rest.first, "-–~".contains(sign), rest.dropFirst().first?.isNumber == true,
      rest.last?.isLetter == true || rest.last == "%"
    {
      return true
    }
    return !alone && (rest.isEmpty || rest.first?.isLetter == true || rest.first == "(")
  }
}
