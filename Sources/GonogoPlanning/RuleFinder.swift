internal import GonogoCore
internal import GonogoEvidence

/// Works out how each claim is decided and each blank is filled when nobody has written it down
/// (DESIGN, section 4).
///
/// Sure or not at all: a tie, a weak match or a doubtful polarity leaves the question to a person.
struct RuleFinder {
  typealias Written = [Annotation.Subject: (directive: Directive, place: String)]

  let checklist: Checklist
  let commands: [PlannedCommand]

  // MARK: Blanks

  func blankRules(written: Written) -> [BlankRule] {
    checklist.blanks.map { blank in
      if let (directive, place) = written[.blank(blank.id)] {
        return rule(directive, place)
      }
      if blank.field != nil {
        return BlankRule(basis: .field, writtenAt: nil, predicted: nil)
      }
      return BlankRule(basis: .label, writtenAt: nil, predicted: predicted(for: blank))
    }
  }

  private func rule(_ directive: Directive, _ place: String) -> BlankRule {
    switch directive {
    case .ask(let role): BlankRule(basis: .person(role: role), writtenAt: place, predicted: nil)
    case .skip: BlankRule(basis: .leftOut, writtenAt: place, predicted: nil)
    default: BlankRule(basis: .directive(directive), writtenAt: place, predicted: nil)
    }
  }

  /// What the section's commands seem to print for this blank.
  private func predicted(for blank: Blank) -> String? {
    let candidates = commands.filter { $0.section == blank.section }.flatMap { command in
      command.predicted.map { name in
        CaptureMatch.Candidate(
          capture: Capture(
            name: name, value: .quantity(Quantity(0, NameUnit.unit(of: name) ?? .none)), text: "",
            recognizer: "prediction"),
          command: command.id, surroundings: command.meaning)
      }
    }
    if case .one(let candidate, _) = CaptureMatch.fill(
      label: blank.label, unit: blank.unit, from: candidates)
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
        rules.append(inferred(claim, earlier: rules))
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

  private func inferred(_ claim: Claim, earlier: [ClaimRule]) -> ClaimRule {
    let meaning = Meaning(claim.text)
    switch ThresholdReader.read(claim.text) {
    case .unclear(let why): return ClaimRule(.person(role: nil), why: why)
    case .threshold(let threshold): return inferred(claim, threshold, meaning)
    case .none: break
    }
    if isOptional(claim.text) {
      return ClaimRule(.person(role: nil), why: "it holds either way, so a person is asked")
    }
    switch claim.kind {
    case .goCriterion, .noGoCriterion: return criterion(claim, meaning, earlier)
    case .item, .expectation: return expectation(claim, meaning)
    }
  }

  /// "Configured (or not - we can add it)": no fact decides such a sentence.
  private func isOptional(_ text: String) -> Bool {
    let words = text.lowercased()
    return words.contains("or not") || words.contains("optional") || words.contains("if needed")
  }

  private func inferred(_ claim: Claim, _ threshold: Threshold, _ meaning: Meaning) -> ClaimRule {
    switch claim.kind {
    case .item, .expectation:
      if let share = threshold.required.share {
        return ClaimRule(
          .threshold(threshold),
          why: "reads as \(threshold.shown); nothing says what “\(share)” is")
      }
      return ClaimRule(.threshold(threshold), why: "reads as \(threshold.shown)")
    case .goCriterion:
      // A criterion with a limit is its section's business, when that section checks this limit.
      let facts = sectionFacts(.primary).filter { fact in
        checklist.claims.contains { other in
          guard other.kind == .expectation, other.section == fact.target,
            case .threshold(let own) = ThresholdReader.read(other.text)
          else { return false }
          return own.names(threshold.required.quantity)
            && own.required.comparator.isUpper == threshold.required.comparator.isUpper
        }
      }
      if let (fact, words) = FactMatch.find(threshold.meaning, among: facts) {
        return ClaimRule(
          .section(fact.target),
          why: "section “\(checklist.heading(of: fact.target))” checks the same limit; words "
            + words.joined(separator: ", "))
      }
    case .noGoCriterion: break
    }
    return ClaimRule(
      .person(role: nil), why: "reads as \(threshold.shown); no measured value clearly belongs to it")
  }

  private func criterion(
    _ claim: Claim, _ meaning: Meaning, _ earlier: [ClaimRule]
  ) -> ClaimRule {
    enum Target: Sendable {
      case section(Int)
      case commands(Range<Int>)
      case claim(Int)
      case count(String, Int)
    }
    let isTrigger = claim.kind == .noGoCriterion
    var facts: [FactMatch.Fact<Target>] = []
    for fact in sectionFacts(isTrigger ? .secondary : .primary) {
      facts.append(.init(.section(fact.target), fact.meaning, fact.standing))
    }
    for command in commands {
      if let name = command.predicted.first(where: { $0 == "uncommitted_changes" }) {
        facts.append(.init(.count(name, command.id), Meaning(name), .capture))
      }
      guard let label = command.label, !isNegativeLabel(label) else { continue }
      facts.append(
        .init(.commands(command.group), Meaning(label), isTrigger ? .primary : .secondary))
    }
    for other in checklist.claims where other.id < claim.id && other.kind != claim.kind {
      guard case .none = ThresholdReader.read(other.text), !isOptional(other.text) else { continue }
      let rule = earlier[other.id]
      facts.append(
        .init(.claim(other.id), Meaning(other.text), rule.isPersonal ? .attested : .evidence))
    }
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
      .person(role: nil), why: "it is not clear whether it says the same or the opposite of a check")
  }

  /// An item or expectation without a limit: a command above it in its section whose label says
  /// that it checks just this, with every word.
  private func expectation(_ claim: Claim, _ meaning: Meaning) -> ClaimRule {
    let facts = commands.filter { command in
      command.section == claim.section && command.line < claim.location.line
        && command.label.map { !isNegativeLabel($0) } ?? false
        && command.label.map(isCheckingLabel) ?? false
    }.map { head in
      let meaning = commands[head.group].dropFirst().reduce(head.meaning) {
        $0.adding($1.meaning)
      }
      return FactMatch.Fact(head.group, meaning, .primary)
    }
    if claim.kind == .expectation, !meaning.isNegative,
      let (fact, words) = FactMatch.find(meaning, among: facts, needsAll: true)
    {
      let name = commands[fact.target.lowerBound].name
      return ClaimRule(
        .commands(fact.target), why: "command “\(name)”; words " + words.joined(separator: ", "))
    }
    return ClaimRule(.person(role: nil), why: "no command decides it")
  }

  private func sectionFacts(_ standing: FactMatch.Standing) -> [FactMatch.Fact<Int>] {
    let withSteps = Set(
      checklist.steps.filter { $0.obstacle == nil }.map(\.section))
    return checklist.sections.filter { $0.role == .checks && withSteps.contains($0.id) }
      .map { FactMatch.Fact($0.id, Meaning($0.heading), standing) }
  }

  /// "Verify no uncommitted changes": the command's success says nothing about that.
  private func isNegativeLabel(_ label: String) -> Bool { Meaning(label).isNegative }

  /// "Verify …", "Check …": the label says that the command finds out whether it is so.
  private func isCheckingLabel(_ label: String) -> Bool {
    let first = label.lowercased().split { !$0.isLetter }.first.map(String.init) ?? ""
    return ["verify", "check", "ensure", "confirm", "validate", "test", "make"].contains(first)
  }
}
