internal import GonogoCore

/// Where a demand that no reader took counts: near what is run, filled or ticked, and where the document
/// says what must hold or decides. Elsewhere people describe.
struct DemandGround {
  /// For each section: what such a demand is there, or nil where none is looked for.
  private let kinds: [Claim.Kind?]
  /// The sections about going back, of which only sentences with "if" count.
  private let goingBack: Set<Int>

  init(_ checklist: Checklist) {
    var work = Set(checklist.steps.map(\.section))
    work.formUnion(checklist.blanks.lazy.filter { !$0.isPersonal }.map(\.section))
    work.formUnion(checklist.claims.lazy.filter { $0.box != nil }.map(\.section))
    var back: Set<Int> = []
    kinds = checklist.sections.map { section in
      switch section.role {
      case .goCriteria: return .expectation
      case .noGoCriteria: return .trigger
      case .conditional:
        guard TriggerText.goesBack(section.heading) else { return nil }
        back.insert(section.id)
        return .trigger
      case .checks:
        if TriggerText.kind(of: section.heading) == .reasons { return .trigger }
        let states =
          ExpectationLabel.meaning(of: section.heading)?.announcesExpectations == true
          || TriggerText.isLimits(section.heading)
        return states || work.contains(section.id) ? .expectation : nil
      }
    }
    goingBack = back
  }

  /// What a demand in section `id` is, or nil where none is looked for.
  func kind(in id: Int) -> Claim.Kind? { kinds[id] }

  /// True for a sentence that counts in section `id`: in one about going back, one with "if" in it.
  func counts(_ text: String, in id: Int) -> Bool {
    !goingBack.contains(id)
      || ProseWords.standard.firstWord(of: .if, in: ProseWords.words(in: text)) != nil
  }
}
