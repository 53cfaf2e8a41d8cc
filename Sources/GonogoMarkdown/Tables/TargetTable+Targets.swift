internal import GonogoCore

/// The columns of what is expected, and the rows that state it.
extension TargetTable {
  // MARK: Columns

  /// The columns of what is expected; "Criteria" at the left names what the rows are about.
  ///
  /// More than one only where they say it for several places: "Target (staging)", "Target (prod)".
  var targetColumns: [Int] {
    let named = header.indices.filter { index in
      Self.isColumn(header[index], .target) && (index > 0 || !Self.isColumn(header[0], .criterion))
    }
    let columns =
      named.isEmpty
      ? header.indices.filter { $0 > 0 && Self.isCompound(header[$0]) && statesLimits($0) } : named
    // What is wanted now says more than what was.
    let current = columns.filter { Self.doubt(header[$0]) == nil }
    guard columns.count > 1, current.count != 1 else { return current.isEmpty ? columns : current }
    // "Objective" is also what something is for; a column of limits says more.
    let first =
      columns.first { Self.isColumn(header[$0], .expected) || statesLimits($0) } ?? columns[0]
    let base = Self.base(of: header[first])
    let others = columns.filter { column in
      column == first
        || statesLimits(column) && (named.isEmpty || Self.base(of: header[column]) == base)
    }
    // Nobody sets a target for very many places side by side.
    return others.count <= 6 ? others : [first]
  }

  private static func base(of heading: String) -> [String] {
    ProseWords.words(in: heading.prefix { $0 != "(" && $0 != "（" })
  }

  /// "Target SLO", "Latency budget", "Umbral máximo": two or three words of which the first or the
  /// last is one for what must hold, and none one for what must not be.
  static func isCompound(_ heading: String) -> Bool {
    guard heading.utf8.count <= 60, bound(heading) == nil, !isTier(heading),
      ColumnHeading.kind(heading) == nil, !TriggerText.speaksOfAlerts(heading),
      LeadText.meaning(ofHeading: heading) != .doubt
    else { return false }
    let prose = ProseWords.standard
    let words = base(of: heading)
    guard (2...3).contains(words.count), let first = words.first, let last = words.last else {
      return false
    }
    return (prose.isPhrase(first, .limit) || prose.isPhrase(last, .limit))
      && !words.contains { prose.isPhrase($0, .tier) && !prose.isPhrase($0, .limit) }
      && !words.contains { times.contains($0) }
  }

  /// What makes of a limit one for the work and not for what is measured.
  private static let times: Set<String> = ["time", "date", "deadline", "rate", "plazo", "frist"]

  /// True when some cell of the column states a limit.
  func statesLimits(_ column: Int) -> Bool {
    rows.contains { row in
      column < row.cells.count && Self.isMeasurable(row.cells[column], alone: true)
    }
  }

  // MARK: Rows

  /// The rows that state what must hold.
  var targets: [Row] {
    let columns = targetColumns
    guard let first = columns.first else { return bounds }
    let isMeasured = header.indices.contains { column in
      !columns.contains(column)
        && (Self.isColumn(header[column], .actual)
          || rows.contains { column < $0.cells.count && $0.cells[column].hasPrefix("___") })
    }
    let isNamed = Self.isColumn(header[first], .target)
    return rows.flatMap { row in
      columns.flatMap { column -> [Row] in
        guard column < row.cells.count, let name = name(of: row.cells, besides: Set(columns)) else {
          return []
        }
        let target = row.cells[column]
        guard !Checkable.isPlaceholder(target),
          Self.isColumn(header[column], .expected)
            || Self.isMeasurable(target, alone: !isMeasured || !isNamed)
        else { return [] }
        return statements(of: target, in: column, among: columns, name, row)
      }
    }
  }

