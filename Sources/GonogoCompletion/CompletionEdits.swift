internal import GonogoCore
internal import GonogoPlanning

/// What changes in the author's bytes: boxes, blanks, status emoji, sign-off; nothing else.
struct CompletionEdits {
  let plan: Plan
  let record: RunRecord

  /// All edits, in no order.
  func edits() -> [Edit] { (boxes() + blanks()).compactMap(\.edit) }

  /// Every place that shows something of the run, in the order of the text.
  func marks() -> [CompletionMark] { CompletionMark.ordered(boxes() + blanks()) }

  private func boxes() -> [CompletionMark] {
    record.claims.enumerated().flatMap { index, result -> [CompletionMark] in
      let claim = plan.checklist.claims[result.claim]
      var marks: [CompletionMark] = []
      if let box = claim.box {
        // A box that its author ticked is ticked afterwards only if this run saw it hold.
        let holds = result.verdict == .pass
        marks.append(
          CompletionMark(box.range, text(box, holds), .box(claim: index, isTicked: holds)))
      }
      if let emoji = claim.emoji {
        let sign = result.verdict == .fail ? "❌" : "⚠️"
        marks.append(
          CompletionMark(
            emoji, result.verdict == .pass ? nil : Array(sign.utf8), .sign(claim: index)))
      }
      return marks
    }
  }

  /// What makes the box ticked or not, nil when it is so already.
  private func text(_ box: Box, _ isTicked: Bool) -> [UInt8]? {
    box.isTicked == isTicked ? nil : Array(box.text(ticked: isTicked).utf8)
  }

  private func blanks() -> [CompletionMark] {
    var results: [Int: Int] = [:]
    for (index, result) in record.blanks.enumerated() { results[result.blank] = index }
    return plan.checklist.blanks.flatMap { blank -> [CompletionMark] in
      let index = results[blank.id]
      guard index != nil || blank.field != nil else { return [] }
      let filled = index.flatMap { record.blanks[$0].text }
      if blank.shape == .choice { return choice(blank, index, filled) }
      let text = filled ?? fieldText(blank.field) ?? ""
      return [
        CompletionMark(
          blank.range, text.isEmpty ? nil : filling(blank, text),
          .value(blank: index, field: blank.field))
      ]
    }
  }

  private func filling(_ blank: Blank, _ text: String) -> [UInt8] {
    BlankEdit(document: plan.checklist.document, blank: blank).filling(text).replacement
  }

  /// Ticks the box of what was picked and no other, or leaves the picked word alone standing.
  private func choice(_ blank: Blank, _ index: Int?, _ text: String?) -> [CompletionMark] {
    let words = blank.options.map(\.text)
    let picked = Choice.picked(
      among: words, text: text,
      decision: blank.field == .decision ? record.decision.answer : nil)
    let marks = blank.options.enumerated().compactMap { position, option in
      option.box.map { box in
        CompletionMark(
          box.range, self.text(box, position == picked),
          .option(
            choice: blank.id, word: option.text, isTicked: position == picked, blank: index,
            field: blank.field))
      }
    }
    guard marks.isEmpty else { return marks }
    return [
      CompletionMark(
        blank.range, picked.map { filling(blank, words[$0]) },
        .picked(words: words, blank: index, field: blank.field))
    ]
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
