internal import GonogoCore
internal import GonogoEvidence

/// Works out how each claim is decided and each blank is filled when nobody has written it down
/// (DESIGN, section 4).
///
/// Sure or not at all: a tie, a weak match or a doubtful polarity leaves the question to a person.
struct RuleFinder {
  /// Among more facts, or more printed values, than this nothing stands out.
  private static let mostFacts = 200

  typealias Written = [Annotation.Subject: (directive: Directive, place: String)]

  let checklist: Checklist
  let commands: [PlannedCommand]
  let index: SectionIndex
  /// What the text of each claim means.
  private let meanings: [Meaning]
  /// What the sentence of each claim says.
  let readings: [SentenceReading]
  private let binder: ExpectationBinder
  private let blanks: LineBlanks
  /// The commands of each section whose label says that they check something, with their lines.
  private let checks: [Int: [(line: Int, fact: FactMatch.Fact<Range<Int>>)]]
  private let facts: CriterionFacts
  private let copies: CopiedClaims
  private let personal: PersonalCriteria
  /// What criteria of more than one section say: each of them is about its own time.
  private let repeated: Set<String>

  init(checklist: Checklist, commands: [PlannedCommand], index: SectionIndex) {
    self.checklist = checklist
    self.commands = commands
    self.index = index
    meanings = checklist.claims.map { Meaning($0.text) }
    let owned = Set(checklist.steps.compactMap { $0.boxedItem?.lowerBound })
    readings = checklist.claims.map { claim in
      // A question that decides states nothing, nor does what is ticked in an example.
      let isQuestion =
        claim.isCriterion && claim.text.last.map { "?？".contains($0) } == true
        || claim.box?.isTicked == true && checklist.sections[claim.section].isExample
      return SentenceReading(
        isQuestion || claim.isLoose
          ? "" : Self.statement(of: claim, hasBlock: owned.contains(claim.location.line)),
        codes: claim.codes,
        sample: claim.sample,
        isTrigger: claim.isTrigger,
        isLabelled: claim.kind == .expectation)
    }
    let groups = GroupMeanings(commands: commands)
    binder = ExpectationBinder(
      checklist: checklist, commands: commands, index: index, meanings: groups)
    checks = commands.filter { command in
      command.group.lowerBound == command.id && !command.labelMeaning.isNegative
        && command.label.map(Self.isCheckingLabel) ?? false
    }.reduce(into: [:]) { checks, command in
      checks[command.section, default: []].append(
        (command.line, .init(command.group, groups.meaning(of: command.group), .primary)))
    }
    blanks = LineBlanks(checklist: checklist)
    copies = CopiedClaims(checklist)
    personal = PersonalCriteria(checklist)
    let places = Dictionary(grouping: checklist.claims.filter(\.isCriterion)) {
      PlainText.key($0.text)
    }
    repeated = Set(places.filter { Set($0.value.map(\.section)).count > 1 }.keys)
    facts = CriterionFacts(
      checklist: checklist, commands: commands, meanings: meanings, readings: readings)
  }

  /// What a claim states; the colon with which a box leads to its block says nothing.
  private static func statement(of claim: Claim, hasBlock: Bool) -> String {
    guard hasBlock, claim.box != nil, let last = claim.text.last, ":：".contains(last) else {
      return claim.statement
    }
    return String(claim.text.dropLast())
  }

  // MARK: Blanks

  func blankRules(written: Written) -> [BlankRule] {
    var candidates: (section: Int, values: [CaptureMatch.Candidate]) = (-1, [])
    let form = BlankForm(checklist)
    return checklist.blanks.map { blank in
      if let (directive, place) = written[.blank(blank.id)] {
        return rule(directive, place)
      }
      if blank.field != nil {
        return BlankRule(basis: .field, writtenAt: nil, predicted: nil)
      }
      // Names, signatures and what is to be picked come from people.
      if blank.isPersonal || blank.shape == .choice {
        return BlankRule(basis: .person(role: nil), writtenAt: nil, predicted: nil)
      }
      if form.asksForMore(blank) {
        return BlankRule(basis: .label, writtenAt: nil, predicted: nil, asksForMore: true)
      }
      if candidates.section != blank.section {
        candidates = (blank.section, predictions(in: blank.section))
      }
      return BlankRule(
        basis: .label, writtenAt: nil, predicted: predicted(for: blank, candidates.values))
    }
  }

  private func rule(_ directive: Directive, _ place: String) -> BlankRule {
    switch directive {
    case .ask(let role): BlankRule(basis: .person(role: role), writtenAt: place, predicted: nil)
    case .skip: BlankRule(basis: .leftOut, writtenAt: place, predicted: nil)
    default: BlankRule(basis: .directive(directive), writtenAt: place, predicted: nil)
    }
  }

  /// What the commands of a section seem to print.
  private func predictions(in section: Int) -> [CaptureMatch.Candidate] {
    index.commands(in: section).flatMap { id in
      commands[id].predicted.map { name in
        CaptureMatch.Candidate(
          capture: Capture(
            name: name, value: .quantity(Quantity(0, NameUnit.unit(of: name) ?? .none)), text: "",
            recognizer: "prediction"),
          command: id, surroundings: commands[id].meaning)
      }
    }
  }