  /// The rows of a table of requirements with a column for their state: each by what is required.
  var requirements: [Row] {
    guard let column = header.indices.first(where: { Self.isColumn(header[$0], .criterion) }),
      header.indices.contains(where: {
        $0 != column && ColumnHeading.kind(header[$0]) == .result
      }),
      !header.contains(where: { Polarity.outcome(ofLabel: $0) != nil })
    else { return [] }
    let target = targetColumns.first { $0 != column }
    return rows.compactMap { row in
      guard column < row.cells.count, row.cells[column].contains(where: \.isLetter) else {
        return nil
      }
      guard let target, target < row.cells.count, !Checkable.isPlaceholder(row.cells[target]) else {
        return Row(text: row.cells[column], line: row.line)
      }
      return Row(text: "\(row.cells[column]): \(row.cells[target])", line: row.line)
    }
  }

  /// What a cell states: each of its limits where it has several with names of their own.
  private func statements(
    of target: String, in column: Int, among columns: [Int], _ name: String,
    _ row: (cells: [String], line: Int)
  ) -> [Row] {
    var name = name
    var doubt = Self.doubt(header[column])
    if columns.count > 1 {
      // Which of them is meant depends on where the document is used.
      name += " " + header[column]
      doubt = header[column]
    } else if let share = share(beside: column, of: row.cells) {
      name += " " + share
    }
    // Of a "Threshold" or "Limit" more than so much may be what makes somebody act.
    if doubt == nil, let sign = target.first, ">≥".contains(sign),
      Self.base(of: header[column]).contains(where: { Self.bounds.contains($0) })
    {
      doubt = header[column]
    }
    if Self.isAim(header[column]), Self.isCount(target) {
      return [Row(text: "\(name): \(header[column]) \(target)", line: row.line, doubt: doubt)]
    }
    return Self.parts(of: target).map {
      Row(text: "\(name): \($0)", line: row.line, doubt: doubt)
    }
  }

  /// True for the name of a column of what is aimed at: more than it, or less, is as good.
  private static func isAim(_ heading: String) -> Bool {
    base(of: heading).contains { aims.contains($0) }
  }

  private static let bounds = WordList.words("Targets.bounds")
  private static let aims = WordList.words("Targets.aims")

  /// "50", "100 users": a number other than none, and no sign of how it is meant.
  private static func isCount(_ cell: String) -> Bool {
    let number = cell.prefix { $0.isNumber || $0 == "," || $0 == "." }
    guard let first = number.first, first != "0" else { return false }
    let rest = cell[number.endIndex...]
    return rest.isEmpty || rest.first == " " && rest.allSatisfy { $0.isLetter || $0 == " " }
  }

  /// "P95 < 300 ms, P99 < 800 ms" as two; any other cell as one.
  private static func parts(of cell: String) -> [String] {
    for separator in [" / ", "; ", ", ", " · "] where cell.utf8.count <= 120 {
      let parts = cell.splitting(by: separator)
      guard parts.count > 1 else { continue }
      let areNamed = parts.allSatisfy { part in
        part.first?.isLetter == true
          && (Checkable.isShortLimit(part) || Checkable.isLabelledLimit(part)
            || Checkable.isLabelledCount(part))
      }
      if areNamed { return parts }
    }
    return [cell]
  }

  /// The name of the column beside a bare share that holds what came out as a share too: "Coverage".
  private func share(beside column: Int, of cells: [String]) -> String? {
    guard Self.isShare(cells[column]) else { return nil }
    return [column - 1, column + 1].first { index in
      index > 0 && index < min(cells.count, header.count)
        && Self.isShare(cells[index].drop { "~≈ ".contains($0) })
        && ColumnHeading.kind(header[index]) == nil && !Self.isTier(header[index])
    }.map { header[$0] }
  }

  /// `80%`, `99.9 %`.
  private static func isShare(_ cell: some StringProtocol) -> Bool {
    guard cell.last == "%", let first = cell.first, first.isNumber else { return false }
    return cell.dropLast().allSatisfy { $0.isNumber || $0 == "." || $0 == " " }
  }
}

extension String {
  /// Its parts between the places where `separator` stands, trimmed.
  fileprivate func splitting(by separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = SearchedText(rest).firstRange(of: separator) {
      parts.append(String(ChecklistBuilder.trimmed(rest[..<range.lowerBound])))
      rest = rest[range.upperBound...]
    }
    return parts + [String(ChecklistBuilder.trimmed(rest))]
  }
}
