import Foundation
import Glibc
import GonogoCore
import Testing

@testable import GonogoSandbox

/// What a block must not do to the machine, the run or the network.
@Suite(.serialized, .enabled(if: Bench.hasBubblewrap, "bubblewrap is not installed"))
struct AttackLimitTests {
  private static let nobody = ProcessUser(user: 65_534, group: 65_534, groups: [])

  private func bench(_ level: SandboxLevel = .standard, asNobody: Bool = false) throws -> Bench {
    let bench = try Bench(level)
    if asNobody {
      bench.policy.user = Self.nobody
      try bench.host("chown -R 65534:65534 . ../home")
    }
    return bench
  }

  // MARK: Resources

  private static let forks = """
    python3 - <<'E'
    import os, signal, time
    made = []
    try:
        while len(made) < 3000:
            child = os.fork()
            if child == 0: time.sleep(30); os._exit(0)
            made.append(child)
    except OSError: pass
    print(len(made))
    for child in made: os.kill(child, signal.SIGKILL)
    E
    """

  @Test(
    .enabled(if: getuid() == 0, "only root can run as somebody else"),
    arguments: [SandboxLevel.strict, .standard, .reduced, .none])
  func boundsAForkBomb(level: SandboxLevel) throws {
    let bench = try bench(level, asNobody: true)
    bench.policy.limits.processes = 100
    let count = try #require(Int(try bench.output(Self.forks)))
    #expect((50..<3000).contains(count))
  }

  @Test(
    .enabled(
      if: ControlGroup(processes: 10, memory: nil).limits(.pids) && getuid() == 0,
      "there is no control group of processes to write"),
    arguments: SandboxLevel.allCases)
  func boundsAForkBombOfRoot(level: SandboxLevel) throws {
    let bench = try bench(level)
    bench.policy.limits.processes = 100
    let count = try #require(Int(try bench.output(Self.forks)))
    #expect((50...100).contains(count))
  }

  /// The limit of a user counts what else the user runs, and does not hold for all levels.
  @Test(
    .enabled(
      if: ControlGroup(processes: 10, memory: nil).limits(.pids) && getuid() == 0,
      "there is no control group of processes to write"))
  func boundsProcessesByAGroupForAnotherUserToo() throws {
    let bench = try bench(asNobody: true)
    bench.policy.limits.processes = 100
    let sandbox = try Sandbox(policy: bench.policy)
    defer { sandbox.close() }
    #expect(sandbox.group?.limits(.pids) == true)
  }

  @Test(
    .enabled(
      if: ControlGroup(processes: nil, memory: 1 << 28).limits(.memory),
      "there is no control group of memory to write"))
  func boundsMemoryOfManyProcesses() throws {
    let bench = try bench()
    bench.policy.limits.memory = 128 << 20
    // One after the other, each until it has its memory or is ended: so the load of the machine
    // makes no difference.
    let take =
      "python3 -c 'import time; a = bytearray(60 << 20); print(1, flush=True); time.sleep(90)'"
    let output = try bench.output(
      """
      mkfifo p
      for i in 1 2 3 4; do \(take) >p & read -r line <p; done
      sleep 0.3
      jobs -rp | wc -l
      kill $(jobs -rp)
      """)
    let left = try #require(Int(output), "\(output)")
    #expect(left < 3)
  }

  @Test func boundsWhatIsWritten() throws {
    let bench = try bench()
    bench.policy.limits.file = 1 << 20
    let endings = try bench.step(
      "head -c 3000000 /dev/zero >big", "head -c 500000 /dev/zero >small",
      "for i in {1..100}; do head -c 1000000 /dev/zero >/dev/shm/$i || exit 9; done 2>/dev/null")
    #expect(endings.map { $0.status == 0 } == [false, true, false])
    #expect(endings.last?.leavingStatus == 9)
  }

  @Test(.enabled(if: getuid() == 0, "only root can mount a small disk"))
  func endsWhatFillsADisk() throws {
    let bench = try bench()
    let disk = bench.base + "/elsewhere"
    try bench.host("mount -t tmpfs -o size=64m small \(disk)")
    defer { try? bench.host("umount -l \(disk)") }
    bench.policy.bindings = [FolderBinding(host: disk, inside: disk, isReadOnly: false)]
    bench.policy.limits.freeSpace = 48 << 20
    let endings = try bench.step(
      "head -c 8M /dev/zero >\(disk)/a; sleep 0.3",
      "head -c 40M /dev/zero >\(disk)/b; sleep 20", "echo next")
    #expect(endings.count == 2)
    #expect(endings.first?.status == 0)
    guard case .lost(let why) = endings.last?.report else {
      Issue.record("\(String(describing: endings.last))")
      return
    }
    #expect(why.contains("almost full"))
  }