  /// What the section's commands seem to print for this blank.
  private func predicted(for blank: Blank, _ candidates: [CaptureMatch.Candidate]) -> String? {
    guard !candidates.isEmpty, candidates.count <= Self.mostFacts else { return nil }
    if case .one(let candidate, _) = CaptureMatch.fill(
      label: blank.label, unit: blank.unit, under: checklist.leadIn(of: blank), from: candidates)
    {
      return candidate.capture.name
    }
    return nil
  }

  // MARK: Claims

  func claimRules(written: Written) -> [ClaimRule] {
    var rules: [ClaimRule] = []
    for claim in checklist.claims {
      if let (directive, place) = written[.claim(claim.id)] {
        rules.append(rule(directive, place))
      } else {
        rules.append(withNotes(claim, inferred(claim, earlier: rules)))
      }
    }
    return rules
  }

  private func rule(_ directive: Directive, _ place: String) -> ClaimRule {
    switch directive {
    case .ask(let role):
      ClaimRule(.person(role: role), writtenAt: place, why: "the author asks \(role ?? "a person")")
    case .skip: ClaimRule(.leftOut, writtenAt: place, why: "left out on purpose")
    default: ClaimRule(.directive(directive), writtenAt: place, why: "\(directive)")
    }
  }

  /// Asks a person where more stands below a box than what the rule speaks of.
  private func withNotes(_ claim: Claim, _ rule: ClaimRule) -> ClaimRule {
    guard let more = claim.more, !rule.isPersonal else { return rule }
    return ClaimRule(.person(role: nil), why: "\(seems(claim))“\(more)” stands below it, too")
  }

  private func inferred(_ claim: Claim, earlier: [ClaimRule]) -> ClaimRule {
    if let why = claim.unrunReason {
      return ClaimRule(.person(role: nil), why: "\(why), so it is not run")
    }
    if claim.isLoose {
      return ClaimRule(
        .person(role: nil),
        why: claim.more ?? "it may be a demand, in words that are not understood")
    }
    if !claim.isCriterion {
      let rule = stated(claim)
      guard let words = claim.doubt, !rule.isPersonal else { return rule }
      return ClaimRule(
        .person(role: nil),
        why: "\(seems(claim))“\(words)” may mean that it must not be, or is about something else")
    }
    if let words = claim.doubt {
      return ClaimRule(
        .person(role: nil), why: "“\(words)” may mean that it is about something else")
    }
    if personal.contains(claim) {
      return ClaimRule(.person(role: nil), why: "it says several things, or is a person's word")
    }
    if repeated.contains(PlainText.key(claim.text)) {
      return ClaimRule(
        .person(role: nil),
        why: "it is asked for at more than one place, and a check shows how it was at one")
    }
    let meaning = meanings[claim.id]
    switch readings[claim.id].limit {
    case .unclear(let why): return ClaimRule(.person(role: nil), why: why)
    case .threshold(let threshold): return criterion(claim, threshold)
    case .none: break
    }
    if CriterionFacts.isOptional(claim.text) {
      return ClaimRule(.person(role: nil), why: "it holds either way, so a person is asked")
    }
    if let same = copies.original(of: claim) {
      return ClaimRule(.claim(same), why: "“\(checklist.claims[same].text)”, word for word")
    }
    return criterion(claim, meaning, earlier)
  }

  /// An item, an expectation or a trigger: by what its sentence states.
  private func stated(_ claim: Claim) -> ClaimRule {
    switch readings[claim.id].whole {
    case .unclear(let why): return ClaimRule(.person(role: nil), why: seems(claim) + why)
    case .none:
      if CriterionFacts.isOptional(claim.text) {
        return ClaimRule(.person(role: nil), why: "it holds either way, so a person is asked")
      }
      return expectation(claim, meanings[claim.id])
    case .assertion(let assertion):
      if CriterionFacts.isOptional(claim.text) {
        return ClaimRule(.person(role: nil), why: "it holds either way, so a person is asked")
      }
      return measured(claim, assertion) ?? bound(claim, assertion)
    }
  }

  /// A statement about a number: by a blank on its line, or by what its section printed.
  private func measured(_ claim: Claim, _ assertion: Assertion) -> ClaimRule? {
    let reads = "reads as \(assertion.shown)"
    switch assertion {
    case .limit(let threshold):
      if let share = threshold.required.share {
        return ClaimRule(
          .threshold(threshold), why: "\(reads); nothing says what “\(share)” is")
      }
      if let window = threshold.window {
        return ClaimRule(
          .person(role: nil), why: "\(reads); one value says nothing of “\(window)”")
      }
      if let blank = blanks.blank(for: claim, threshold) {
        return ClaimRule(
          .blank(blank.id, threshold), why: "\(reads), by what fills “\(blank.label)” on its line")
      }
      return measured(claim, .threshold(threshold), reads)
    case .range: return measured(claim, .assertion(assertion), reads)
    case .within(let tolerance):
      if tolerance.range == nil {
        return ClaimRule(
          .person(role: nil), why: "\(reads); nothing says what “\(tolerance.reference)” is")
      }
      return measured(claim, .assertion(assertion), reads)
    default: return nil
    }
  }

