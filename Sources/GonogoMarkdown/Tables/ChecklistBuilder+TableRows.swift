internal import GonogoCore

extension ChecklistBuilder {
  /// Reads the rows of a table that state something; false when `block` is no table.
  mutating func readTable(_ index: Int, _ block: MarkdownBlock) -> Bool {
    let count = block.text.utf8.count { $0 == 0x0A }
    let lines = block.startLine...min(block.startLine + count, document.lines.count)
    guard block.text.utf8.contains(0x7C), let table = TargetTable(lines, in: document) else {
      return false
    }
    var lead = block
    lead.text = block.text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix(table.line - block.startLine).joined(separator: "\n")
    if !lead.text.isEmpty {
      for passage in Passage.all(of: lead, in: document) { readPassage(passage, index) }
    }
    for row in table.rows {
      addBands(
        row.cells.prefix(2).joined(separator: " = "), line: row.line, of: table.header.first)
      guard let outcome = row.cells.first, Polarity.mayNameDecision(outcome) else { continue }
      let text = row.cells.prefix(2).joined(separator: ": ")
      if GoSentence.countsForConditional(text) { addRule(.unclear(text), line: row.line) }
    }
    let (kind, rows) = tableRole(table, at: index)
    let goesBack = (pending ?? sectionListRole) == .rollbacks
    announced = nil
    pending = nil
    rowLines.formUnion(table.rows.map(\.line))
    guard let kind else { return true }
    let doubt = kind == .expectation ? self.doubt(of: table, rows, in: index) : nil
    // A row with a box of its own is a claim already.
    let boxed = Set(
      checklist.claims.reversed().prefix { $0.location.line >= block.startLine }
        .filter { $0.box != nil }.map(\.location.line))
    let evidence = kind == .trigger ? [] : evidenceWords(inSection: section.id)
    let cells = Dictionary(table.rows.map { ($0.line, $0.cells) }, uniquingKeysWith: { $1 })
    for row in rows where !boxed.contains(row.line) {
      if goesBack { noteRollback(row.text) }
      let codes = block.codes.filter { $0.line == row.line - block.startLine }
      addClaim(
        kind, text: row.text, context: row.context, codes: row.context == nil ? codes : [],
        doubt: doubt ?? row.doubt
          ?? (kind == .expectation ? TargetTable.tier(in: row.text) : nil)
            ?? (kind == .trigger || row.context != nil
              ? nil : otherCell(of: row, cells[row.line] ?? [], table.header, evidence)),
        line: ItemLine(0..<0, in: document), location: SourceLocation(line: row.line))
    }
    return true
  }

  /// A cell of a row that its claim says nothing of, with its heading: "Environment: production", "Result: ❌".
  /// Whose it is, how much it weighs and what is empty says nothing of what must hold.
  private func otherCell(
    of claim: TargetTable.Row, _ cells: [String], _ header: [String], _ evidence: Set<String>
  ) -> String? {
    let own = Self.contextWords(claim.text)
    for (column, cell) in cells.enumerated()
    where !claim.text.holds(cell) && !Checkable.isPlaceholder(cell) {
      let heading = column < header.count ? header[column] : ""
      let words = ProseWords.words(in: cell)
      let isMarked = cell.unicodeScalars.contains(where: AdverseMark.contains)
      if ColumnHeading.kind(heading) == .owner || WeightText.weight(of: cell) != nil { continue }
      // What was found before is no proof, and "Verified: no" is against it.
      if ColumnHeading.kind(heading) == .result, OutcomeWords.side(of: cell) != .good {
        return "\(heading): \(cell)"
      }
      if isMarked
        || !words.allSatisfy({
          evidence.contains($0) || own.contains($0) || Self.leading.contains($0)
        }),
        isMarked || !AsideWords.areHarmless(cell)
      {
        return "\(heading): \(cell)"
      }
    }
    return nil
  }

  /// What leaves doubt whether the rows of a table must hold: a column, or the words above it.
  private mutating func doubt(
    of table: TargetTable, _ rows: [TargetTable.Row], in paragraph: Int
  ) -> String? {
    if let column = table.reasonColumn { return column }
    if let row = rows.first, table.tiers.contains(row) {
      return table.header.joined(separator: " | ")
    }
    return doubt(ofBoxesIn: paragraph, under: nil)
  }

  /// What the label or heading above a table makes of its rows.
  private func tableRole(
    _ table: TargetTable, at index: Int
  ) -> (Claim.Kind?, [TargetTable.Row]) {
    let role = pending ?? sectionListRole
    if role == nil, isGateTable(table, after: index) { return (.goCriterion, table.requirements) }
    return switch role {
    case .goCriteria: (.goCriterion, table.sentences)
    case .noGoCriteria: (.noGoCriterion, table.sentences)
    case .triggers, .rollbacks:
      (.trigger, [table.sentences, table.signs, table.lines].first { !$0.isEmpty } ?? [])
    case .alerts: (.trigger, table.targets)
    case .expectations, .limits, .onFailure, nil: plainRole(table)
    }
  }

  /// Limits of alerts say when to act; where alerts are only mentioned, nobody can be sure.
  private func plainRole(_ table: TargetTable) -> (Claim.Kind?, [TargetTable.Row]) {
    let severities = table.severities
    if !severities.isEmpty { return (.trigger, severities) }
    let thresholds = table.thresholds
    if !thresholds.isEmpty { return (.trigger, thresholds) }
    let tiers = table.hasTwoOutcomes ? [] : table.tiers
    if !tiers.isEmpty { return (.expectation, tiers) }
    let alarms = table.alarms
    if !alarms.isEmpty { return (.trigger, alarms) }
    let tiered = table.tiered
    if !tiered.isEmpty { return (.expectation, tiered) }
    let alarmThresholds = table.alarmThresholds
    if !alarmThresholds.isEmpty { return (.trigger, alarmThresholds) }
    let mentions = table.header + [section.heading]
    guard !mentions.contains(where: TriggerText.speaksOfAlerts),
      WeightText.weight(ofHeading: section.heading) != .recommended
    else { return (nil, []) }
    let targets = table.targets
    if targets.isEmpty, let tasks = TaskTable(table) { return (.expectation, tasks.rows) }
    return (
      .expectation,
      targets.filter {
        !TriggerText.speaksOfAlerts($0.text) || TriggerText.isMeasure($0.text)
          || !Checkable.statesLimit($0.text)
      }
    )
  }
}
