internal import GonogoCore

/// Tables of limits that say besides when somebody is to act.
extension TargetTable {
  /// The rows of a table with a column for how it should be and one for when it is worst: "Normal",
  /// "Warning", "Critical".
  var tiered: [Row] {
    let prose = ProseWords.standard
    let names = header.map { $0.utf8.count <= 60 ? $0.prefix { !"(（".contains($0) } : "" }
    let worst = names.indices.filter {
      $0 > 0 && (prose.isPhrase(names[$0], .worst) || TriggerText.opens(header[$0]))
    }
    let fine = names.indices.filter { index in
      index > 0 && !worst.contains(index)
        && (prose.isPhrase(names[index], .fine) || Self.isColumn(header[index], .target)
          || Self.isCompound(header[index]) && statesLimits(index))
    }
    // "Target", "Acceptable", "Critical": what is wanted stands first.
    guard let last = fine.last, worst.count == 1, last < worst[0] || fine.count == 1 else {
      return []
    }
    return rows.compactMap { row in
      guard worst[0] < row.cells.count, fine[0] < row.cells.count,
        !Checkable.isPlaceholder(row.cells[worst[0]]),
        let name = name(of: row.cells, besides: Set(fine + worst))
      else { return nil }
      let limit = row.cells[fine[0]]
      guard !Checkable.isPlaceholder(limit) else { return nil }
      guard Checkable.statesLimit(row.cells[worst[0]]) else {
        // Beside rows with limits one without is a demand, too, of which a person has to say what it means.
        guard
          rows.contains(where: {
            worst[0] < $0.cells.count && Checkable.statesLimit($0.cells[worst[0]])
          })
        else { return nil }
        return Row(
          text: "\(name): \(header[fine[0]]) \(limit); \(header[worst[0]]) \(row.cells[worst[0]])",
          line: row.line, doubt: header[worst[0]])
      }
      let isLimit = Checkable.statesLimit(limit)
      let text =
        isLimit
        ? "\(name): \(limit), critical \(row.cells[worst[0]])"
        : "\(name): \(header[fine[0]]) \(limit); \(header[worst[0]]) \(row.cells[worst[0]])"
      return Row(text: text, line: row.line, doubt: isLimit ? nil : header[worst[0]])
    }
  }

  /// True for a column of what is fine and one of what is not, with none between them and signs that
  /// point away from each other: "Go" "< 400 ms", "No-Go" "> 800 ms".
  var hasTwoOutcomes: Bool {
    let columns = header.indices.filter { Self.isTier(header[$0]) }
    guard columns.count == 2, !tiered.isEmpty else { return false }
    return rows.allSatisfy { row in
      guard columns[1] < row.cells.count else { return false }
      let signs = columns.map { Self.isUpward(row.cells[$0]) }
      return signs[0] != nil && signs[1] != nil && signs[0] != signs[1]
    }
  }

  /// True for "> 5", false for "< 5", nil without a sign.
  private static func isUpward(_ cell: String) -> Bool? {
    cell.firstSign(of: comparators).map { ">≥＞".contains(cell[$0]) }
  }

  private static let comparators = SignSet("<>≤≥＜＞")

  /// "CPU: > 80%" of a table with a column "Alert threshold" and none for what is aimed at.
  var alarmThresholds: [Row] {
    guard targetColumns.isEmpty,
      let column = header.indices.first(where: { index in
        index > 0 && header[index].utf8.count <= 40 && TriggerText.speaksOfAlerts(header[index])
          && (Self.namesThreshold(header[index]) || TriggerText.opens(header[index]))
          && statesLimits(index)
      })
    else { return [] }
    return limits(in: column)
  }

  /// The rows of a table of alerts: each by the limit at which it is raised.
  var alarms: [Row] {
    guard let first = header.first, Self.namesAlarm(first),
      let column = header.indices.first(where: { index in
        index > 0 && (isSign(index) || Self.isColumn(header[index], .target))
          && rows.contains { index < $0.cells.count && Checkable.statesLimit($0.cells[index]) }
      })
    else { return [] }
    return rows.compactMap { row in
      guard column < row.cells.count, Checkable.statesLimit(row.cells[column]),
        let name = row.cells.first, !name.isEmpty
      else { return nil }
      return Row(text: "\(name): \(row.cells[column])", line: row.line)
    }
  }

  /// "Alert", "Alert name", "Alarma".
  private static func namesAlarm(_ heading: String) -> Bool {
    guard heading.utf8.count <= 40 else { return false }
    let words = ProseWords.words(in: heading)
    if words == ["trigger"] || words == ["triggers"] || words == ["disparador"] { return true }
    guard TriggerText.speaksOfAlerts(heading) else { return false }
    return (1...2).contains(words.count)
      && words.contains { ProseWords.standard.isPhrase($0, .sign) }
  }
}
