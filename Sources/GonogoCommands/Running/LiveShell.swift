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
  /// Stands in for it once it turned out that it cannot be had.
  private var unstarted: UnstartedShell?
  private var isReady = false

  /// Starts it. It gets ready while the journal is being told of its first command, which
  /// must be on the disk before that runs.
  init(_ planned: PlannedStep, in world: LiveWorld) throws(RunFailure) {
    self.world = world
    self.planned = planned
    let seconds = world.timeLimit(of: planned)
    let now = Clock.now()
    deadline = now + UInt64(seconds * 1_000_000_000)
    let commands = world.plan.commands[planned.commands]
    keepsState = commands.contains { $0.effect != .reads }
    let writesGit = world.writesGit(planned)
    gitWatch = writesGit ? world.sandbox.gitWatch() : nil
    session = try world.start(planned, writesGit: writesGit)
  }

  func run(_ index: Int) throws(RunFailure) -> CommandEnding {
    if !isReady { try getReady() }
    if let unstarted { return try unstarted.run(index) }
    let command = world.plan.commands[planned.commands.lowerBound + index]
    let streams = StreamPair(of: command, index: index, in: world)
    let start = Clock.now()
    let screen = world.screen
    var report = session.run(
      index + 1, isLast: index + 1 == planned.commands.count, keepsState: keepsState,
      deadline: deadline,
      ShellSession.Listener(
        output: { stream, chunk in screen.output(streams.take(stream, chunk)) },
        tick: { screen.tick($0) }))
    let nanoseconds = Clock.now() - start
    if let state = session.state { world.state = state }
    if let fault = gitWatch?.fault() {
      gitWatch = nil
      report = .lost(fault)
    }
    screen.output(streams.finish())
    screen.endOutput()
    return EndingMaker(world: world, planned: planned).ending(
      report, of: command, nanoseconds: nanoseconds, try streams.keep())
  }

  private func getReady() throws(RunFailure) {
    isReady = true
    do throws(RunFailure) {
      try world.awaitReady(session, by: deadline)
    } catch {
      unstarted = UnstartedShell(reason: try world.loss(by: error))
    }
  }

  func finish() throws(RunFailure) {
    _ = session.finish(deadline: Clock.now() + 5_000_000_000)
    if !world.sandbox.policy.level.hasNamespaces { world.background.endOthers() }
    // Only what a command has left running can do this between its end and that of the step.
    if let fault = gitWatch?.fault() {
      let line = world.plan.commands[planned.commands].first?.line ?? 1
      throw RunFailure(
        .output, "the block at line \(line) is not to be trusted: \(fault)",
        cure: "look at what its commands run, then run the checklist again")
    }
  }
}
