internal import GonogoCore

/// The items that decision lists repeat word for word: a criterion with just the words of one item
/// is that item again, whatever its language and however few its words.
struct CopiedClaims {
  /// The claims outside of the decision lists, by what they say.
  private var byText: [String: [Claim]] = [:]
  private let checklist: Checklist

  /// Indexes the claims of a checklist.
  init(_ checklist: Checklist) {
    self.checklist = checklist
    for claim in checklist.claims where !claim.isCriterion {
      byText[PlainText.key(claim.text), default: []].append(claim)
    }
  }

  /// The one claim above `criterion` that says the same in the same words; nil when there are more, and
  /// when it says so of one stage only.
  func original(of criterion: Claim) -> Int? {
    let key = PlainText.key(criterion.text)
    guard key.contains(where: \.isLetter), let same = byText[key], same.count == 1,
      let only = same.first, only.id < criterion.id, only.kind != .trigger,
      only.section == criterion.section || !StageHeading.covers(only.section, of: checklist)
    else { return nil }
    return only.id
  }
}
