internal import GonogoCore

/// The items that decision lists repeat word for word: a criterion with just the words of one item
/// is that item again, whatever its language and however few its words.
struct CopiedClaims {
  /// The claims outside of the decision lists, by what they say.
  private var byText: [String: [Claim]] = [:]

  /// Indexes the claims of a checklist.
  init(_ checklist: Checklist) {
    for claim in checklist.claims where !claim.isCriterion {
      byText[PlainText.key(claim.text), default: []].append(claim)
    }
  }

  /// The one claim above `criterion` that says the same in the same words; nil when there are more.
  func original(of criterion: Claim) -> Int? {
    let key = PlainText.key(criterion.text)
    guard key.contains(where: \.isLetter), let same = byText[key], same.count == 1,
      let only = same.first, only.id < criterion.id, only.kind != .trigger
    else { return nil }
    return only.id
  }
}
