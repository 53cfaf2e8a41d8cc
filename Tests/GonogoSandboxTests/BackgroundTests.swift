import Foundation
import GonogoCore
import Testing

@testable import GonogoSandbox

/// Blocks that go on while others run.
@Suite(.serialized, .enabled(if: Bench.hasBubblewrap, "bubblewrap is not installed"))
struct BackgroundTests {
  /// What a background block of a test has come to.
  final class Heard {
    var output: [Int: String] = [:]
    var endings: [(index: Int, report: ShellReport)] = []

    var reports: [ShellReport] { endings.map(\.report) }

    var listener: BackgroundSession.Listener {
      BackgroundSession.Listener(
        output: { [self] index, _, bytes in
          output[index, default: ""] += String(decoding: bytes, as: UTF8.self)
        }, ended: { [self] index, report, _ in endings.append((index, report)) })
    }
  }

  /// Starts a block in the background.
  static func start(
    _ commands: [String], on bench: Bench, in background: Background, _ heard: Heard,
    seconds: Double? = nil
  ) throws {
    let session = try Sandbox(policy: bench.policy).start(
      commands.map { ShellCommand(text: $0, line: 1) }, state: .initial, writesGit: false,
      document: "a.md", signals: -1, beside: background, outlives: true)
    try session.waitUntilReady(deadline: Clock.now() + 20_000_000_000)
    let deadline = seconds.map { Clock.now() + UInt64($0 * 1_000_000_000) }
    let started = BackgroundSession(
      session, orders: Array(1...commands.count), deadline: deadline ?? .max, heard.listener)
    background.add(started)
    started.begin()
  }

  /// Runs one command as a step beside `background` and returns its report.
  @discardableResult
  static func step(_ command: String, on bench: Bench, beside background: Background) throws
    -> ShellReport
  {
    let session = try Sandbox(policy: bench.policy).start(
      [ShellCommand(text: command, line: 1)], state: .initial, writesGit: false,
      document: "a.md", signals: -1, beside: background)
    try session.waitUntilReady(deadline: Clock.now() + 20_000_000_000)
    let report = session.run(
      1, deadline: Clock.now() + 20_000_000_000,
      ShellSession.Listener(output: { _, _ in }, tick: { _ in }))
    _ = session.finish(deadline: Clock.now() + 5_000_000_000)
    return report
  }

  /// Looks after `background` until `isDone` or twenty seconds are over.
  static func tend(_ background: Background, until isDone: () -> Bool) {
    let limit = Clock.now() + 20_000_000_000
    while !isDone(), Clock.now() < limit {
      _ = Waiting.ready(background.descriptors, until: Clock.now() + 20_000_000)
      background.tend()
    }
  }

  private static let passed = ShellReport.ended(status: 0, pipeline: [0])

  @Test func goesOnWhileOtherStepsRunAndLeavesNothing() throws {
    let (bench, background, heard) = (try Bench(), Background(), Heard())
    let word = Bench.longSleep()
    try Self.start(["echo up >flag; sleep \(word)"], on: bench, in: background, heard)
    for _ in 0..<3 {
      let report = try Self.step(
        "until [ -s flag ]; do sleep 0.02; done", on: bench, beside: background)
      #expect(report == Self.passed)
    }
    #expect(Bench.isRunning(word) && !background.isEmpty && heard.endings.isEmpty)
    background.end()
    #expect(!Bench.isLeft(word))
    #expect(background.isEmpty && background.descriptors.isEmpty)
    #expect(heard.reports == [.interrupted])
  }