  // MARK: Secrets and privileges

  @Test(arguments: SandboxLevel.allCases)
  func keepsOurEnvironment(level: SandboxLevel) throws {
    unsafe setenv("GONOGO_CANARY", "canary-7351", 1)
    defer { unsafe unsetenv("GONOGO_CANARY") }
    let bench = try bench(level)
    let shown = try bench.output("cat /proc/self/environ /proc/$PPID/environ /proc/1/environ 2>&1")
    if level == .none {
      #expect(try !bench.output("env").contains("canary-7351"))
    } else {
      #expect(!shown.contains("canary-7351"))
    }
  }

  @Test(
    .enabled(if: getuid() == 0, "only root can run as somebody else"),
    arguments: [SandboxLevel.strict, .standard, .reduced])
  func gainsNothingFromASetuidProgram(level: SandboxLevel) throws {
    let bench = try bench(level, asNobody: true)
    try bench.host("cp /usr/bin/id id; chmod 4755 id")
    #expect(try bench.output("./id -u") == "65534")
  }

  @Test(.enabled(if: getuid() == 0, "only root can run as somebody else"))
  func runsAsWhoItIsTold() throws {
    for level in SandboxLevel.allCases {
      let bench = try bench(level, asNobody: true)
      #expect(try bench.output("id -u; id -g; id -G") == "65534\n65534\n65534")
      #expect(try bench.step("cat /etc/shadow").first?.status != 0)
    }
  }

  // MARK: Network

  private func listening(_ body: (Int) throws -> Void) throws {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(socket, $0, length) == 0 && listen(socket, 8) == 0
          && getsockname(socket, $0, &length) == 0
      }
    }
    #expect(isBound)
    try body(Int(UInt16(bigEndian: address.sin_port)))
  }

  @Test(arguments: [
    (SandboxLevel.strict, false, false), (.standard, false, true), (.standard, true, false),
    (.reduced, false, true), (.reduced, true, false), (.none, false, true),
  ])
  func reachesTheNetworkOnlyWhereItMay(level: SandboxLevel, isOffline: Bool, reaches: Bool) throws {
    try listening { port in
      let ending = try bench(level).step(
        "exec 9<>/dev/tcp/127.0.0.1/\(port)", isOffline: isOffline
      ).first
      #expect((ending?.status == 0) == reaches)
    }
  }

  @Test func refusesToPromiseNoNetworkWithoutASandbox() throws {
    #expect(throws: SandboxError.self) { try bench(.none).step("true", isOffline: true) }
  }

  // MARK: Levels

  @Test func writesNothingAtStrict() throws {
    let bench = try bench(.strict)
    let endings = try bench.step("echo a >made", "echo a >/tmp/made", "cat /tmp/made", "mkdir d")
    #expect(endings.map { $0.status == 0 } == [false, true, true, false])
    #expect(!bench.exists("work/made"))
  }

  @Test func letsTheTrapsOfABlockRunBeforeItIsKilled() throws {
    let start = Clock.now()
    for level in [SandboxLevel.standard, .strict, .reduced] {
      let ending = try bench(level).step(
        "trap 'echo cleaned up; exit 5' TERM; sleep 98765 & wait", seconds: 0.5
      ).first
      #expect(ending?.report == .timedOut)
      #expect(ending?.output == "cleaned up\n", "\(level)")
    }
    #expect(Clock.now() - start < 6_000_000_000)
  }

  @Test(arguments: SandboxLevel.allCases)
  func tellsWhatIsEnforced(level: SandboxLevel) throws {
    let bench = try bench(level, asNobody: getuid() == 0)
    let properties = try Sandbox(policy: bench.policy).probe()
    let enforced = Set(properties.filter(\.isEnforced).map(\.name))
    #expect(enforced.isSuperset(of: ["clean environment", "no terminal", "file size limited"]))
    #expect(enforced.contains("number of processes limited"))
    #expect(enforced.contains("system calls filtered") == (level != .none))
    #expect(enforced.contains("own processes") == level.hasNamespaces)
    #expect(enforced.contains("network kept away") == (level == .strict))
    #expect(enforced.contains("working directory read-only") == (level == .strict))
  }
}
