internal import GonogoCore

/// Which sections the rules of a document speak of.
struct RuleScopes {
  /// Stands for the whole document.
  private static let whole = -1

  /// For each section with gates: the line they begin on.
  private(set) var gates: [Int: Int] = [:]
  /// Sections of which every box must be ticked.
  private(set) var all: [Int: Int] = [:]
  /// Those of which boxes marked as recommended may stay open.
  private(set) var required: [Int: Int] = [:]
  /// How many boxes decide, and the line that says so.
  private(set) var counted: (count: Int, line: Int)?
  private var hasCritical = false
  /// The sections in which a document that asks for all boxes decides; empty when it names none.
  private var deciding: Set<Int> = []

  /// The scopes of the rules of a checklist, whose items with boxes are `boxes`.
  init(_ checklist: Checklist, _ boxes: [Claim]) {
    var filled: Set<Int> = []
    for box in boxes {
      var current: Int? = box.section
      while let id = current, filled.insert(id).inserted { current = checklist.sections[id].parent }
    }
    let ticked = Set(checklist.claims.filter { $0.box != nil }.map(\.section))
    var section = 0
    for text in checklist.decisionTexts.sorted(by: { $0.location.line < $1.location.line }) {
      let line = text.location.line
      while section + 1 < checklist.sections.count,
        checklist.sections[section + 1].location.line <= line
      {
        section += 1
      }
      // "All items" speaks of those of its section when that has some, else of all.
      let isOwn = checklist.sections[section].level > 1 && filled.contains(section)
      switch text.rule {
      case .gates: gates[section] = min(gates[section] ?? line, line)
      case .allBoxes: all[isOwn ? section : Self.whole] = 0
      case .allButRecommended: required[isOwn ? section : Self.whole] = 0
      case .allCritical, .marked: hasCritical = true
      case .counted(let count): counted = (count, line)
      case .deciding where filled.contains(section) || ticked.contains(section):
        deciding.insert(section)
      case .criteria, .needed, .stated, .bands, .unclear, .deciding: continue
      }
    }
  }

  /// True when a section or one around it is among those of a kind, from a line above `line` on.
  func holds(
    _ section: Int, _ checklist: Checklist, _ kind: KeyPath<RuleScopes, [Int: Int]>,
    line: Int = .max
  ) -> Bool {
    let sections = self[keyPath: kind]
    if sections.isEmpty { return false }
    if sections[Self.whole] != nil { return true }
    var current: Int? = section
    while let id = current {
      if let start = sections[id], start < line { return true }
      current = checklist.sections[id].parent
    }
    return false
  }

  /// True when a document decides in a section, one around it, or nowhere in particular. A rule of a
  /// section is about all of its boxes.
  private func isDeciding(_ section: Int, _ checklist: Checklist) -> Bool {
    guard all[Self.whole] != nil, !deciding.isEmpty else { return true }
    var current: Int? = section
    while let id = current {
      if deciding.contains(id) || all[id] != nil { return true }
      current = checklist.sections[id].parent
    }
    return false
  }

  /// True for a box in a section by whose boxes a document decides that asks for all of them, also
  /// one whose text is an expectation.
  func decides(_ claim: Claim, _ checklist: Checklist) -> Bool {
    if all[Self.whole] == nil { return holds(claim.section, checklist, \.all) }
    return !deciding.isEmpty && isDeciding(claim.section, checklist)
  }

  /// True when a rule speaks of a box.
  func covers(_ claim: Claim, _ checklist: Checklist) -> Bool {
    if hasCritical, claim.weight == .critical, isDeciding(claim.section, checklist) { return true }
    if holds(claim.section, checklist, \.all), isDeciding(claim.section, checklist) {
      return true
    }
    if claim.weight != .recommended, holds(claim.section, checklist, \.required) { return true }
    return holds(claim.section, checklist, \.gates, line: claim.location.line)
  }
}
