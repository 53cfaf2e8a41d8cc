import Foundation
import GonogoCore
import GonogoSandbox
import Testing

/// Without a sandbox; in processes of their own, because ending every child would end other tests'.
@Suite(.serialized)
struct PlainLevelTests {
  @Test func runsInTheWorkingDirectoryWithACleanEnvironment() throws {
    let bench = try Bench(.none)
    #expect(try bench.output("pwd") == bench.work)
    let names = try bench.output("compgen -e | sort | tr '\\n' ' '").split(separator: " ")
    #expect(Set(names).isSubset(of: ["LC_ALL", "PATH", "PWD", "OLDPWD", "SHLVL", "_"]))
    try bench.step("A=1; cd /usr")
    #expect(try bench.output("echo $A $PWD") == "1 /usr")
  }

  @Test func endsEvenChildrenThatLeftTheGroup() async {
    await #expect(processExitsWith: .success) {
      // On the main thread, as in the product: adopted children belong to that.
      try await MainActor.run {
        ChildProcesses.adoptOrphans()
        let word = Bench.longSleep()
        let bench = try Bench(.none)
        let endings = try bench.step(
          "setsid sleep \(word) & (setsid nohup sleep \(word) >/dev/null 2>&1 &)", "sleep \(word)",
          seconds: 0.7)
        guard endings.last?.report == .timedOut, Bench.isRunning(word) else { exit(2) }
        ChildProcesses.endAll()
        if Bench.isLeft(word) { exit(3) }
      }
    }
  }

  @Test func runsProgramsOfOurOwnToTheirEnd() throws {
    let outcome = try Program.run(
      "/bin/bash", ["-c", "cat; echo e >&2; exit 3"], input: Array("in".utf8))
    #expect(outcome.status == 3)
    #expect(outcome.stdout == Array("in".utf8))
    #expect(outcome.stderr == Array("e\n".utf8))
    #expect(throws: SandboxError.self) { try Program.run("/nonexistent", []) }
    let word = Bench.longSleep()
    #expect(throws: SandboxError.self) {
      try Program.run("/bin/bash", ["-c", "sleep \(word)"], timeout: 0.3)
    }
    #expect(!Bench.isLeft(word))
  }
}
