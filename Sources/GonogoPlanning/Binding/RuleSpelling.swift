internal import GonogoCore
internal import GonogoEvidence

/// Spells inferred rules as directives: the one place that knows what each kind of rule is in the
/// grammar of DESIGN, section 4.
struct RuleSpelling {
  /// A directive, or why there is none.
  enum Spelling {
    case directive(Directive)
    case none(String)
  }

  let plan: Plan
  private let names: Names

  init(_ plan: Plan) {
    self.plan = plan
    names = plan.names
  }

  /// How the rule of a claim is written.
  func spelling(of claim: Claim) -> Spelling { spelling(of: claim, home: claim.section) }

  /// The rule of `claim` as it is written in section `home`, where unqualified names are looked for.
  private func spelling(of claim: Claim, home: Int, depth: Int = 0) -> Spelling {
    let rule = plan.claimRules[claim.id]
    switch rule.basis {
    case .threshold(let threshold): return spelling(threshold, claim, home: home)
    case .commands(let ids):
      guard let name = plan.commands[ids.lowerBound].label, means(name, .commands(ids)) else {
        return .none("several commands bear the name of the one that decides it")
      }
      return condition(.passed(name, at: 0), rule)
    case .section(let id):
      let heading = plan.checklist.sections[id].heading
      guard means(heading, .section(id)) else {
        return .none("several sections bear the heading of the one that decides it")
      }
      return condition(.passed(heading, at: 0), rule)
    case .count(let name, let command):
      guard let path = path(to: name, of: command, home: home) else {
        return .none("several commands print \(name), and their labels do not tell them apart")
      }
      return condition(
        .comparison(.capture(path, at: 0), .greater, .quantity(Quantity(0), at: 0), at: 0), rule)
    case .claim(let other): return spelling(like: other, rule, home: home, depth: depth + 1)
    case .assertion(let assertion): return spelling(assertion, rule)
    case .blank(let blank, _):
      let line = plan.checklist.blanks[blank].location.line
      return .none("it is compared with what fills the blank in line \(line)")
    case .directive(let directive): return .directive(directive)
    case .person, .leftOut: return .none(rule.why)
    }
  }

  /// What follows another claim hangs on the same evidence; on the same answer nothing can be made
  /// to hang. Chains are followed for a few claims only: each is a step of the stack.
  private func spelling(like id: Int, _ rule: ClaimRule, home: Int, depth: Int) -> Spelling {
    let other = plan.checklist.claims[id]
    let line = other.location.line
    guard depth < 8, case .directive(let directive) = spelling(of: other, home: home, depth: depth)
    else {
      return .none("it follows the answer to line \(line), which no directive can name")
    }
    let isLocal = directive.references.contains { reference in
      if case .capture = reference.subject { true } else { false }
    }
    // What its author wrote there may mean something else here.
    if plan.claimRules[other.id].writtenAt != nil, isLocal {
      return .none("it follows line \(line), whose names may mean something else here")
    }
    switch (directive, rule.isNegated) {
    case (.passWhen, false), (.failWhen, false): return .directive(directive)
    case (.passWhen(let expression), true): return .directive(.failWhen(expression))
    case (.failWhen(let expression), true): return .directive(.passWhen(expression))
    case (.record, _), (.ask, _), (.skip, _):
      return .none("it follows line \(line), which no evidence decides")
    }
  }

  /// How the rule of a blank is written.
  func spelling(of blank: Blank) -> Spelling {
    let rule = plan.blankRules[blank.id]
    switch rule.basis {
    case .label:
      guard let name = rule.predicted else {
        return .none("which printed value belongs here, only a run can show")
      }
      let printing = plan.index.commands(in: blank.section).filter {
        plan.commands[$0].predicted.contains(name)
      }
      guard let command = printing.first, printing.count == 1,
        let path = path(to: name, of: command, home: blank.section)
      else { return .none("several commands print \(name)") }
      return .directive(.record(.capture(path, at: 0)))
    case .directive(let directive): return .directive(directive)
    case .field, .person, .leftOut: return .none("a person fills it")
    }
  }

