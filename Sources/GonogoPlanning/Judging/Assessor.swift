package import GonogoCore
package import GonogoEvidence

/// Judges claims, blanks and sections by what has been observed; knows no person.
package struct Assessor: Sendable {
  let plan: Plan
  let names: Names
  /// What has been found out so far.
  package var observations: Observations

  /// An assessor with nothing observed.
  package init(plan: Plan) {
    self.plan = plan
    names = plan.names
    observations = Observations(plan: plan)
  }

  init(plan: Plan, names: Names, observations: Observations) {
    self.plan = plan
    self.names = names
    self.observations = observations
  }

  /// The queries that the rule of a claim asks the database.
  package func queries(forClaim id: Int) -> [String] {
    if case .directive(let directive) = plan.claimRules[id].basis { return queries(directive) }
    return []
  }

  /// The queries that the rule of a blank asks the database.
  package func queries(forBlank id: Int) -> [String] {
    if case .directive(let directive) = plan.blankRules[id].basis { return queries(directive) }
    return []
  }

  private func queries(_ directive: Directive) -> [String] {
    directive.references.compactMap { reference in
      if case .sql(let query) = reference.subject { return query }
      return nil
    }
  }

  // MARK: Claims

  /// What evidence says of a claim; open when it says nothing.
  package func judge(claim id: Int) -> ClaimResult {
    let claim = plan.checklist.claims[id]
    let rule = plan.claimRules[id]
    let inferred = Source.inferred(rule.why)
    func result(_ verdict: Verdict, _ because: String) -> ClaimResult {
      let isKnown = verdict == .pass || verdict == .fail
      return ClaimResult(
        claim: id, verdict: verdict, source: isKnown ? inferred : .none, because: because)
    }
    switch rule.basis {
    case .directive(let directive):
      let judgement = Evaluator.verdict(of: directive, in: scope(claim.section))
      let fault = judgement.fault.map { fault in
        fault.message + (fault.cure.map { "; \($0)" } ?? "")
      }
      return ClaimResult(
        claim: id, verdict: fault == nil ? judgement.verdict : .unknown,
        source: .explicit(rule.writtenAt ?? ""), because: fault ?? judgement.because)
    case .threshold(let threshold):
      if let share = threshold.required.share {
        return result(.unknown, "nothing that was printed says what “\(share)” is")
      }
      return measure(
        claim, threshold.required.quantity, threshold.meaning, shown: threshold.shown,
        judge: threshold.judge)
    case .assertion(let assertion): return judge(claim, assertion, rule)
    case .blank(let blank, let threshold): return judge(claim, blank, threshold)
    case .commands(let ids):
      let verdict = Verdict.all(ids.map { observations.commands[$0]?.verdict ?? .unknown })
      if verdict == .pass,
        let empty = CommandSuccess.obstacle(
          toInferring: plan.commands[ids], connection: isAboutConnection(claim))
      {
        return result(.unknown, empty)
      }
      if verdict == .pass, let trouble = trouble(in: Array(ids), about: claim) {
        return result(.unknown, trouble)
      }
      let shown = ids.first { observations.commands[$0]?.verdict != .pass } ?? ids.lowerBound
      return result(
        signed(verdict, rule),
        CommandWording.sentence(plan.commands[shown], observations.commands[shown]))
    case .section(let section):
      let result = sectionResult(section)
      let verdict = result?.verdict ?? .unknown
      if verdict == .pass, let empty = emptySuccess(inSection: section, about: claim) {
        return ClaimResult(claim: id, verdict: .unknown, source: .none, because: empty)
      }
      let ran = checked(in: section).flatMap(plan.index.commands)
      if verdict == .pass, let trouble = trouble(in: ran, about: claim) {
        return ClaimResult(claim: id, verdict: .unknown, source: .none, because: trouble)
      }
      let heading = plan.checklist.heading(of: section)
      return ClaimResult(
        claim: id, verdict: signed(verdict, rule),
        source: verdict.isOpen ? .none : inferred,
        because: "section “\(heading)” \(CommandWording.word(verdict))"
          + (result?.reasons.first.map { ": \($0.text)" } ?? ""))
    case .claim(let other):
      let verdict = observations.claims[other]?.verdict ?? .unknown
      return result(
        signed(verdict, rule),
        "“\(plan.checklist.claims[other].text)” \(CommandWording.holds(verdict))")
    case .count(let name, let command): return judge(id, rule, count: name, command)
    case .person: return result(.unknown, hint(forClaim: id) ?? rule.why)
    case .leftOut:
      return ClaimResult(
        claim: id, verdict: .skipped, source: .explicit(rule.writtenAt ?? ""), because: rule.why)
    }
  }

  private func signed(_ verdict: Verdict, _ rule: ClaimRule) -> Verdict {
    rule.isNegated ? !verdict : verdict
  }

  private func judge(_ id: Int, _ rule: ClaimRule, count name: String, _ command: Int)
    -> ClaimResult
  {
    let result = observations.commands[command]
    let count = result?.captures.first { $0.name == name && $0.row == nil }?.quantity
    guard result?.verdict == .pass, plan.commands[command].blindness == nil, let count else {
      return ClaimResult(
        claim: id, verdict: .unknown, source: .none,
        because: CommandWording.sentence(plan.commands[command], result))
    }
    let verdict: Verdict = count.value > 0 ? .pass : .fail
    return ClaimResult(
      claim: id, verdict: signed(verdict, rule), source: .inferred(rule.why),
      because: "\(name) is \(NumberText.short(count.value))")
  }

  // MARK: Blanks

  /// What evidence fills a blank with, or what comes near.
  package func fill(blank id: Int) -> (result: BlankResult, near: [CaptureMatch.Candidate]) {
    let blank = plan.checklist.blanks[id]
    let rule = plan.blankRules[id]
    func open(_ because: String, near: [CaptureMatch.Candidate] = [])
      -> (BlankResult, [CaptureMatch.Candidate])
    {
      (BlankResult(blank: id, text: nil, source: .none, because: because), near)
    }
    switch rule.basis {
    case .directive(let directive):
      let judgement = Evaluator.verdict(of: directive, in: scope(blank.section))
      guard judgement.verdict == .pass, let value = judgement.value,
        let text = BlankText.text(of: value, for: blank)
      else { return open(judgement.because) }
      return (
        BlankResult(
          blank: id, text: text, source: .explicit(rule.writtenAt ?? ""),
          because: judgement.because), []
      )
    case .label where rule.asksForMore:
      return open("what stands around it asks for more than a printed value")
    case .label:
      let pool = candidates(section: blank.section, before: blank.location.line)
      let leadIn = plan.checklist.leadIn(of: blank)
      switch CaptureMatch.fill(
        label: blank.label, unit: blank.unit, under: leadIn, from: pool)
      {
      case .one(let candidate, let why):
        guard let text = BlankText.text(of: candidate.capture, unit: blank.unit) else {
          return open(
            "\(candidate.capture.reference) cannot surely be written in "
              + (blank.unit?.symbol ?? ""))
        }
        guard FilledVerdict.isClear(text, in: blank) else {
          return open("“\(text)” may be good or bad", near: [candidate])
        }
        guard BlankForm.fits(text, blank, in: plan.checklist.document) else {
          return open("\(candidate.capture.reference) has not the form that stands there")
        }
        return (
          BlankResult(
            blank: id, text: text, source: .inferred(why),
            because: "\(candidate.capture.reference) of “\(plan.commands[candidate.command].name)”"),
          []
        )
      case .none(let near):
        let why =
          switch near.count {
          case 0: "nothing that was printed clearly belongs here"
          case 1: "one value may be meant, not clearly: "
          default: "more than one value may be meant: "
          }
        return open(why + CaptureWording.list(near), near: near)
      }
    case .field: return open("it is part of the sign-off")
    case .person(let role):
      return hint(forBlank: id) ?? open("\(role ?? "a person") is to fill this")
    case .leftOut: return open("left out on purpose")
    }
  }

  /// What the passing commands of a section printed, above a line.
  func candidates(section: Int, before line: Int) -> [CaptureMatch.Candidate] {
    plan.index.commands(in: section).prefix { plan.commands[$0].line < line }
      .flatMap(candidates(of:))
  }

  private func scope(_ section: Int) -> ExpressionScope {
    let copy = self
    return RunScope(
      plan: plan, names: names, observations: observations,
      sections: { id in
        let verdict = copy.sectionResult(id)?.verdict ?? .unknown
        return verdict == .pass && copy.emptySuccess(inSection: id) != nil ? .unknown : verdict
      }
    ).scope(home: section)
  }
}
