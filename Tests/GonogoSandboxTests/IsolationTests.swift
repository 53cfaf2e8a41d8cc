import Foundation
import Glibc
import GonogoCore
import GonogoSandbox
import Testing

@Suite(
  .serialized, .enabled(if: Bench.hasBubblewrap, "bubblewrap is not installed"))
struct IsolationTests {
  @Test func givesExactlyTheEnvironmentItWasGiven() throws {
    let bench = try Bench()
    bench.policy.environment.append(EnvironmentVariable("GIVEN", "a\nb $x"))
    #expect(try bench.output("printf %s \"$GIVEN\"") == "a\nb $x")
    let names = try bench.output("compgen -e | sort | tr '\\n' ' '").split(separator: " ")
    #expect(Set(names).isSubset(of: ["GIVEN", "LC_ALL", "PATH", "PWD", "OLDPWD", "SHLVL", "_"]))
    #expect(Set(names).isSuperset(of: ["GIVEN", "LC_ALL", "PATH"]))
  }

  @Test(arguments: [
    "/", "/etc/", "/usr/", "/usr/bin/", "/var/", "/opt/", "/dev/", "/run/", "/home/",
  ])
  func letsNothingOfTheSystemBeWritten(folder: String) throws {
    let path = folder + "gonogo-\(UUID().uuidString)"
    #expect(try Bench().step("echo a > \(path)").first?.status != 0)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func letsTheWorkingDirectoryBeWritten() throws {
    let bench = try Bench()
    try bench.write("old", "elsewhere/file")
    let endings = try bench.step(
      "echo new > made", "echo new > \(bench.base)/elsewhere/file", "echo a > \(bench.base)/x")
    // The last may succeed: its folder has a private stand-in, and what is written there vanishes.
    #expect(endings.prefix(2).map { $0.status == 0 } == [true, false])
    #expect(bench.text("work/made") == "new\n")
    #expect(bench.text("elsewhere/file") == "old")
    #expect(!bench.exists("x"))
  }

  @Test(arguments: [
    "mount -t tmpfs x /mnt", "umount /proc", "chroot / true", "unshare -U true",
    "echo 1 > /proc/sys/kernel/hostname", "mknod d c 1 3", "hostname evil",
  ])
  func grantsNoPower(command: String) throws {
    #expect(try Bench().step(command).first?.status != 0)
  }