  private func measured(_ claim: Claim, _ basis: ClaimRule.Basis, _ reads: String) -> ClaimRule {
    switch binder.measuring(claim) {
    case .bound(let ids, _): return ClaimRule(basis, commands: ids, why: reads)
    case .section: return ClaimRule(basis, why: reads)
    case .unbound(let why): return ClaimRule(.person(role: nil), why: "\(reads); \(why)")
    }
  }

  /// Any other statement: by the command that it clearly belongs to.
  private func bound(_ claim: Claim, _ assertion: Assertion) -> ClaimRule {
    switch binder.bind(claim, assertion, readings[claim.id]) {
    case .bound(let ids, let why):
      return ClaimRule(
        .assertion(assertion), commands: ids, why: "reads as \(assertion.shown), by \(why)")
    case .section:
      return ClaimRule(
        .person(role: nil), why: "reads as \(assertion.shown); nothing says which command is meant")
    case .unbound(let why):
      return ClaimRule(.person(role: nil), why: "reads as \(assertion.shown); \(why)")
    }
  }

  /// A criterion with a limit is its section's business, when that section checks this limit.
  private func criterion(_ claim: Claim, _ threshold: Threshold) -> ClaimRule {
    if claim.kind == .goCriterion {
      let facts = facts.sections(sharing: threshold.meaning).filter { fact in
        index.claims(in: fact.target).contains { id in
          guard checklist.claims[id].kind == .expectation,
            case .threshold(let own) = readings[id].limit
          else { return false }
          return own.window == threshold.window && own.names(threshold.required.quantity)
            && own.required.comparator.direction == threshold.required.comparator.direction
        }
      }
      if let (fact, words) = FactMatch.find(threshold.meaning, among: facts) {
        return ClaimRule(
          .section(fact.target),
          why: "section “\(checklist.heading(of: fact.target))” checks the same limit; words "
            + words.joined(separator: ", "))
      }
    }
    return ClaimRule(
      .person(role: nil),
      why: "reads as \(threshold.shown); no measured value clearly belongs to it")
  }

  private func criterion(
    _ claim: Claim, _ meaning: Meaning, _ earlier: [ClaimRule]
  ) -> ClaimRule {
    let isTrigger = claim.kind == .noGoCriterion
    let facts = facts.facts(sharing: meaning, for: claim) { earlier[$0].isPersonal }
    guard let (fact, words) = FactMatch.find(meaning, among: facts) else {
      return ClaimRule(.person(role: nil), why: "no check clearly decides it")
    }
    let turned = fact.meaning.isNegative != meaning.isNegative
    let shared = "words " + words.joined(separator: ", ")
    switch fact.target {
    case .count(let name, let command):
      // A count above zero means that there are such things; a sentence that denies them is the
      // opposite.
      return ClaimRule(
        .count(name, command: command), isNegated: meaning.isNegative,
        why: "\(name) of “\(commands[command].name)”; \(shared)")
    case .section(let id):
      guard turned == isTrigger else { break }
      return ClaimRule(
        .section(id), isNegated: turned, why: "section “\(checklist.heading(of: id))”; \(shared)")
    case .commands(let ids):
      guard turned == isTrigger else { break }
      let name = commands[ids.lowerBound].name
      return ClaimRule(.commands(ids), isNegated: turned, why: "command “\(name)”; \(shared)")
    case .claim(let id):
      return ClaimRule(
        .claim(id), isNegated: turned, why: "“\(checklist.claims[id].text)”; \(shared)")
    }
    return ClaimRule(
      .person(role: nil), why: "it is not clear whether it says the same or the opposite of a check"
    )
  }

  /// An item or expectation without a limit: a command above it in its section whose label says
  /// that it checks just this, with every word.
  private func expectation(_ claim: Claim, _ meaning: Meaning) -> ClaimRule {
    let facts = checks[claim.section] ?? []
    if claim.kind == .expectation, !meaning.isNegative, facts.count <= Self.mostFacts,
      let (fact, words) = FactMatch.find(
        meaning, among: facts.filter { $0.line < claim.location.line }.map(\.fact))
    {
      let name = commands[fact.target.lowerBound].name
      return ClaimRule(
        .commands(fact.target), why: "command “\(name)”; words " + words.joined(separator: ", "))
    }
    return ClaimRule(.person(role: nil), why: seems(claim) + "no command decides it")
  }

  /// What a sentence seems to say that is not read surely enough to be compared.
  private func seems(_ claim: Claim) -> String {
    readings[claim.id].shown.map { "reads as \($0.shown); " } ?? ""
  }

  /// "Verify …", "Check …": the label says that the command finds out whether it is so.
  private static func isCheckingLabel(_ label: String) -> Bool {
    let first = label.lowercased().split { !$0.isLetter }.first.map(String.init) ?? ""
    return ["verify", "check", "ensure", "confirm", "validate", "test", "make"].contains(first)
  }
}
