internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRedaction
internal import GonogoRunner
internal import GonogoSandbox
internal import GonogoShell

/// What the shells of a run share: the sandbox, the state handed from step to step, where output
/// goes.
final class LiveWorld {
  let plan: Plan
  let sandbox: Sandbox
  let evidence: EvidenceFiles
  let screen: RunScreen
  let secrets: SecretTables
  /// The default time limit of a step, in seconds.
  let timeLimit: Double
  /// How much of what a command prints on each stream is kept, in bytes.
  let outputLimit: Int
  /// The descriptor on which signals can be read, or -1.
  let signals: Int32
  /// Where everything is kept as it was printed, or nil.
  let rawCopy: RawCopy?
  /// What nobody granted and a command may have needed, as a sentence; nil when there is none.
  let missingGrants: (PlannedCommand) -> String?
  /// What the last step's shell handed on.
  var state = ShellState.initial {
    didSet { hasNewState = true }
  }
  /// True once a command could run.
  private var hasRunSomething = false
  /// True when the journal does not hold the state yet.
  var hasNewState = false
  /// The commands that a person has approved, by their positions in the plan.
  var approved: Set<Int> = []
  /// What runs in the background.
  let background = Background()
  /// What a command came to that gonogo ends in the background.
  private(set) var outcomeOfBackground = CommandResult.Outcome.background
  /// How many secrets were replaced in what commands printed, by name.
  private(set) var redactions: [String: Int] = [:]

  init(
    plan: Plan, sandbox: Sandbox, evidence: EvidenceFiles, screen: RunScreen, secrets: SecretTables,
    timeLimit: Double, outputLimit: Int, signals: Int32, rawCopy: RawCopy?,
    missingGrants: @escaping (PlannedCommand) -> String? = { _ in nil }
  ) {
    self.missingGrants = missingGrants
    self.plan = plan
    self.sandbox = sandbox
    self.evidence = evidence
    self.screen = screen
    self.secrets = secrets
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
    self.signals = signals
    self.rawCopy = rawCopy
  }

  /// Adds what the redactors of a command's streams have counted.
  func count(_ redactions: [String: Int]...) {
    for counts in redactions { self.redactions.merge(counts, uniquingKeysWith: +) }
  }

  /// The time limit of a step, its own or the run's, in seconds.
  func timeLimit(of planned: PlannedStep) -> Double {
    planned.step.attributes.timeout ?? timeLimit
  }

  /// Starts the shell of a step, which is not ready yet; one that `outlives` the steps after it is to
  /// go on in the background.
  func start(
    _ planned: PlannedStep, writesGit: Bool, outlives: Bool = false
  ) throws(RunFailure) -> ShellSession {
    do throws(SandboxError) {
      return try sandbox.start(
        plan.commands[planned.commands].map {
          ShellCommand(text: $0.text, line: $0.line, watch: Self.watch($0.inner))
        }, state: state, writesGit: writesGit, isOffline: planned.step.attributes.isOffline,
        document: documentName, signals: signals, beside: background, outlives: outlives)
    } catch {
      throw RunFailure(.unavailable, error.message, cure: error.cure)
    }
  }

  /// Waits until a started shell is ready, half a minute at most.
  func awaitReady(_ session: ShellSession, by deadline: UInt64 = .max) throws(RunFailure) {
    do throws(SandboxError) {
      try session.waitUntilReady(deadline: min(deadline, Clock.now() + 30_000_000_000))
    } catch {
      throw RunFailure(.unavailable, error.message, cure: error.cure)
    }
    hasRunSomething = true
  }

  /// Why the commands of a step count as lost whose shell cannot be had: what ran before must reach
  /// its document all the same.
  ///
  /// - Throws: `failure` where nothing has run, and when it is of another kind.
  func loss(by failure: RunFailure) throws(RunFailure) -> String {
    guard hasRunSomething, failure.kind == .unavailable else { throw failure }
    return "\(failure.message); cure: \(failure.cure)"
  }

  private static func watch(_ inner: InnerParts) -> ShellCommand.Watch {
    inner.areSeveral ? inner.decides ? .failures : .everything : .none
  }

  /// Ends everything in the background; commands that were running there were interrupted when the
  /// run was.
  func endBackground(wasInterrupted: Bool) {
    outcomeOfBackground = wasInterrupted ? .interrupted : .background
    background.end()
    if !sandbox.policy.level.hasNamespaces { background.endOthers() }
  }

  /// True when a command of the step writes to git and may.
  func writesGit(_ planned: PlannedStep) -> Bool {
    plan.commands[planned.commands].contains { command in
      let mayWrite = sandbox.policy.opensGit && command.effect != .reads
      return (command.writesGit || mayWrite) && isApproved(command.id)
    }
  }

  /// The name that bash's messages begin with.
  var documentName: String {
    plan.checklist.document.path.split(separator: "/").last.map(String.init) ?? "checklist"
  }

  /// True for a command that only reads or that a person approved.
  func isApproved(_ command: Int) -> Bool {
    plan.commands[command].effect == .reads || approved.contains(command)
  }
}
