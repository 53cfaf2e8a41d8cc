internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner
internal import GonogoSandbox
internal import GonogoShell
internal import GonogoStore

/// The shell of one step in its sandbox.
final class LiveShell: StepShell {
  private let world: LiveWorld
  private let planned: PlannedStep
  private let session: ShellSession
  private let deadline: UInt64
  /// Set while the step may write to git, until it has done what it must not.
  private var gitWatch: GitWatch?
  /// True where a command changes something: should the run end in the midst of the block, what is
  /// done is not done again, so that the state in the midst of it must be known.
  private let keepsState: Bool

  /// Starts it.
  init(_ planned: PlannedStep, in world: LiveWorld) throws(RunFailure) {
    self.world = world
    self.planned = planned
    let seconds = world.timeLimit(of: planned)
    let now = Clock.now()
    deadline = now + UInt64(seconds * 1_000_000_000)
    let commands = world.plan.commands[planned.commands]
    keepsState = commands.contains { $0.effect != .reads }
    let writesGit = commands.contains { $0.writesGit && world.isApproved($0.id) }
    gitWatch = writesGit ? world.sandbox.gitWatch() : nil
    do throws(SandboxError) {
      session = try world.sandbox.start(
        commands.map {
          ShellCommand(
            text: $0.text, line: $0.line, watch: Self.watch($0.inner))
        }, state: world.state,
        writesGit: writesGit, isOffline: planned.step.attributes.isOffline,
        document: world.documentName, signals: world.signals)
      try session.waitUntilReady(deadline: min(deadline, now + 30_000_000_000))
    } catch {
      throw RunFailure(.unavailable, error.message, cure: error.cure)
    }
  }

  private static func watch(_ inner: InnerParts) -> ShellCommand.Watch {
    inner.areSeveral ? inner.decides ? .failures : .everything : .none
  }

  func run(_ index: Int) throws(RunFailure) -> CommandEnding {
    let command = world.plan.commands[planned.commands.lowerBound + index]
    var stdout = OutputCollector(secrets: world.secrets, limit: world.outputLimit)
    var stderr = OutputCollector(secrets: world.secrets, limit: world.outputLimit)
    let start = Clock.now()
    let screen = world.screen
    let (raw, step) = (world.rawCopy, "\(command.step + 1).\(index + 1)")
    var report = session.run(
      index + 1, isLast: index + 1 == planned.commands.count, keepsState: keepsState,
      deadline: deadline,
      ShellSession.Listener(
        output: { stream, chunk in
          switch stream {
          case .stdout:
            raw?.append(chunk, to: step + ".out")
            screen.output(stdout.take(chunk))
          case .stderr:
            raw?.append(chunk, to: step + ".err")
            screen.output(stderr.take(chunk))
          }
        },
        tick: { screen.tick($0) }))
    let nanoseconds = Clock.now() - start
    if let state = session.state { world.state = state }
    if let fault = gitWatch?.fault() {
      gitWatch = nil
      report = .lost(fault)
    }
    screen.output(stdout.finish())
    screen.output(stderr.finish())
    screen.endOutput()
    world.count(stdout.redactions, stderr.redactions)
    try raw?.requireWhole()
    return try ending(
      report, nanoseconds, stdout.record(file: nil), stderr.record(file: nil), command, index)
  }

  private func ending(
    _ report: ShellReport, _ nanoseconds: UInt64, _ stdout: OutputRecord, _ stderr: OutputRecord,
    _ command: PlannedCommand, _ index: Int
  ) throws(RunFailure) -> CommandEnding {
    let out = try world.evidence.write(stdout, of: command, index: index, .stdout)
    let err = try world.evidence.write(stderr, of: command, index: index, .stderr)
    func ending(
      _ outcome: CommandResult.Outcome, status: Int32? = nil, pipeline: [Int32] = [],
      details: ReportDetails = ReportDetails(),
      note: String? = nil, endsStep: Bool = false
    ) -> CommandEnding {
      CommandEnding(
        outcome: outcome, status: status.map { Int($0) }, pipeline: pipeline.map { Int($0) },
        failedProgram: details.failedProgram.map { Int($0) },
        failedPart: details.failedPart.map { Int($0) }, hadPipefail: details.hadPipefail,
        nanoseconds: nanoseconds, stdout: out, stderr: err, note: note, endsStep: endsStep)
    }
    switch report {
    case .ended(let status, let pipeline, let details):
      return ending(
        .ran, status: status, pipeline: pipeline, details: details,
        note: missing(command, status, pipeline, details))
    case .leftShell(let status, let pipeline, let details):
      return ending(
        .ran, status: status, pipeline: pipeline, details: details,
        note: missing(command, status, pipeline, details), endsStep: true)
    case .timedOut:
      let seconds = world.timeLimit(of: planned)
      return ending(
        .timedOut, note: "after \(ElapsedText.seconds(seconds)), with everything it had started",
        endsStep: true)
    case .interrupted: return ending(.interrupted, endsStep: true)
    case .lost(let why): return ending(.lost, note: why, endsStep: true)
    }
  }

  /// What a command that failed may have missed, for nobody granted it.
  private func missing(
    _ command: PlannedCommand, _ status: Int32, _ pipeline: [Int32], _ details: ReportDetails
  ) -> String? {
    let expected = Int32(clamping: planned.step.attributes.expectedExit)
    let isFailure =
      status != expected || pipeline.contains { $0 != 0 && $0 != status }
      || details.failedPart != nil
    return isFailure ? world.missingGrants(command) : nil
  }

  func finish() throws(RunFailure) {
    _ = session.finish(deadline: Clock.now() + 5_000_000_000)
    if !world.sandbox.policy.level.hasNamespaces { ChildProcesses.endAll() }
    // Only what a command has left running can do this between its end and that of the step.
    if let fault = gitWatch?.fault() {
      let line = world.plan.commands[planned.commands].first?.line ?? 1
      throw RunFailure(
        .output, "the block at line \(line) is not to be trusted: \(fault)",
        cure: "look at what its commands run, then run the checklist again")
    }
  }
}
