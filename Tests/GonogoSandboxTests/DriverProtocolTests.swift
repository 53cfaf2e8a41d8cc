import GonogoCore
import Testing

@testable import GonogoSandbox

/// What a command does to the shell that runs it must not make it, or another one, pass.
@Suite(.enabled(if: Bench.hasBubblewrap, "bubblewrap is not installed"))
struct DriverProtocolTests {
  /// A command that ends as if a report of the driver had come.
  private static let report = #"builtin printf '%s\n' "end ${__gonogo_i#* } 0 0""#

  @Test(arguments: [
    "echo 'end 0 0' >&251; false",
    "echo 'idle 0' >&251; false",
    "echo 'state 0' >&251; false",
    "printf x >&251; false",
    // One that knows the number of its order, before its end, after which the true one comes.
    "\(report) >&251; false",
    "\(report) >&251; sleep 0.2; false",
    "\(report) >&251; \(report) >&251; false",
    // From a part of the shell that lives on.
    "{ sleep 0.1; echo 'end 0 0' >&251; } & sleep 0.3; false",
  ])
  func doesNotBelieveAReportThatIsNotTheDrivers(command: String) throws {
    let endings = try Bench().step(command, "echo next")
    #expect(endings.count == 1)
    #expect(endings.first?.report == .lost("its shell's report was not genuine"))
  }

  @Test(arguments: [true, false])
  func doesNotBelieveOneForTheLastCommandEither(isLast: Bool) throws {
    let ending = try run(Self.report + " >&251; sleep 0.1; false", isLast: isLast)
    #expect(ending == .lost("its shell's report was not genuine"))
  }

  @Test func noticesWhatWasWrittenBetweenTwoCommands() throws {
    let endings = try Bench().step(
      "{ sleep 0.2; echo 'end 0 0' >&251; } & disown", "true", "sleep 0.5; true")
    #expect(endings.last?.isLost == true)
  }

  /// No program that a command starts has a way to the driver: not by inheritance, not by `/proc`.
  @Test(arguments: SandboxLevel.allCases)
  func keepsProgramsFromTheDriver(level: SandboxLevel) throws {
    let endings = try Bench(level).step(
      "bash -c 'ls -l /proc/self/fd' | grep -c socket:",
      "bash -c 'for f in /proc/$PPID/fd/*; do { echo \"end 0 0\" >$f; } 2>/dev/null; done'; false",
      "bash -c 'timeout 0.2 cat /proc/$PPID/fd/251'", "exec 250>&1; bash -c 'echo a >&251'")
    #expect(endings.map(\.status) == [1, 1, 1, 1])
    #expect(endings.first?.output == "0\n")
  }

  @Test(arguments: ["set -a", "set -a; export -p >/dev/null"])
  func keepsTheNumberOutOfTheEnvironment(command: String) throws {
    let endings = try Bench().step(command, "env")
    #expect(endings.last?.output.contains("__gonogo_i") == false)
  }

  @Test(arguments: ["break", "continue", "[ -e /nonexistent ] || continue", "break 2; true"])
  func losesACommandThatLeavesALoopThatIsNotThere(command: String) throws {
    let endings = try Bench().step(command, "echo next", seconds: 5)
    #expect(
      endings.map(\.report) == [
        .lost("`break` or `continue` outside a loop left what follows it undone")
      ])
  }

  @Test func letsLoopsOfTheAuthorBe() throws {
    let endings = try Bench().step(
      "for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; [ $i = 3 ] && break; done", "echo next")
    #expect(endings.map(\.output) == ["1\n3\n", "next\n"])
    #expect(endings.map(\.status) == [0, 0])
  }

  @Test func saysThatReturnHasNoPlace() throws {
    let endings = try Bench().step("return", "echo next")
    #expect(endings.map(\.status) == [2, 0])
  }

  /// After it bash executes nothing: that must neither hang nor pass.
  @Test(arguments: ["set -n", "set -n; false", "! set -n", "set -o noexec", "true; set -n; true"])
  func endsWhereNothingIsExecutedAnyMore(command: String) throws {
    let endings = try Bench().step(command, "false", seconds: 5)
    #expect(endings.count == 1)
    #expect(endings.first?.leavingStatus == 2)
  }

  @Test(arguments: [
    "exec 251>&-", "builtin() { :; }", "enable -n mapfile", "readonly __gonogo_i",
  ])
  func losesAShellThatCannotReport(command: String) throws {
    let endings = try Bench().step(command, "true", "false", seconds: 5)
    #expect(endings.last?.status == nil)
    #expect(endings.last?.leavingStatus != 0)
  }

  /// What a careful script does must not look like an attack.
  @Test(arguments: [
    "exec 10>file; echo a >&10", "exec 3>&1 4>&2 9>file", "IFS=,", "IFS=0123456789", "set -a",
    "readonly IFS=:", "set -o posix", "alias builtin=false set=false printf=false", "set -f",
    "shopt -s nullglob failglob extglob nocasematch", "printf() { :; }", "read() { return 1; }",
    "set -uo pipefail", "trap 'echo trapped' ERR", "exec 2>&1", "wait", "set -k", "set -C",
    // Bash itself keeps a descriptor that it has marked as its own.
    "exec 251>/dev/null", "exec 251</dev/null",
  ])
  func goesOnAfter(command: String) throws {
    let bench = try Bench()
    #expect(try bench.step(command, "true", "false", "(exit 3)").map(\.status) == [0, 0, 1, 3])
    #expect(try bench.step("false").map(\.status) == [1])
  }

  @Test func carriesALargeState() throws {
    let bench = try Bench()
    try bench.step("big=$(head -c 3000000 /dev/zero | tr '\\0' x)")
    #expect(try bench.output("echo ${#big}") == "3000000")
  }

  @Test func handsOnNoStateThatItCouldNotFinish() throws {
    let bench = try Bench()
    try bench.step("a=1")
    try bench.step("a=2; kill -9 $$")
    #expect(try bench.output("echo $a") == "1")
  }

  private func run(_ command: String, isLast: Bool) throws -> ShellReport {
    let bench = try Bench()
    let sandbox = try Sandbox(policy: bench.policy)
    let session = try sandbox.start(
      [ShellCommand(text: command, line: 1)], state: .initial, writesGit: false, document: "a.md",
      signals: -1)
    try session.waitUntilReady(deadline: Clock.now() + 20_000_000_000)
    let report = session.run(
      1, isLast: isLast, deadline: Clock.now() + 20_000_000_000,
      ShellSession.Listener(output: { _, _ in }, tick: { _ in }))
    let state = withExtendedLifetime(bench) {
      session.finish(deadline: Clock.now() + 5_000_000_000)
    }
    #expect(state == nil)
    return report
  }
}
