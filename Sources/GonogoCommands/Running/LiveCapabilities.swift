internal import GonogoCore
internal import GonogoDatabase
internal import GonogoEvidence
internal import GonogoPlanning
internal import GonogoRedaction
internal import GonogoRunner
internal import GonogoSandbox

/// The real world for a runner: sandbox, database, journal, screen, people.
final class LiveCapabilities {
  private let session: RunSession
  private let prepared: PreparedReplies
  private let approver: Approver
  private let screen: RunScreen
  private let world: LiveWorld
  private let isUnattended: Bool
  private var resumed: ResumedRun?
  private var history: RunHistory?
  private var keptState: KeptState?
  /// Who approved which command, in the order in which they count.
  private(set) var approvals: [RunApproval] = []

  init(
    session: RunSession, sandbox: Sandbox, prepared: PreparedReplies, approver: Approver,
    screen: RunScreen, timeLimit: Double, outputLimit: Int, signals: Int32, isUnattended: Bool,
    resumed: ResumedRun? = nil
  ) {
    self.session = session
    self.prepared = prepared
    self.approver = approver
    self.screen = screen
    self.isUnattended = isUnattended
    self.resumed = resumed
    history = resumed?.history
    world = LiveWorld(
      plan: session.loaded.plan, sandbox: sandbox,
      evidence: EvidenceFiles(folder: session.folder), screen: screen,
      secrets: ProcessSecrets.current, timeLimit: timeLimit, outputLimit: outputLimit,
      signals: signals,
      rawCopy: session.rawCopy,
      missingGrants: { [access = session.access] command in
        let sentences = access.missing(to: command).map(\.sentence)
        return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
      })
    approver.tending = world.background.tending
  }

  /// How many secrets were replaced in what commands printed, by name.
  var redactions: [String: Int] { world.redactions }

  /// The closures.
  func capabilities() -> Capabilities {
    Capabilities(
      open: { (step) throws(RunFailure) in try self.open(step) },
      startInBackground: { (step) throws(RunFailure) in try self.startInBackground(step) },
      endBackground: { self.world.endBackground(wasInterrupted: $0) },
      query: { (query) throws(RunFailure) in try self.query(query) },
      approve: { (command) throws(RunFailure) in self.approve(command) },
      ask: { (questions) throws(RunFailure) in try self.ask(questions) },
      waive: { (decision) throws(RunFailure) in try self.waive(decision) },
      report: { (event) throws(RunFailure) in
        try self.keep(event)
        self.screen.show(event)
      },
      isInterrupted: { self.isInterrupted })
  }

  private func keep(_ event: RunEvent) throws(RunFailure) {
    if case .commandTakenOver(let command, _) = event { takeOver(command) }
    guard var members = EventRecord.members(event) else { return }
    if case .commandEnded = event { members += newState() }
    // What an earlier part of the run came by is not told twice.
    if let history, history.holds(members) { return }
    try session.journal.append(members)
  }

  private func takeOver(_ command: PlannedCommand) {
    if let approval = history?.approvals[command.id] { approvals.append(approval) }
    if let text = history?.states[command.id]?.text {
      world.state = ShellState(bytes: Array(text.utf8))
      world.hasNewState = false
    }
  }

  /// The state of the shell, when it is another than before: in the record of the command that made
  /// it, so that no result is kept without what it left.
  private func newState() -> JSONObject {
    guard world.hasNewState else { return [] }
    world.hasNewState = false
    let tables = ProcessSecrets.current
    let state = KeptState(
      world.state, environment: world.sandbox.policy.environment, isSecret: SecretName.isSecret,
      holdsSecret: { Redaction.clean($0, tables) != $0 })
    if state == keptState { return [] }
    keptState = state
    return [
      JSONMember("state", state.text.map { .string($0) } ?? .null),
      JSONMember("left_out", .array(state.leftOut.map { .string($0) })),
    ]
  }

