internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner
internal import GonogoSandbox
internal import GonogoShell
internal import GonogoStore

/// The shell of one step that goes on in the background of a run.
///
/// Its state is not handed on, since nobody knows when it would be; its output is kept as any other
/// and not shown, since it would stand between that of others.
final class LiveBackground: BackgroundShell {
  private let world: LiveWorld
  private let planned: PlannedStep
  private let session: ShellSession
  private let since = HostEnvironment.now
  private var until: Int?
  private var background: BackgroundSession?
  private var streams: [Int: StreamPair] = [:]
  private var ended: [(number: Int, report: ShellReport, nanoseconds: UInt64)] = []
  private var gitWatch: GitWatch?
  private var wasEnded = false

  /// Starts it, with nothing running yet.
  init(_ planned: PlannedStep, in world: LiveWorld) throws(RunFailure) {
    self.world = world
    self.planned = planned
    let writesGit = world.writesGit(planned)
    gitWatch = writesGit ? world.sandbox.gitWatch() : nil
    session = try world.start(planned, writesGit: writesGit, outlives: true)
    try world.awaitReady(session)
  }

  func begin(_ commands: [Int]) {
    for index in commands {
      streams[index + 1] = StreamPair(of: command(index + 1), index: index, in: world)
    }
    let limit = planned.step.attributes.timeout
    let started = BackgroundSession(
      session, orders: commands.map { $0 + 1 },
      deadline: limit.map { Clock.now() + UInt64($0 * 1_000_000_000) } ?? .max,
      BackgroundSession.Listener(
        output: { [weak self] number, stream, bytes in
          _ = self?.streams[number]?.take(stream, bytes)
        },
        ended: { [weak self] number, report, nanoseconds in
          self?.take(number, report, nanoseconds)
        }))
    background = started
    world.background.add(started)
    started.begin()
  }

  private func command(_ number: Int) -> PlannedCommand {
    world.plan.commands[planned.commands.lowerBound + number - 1]
  }

  private func take(_ number: Int, _ report: ShellReport, _ nanoseconds: UInt64) {
    var report = report
    if let fault = gitWatch?.fault() {
      gitWatch = nil
      report = .lost(fault)
    }
    ended.append((number, report, nanoseconds))
    until = HostEnvironment.now
    if report == .interrupted { wasEnded = true }
  }

  func endings() throws(RunFailure) -> [(index: Int, ending: CommandEnding)] {
    world.background.tend()
    let maker = EndingMaker(world: world, planned: planned, whenEnded: world.outcomeOfBackground)
    var endings: [(index: Int, ending: CommandEnding)] = []
    for (number, report, nanoseconds) in ended {
      guard let pair = streams.removeValue(forKey: number) else { continue }
      _ = pair.finish()
      let ending = maker.ending(
        report, of: command(number), nanoseconds: nanoseconds, try pair.keep())
      endings.append((number - 1, ending))
    }
    ended = []
    // What a command has left running can do this after its end.
    if background?.isAlive == false, let fault = gitWatch?.fault() {
      throw RunFailure(
        .output, "the block at line \(planned.step.firstLine) is not to be trusted: \(fault)",
        cure: "look at what its commands run, then run the checklist again")
    }
    return endings
  }

  var account: BackgroundRun {
    let ending: BackgroundRun.Ending =
      !wasEnded ? .byItself : world.outcomeOfBackground == .background ? .byGonogo : .withRun
    return BackgroundRun(step: planned.step.id, since: since, until: until, ending: ending)
  }
}
