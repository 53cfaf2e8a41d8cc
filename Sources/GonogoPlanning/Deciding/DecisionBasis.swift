package import GonogoCore
internal import GonogoEvidence

/// By what a document is decided: its lists, its sentences, or everything in it.
package struct DecisionBasis: Sendable {
  /// The kinds of rules, by the names that `plan` gives them.
  package enum Kind: String, Sendable {
    /// Nothing is said: everything must pass.
    case everything = "none"
    /// Lists of GO or NO-GO criteria.
    case lists
    /// A sentence: all boxes.
    case allBoxes = "all-boxes"
    /// A sentence: all boxes of some mark.
    case severity
    /// Score bands.
    case bands
    /// Criteria in one sentence.
    case sentence
    /// A rule that cannot be applied with certainty: everything must pass.
    case unclear
    /// Only a place to write the decision down.
    case choice
  }

  let criteria: [Claim]
  private let checklist: Checklist
  private let texts: [DecisionText]
  private let hasCritical: Bool
  private let hasRecommended: Bool
  /// The boxes outside of the lists that feed the decision.
  private let feeding: FeedingBoxes
  /// The rule that lets things stay open, when the document has one and none that does not.
  private let loosening: DecisionText.Rule?

  /// The basis of a checklist.
  package init(_ checklist: Checklist) {
    self.checklist = checklist
    criteria = checklist.claims.filter(\.isCriterion)
    texts = checklist.decisionTexts
    hasCritical = checklist.claims.contains { $0.weight == .critical && $0.box != nil }
    hasRecommended = checklist.claims.contains { $0.weight == .recommended && $0.box != nil }
    loosening = Self.loosening(among: texts)
    feeding = FeedingBoxes(checklist)
  }

  private var hasGoList: Bool { criteria.contains { $0.kind == .goCriterion } }

  /// True when things that no criterion speaks of may stay open: there is a GO list that says that it
  /// is all a GO needs, and no sentence that says more.
  var sparesOpen: Bool { hasGoList && texts.isEmpty }

  /// The bands, when they are the one rule of the document.
  var bands: (bands: [ScoreBand], location: SourceLocation)? {
    for text in texts { if case .bands(let bands) = text.rule { return (bands, text.location) } }
    return nil
  }

  private static func loosening(among texts: [DecisionText]) -> DecisionText.Rule? {
    var found: DecisionText.Rule?
    for text in texts {
      switch text.rule {
      case .allBoxes, .criteria, .needed, .marked, .gates, .deciding, .stated, .counted, .unclear:
        return nil
      case .allButRecommended, .allCritical, .bands:
        // Two that differ: neither is sure.
        if let found, found != text.rule { return nil }
        found = text.rule
      }
    }
    return found
  }

  /// True when an item with this verdict does not forbid a GO, because the document says so.
  func spares(_ claim: Claim, _ verdict: Verdict) -> Bool {
    guard claim.kind == .item, claim.box != nil, let loosening else { return false }
    switch loosening {
    case .allButRecommended: return claim.weight == .recommended
    case .allCritical: return hasCritical && claim.weight != .critical && verdict.isOpen
    case .bands: return verdict.isOpen
    case .allBoxes, .criteria, .needed, .marked, .gates, .deciding, .stated, .counted, .unclear:
      return false
    }
  }

  /// What a claim is for the decision: a box that a sentence of the document makes a condition is
  /// a GO criterion, though it is asked in its section.
  package func kind(of claim: Claim) -> Claim.Kind {
    feeding.contains(claim) ? .goCriterion : claim.kind
  }

  // MARK: Shown

  /// Which kind of rule it is.
  package var kind: Kind {
    if texts.contains(where: \.isUnclear) { return .unclear }
    if texts.contains(where: { $0.rule == .marked }) { return .severity }
    if texts.contains(where: { $0.rule == .allBoxes }) { return .allBoxes }
    for text in texts {
      switch text.rule {
      case .allButRecommended where !hasRecommended: return .allBoxes
      case .allButRecommended, .allCritical: return .severity
      case .bands, .counted: return .bands
      case .allBoxes, .unclear, .criteria, .needed, .marked, .gates, .deciding, .stated: continue
      }
    }
    let gates = feeding.gates
    let own = criteria.filter { !gates.contains($0.section) }
    if !own.isEmpty {
      let lines = Set(texts.filter { $0.rule == .stated }.map(\.location.line))
      return own.allSatisfy { isSentence($0) || lines.contains($0.location.line) }
        ? .sentence : .lists
    }
    let asksForDecision = checklist.blanks.contains { blank in
      blank.field == .decision
        || VerdictLabel.asks(blank, under: checklist.sections[blank.section].heading)
    }
    return asksForDecision ? .choice : .everything
  }

  /// "GO if …" as a whole sentence, not an entry of a list.
  private func isSentence(_ claim: Claim) -> Bool {
    let start = claim.text.prefix(8).uppercased()
    return claim.box == nil && (start.hasPrefix("GO ") || start.hasPrefix("NO-GO "))
  }

  /// Where the document says it.
  package var lines: [Int] {
    var lines = texts.filter { $0.rule != .deciding }.map(\.location.line)
    var sections: Set<Int> = []
    let isPlain = texts.allSatisfy { $0.rule == .needed }
    for claim in criteria where isPlain || isSentence(claim) {
      if isSentence(claim) {
        lines.append(claim.location.line)
      } else if sections.insert(claim.section).inserted {
        lines.append(checklist.sections[claim.section].location.line)
      }
    }
    return Set(lines).sorted()
  }

  /// What a GO needs, one sentence without a final stop.
  package var sentence: String {
    for text in texts {
      if case .unclear(let rule) = text.rule {
        return "GO when every command, expectation, item, criterion and blank passed, because the "
          + "rule of the document is not certain: “\(rule)”"
      }
    }
    let lists = listsSentence
    switch loosening {
    case .allButRecommended:
      return "GO when everything but the items marked as recommended passed" + lists
    case .allCritical where hasCritical:
      return "GO when all items marked as critical are ticked and nothing failed" + lists
    case .bands(let bands):
      let go = bands.first { $0.isGo == true }
      let least = go.map { NumberText.short($0.lowest) } ?? "100"
      return "GO when \(least)% of the boxes are ticked and nothing failed" + lists
    default: break
    }
    if !texts.isEmpty { return "GO when everything passed" + lists }
    return plainSentence
  }

  private var listsSentence: String {
    let go = criteria.count { $0.kind == .goCriterion }
    let noGo = criteria.count - go
    return (go == 0 ? "" : ", all \(go) GO criteria hold")
      + (noGo == 0 ? "" : ", none of \(noGo) NO-GO criteria holds")
  }

  private var plainSentence: String {
    let go = criteria.count { $0.kind == .goCriterion }
    let noGo = criteria.count - go
    switch (go, noGo) {
    case (0, 0): return "GO when every command, expectation, item and blank passed"
    case (_, 0): return "GO when all \(go) GO criteria hold and nothing failed"
    case (0, _):
      return "GO when none of \(noGo) NO-GO criteria holds and every command, expectation, item "
        + "and blank passed"
    default:
      return "GO when all \(go) GO criteria hold, none of \(noGo) NO-GO criteria holds and "
        + "nothing failed"
    }
  }
}

extension DecisionText {
  /// True when nobody can be sure how to apply it.
  fileprivate var isUnclear: Bool {
    if case .unclear = rule { return true }
    return false
  }
}