  private func open(_ step: PlannedStep) throws(RunFailure) -> any StepShell {
    switch step.step.language {
    case .shell:
      do throws(RunFailure) {
        return try LiveShell(step, in: world)
      } catch {
        return UnstartedShell(reason: try world.loss(by: error))
      }
    case .sql where step.step.attributes.isOffline:
      return UnstartedShell(
        reason: "it is marked network=off, and gonogo itself asks the database; "
          + "cure: take that mark away")
    case .sql:
      let variable = step.step.attributes.database ?? "DATABASE_URL"
      return DatabaseShell(step, in: world, variable: variable, address: address(variable))
    }
  }

  private func startInBackground(_ step: PlannedStep) throws(RunFailure) -> any BackgroundShell {
    do throws(RunFailure) {
      return try LiveBackground(step, in: world)
    } catch {
      return UnstartedBackground(step, reason: try world.loss(by: error))
    }
  }

  private func address(_ variable: String) -> String? {
    world.sandbox.policy.environment.first { $0.name == variable }?.value
      ?? HostEnvironment.value(variable)
  }

  private func query(_ sql: String) throws(RunFailure) -> SQLLookup {
    if let answer = history?.takeAnswer(to: sql, notBefore: resumed?.oldest) { return answer }
    let answer = answer(to: sql)
    try session.journal.append(EventRecord.query(sql, answer))
    return answer
  }

  private func answer(to sql: String) -> SQLLookup {
    guard let address = address("DATABASE_URL") else {
      return .failed("DATABASE_URL is not set, so no database can be asked")
    }
    do throws(DatabaseError) {
      let connection = try Connection(url: address, tending: world.background.tending)
      let value = try connection.query(sql).singleValue()
      return .value(Redaction.plain(value, world.secrets))
    } catch {
      return .failed(Redaction.plain(QueryText.text(error), world.secrets))
    }
  }

  private func approve(_ command: PlannedCommand) -> Approval {
    let approval = approver.approve(command)
    if case .granted(let by, let how) = approval {
      world.approved.insert(command.id)
      approvals.append(
        RunApproval(
          command: command.id, by: by, how: how, digest: EventRecord.digest(of: command)))
    }
    return approval
  }

  private func ask(_ questions: [Question]) throws(RunFailure) -> [Reply] {
    let now = HostEnvironment.now
    var replies = questions.map { question in
      earlierReply(to: question)
        ?? prepared.reply(to: question, operatorName: session.identity.name, time: now)
    }
    guard !isUnattended else { return replies }
    let open = replies.indices.filter { index in
      if case .none = replies[index] {
        return history?.asked.contains(questions[index].subject) != true
      }
      return false
    }
    guard !open.isEmpty else { return replies }
    let asked = TerminalQuestions(
      terminal: screen.terminal, operatorName: session.identity.name, signals: world.signals,
      tending: world.background.tending,
      keep: { (reply, question) throws(RunFailure) in
        guard let members = EventRecord.members(reply, to: question.subject) else { return }
        try self.session.journal.append(members)
      })
    let given = try asked.ask(open.map { questions[$0] })
    for (index, reply) in zip(open, given) { replies[index] = reply }
    if !isInterrupted {
      try session.journal.append(EventRecord.asked(open.map { questions[$0].subject }))
    }
    return replies
  }

  private func earlierReply(to question: Question) -> Reply? {
    guard let (reply, time) = history?.replies[question.subject] else { return nil }
    if let oldest = resumed?.oldest, time < oldest { return nil }
    return reply
  }

  private func waive(_ decision: Decision) throws(RunFailure) -> [Waiver] {
    guard !isUnattended else { return [] }
    return try WaiverPrompt(
      terminal: screen.terminal, plan: world.plan, operatorName: session.identity.name,
      signals: world.signals,
      keep: { (waiver) throws(RunFailure) in
        try self.session.journal.append(EventRecord.members(waiver))
      }
    ).ask(decision)
  }

  private var isInterrupted: Bool { Interruption.isWaiting(world.signals) }
}
