internal import GonogoCore
internal import GonogoEvidence

/// Everything a document checks that a GO or NO-GO criterion may repeat, indexed by word, so that
/// thousands of criteria are matched without comparing each with everything.
struct CriterionFacts {
  /// What a criterion can hang on.
  enum Target: Sendable {
    case section(Int)
    case commands(Range<Int>)
    case claim(Int)
    case count(String, Int)
  }

  /// When a sentence shares its words with more facts than this, nothing stands out among them.
  private static let mostCandidates = 400

  private let checklist: Checklist
  /// What can be repeated; `names` are the words of a comment that are written as names.
  private var facts: [(target: Target, meaning: Meaning, names: Set<String>)] = []
  /// What each section says that it checks.
  private let sayings: [Int: SectionSayings]
  private var byWord: [String: [Int]] = [:]
  /// The sections that are about one stage of several.
  private let stages: Set<Int>

  init(
    checklist: Checklist, commands: [PlannedCommand], meanings: [Meaning],
    readings: [SentenceReading]
  ) {
    self.checklist = checklist
    sayings = Self.sayings(checklist, commands, meanings)
    stages = Set(
      checklist.sections.map(\.id).filter { StageHeading.covers($0, of: checklist) })
    for (section, sayings) in sayings.sorted(by: { $0.key < $1.key }) {
      add(.section(section), sayings.whole)
    }
    for command in commands {
      if command.predicted.contains("uncommitted_changes") {
        add(
          .count("uncommitted_changes", command.id),
          Meaning("uncommitted changes code base codebase repository repo git working work tree"))
      }
      // "Verify no uncommitted changes": the command's success says nothing about that.
      if command.label != nil, !command.labelMeaning.isNegative {
        add(.commands(command.group), command.labelMeaning, Self.names(in: command.label))
      }
    }
    for claim in checklist.claims where !claim.isLoose {
      guard case .none = readings[claim.id].limit, !Self.isOptional(claim.text) else { continue }
      // What is doubtful in a statement with a number ("0 restarts in 72 h") no word decides.
      if case .unclear = readings[claim.id].whole, claim.text.contains(where: \.isNumber) {
        continue
      }
      if claim.isCriterion, PlainText.hasNumber(claim.text) { continue }
      add(.claim(claim.id), meanings[claim.id])
    }
  }

  /// What each section says that it checks; only sections in which a program is run, because `cd` and
  /// `echo` find nothing out.
  private static func sayings(
    _ checklist: Checklist, _ commands: [PlannedCommand], _ meanings: [Meaning]
  ) -> [Int: SectionSayings] {
    var sayings: [Int: SectionSayings] = [:]
    for command in commands where checklist.steps[command.step].obstacle == nil {
      guard !command.tools.isEmpty || checklist.steps[command.step].language == .sql,
        checklist.sections[command.section].role == .checks
      else { continue }
      let heading = checklist.sections[command.section].heading
      // What is struck out is not checked.
      if heading.contains("~~") { continue }
      if sayings[command.section] == nil {
        sayings[command.section] = SectionSayings(heading: Meaning(PlainText.heading(heading)))
      }
      sayings[command.section]?.add(command.labelMeaning)
    }
    for claim in checklist.claims where claim.kind == .expectation && !claim.isLoose {
      sayings[claim.section]?.add(meanings[claim.id])
    }
    return sayings
  }

  /// The words inside of a comment that begin with a capital: "Check Neon database connection".
  private static func names(in label: String?) -> Set<String> {
    let words = (label ?? "").split(separator: " ").dropFirst().filter {
      $0.first?.isUppercase == true && $0.contains(where: \.isLowercase)
    }
    return Meaning(words.joined(separator: " ")).words
  }

  private mutating func add(_ target: Target, _ meaning: Meaning, _ names: Set<String> = []) {
    for word in meaning.words { byWord[word, default: []].append(facts.count) }
    facts.append((target, meaning, names))
  }

  /// The facts that share a word with a criterion, each with its standing; claims only from above
  /// it and of another kind. `isPersonal` says whether a person answers a claim.
  func facts(
    sharing sentence: Meaning, for criterion: Claim, isPersonal: (Int) -> Bool
  ) -> [FactMatch.Fact<Target>] {
    let isTrigger = criterion.kind == .noGoCriterion
    return candidates(sentence).compactMap { index in
      let (target, meaning, names) = facts[index]
      switch target {
      case .count: return .init(target, meaning, .capture)
      case .section(let id):
        let said = sayings[id]?.saying(just: sentence)
        return said.map { .init(target, $0, isTrigger ? .secondary : .primary) }
      case .commands:
        guard meaning.saysJust(sentence, besides: names) else { return nil }
        return .init(target, meaning, isTrigger ? .primary : .secondary)
      case .claim(let id):
        guard id < criterion.id, checklist.claims[id].kind != criterion.kind,
          checklist.claims[id].section == criterion.section
            || !stages.contains(checklist.claims[id].section)
        else { return nil }
        // "Check the log for errors" is done or not, and nobody who has not done it knows that there are none.
        let isTurned = sentence.isNegative != meaning.isNegative
        guard isTrigger || !isTurned || checklist.claims[id].kind == .trigger else { return nil }
        guard isPersonal(id) else { return .init(target, meaning, .evidence) }
        // What a person says of one thing is said of that alone; a sentence that forbids a GO may
        // leave one word of it out.
        let others = meaning.words.subtracting(sentence.words).count
        guard others == 0 || (isTrigger && others == 1),
          isTrigger || !Self.saysHowItWent(criterion.text)
            || Self.saysHowItWent(checklist.claims[id].text)
        else { return nil }
        return .init(target, meaning, .attested)
      }
    }
  }

  /// The sections that share a word with a sentence.
  func sections(sharing sentence: Meaning) -> [FactMatch.Fact<Int>] {
    candidates(sentence).compactMap { index in
      guard case .section(let id) = facts[index].target else { return nil }
      return .init(id, facts[index].meaning, .primary)
    }
  }

  private func candidates(_ sentence: Meaning) -> [Int] {
    var found: Set<Int> = []
    for word in sentence.words {
      let facts = byWord[word] ?? []
      if facts.count > Self.mostCandidates { return [] }
      found.formUnion(facts)
    }
    return found.sorted()
  }

  /// "All smoke tests pass" says more than an item "Smoke tests", which is ticked when they were run.
  private static func saysHowItWent(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains { outcomes.contains($0.lowercased()) }
  }

  private static let outcomes: Set<String> = [
    "pass", "passes", "passed", "passing", "green", "succeed", "succeeds", "succeeded",
    "successful",
    "successfully", "clean", "pasan", "pasa", "verde", "verdes", "exitosas", "exitosos",
    "bestanden",
    "grün", "erfolgreich", "réussi", "réussis", "réussissent", "passam", "aprovados", "通过", "通過",
    "成功",
    "合格", "통과", "성공",
  ]

  /// "Configured (or not - we can add it)": no fact decides such a sentence.
  static func isOptional(_ text: String) -> Bool {
    let bytes = PlainText.lowered(text)
    return ["or not", "optional", "if needed"].contains { PlainText.holds($0, in: bytes) }
  }
}