  /// `pass when`, or `fail when` for the opposite.
  private func condition(_ expression: Expression, _ rule: ClaimRule) -> Spelling {
    .directive(rule.isNegated ? .failWhen(expression) : .passWhen(expression))
  }

  /// What the output or the end of one command says; other assertions need a value that only a run
  /// can show.
  private func spelling(_ assertion: Assertion, _ rule: ClaimRule) -> Spelling {
    let unknown = Spelling.none("\(assertion.shown), of what only a run can show")
    guard let only = rule.commands?.first, rule.commands?.count == 1,
      let name = plan.commands[only].label, means(name, .commands(only..<only + 1))
    else { return unknown }
    switch assertion {
    case .exit(let code):
      return condition(
        .comparison(.exit(name, at: 0), .equal, .quantity(Quantity(Double(code)), at: 0), at: 0),
        rule)
    case .contains(let texts):
      let parts = texts.map { Expression.contains(.output(name, at: 0), $0, at: 0) }
      guard let first = parts.first else { return unknown }
      return condition(parts.dropFirst().reduce(first) { .and($0, $1, at: 0) }, rule)
    default: return unknown
    }
  }

  /// A limit on the value that its section seems to print for it.
  private func spelling(_ threshold: Threshold, _ claim: Claim, home: Int) -> Spelling {
    if let share = threshold.required.share { return .none("nothing says what “\(share)” is") }
    let commands = plan.index.commands(in: claim.section).map { plan.commands[$0] }.filter {
      $0.line < claim.location.line && plan.isRun(plan.steps[$0.step])
    }
    let candidates = commands.flatMap { command in
      command.predicted.map { name in
        let unit = name == "real" ? Unit.second : NameUnit.unit(of: name) ?? .none
        return CaptureMatch.Candidate(
          capture: Capture(
            name: name, value: .quantity(Quantity(0, unit)), text: "", recognizer: "prediction"),
          command: command.id, surroundings: command.meaning)
      }
    }
    guard
      case .one(let candidate, _) = CaptureMatch.measure(
        threshold.meaning, threshold.required.quantity.unit.dimension, from: candidates)
    else {
      return .none("\(threshold.shown), of a value that only a run can show")
    }
    guard let path = path(to: candidate.capture.name, of: candidate.command, home: home)
    else { return .none("several commands print \(candidate.capture.name)") }
    // Between the two tiers it holds, with a warning; so only the second one decides.
    if let critical = threshold.critical { return .directive(.failWhen(limit(critical, of: path))) }
    return .directive(.passWhen(limit(threshold.required, of: path)))
  }

  private func limit(_ limit: Limit, of path: CapturePath) -> Expression {
    let sign: Expression.Comparison =
      switch limit.comparator {
      case .below: .less
      case .atMost: .atMost
      case .above: .greater
      case .atLeast: .atLeast
      case .equal: .equal
      }
    return .comparison(.capture(path, at: 0), sign, .quantity(limit.quantity, at: 0), at: 0)
  }

  /// The name of a value such that a run finds that of `command` and no other: with the label of
  /// the command, or alone where its section has no other of that name.
  private func path(to name: String, of command: Int, home: Int) -> CapturePath? {
    let printing = plan.commands[command]
    let group = printing.group
    if let label = printing.label, means(label, .commands(group)),
      plan.commands[group].count(where: { $0.predicted.contains(name) }) == 1
    {
      return CapturePath([.name(label), .name(name)])
    }
    let rivals = plan.commands.filter { $0.predicted.contains(name) }
    guard
      rivals.allSatisfy({ $0.id == command || (printing.section == home && $0.section != home) })
    else { return nil }
    return CapturePath([.name(name)])
  }

  private func means(_ name: String, _ target: Names.Target) -> Bool {
    if case .one(let found) = names.target(name) { return found == target }
    return false
  }
}