  @Test func runsItsCommandsOneAfterAnotherInOneShell() throws {
    let (bench, background, heard) = (try Bench(), Background(), Heard())
    try Self.start(
      ["a=7; echo one", "echo two; false", "echo $a | grep 8", "(exit 3)"], on: bench,
      in: background, heard)
    Self.tend(background) { heard.endings.count == 4 }
    #expect(heard.endings.map(\.index) == [1, 2, 3, 4])
    #expect(
      heard.reports == [
        Self.passed, .ended(status: 1, pipeline: [1]), .ended(status: 1, pipeline: [0, 1]),
        .ended(status: 3, pipeline: [3]),
      ])
    #expect(heard.output == [1: "one\n", 2: "two\n"])
    #expect(!background.isEmpty, "its shell stays for what the commands have left running")
    background.end()
    #expect(background.isEmpty && heard.endings.count == 4)
  }

  /// A full pipe would stop it.
  @Test func takesInItsOutputWhileAnotherStepWaitsForIt() throws {
    let (bench, background, heard) = (try Bench(), Background(), Heard())
    try Self.start(
      ["head -c 3000000 /dev/zero | tr '\\0' x; echo >flag; sleep 100"], on: bench,
      in: background, heard)
    let report = try Self.step(
      "until [ -e flag ]; do sleep 0.02; done", on: bench, beside: background)
    #expect(report == Self.passed)
    background.end()
    #expect(heard.output[1]?.utf8.count == 3_000_000)
  }

  @Test func asksToEndBeforeItKills() throws {
    let (bench, background, heard) = (try Bench(), Background(), Heard())
    let word = Bench.longSleep()
    try Self.start(
      ["trap 'echo asked; exit 0' TERM; echo >flag; while :; do sleep 0.05; done"], on: bench,
      in: background, heard)
    let deaf = Heard()
    try Self.start(
      ["trap '' TERM; setsid sleep \(word) & sleep \(word)"], on: bench, in: background, deaf)
    try Self.step(
      "until [ -e flag ]; do sleep 0.02; done; sleep 0.2", on: bench, beside: background)
    background.end()
    #expect(heard.output[1]?.contains("asked\n") == true)
    #expect(heard.reports == [.interrupted], "that it said exit 0 when asked proves nothing")
    #expect(deaf.reports == [.interrupted])
    #expect(!Bench.isLeft(word))
  }

  @Test func keepsADaemonThatACommandHasLeft() throws {
    let (bench, background, heard) = (try Bench(), Background(), Heard())
    let word = Bench.longSleep()
    try Self.start(
      ["setsid nohup sleep \(word) >/dev/null 2>&1 & echo done"], on: bench, in: background, heard)
    Self.tend(background) { !heard.endings.isEmpty }
    #expect(heard.reports == [Self.passed])
    #expect(try Self.step("true", on: bench, beside: background) == Self.passed)
    #expect(Bench.isRunning(word))
    background.end()
    #expect(!Bench.isLeft(word) && heard.endings.count == 1)
  }

  @Test(arguments: [
    ("exit 4", ShellReport.leftShell(status: 4, pipeline: [0])),
    ("kill -9 $$", .lost("the shell of this step was ended by signal 9")),
    ("break", .leftLoop),
    (#"builtin printf '%s\n' "end ${__gonogo_i#* } 0 0" >&251; sleep 0.2; false"#, .forged),
    ("echo 'end 0 0' >&251; false", .forged),
  ])
  func saysHowItsShellEnded(command: String, report: ShellReport) throws {
    let (bench, background, heard) = (try Bench(), Background(), Heard())
    try Self.start([command, "echo next"], on: bench, in: background, heard)
    Self.tend(background) { background.isEmpty }
    #expect(heard.reports == [report])
    #expect(heard.output.isEmpty && background.isEmpty)
  }

  @Test func endsItAtALimitOfItsOwn() throws {
    let (bench, background, heard) = (try Bench(), Background(), Heard())
    let word = Bench.longSleep()
    try Self.start(["sleep \(word)"], on: bench, in: background, heard, seconds: 0.3)
    Self.tend(background) { background.isEmpty }
    #expect(heard.reports == [.timedOut])
    #expect(!Bench.isLeft(word))
  }

  @Test func endsItWithWhoeverHoldsIt() throws {
    let word = Bench.longSleep()
    let bench = try Bench()
    do {
      let background = Background()
      try Self.start(["sleep \(word)"], on: bench, in: background, Heard())
    }
    #expect(!Bench.isLeft(word))
  }

  /// Without process namespaces what a step leaves is ended one by one, and this must be spared, with
  /// everything it has started, also what has lost its parent.
  @Test(arguments: [SandboxLevel.none, .reduced])
  func sparesItWhereThereAreNoNamespaces(level: SandboxLevel) async {
    await #expect(processExitsWith: .success) { [name = level.rawValue as String] in
      // On the main thread, as in the product: adopted children belong to that.
      try await MainActor.run {
        ChildProcesses.adoptOrphans()
        let bench = try Bench(SandboxLevel(rawValue: name) ?? .none)
        let (background, heard) = (Background(), Heard())
        let (own, orphan, other) = (Bench.longSleep(), Bench.longSleep(), Bench.longSleep())
        try BackgroundTests.start(
          ["(setsid sleep \(orphan) &); echo >flag; sleep \(own)"], on: bench, in: background, heard
        )
        for _ in 0..<2 {
          try BackgroundTests.step(
            "(setsid sleep \(other) &); until [ -e flag ]; do sleep 0.02; done; sleep 0.1",
            on: bench, beside: background)
          background.endOthers()
        }
        if Bench.isLeft(other) { exit(2) }
        guard Bench.isRunning(own), Bench.isRunning(orphan) else { exit(3) }
        background.end()
        background.endOthers()
        if Bench.isLeft(own) || Bench.isLeft(orphan) { exit(4) }
        if heard.reports != [.interrupted] { exit(5) }
      }
    }
  }

  /// Orphans are reaped before each step; its own end must not be taken from it.
  @Test func leavesItsEndToIt() async {
    await #expect(processExitsWith: .success) {
      try await MainActor.run {
        ChildProcesses.adoptOrphans()
        let bench = try Bench()
        let (background, heard) = (Background(), Heard())
        try BackgroundTests.start(["kill -9 $$"], on: bench, in: background, heard)
        for _ in 0..<20 {
          usleep(20_000)
          ChildProcesses.reapOrphans(except: background.processes)
        }
        background.tend()
        BackgroundTests.tend(background) { background.isEmpty }
        guard case .lost(let why) = heard.reports.first, why.hasSuffix("signal 9") else { exit(2) }
      }
    }
  }
}