  @Test func hidesHomeDocumentAndRuns() throws {
    let bench = try Bench()
    try bench.write("secret", "home/file")
    try bench.write("# A\n", "work/a.md")
    try FileManager.default.createDirectory(
      atPath: bench.work + "/output/run", withIntermediateDirectories: true)
    try bench.write("secret", "work/output/run/journal.jsonl")
    bench.policy.protectedFiles = [bench.work + "/a.md"]
    bench.policy.hiddenFolders = [bench.work + "/output"]
    let endings = try bench.step(
      "cat \(bench.base)/home/file", "cat output/run/journal.jsonl", "echo x > output/y",
      "echo x >> a.md", "rm -f a.md", "mv a.md b.md", "rm -rf output",
      "echo x > \(bench.base)/home/own", "cat a.md")
    #expect(
      endings.map { $0.status == 0 } == [
        false, false, false, false, false, false, false, true, true,
      ])
    #expect(!endings.map(\.output).joined().contains("secret"))
    #expect(bench.text("work/a.md") == "# A\n")
    #expect(bench.text("work/output/run/journal.jsonl") == "secret")
    #expect(!bench.exists("home/own"))
    #expect(!bench.exists("work/output/y"))
  }

  @Test func showsBoundFoldersAsTheyAreBound() throws {
    let bench = try Bench()
    try bench.write("a", "elsewhere/file")
    bench.policy.bindings = [
      FolderBinding(
        host: bench.base + "/elsewhere", inside: "/Users/ann/my data", isReadOnly: false),
      FolderBinding(host: bench.base + "/elsewhere", inside: "/data/ro", isReadOnly: true),
    ]
    let endings = try bench.step(
      "cat '/Users/ann/my data/file'", "echo b > '/Users/ann/my data/made'", "echo b > /data/ro/x")
    #expect(endings.map { $0.status == 0 } == [true, true, false])
    #expect(bench.text("elsewhere/made") == "b\n")
    #expect(!bench.exists("elsewhere/x"))
  }

  // MARK: git

  private func repository() throws -> Bench {
    let bench = try Bench()
    try bench.host(
      "git init -q -b main . && git config user.name A && git config user.email a@b && git commit -q --allow-empty -m one"
    )
    return bench
  }

  @Test func keepsTheRepositoryReadOnly() throws {
    let bench = try repository()
    let endings = try bench.step(
      "git status --porcelain", "echo x > .git/x", "git commit --allow-empty -m two", "rm -rf .git",
      "mv .git g", "echo x > file")
    #expect(endings.map { $0.status == 0 } == [true, false, false, false, false, true])
    #expect(!bench.exists("work/.git/x"))
    #expect(bench.exists("work/.git/HEAD"))
  }

  @Test func letsAnApprovedStepCommitButNotPlant() throws {
    let bench = try repository()
    let config = bench.text("work/.git/config")
    let endings = try bench.step(
      "git commit -q --allow-empty -m two", "git checkout -q -b next",
      "echo x > .git/hooks/pre-commit", "git config core.pager evil", "echo x >> .git/config",
      "rm -rf .git/hooks", "mv .git/hooks .git/h", "mv .git g", "rm .git/config", writesGit: true)
    #expect(
      endings.map { $0.status == 0 } == [
        true, true, false, false, false, false, false, false, false,
      ])
    #expect(bench.text("work/.git/config") == config)
    #expect(!bench.exists("work/.git/hooks/pre-commit"))
    #expect(bench.text("work/.git/HEAD") == "ref: refs/heads/next\n")
  }

  @Test func letsNoHooksBePlantedWhereThereAreNone() throws {
    let bench = try repository()
    try bench.host("rm -rf .git/hooks")
    let endings = try bench.step(
      "git commit -q --allow-empty -m two",
      "mkdir -p .git/hooks; echo 'touch ../evil' > .git/hooks/post-checkout; chmod +x .git/hooks/post-checkout",
      "test -x .git/hooks/post-checkout", writesGit: true)
    // The last may succeed: its folder has a private stand-in, and what is written there vanishes.
    #expect(endings.prefix(2).map { $0.status == 0 } == [true, false])
    #expect(!bench.exists("work/.git/hooks/post-checkout"))
    // The repository still works outside.
    try bench.host("git commit -q --allow-empty -m three && git rev-parse HEAD~2 > ../log")
    #expect(bench.text("log")?.count == 41)
  }

  @Test func workswithARepositoryThatIsElsewhere() throws {
    let bench = try Bench()
    try bench.write("gitdir: \(bench.base)/elsewhere\n", "work/.git")
    #expect(try bench.step("cat .git", writesGit: true).first?.status == 0)
  }

  // MARK: Processes

  @Test func endsEverythingWithTheStep() throws {
    let word = Bench.longSleep()
    let bench = try Bench()
    let endings = try bench.step(
      "setsid sleep \(word) >/dev/null 2>&1 & disown", "(sleep \(word) &) </dev/null",
      "nohup sleep \(word) >/dev/null 2>&1 &", "echo done")
    #expect(endings.last?.output == "done\n")
    #expect(!Bench.isLeft(word))
  }

  @Test func stopsAtItsTimeLimitWithEverythingItStarted() throws {
    let word = Bench.longSleep()
    let bench = try Bench()
    let start = Clock.now()
    let endings = try bench.step(
      "setsid sleep \(word) & trap '' TERM INT HUP; sleep \(word)", seconds: 0.7)
    #expect(endings.map(\.report) == [.timedOut])
    #expect(Clock.now() - start < 5_000_000_000)
    #expect(!Bench.isLeft(word))
  }

  @Test func doesNotWaitForADaemonThatHoldsTheOutput() throws {
    let start = Clock.now()
    let word = Bench.longSleep()
    let endings = try Bench().step("sleep \(word) & echo a", "echo b")
    #expect(endings.map(\.output) == ["a\n", "b\n"])
    #expect(Clock.now() - start < 10_000_000_000)
    #expect(!Bench.isLeft(word))
  }

  @Test func leaksNoDescriptor() throws {
    let bench = try Bench()
    try bench.write("secret", "open")
    let number = unsafe open(bench.base + "/open", O_RDONLY)
    defer { close(number) }
    #expect(number >= 0)
    #expect(try bench.output("ls /proc/self/fd | tr '\\n' ' '") == "0 1 2 3 ")
    let shown = try bench.output("for f in /proc/$$/fd/*; do readlink $f; done")
    #expect(!shown.contains(bench.base + "/open"))
    #expect(try bench.output("cat <&\(number)") == "")
  }

  @Test func showsNoProcessOfTheHost() throws {
    let count = try Bench().output("ls -d /proc/[0-9]* | wc -l")
    #expect((Int(count) ?? 99) < 8)
  }

  /// Sandboxes die with the thread that started them, so silence must not end that thread.
  @Test(.tags(.slow)) func survivesTwelveSecondsOfSilence() throws {
    let endings = try Bench().step("sleep 12; echo alive", seconds: 60)
    #expect(endings.first?.output == "alive\n")
    #expect(endings.first?.status == 0)
  }

  @Test func saysWhyThereIsNoSandbox() throws {
    let bench = try Bench()
    bench.policy.workingDirectory = bench.base + "/missing"
    #expect(throws: SandboxError.self) { try bench.step("true") }
  }

  @Test func tellsWhetherASandboxCanBeHad() throws {
    let bench = try Bench()
    let properties = try Sandbox(policy: bench.policy).probe()
    #expect(properties.filter { !$0.isEnforced }.map(\.name) == ["network kept away"])
    bench.policy.workingDirectory = bench.base + "/missing"
    #expect(throws: SandboxError.self) { _ = try Sandbox(policy: bench.policy).probe() }
  }

  @Test func passesMegabytesOn() throws {
    let endings = try Bench().step("head -c 20000000 /dev/zero | tr '\\0' a", "echo ok")
    #expect(endings.first?.output.utf8.count == 20_000_000)
    #expect(endings.last?.output == "ok\n")
  }
}
