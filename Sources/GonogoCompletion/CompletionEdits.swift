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
    return plan.checklist.blanks.compactMap { blank in
      guard let text = filled[blank.id] ?? fieldText(blank.field), !text.isEmpty else { return nil }
      let safe = SafeText.inline(text)
      let isOpening = opensBlock(blank)
      return Edit(blank.range, Array((isOpening ? SafeText.opening(safe) : safe).utf8))
    }
  }

  /// True when nothing but marks stands before a blank, so that what fills it could open a list, a
  /// rule or a heading.
  private func opensBlock(_ blank: Blank) -> Bool {
    let document = plan.checklist.document
    let start = document.lines.range(ofLine: blank.location.line).lowerBound
    return document.text(start..<blank.range.lowerBound).allSatisfy {
      $0.isWhitespace || $0.isNumber || ">-+*.)|".contains($0)
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
