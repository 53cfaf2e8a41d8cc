import Foundation
import Glibc
import GonogoCore
import GonogoSandbox
import Testing

/// What the operator grants is there at every level, and nothing beside it.
@Suite(
  .serialized, .enabled(if: Bench.hasBubblewrap, "bubblewrap is not installed"))
struct GrantIsolationTests {
  private static let levels: [SandboxLevel] = [.strict, .standard, .reduced]

  @Test(arguments: levels)
  func showsWhatIsSharedReadOnlyAndNothingElse(level: SandboxLevel) throws {
    let bench = try Bench(level)
    try bench.host("mkdir ../home/.kube; echo blue > ../home/.kube/config; echo key > ../home/key")
    let home = bench.base + "/home"
    bench.policy.shares = [
      FolderBinding(host: home + "/.kube", inside: home + "/.kube", isReadOnly: true)
    ]
    let endings = try bench.step(
      "cat \(home)/.kube/config", "echo red > \(home)/.kube/config", "rm -rf \(home)/.kube",
      "mv \(home)/.kube \(home)/.k", "echo x > \(home)/.kube/new", "chmod 777 \(home)/.kube/config",
      "cat \(home)/key")
    // Landlock does not know of permissions: without a read-only mount their owner can change them.
    let expected = [true, false, false, false, false, level == .reduced, false]
    #expect(endings.map { $0.status == 0 } == expected)
    #expect(endings.first?.output == "blue\n")
    #expect(bench.text("home/.kube/config") == "blue\n")
    #expect(!bench.exists("home/.kube/new"))
  }

  @Test func leavesTheWorkingDirectoryWritableInAFolderThatIsShared() throws {
    let bench = try Bench()
    try bench.write("see", "file")
    bench.policy.shares = [FolderBinding(host: bench.base, inside: bench.base, isReadOnly: true)]
    let endings = try bench.step(
      "cat ../file", "echo new > made", "echo new > ../made", "echo new > ../elsewhere/made")
    #expect(endings.map { $0.status == 0 } == [true, true, false, false])
    #expect(bench.text("work/made") == "new\n")
  }

  @Test func doesWithoutWhatIsGoneByNow() throws {
    let bench = try Bench()
    let path = bench.base + "/home/gone"
    bench.policy.shares = [FolderBinding(host: path, inside: path, isReadOnly: true)]
    bench.policy.sockets = [SocketBinding(host: path + "/s", variable: "SSH_AUTH_SOCK")]
    #expect(try bench.output("echo on") == "on")
  }

  @Test(arguments: [true, false])
  func reachesASocketOnlyWhenItIsGranted(isGranted: Bool) throws {
    let bench = try Bench()
    // The path of a socket is short.
    let folder = "/tmp/gonogo-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // In the foreground: one that turns into a daemon keeps the descriptors by which the ends of
    // other programs are noticed.
    let agent = Process()
    agent.executableURL = URL(filePath: "/usr/bin/ssh-agent")
    agent.arguments = ["-D", "-a", folder + "/agent"]
    agent.standardOutput = FileHandle.nullDevice
    try agent.run()
    defer {
      kill(agent.processIdentifier, SIGKILL)
      agent.waitUntilExit()
    }
    for _ in 0..<200 where !FileManager.default.fileExists(atPath: folder + "/agent") {
      usleep(20_000)
    }
    bench.policy.environment.append(EnvironmentVariable("SSH_AUTH_SOCK", folder + "/agent"))
    if isGranted {
      bench.policy.sockets = [SocketBinding(host: folder + "/agent", variable: "SSH_AUTH_SOCK")]
    }
    // 1: it has no keys; 2: it cannot be reached.
    let endings = try bench.step("ssh-add -l", "rm \"$SSH_AUTH_SOCK\"", "ls -d \(folder)")
    #expect(endings.map(\.status) == [isGranted ? 1 : 2, 1, 2], "\(endings)")
    #expect(FileManager.default.fileExists(atPath: folder + "/agent"))
  }
}
