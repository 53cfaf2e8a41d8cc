internal import Glibc
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
  private var hasRunSomething = false
  /// Who approved what, in order, each once.
  private(set) var approvals: [String] = []

  init(
    session: RunSession, sandbox: Sandbox, prepared: PreparedReplies, approver: Approver,
    screen: RunScreen, timeLimit: Double, signals: Int32, isUnattended: Bool
  ) {
    self.session = session
    self.prepared = prepared
    self.approver = approver
    self.screen = screen
    self.isUnattended = isUnattended
    world = LiveWorld(
      plan: session.loaded.plan, sandbox: sandbox,
      evidence: EvidenceFiles(folder: session.folder), screen: screen,
      secrets: ProcessSecrets.current, timeLimit: timeLimit, signals: signals,
      rawCopy: session.rawCopy)
  }

  /// How many secrets were replaced in what commands printed, by name.
  var redactions: [String: Int] { world.redactions }

  /// The closures.
  func capabilities() -> Capabilities {
    Capabilities(
      open: { (step) throws(RunFailure) in try self.open(step) },
      query: { self.query($0) },
      approve: { (command) throws(RunFailure) in self.approve(command) },
      ask: { (questions) throws(RunFailure) in self.ask(questions) },
      report: { (event) throws(RunFailure) in
        try self.session.journal.append(event)
        self.screen.show(event)
      },
      isInterrupted: { self.isInterrupted })
  }

  private func open(_ step: PlannedStep) throws(RunFailure) -> any StepShell {
    switch step.step.language {
    case .shell:
      do throws(RunFailure) {
        let shell = try LiveShell(step, in: world)
        hasRunSomething = true
        return shell
      } catch {
        // What has run so far must reach its document.
        guard hasRunSomething, error.kind == .unavailable else { throw error }
        return UnstartedShell(reason: "\(error.message); cure: \(error.cure)")
      }
    case .sql:
      let variable = step.step.attributes.database ?? "DATABASE_URL"
      return DatabaseShell(step, in: world, variable: variable, address: address(variable))
    }
  }

  private func address(_ variable: String) -> String? {
    world.sandbox.policy.environment.first { $0.name == variable }?.value
      ?? HostEnvironment.value(variable)
  }

  private func query(_ sql: String) -> SQLLookup {
    guard let address = address("DATABASE_URL") else {
      return .failed("DATABASE_URL is not set, so no database can be asked")
    }
    do throws(DatabaseError) {
      let connection = try Connection(url: address)
      let value = try connection.query(sql).singleValue()
      return .value(Redaction.plain(value, world.secrets))
    } catch {
      return .failed(Redaction.plain(QueryText.text(error), world.secrets))
    }
  }

  private func approve(_ command: PlannedCommand) -> Approval {
    let approval = approver.approve(command)
    if case .granted(let by) = approval {
      world.approved.insert(command.id)
      let what = by.hasSuffix(")") ? by : "\(by): “\(command.name)”, line \(command.line)"
      if !approvals.contains(what) { approvals.append(what) }
    }
    return approval
  }

  private func ask(_ questions: [Question]) -> [Reply] {
    let now = HostEnvironment.now
    var replies = questions.map {
      prepared.reply(to: $0, operatorName: session.identity.name, time: now)
    }
    guard !isUnattended else { return replies }
    let open = replies.indices.filter { index in
      if case .none = replies[index] { return true }
      return false
    }
    guard !open.isEmpty else { return replies }
    let given = TerminalQuestions(terminal: screen.terminal, operatorName: session.identity.name)
      .ask(open.map { questions[$0] })
    for (index, reply) in zip(open, given) { replies[index] = reply }
    return replies
  }

  private var isInterrupted: Bool {
    guard world.signals >= 0 else { return false }
    var waiting = [pollfd(fd: world.signals, events: Int16(POLLIN), revents: 0)]
    return unsafe poll(&waiting, 1, 0) > 0
  }
}
