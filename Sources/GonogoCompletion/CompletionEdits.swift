internal import GonogoCore
internal import GonogoPlanning

/// What changes in the author's bytes: boxes, blanks, status emoji, sign-off; nothing else.
struct CompletionEdits {
  let plan: Plan
  let record: RunRecord

  /// All edits, in no order.
  func edits() -> [Edit] {
    boxes() + blanks()
  }

  private func boxes() -> [Edit] {
    record.claims.flatMap { result -> [Edit] in
      let claim = plan.checklist.claims[result.claim]
      var edits: [Edit] = []
      if let box = claim.box {
        // A box that its author ticked is ticked afterwards only if this run saw it hold.
        let holds = result.verdict == .pass
        if holds != box.isTicked {
          edits.append(Edit(box.range, Array(box.text(ticked: holds).utf8)))
        }
      }
      if let emoji = claim.emoji, result.verdict != .pass {
        edits.append(Edit(emoji, Array((result.verdict == .fail ? "❌" : "⚠️").utf8)))
      }
      return edits
    }
  }

  private func blanks() -> [Edit] {
    var filled: [Int: String] = [:]
    for result in record.blanks { filled[result.blank] = result.text }
    return plan.checklist.blanks.flatMap { blank -> [Edit] in
      if blank.shape == .choice { return choice(blank, filled[blank.id]) }
      guard let text = filled[blank.id] ?? fieldText(blank.field), !text.isEmpty else { return [] }
      return [BlankEdit(document: plan.checklist.document, blank: blank).filling(text)]
    }
  }

  /// Ticks the box of what was picked and no other, or leaves the picked word alone standing.
  private func choice(_ blank: Blank, _ text: String?) -> [Edit] {
    let words = blank.options.map(\.text)
    let picked =
      blank.field == .decision
      ? OutcomeWords.index(of: record.decision.answer, among: words)
      : text.flatMap { OutcomeWords.index(of: $0, among: words) }
    let boxes = blank.options.enumerated().compactMap { index, option in
      option.box.map { (box: $0, isPicked: index == picked) }
    }
    if boxes.isEmpty {
      guard let picked else { return [] }
      return [BlankEdit(document: plan.checklist.document, blank: blank).filling(words[picked])]
    }
    return boxes.filter { $0.isPicked != $0.box.isTicked }.map {
      Edit($0.box.range, Array($0.box.text(ticked: $0.isPicked).utf8))
    }
  }

  private func fieldText(_ field: Field?) -> String? {
    switch field {
    case .date: return Timestamp(record.ended).date
    case .operatorName: return record.operatorName
    case .decision: return record.decision.answer.rawValue
    case .notes: return record.notes
    case nil: return nil
    }
  }
}
