internal import GonogoCore
internal import GonogoEvidence
package import GonogoPlanning
internal import GonogoShell

/// Plan and capabilities to outcome: order, approval, asking, stopping.
///
/// Sections in document order; in each the commands, then what they decide, then what people are
/// asked. The criteria come last. Once the run has stopped nobody is asked any more, and only what
/// was observed counts.
package struct Runner {
  let plan: Plan
  let options: RunOptions
  let capabilities: Capabilities
  var assessor: Assessor
  let recognition = Recognition()
  /// What an earlier part of the same run has left.
  let earlier: EarlierPart
  var stopped: Reason?
  var wasInterrupted = false
  var waivers: [Waiver]
  /// What goes on in the background, in the order it was started.
  var going: [Going] = []
  /// What went on there and is over.
  var backgrounds: [BackgroundRun] = []

  /// A runner for `plan`, which goes on where `earlier` ended.
  package init(
    plan: Plan, options: RunOptions, capabilities: Capabilities,
    earlier: EarlierPart = EarlierPart()
  ) {
    self.plan = plan
    self.earlier = earlier
    waivers = options.waivers
    self.options = options
    self.capabilities = capabilities
    assessor = Assessor(plan: plan)
  }

  /// Runs it.
  ///
  /// - Throws: `RunFailure` when the run cannot go on; everything before that is journalled.
  package mutating func run() throws(RunFailure) -> RunOutcome {
    for section in plan.checklist.sections {
      try run(section)
      if wasInterrupted { break }
      try stopIfAsked(after: section)
    }
    try takeBackground(in: plan.checklist.sections.count)
    if !wasInterrupted { try settleLate() }
    if !wasInterrupted { try decideCriteria() }
    // People may look at what runs there until they have been asked the last question. What its end
    // makes known can only turn what is open into something known: nothing that was decided changes.
    try endBackground()
    let decision = try decide()
    return RunOutcome(
      observations: assessor.observations, sections: assessor.sectionResults(),
      decision: decision, stopped: stopped, wasInterrupted: wasInterrupted,
      backgrounds: backgrounds)
  }

  /// Decides; an interrupted run is not decided for good.
  private mutating func decide() throws(RunFailure) -> Decision {
    var decision = DecisionRule.decide(assessor, interruption: stopped, waivers: waivers)
    if wasInterrupted { return decision }
    if decision.answer == .noGo {
      waivers += try capabilities.waive(decision)
      if capabilities.isInterrupted() {
        try interrupt(section: 0, line: 1)
        return decision
      }
      decision = DecisionRule.decide(assessor, interruption: stopped, waivers: waivers)
    }
    try capabilities.report(.decided(decision))
    return decision
  }

  /// Ends the run here; what comes after is left for a later part.
  mutating func interrupt(section: Int, line: Int) throws(RunFailure) {
    guard !wasInterrupted else { return }
    wasInterrupted = true
    try stop(
      Reason(
        verdict: .unknown, section: section, line: line, text: "interrupted by the operator"))
  }

  // MARK: Sections

  private mutating func run(_ section: Section) throws(RunFailure) {
    // Of a section for a case that need not arise only what is ready before counts.
    let isConditional = section.role == .conditional
    let steps = isConditional ? [] : plan.index.steps(in: section.id).map { plan.steps[$0] }
    let claims = plan.index.claims(in: section.id).map { plan.checklist.claims[$0] }.filter {
      !$0.isCriterion && plan.checklist.counts($0)
    }
    let blanks = plan.index.blanks(in: section.id).map { plan.checklist.blanks[$0] }.filter {
      $0.field == nil
    }
    if steps.isEmpty, claims.isEmpty, blanks.isEmpty { return }
    if stopped == nil { try capabilities.report(.sectionStarted(section)) }
    for step in steps {
      try takeBackground(in: section.id)
      try run(step)
      if wasInterrupted { return }
    }
    try takeBackground(in: section.id)
    try settle(claims: claims, blanks: blanks)
    if wasInterrupted { return }
    if let result = assessor.sectionResult(section.id) {
      try capabilities.report(.sectionEnded(section, result))
    }
  }

  /// Stops the run when a section that ends here failed and says so, or the operator said so.
  mutating func stopIfAsked(after section: Section) throws(RunFailure) {
    guard stopped == nil, !options.keepGoing else { return }
    var next: Int? = section.id
    while let id = next {
      let candidate = plan.checklist.sections[id]
      next = candidate.parent
      let all = plan.index.subtree(of: id)
      let endsHere = all.upperBound == section.id + 1
      let place = candidate.stopsWhenFailing
      // What a section holds itself is enough to stop before the commands of those below it.
      let isOver =
        endsHere
        || id == section.id && all.dropFirst().contains { !plan.index.steps(in: $0).isEmpty }
      guard isOver, place != nil || (options.stopOnFail && candidate.id == section.id) else {
        continue
      }
      guard let result = assessor.sectionResult(candidate.id), result.verdict == .fail,
        !isWaived(result)
      else { continue }
      let heading = plan.checklist.heading(of: candidate.id)
      let why =
        place == nil ? "--stop-on-fail was given" : "the document says not to go on then"
      try stop(
        Reason(
          verdict: .fail, section: candidate.id, line: place?.line ?? candidate.location.line,
          text: "stopped after section “\(heading)” failed: \(why)"))
      return
    }
  }

  /// True when everything that failed in a section was accepted beforehand.
  private func isWaived(_ result: SectionResult) -> Bool {
    let accepted = Set(waivers.map(\.subject))
    return result.reasons.allSatisfy { reason in
      reason.verdict != .fail || reason.subject.map(accepted.contains) ?? false
    }
  }

  private mutating func stop(_ reason: Reason) throws(RunFailure) {
    stopped = reason
    try capabilities.report(.stopped(reason))
  }

  // MARK: Claims and blanks

  /// Written bindings may name what comes after them: what they left open is decided now.
  private mutating func settleLate() throws(RunFailure) {
    for claim in plan.checklist.claims {
      guard case .directive = plan.claimRules[claim.id].basis,
        let result = assessor.observations.claims[claim.id], result.verdict.isOpen
      else { continue }
      try ask(assessor.queries(forClaim: claim.id))
      let late = assessor.judge(claim: claim.id)
      guard !late.verdict.isOpen else { continue }
      assessor.observations.claims[claim.id] = late
      try capabilities.report(.claimDecided(claim, late))
    }
    for blank in plan.checklist.blanks {
      guard case .directive = plan.blankRules[blank.id].basis,
        let result = assessor.observations.blanks[blank.id], result.text == nil
      else { continue }
      try ask(assessor.queries(forBlank: blank.id))
      let late = assessor.fill(blank: blank.id).result
      guard late.text != nil else { continue }
      assessor.observations.blanks[blank.id] = late
      try capabilities.report(.blankFilled(blank, late))
    }
  }

  private mutating func decideCriteria() throws(RunFailure) {
    for kind in [Claim.Kind.goCriterion, .noGoCriterion] {
      try settle(claims: plan.checklist.claims.filter { $0.kind == kind }, blanks: [])
    }
  }

  /// Decides what evidence decides, asks about the rest, keeps and reports all of it.
  private mutating func settle(claims: [Claim], blanks: [Blank]) throws(RunFailure) {
    var questions: [Question] = []
    for blank in blanks {
      try ask(assessor.queries(forBlank: blank.id))
      let (result, near) = assessor.fill(blank: blank.id)
      assessor.observations.blanks[blank.id] = result
      if result.text == nil, let question = QuestionMaker(plan).question(blank, result, near) {
        questions.append(question)
      }
    }
    for claim in claims {
      try ask(assessor.queries(forClaim: claim.id))
      let result = assessor.judge(claim: claim.id)
      assessor.observations.claims[claim.id] = result
      if result.verdict.isOpen, let question = QuestionMaker(plan).question(claim, result) {
        questions.append(question)
      }
    }
    if stopped == nil, !questions.isEmpty {
      // People answer in the order they read.
      questions = questions.enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }
      .map(\.element)
      let replies = try capabilities.ask(questions)
      for (question, reply) in zip(questions, replies) { take(reply, to: question) }
      if capabilities.isInterrupted() {
        return try interrupt(
          section: claims.first?.section ?? blanks.first?.section ?? 0, line: questions[0].line)
      }
      // What hangs on an answer given just now is decided now.
      for claim in claims where assessor.observations.claims[claim.id]?.source == Source.none {
        assessor.observations.claims[claim.id] = assessor.judge(claim: claim.id)
      }
    }
    for blank in blanks {
      guard let result = assessor.observations.blanks[blank.id] else { continue }
      try capabilities.report(.blankFilled(blank, result))
    }
    for claim in claims {
      guard let result = assessor.observations.claims[claim.id] else { continue }
      try capabilities.report(.claimDecided(claim, result))
    }
  }

  private mutating func ask(_ queries: [String]) throws(RunFailure) {
    assessor.observations.queries = [:]
    for query in queries where assessor.observations.queries[query] == nil {
      assessor.observations.queries[query] = stopped == nil ? try capabilities.query(query) : nil
    }
  }

  private mutating func take(_ reply: Reply, to question: Question) {
    switch (reply, question.subject) {
    case (.answer(let attestation), .claim(let id)):
      let verdict: Verdict
      switch attestation.answer {
      case .yes: verdict = .pass
      case .no: verdict = .fail
      case .notYet, .notApplicable: verdict = .unknown
      }
      let note = attestation.note.map { ": \($0)" } ?? ""
      assessor.observations.claims[id] = ClaimResult(
        claim: id, verdict: verdict, source: .attestation(attestation),
        because: "\(attestation.by) says \(attestation.answer.rawValue)\(note)")
    case (.value(let text, let word), .blank(let id)):
      assessor.observations.blanks[id] = BlankResult(
        blank: id, text: text, source: .attestation(word), because: "\(word.by) gives it")
    default: break
    }
  }
}
