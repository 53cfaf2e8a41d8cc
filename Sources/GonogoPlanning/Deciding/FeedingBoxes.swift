internal import GonogoCore

/// The boxes that feed the decision by a sentence or heading of the document, and not by standing
/// in one of its lists.
struct FeedingBoxes {
  /// The sections whose boxes and rows feed it without a rule of their own.
  private(set) var gates: Set<Int> = []
  private var members: Set<Int> = []

  /// True for a box that feeds the decision.
  func contains(_ claim: Claim) -> Bool { members.contains(claim.id) }

  init(_ checklist: Checklist) {
    guard !checklist.decisionTexts.isEmpty else { return }
    let looksBack = Self.sectionsThatLookBack(checklist.sections)
    let boxes = checklist.claims.filter { claim in
      claim.kind == .item && claim.box != nil && !claim.isStandIn
        && !looksBack.contains(claim.section)
    }
    let scopes = RuleScopes(checklist, boxes)
    for section in checklist.sections where scopes.holds(section.id, checklist, \.gates) {
      gates.insert(section.id)
    }
    for claim in boxes where scopes.covers(claim, checklist) { members.insert(claim.id) }
    for claim in checklist.claims
    where claim.kind == .expectation && claim.box != nil && scopes.decides(claim, checklist) {
      members.insert(claim.id)
    }
    if let (count, line) = scopes.counted {
      members.formUnion(Self.list(of: count, before: line, boxes))
    }
  }

  /// The sections about what was learned, which are written when all is over. A section stands behind
  /// the one around it.
  private static func sectionsThatLookBack(_ sections: [Section]) -> Set<Int> {
    var found: Set<Int> = []
    for section in sections where section.level > 1 {
      if let parent = section.parent, found.contains(parent) {
        found.insert(section.id)
        continue
      }
      let heading = SearchedText(section.heading.lowercased())
      if looksBack.contains(where: { heading.contains($0) }) { found.insert(section.id) }
    }
    return found
  }

  private static let looksBack = [
    "lessons learned", "retrospective", "lecciones aprendidas", "retrospectiva",
    "lições aprendidas",
    "leçons apprises", "rétrospective", "erkenntnisse", "retrospektive", "经验教训", "經驗教訓", "复盘",
    "復盤", "振り返り", "教訓", "회고",
  ]

  /// The boxes of the last section above a line that has just as many.
  private static func list(of count: Int, before line: Int, _ boxes: [Claim]) -> [Int] {
    var bySection: [Int: [Int]] = [:]
    for box in boxes where box.location.line < line {
      bySection[box.section, default: []].append(box.id)
    }
    return bySection.filter { $0.value.count == count }.max { $0.key < $1.key }?.value ?? []
  }
}
