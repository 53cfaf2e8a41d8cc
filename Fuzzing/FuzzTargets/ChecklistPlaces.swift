internal import GonogoCore

/// Every place that a checklist names lies in its document, and everything is numbered in order.
enum ChecklistPlaces {
  static func check(_ checklist: Checklist) {
    let whole = 0..<checklist.document.bytes.count
    func lies(_ range: Range<Int>) -> Bool {
      range.lowerBound >= whole.lowerBound && range.upperBound <= whole.upperBound
    }
    for (index, claim) in checklist.claims.enumerated() {
      precondition(claim.id == index && checklist.sections.indices.contains(claim.section))
      if let box = claim.box { precondition(lies(box.range) && !box.range.isEmpty) }
      if let emoji = claim.emoji { precondition(lies(emoji) && !emoji.isEmpty) }
    }
    for (index, blank) in checklist.blanks.enumerated() {
      precondition(blank.id == index && checklist.sections.indices.contains(blank.section))
      precondition(lies(blank.range))
      for option in blank.options {
        if let box = option.box { precondition(lies(box.range) && !box.range.isEmpty) }
      }
    }
  }
}
