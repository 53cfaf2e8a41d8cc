import Foundation
import Testing

@testable import GonogoSandbox

/// Limits in the unified hierarchy, on a tree that keeps the kernel's rules; what a kernel does with
/// a process that is started in a group is tried on this one.
struct ControlGroupTests {
  private static let scope = "/user.slice/user-1000.slice/run-1.scope"

  @Test(arguments: [Set(["memory", "pids", "cpu"]), ["memory"], ["pids"], []])
  func limitsWhatWasDelegated(offered: Set<String>) throws {
    let tree = GroupTree(home: Self.scope, controllers: offered)
    let before = tree.groups
    let group = ControlGroup(processes: 100, memory: 1 << 29, files: tree.files)
    #expect(group.limits(.memory) == offered.contains("memory"))
    #expect(group.limits(.pids) == offered.contains("pids"))
    #expect((group.unified != nil) == !offered.isDisjoint(with: ["memory", "pids"]))
    #expect(group.entrances.isEmpty)
    let made = tree.groups["\(Self.scope)/\(group.name)"]
    #expect(made?.limits["memory.max"] == (offered.contains("memory") ? "536870912" : nil))
    #expect(made?.limits["memory.swap.max"] == (offered.contains("memory") ? "0" : nil))
    #expect(made?.limits["pids.max"] == (offered.contains("pids") ? "100" : nil))
    // Only what is needed was enabled, and we are out of the way.
    #expect(tree.groups[Self.scope]?.enabled == offered.intersection(["memory", "pids"]))
    group.remove()
    #expect(tree.groups == before, "all is as it was")
    let moves = tree.moves
    group.remove()
    #expect(tree.moves == moves)
  }

  @Test func enablesNoMoreThanIsWanted() {
    let tree = GroupTree(home: Self.scope, controllers: ["memory", "pids"])
    let group = ControlGroup(processes: nil, memory: 1 << 29, files: tree.files)
    #expect(tree.groups[Self.scope]?.enabled == ["memory"])
    #expect(!group.limits(.pids))
    withExtendedLifetime(group) {}
  }

  /// Whose processes the others are is not ours to say.
  @Test func movesNobodyElse() {
    let tree = GroupTree(home: Self.scope, controllers: ["memory", "pids"], others: ["1", "2"])
    let before = tree.groups
    let group = ControlGroup(processes: 100, memory: 1 << 29, files: tree.files)
    #expect(!group.limits(.memory) && !group.limits(.pids) && group.unified == nil)
    #expect(tree.groups == before)
    #expect(tree.moves == 0)
  }

  @Test func takesWhatItMayNotWriteForNothing() {
    let tree = GroupTree(home: Self.scope, controllers: ["memory", "pids"], isWritable: false)
    let before = tree.groups
    let group = ControlGroup(processes: 100, memory: 1 << 29, files: tree.files)
    #expect(!group.limits(.memory) && group.unified == nil)
    #expect(tree.groups == before)
  }

  /// The root may hold processes and pass on controllers; nobody has to move there.
  @Test func staysWhereItIsInTheRoot() {
    let tree = GroupTree(home: "", controllers: ["memory", "pids"], others: ["1"])
    let group = ControlGroup(processes: 100, memory: nil, files: tree.files)
    #expect(group.limits(.pids))
    #expect(tree.moves == 0)
    group.remove()
    #expect(tree.groups[""]?.enabled == [])
  }

  @Test func removesWhatADeadRunHasLeft() throws {
    let tree = GroupTree(home: Self.scope, controllers: ["memory"])
    let dead = Process()
    dead.executableURL = URL(filePath: "/bin/true")
    try dead.run()
    dead.waitUntilExit()
    let names = ["gonogo-\(dead.processIdentifier)-abc", "gonogo-1-abc", "gonogo-x-y", "other"]
    for name in names { #expect(tree.files.make("/sys/fs/cgroup\(Self.scope)/\(name)")) }
    let group = ControlGroup(processes: nil, memory: 1 << 29, files: tree.files)
    #expect(tree.groups["\(Self.scope)/\(names[0])"] == nil)
    for name in names.dropFirst() { #expect(tree.groups["\(Self.scope)/\(name)"] != nil) }
    withExtendedLifetime(group) {}
  }

  // MARK: This kernel

  /// A group of the unified hierarchy for one test, without any limit.
  private final class RealGroup {
    let path: String
    let group: ControlGroup.Unified

    init?() {
      guard
        let mount = ProcessFile.mounts(of: "self").last(where: { $0.type == "cgroup2" }),
        let line = ProcessFile.lines("/proc/self/cgroup").first(where: { $0.hasPrefix("0::") })
      else { return nil }
      let own = line.dropFirst(3)
      path = mount.place + (own == "/" ? "" : String(own)) + "/gonogo-test-\(UUID().uuidString)"
      guard GroupFiles.host.make(path) else { return nil }
      let files = GroupFiles.host
      group = ControlGroup.Unified(
        folder: files.open(path, true), processes: files.open(path + "/cgroup.procs", false))
    }

    deinit {
      close(group.folder)
      close(group.processes)
      _ = GroupFiles.host.remove(path)
    }

    static let canBeMade = RealGroup() != nil
  }

  /// Starts a program under such a group; returns what it printed, or why it could not be started.
  private func start(_ program: String, in group: ControlGroup.Unified) -> String {
    do throws(SandboxError) {
      let out = try ChildProcess.memoryFile()
      var confinement = Confinement()
      confinement.unifiedGroup = group
      let child = try ChildProcess.start(
        program, ["/proc/self/cgroup"], environment: [], directory: nil,
        descriptors: [(out.number, 1)], confinement: confinement)
      return child.wait() == 0 ? String(decoding: out.contents(), as: UTF8.self) : "it failed"
    } catch {
      return error.message
    }
  }

  private static let reason: Comment = "optional: no group of cgroup v2 can be made here"

  @Test(.enabled(if: RealGroup.canBeMade, reason))
  func startsAProcessInTheGroup() throws {
    let real = try #require(RealGroup())
    let name = real.path.split(separator: "/").last ?? ""
    let nowhere = ControlGroup.Unified(folder: -1, processes: -1)
    #expect(!start("/bin/cat", in: nowhere).contains(name))
    #expect(start("/bin/cat", in: real.group).contains(name))
    // Without the second way in it was the first that was taken.
    let started = ControlGroup.Unified(folder: real.group.folder, processes: -1)
    #expect(start("/bin/cat", in: started).contains(name))
    // Where the kernel refuses to start it there, it joins by itself.
    let wrong = try ChildProcess.memoryFile()
    let joined = ControlGroup.Unified(
      folder: wrong.number, processes: real.group.processes)
    #expect(start("/bin/cat", in: joined).contains(name))
  }

  @Test(.enabled(if: RealGroup.canBeMade, reason))
  func saysWhatKeptAProcessFromStartingThere() throws {
    let real = try #require(RealGroup())
    #expect(
      start("/nonexistent", in: real.group)
        == "/nonexistent cannot be started: No such file or directory")
    // Neither started there nor able to join: it must not run without its limits.
    let wrong = try ChildProcess.memoryFile()
    let neither = ControlGroup.Unified(folder: wrong.number, processes: real.group.folder)
    #expect(start("/bin/cat", in: neither).contains("its control group: "))
    let none = ControlGroup.Unified(folder: wrong.number, processes: -1)
    #expect(start("/bin/cat", in: none).contains("its control group: "))
  }
}
