internal import GonogoCore

/// Where a demand that no reader took counts: near what is run, filled or ticked, and where the document
/// says what must hold or decides. Elsewhere people describe.
struct DemandGround {
  /// What is looked for in a section.
  enum Kind {
    /// What reads like a demand.
    case demands
    /// What must be in so many words, with a limit: nothing is run here.
    case strong
    /// What reads like a demand, and rows with GO or NO-GO in them: the section decides.
    case rules
    /// What reads like a demand, where it says "if": the section is about going back.
    case cases
    /// Every sentence: the section decides or says what must hold, and nothing in it was read.
    case everything
  }

  /// For each section: what is looked for, or nil.
  private let kinds: [Kind?]
  /// The sections of which a demand says what must not be.
  private let reasons: Set<Int>
  /// The sections that only tell of something.
  private let told: Set<Int>

  init(_ checklist: Checklist) {
    var work = Set(checklist.steps.map(\.section))
    work.formUnion(checklist.blanks.lazy.filter { !$0.isPersonal }.map(\.section))
    work.formUnion(checklist.claims.lazy.filter { $0.box != nil }.map(\.section))
    let read = Self.readSections(of: checklist)
    var reasons: Set<Int> = []
    var told: Set<Int> = []
    kinds = checklist.sections.map { section in
      let kind: Kind = read.contains(section.id) ? .demands : .everything
      let heading = section.heading
      switch section.role {
      case .goCriteria: return kind
      case .noGoCriteria:
        reasons.insert(section.id)
        return kind
      case .conditional:
        guard TriggerText.goesBack(heading) else { return nil }
        reasons.insert(section.id)
        return TriggerText.kind(of: heading) == .reasons ? kind : .cases
      case .checks where Self.tells(heading) && !work.contains(section.id):
        told.insert(section.id)
        return nil
      case .checks where ConditionalText.isOpenIssues(heading):
        reasons.insert(section.id)
        return .everything
      case .checks:
        if TriggerText.kind(of: heading) == .reasons {
          reasons.insert(section.id)
          return kind
        }
        if section.level > 1, !heading.contains("_"), GateHeading.namesDecision(heading) {
          return .rules
        }
        if ExpectationLabel.meaning(of: heading)?.announcesExpectations == true { return kind }
        // "Quality gates"
        let words = ProseWords.words(in: heading)
        if words.count <= 4, words.last.map(Self.gates.contains) == true { return kind }
        // Where nothing is run or decided, people describe, and demand only in so many words.
        return work.contains(section.id) || TriggerText.isLimits(heading) ? .demands : .strong
      }
    }
    self.reasons = reasons
    self.told = told
  }

  /// The sections of which something was read that people are asked or that decides.
  private static func readSections(of checklist: Checklist) -> Set<Int> {
    var read = Set(checklist.claims.map(\.section))
    read.formUnion(checklist.blanks.map(\.section))
    read.formUnion(checklist.steps.map(\.section))
    var sections = SectionCursor(checklist.sections)
    for text in checklist.decisionTexts {
      let id = sections.section(atLine: text.location.line)
      if text.location.line != checklist.sections[id].location.line { read.insert(id) }
    }
    // What stands under a heading inside of it is what it holds.
    for section in checklist.sections where read.contains(section.id) {
      var parent = section.parent
      while let id = parent, !read.contains(id) {
        read.insert(id)
        parent = checklist.sections[id].parent
      }
    }
    return read
  }

  /// True for the heading of what tells of something: "What's new", "Contributing", "Rate limits".
  private static func tells(_ heading: String) -> Bool {
    let words = ProseWords.words(in: heading)
    return words.count <= 4 && telling.contains(words.joined(separator: " "))
      || words.starts(with: ["what", "s", "new"])
  }

  private static let gates = WordList.words("DemandGround.gates")
  private static let telling = WordList.words("DemandGround.telling")

  /// True where the document only tells of something, and nothing is run, filled or ticked.
  func isTold(_ id: Int) -> Bool { told.contains(id) }

  /// What is looked for in section `id`, or nil.
  func kind(of id: Int) -> Kind? { kinds[id] }

  /// True where a demand of section `id` says what must not be.
  func holdsReasons(_ id: Int) -> Bool { reasons.contains(id) }
}
