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
  private let recognition = Recognition()
  /// How much text of each stream stays in memory once it has been read, in bytes.
  private static let keptText = 32_768
  private var stopped: Reason?
  private var wasInterrupted = false

  /// A runner for `plan`.
  package init(plan: Plan, options: RunOptions, capabilities: Capabilities) {
    self.plan = plan
    self.options = options
    self.capabilities = capabilities
    assessor = Assessor(plan: plan)
  }

  /// Runs it.
  ///
  /// - Throws: `RunFailure` when the run cannot go on; everything before that is journalled.
  package mutating func run() throws(RunFailure) -> RunOutcome {
    for section in plan.checklist.sections where section.role != .conditional {
      try run(section)
      try stopIfAsked(after: section)
    }
    try settleLate()
    try decideCriteria()
    let decision = DecisionRule.decide(assessor, interruption: stopped)
    try capabilities.report(.decided(decision))
    return RunOutcome(
      observations: assessor.observations, sections: assessor.sectionResults(),
      decision: decision, stopped: stopped, wasInterrupted: wasInterrupted)
  }

  // MARK: Sections

  private mutating func run(_ section: Section) throws(RunFailure) {
    let steps = plan.index.steps(in: section.id).map { plan.steps[$0] }
    let claims = plan.index.claims(in: section.id).map { plan.checklist.claims[$0] }.filter {
      !$0.isCriterion
    }
    let blanks = plan.index.blanks(in: section.id).map { plan.checklist.blanks[$0] }.filter {
      $0.field == nil
    }
    if steps.isEmpty, claims.isEmpty, blanks.isEmpty { return }
    if stopped == nil { try capabilities.report(.sectionStarted(section)) }
    for step in steps { try run(step) }
    try settle(claims: claims, blanks: blanks)
    if let result = assessor.sectionResult(section.id) {
      try capabilities.report(.sectionEnded(section, result))
    }
  }

  /// Stops the run when a section that ends here failed and says so, or the operator said so.
  private mutating func stopIfAsked(after section: Section) throws(RunFailure) {
    guard stopped == nil, !options.keepGoing else { return }
    var next: Int? = section.id
    while let id = next {
      let candidate = plan.checklist.sections[id]
      next = candidate.parent
      let endsHere = plan.index.subtree(of: id).upperBound == section.id + 1
      let place = candidate.stopsWhenFailing
      guard endsHere, place != nil || (options.stopOnFail && candidate.id == section.id) else {
        continue
      }
      guard assessor.sectionResult(candidate.id)?.verdict == .fail else { continue }
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

  private mutating func stop(_ reason: Reason) throws(RunFailure) {
    stopped = reason
    try capabilities.report(.stopped(reason))
  }

  // MARK: Steps

  private mutating func run(_ planned: PlannedStep) throws(RunFailure) {
    if let obstacle = planned.obstacle?.text {
      try capabilities.report(.stepPassedOver(planned, reason: obstacle))
      for id in planned.commands { record(.init(command: id, outcome: .notRun, note: obstacle)) }
      return
    }
    if stopped != nil {
      for id in planned.commands { try end(id, notRun: "the run had stopped before") }
      return
    }
    var approved: Set<Int> = []
    for id in planned.commands where try isApproved(plan.commands[id]) { approved.insert(id) }
    var shell: (any StepShell)?
    var blocked: String?
    for (index, id) in planned.commands.enumerated() {
      if let blocked {
        try end(id, notRun: blocked)
        continue
      }
      guard approved.contains(id) else {
        try end(.init(command: id, outcome: .notApproved))
        continue
      }
      if shell == nil { shell = try capabilities.open(planned) }
      guard let shell else { continue }
      try capabilities.report(.commandStarted(plan.commands[id]))
      let ending = try shell.run(index)
      try end(result(ending, of: id, in: planned))
      if ending.outcome == .interrupted || capabilities.isInterrupted() {
        wasInterrupted = true
        blocked = "the run was interrupted"
        let command = plan.commands[id]
        try stop(
          Reason(
            verdict: .unknown, section: command.section, line: command.line,
            text: "interrupted by the operator"))
      } else if ending.outcome == .timedOut {
        blocked = "the block had reached its time limit"
      } else if ending.endsStep {
        blocked = "“\(plan.commands[id].name)” ended the shell"
      }
    }
    try shell?.finish()
  }

  private func isApproved(_ command: PlannedCommand) throws(RunFailure) -> Bool {
    if command.effect == .reads, command.hazard == nil { return true }
    switch try capabilities.approve(command) {
    case .granted(let by):
      try capabilities.report(.approval(command, isApproved: true, by: by))
      return true
    case .refused:
      try capabilities.report(.approval(command, isApproved: false, by: ""))
      return false
    }
  }

  private func result(
    _ ending: CommandEnding, of id: Int, in planned: PlannedStep
  ) -> CommandResult {
    let command = plan.commands[id]
    let captures =
      ending.captures
      ?? recognition.captures(
        in: CommandOutput(
          command: command.text, stdout: ending.stdout.text, stderr: ending.stderr.text,
          isTruncated: ending.stdout.isTruncated || ending.stderr.isTruncated,
          exitStatus: ending.status.map { Int32(truncatingIfNeeded: $0) }))
    return CommandResult(
      command: id, outcome: ending.outcome, status: ending.status, pipeline: ending.pipeline,
      inner: InnerJudgement.judge(ending, command),
      expectedStatus: planned.step.attributes.expectedExit, nanoseconds: ending.nanoseconds,
      stdout: ending.stdout.bounded(to: Self.keptText),
      stderr: ending.stderr.bounded(to: Self.keptText), captures: captures, note: ending.note)
  }

  private mutating func record(_ result: CommandResult) {
    assessor.observations.commands[result.command] = result
  }

  private mutating func end(_ result: CommandResult) throws(RunFailure) {
    record(result)
    try capabilities.report(.commandEnded(plan.commands[result.command], result))
  }

  private mutating func end(_ id: Int, notRun reason: String) throws(RunFailure) {
    try end(.init(command: id, outcome: .notRun, note: reason))
  }

  // MARK: Claims and blanks

  /// Written bindings may name what comes after them: what they left open is decided now.
  private mutating func settleLate() throws(RunFailure) {
    for claim in plan.checklist.claims {
      guard case .directive = plan.claimRules[claim.id].basis,
        let result = assessor.observations.claims[claim.id], result.verdict.isOpen
      else { continue }
      ask(assessor.queries(forClaim: claim.id))
      let late = assessor.judge(claim: claim.id)
      guard !late.verdict.isOpen else { continue }
      assessor.observations.claims[claim.id] = late
      try capabilities.report(.claimDecided(claim, late))
    }
    for blank in plan.checklist.blanks {
      guard case .directive = plan.blankRules[blank.id].basis,
        let result = assessor.observations.blanks[blank.id], result.text == nil
      else { continue }
      ask(assessor.queries(forBlank: blank.id))
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
      ask(assessor.queries(forBlank: blank.id))
      let (result, near) = assessor.fill(blank: blank.id)
      assessor.observations.blanks[blank.id] = result
      if result.text == nil, let question = QuestionMaker(plan).question(blank, result, near) {
        questions.append(question)
      }
    }
    for claim in claims {
      ask(assessor.queries(forClaim: claim.id))
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
        wasInterrupted = true
        try stop(
          Reason(
            verdict: .unknown, section: claims.first?.section ?? blanks.first?.section ?? 0,
            line: questions[0].line, text: "interrupted by the operator"))
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

  private mutating func ask(_ queries: [String]) {
    assessor.observations.queries = [:]
    for query in queries where assessor.observations.queries[query] == nil {
      assessor.observations.queries[query] = stopped == nil ? capabilities.query(query) : nil
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
