import Foundation
import Glibc
import GonogoCore
import GonogoSandbox

/// What the attacks need around them: secrets in a home, a process with a secret, listeners on the
/// host, a program that runs with its owner's rights.
final class AttackScene {
  /// The attacks and the listeners, which are no part of this repository.
  static let samples = URL(filePath: #filePath).resolvingSymlinksInPath()
    .appending(path: "../../../../shared/samples/attack").standardizedFileURL.path
  static let isThere =
    FileManager.default.fileExists(atPath: samples + "/atk.py")
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  let bench: Bench
  private let level: SandboxLevel
  private let port = Int.random(in: 20_000...29_999)
  private var helpers: [Process] = []

  init(_ level: SandboxLevel, asNobody: Bool) throws {
    self.level = level
    bench = try Bench(level)
    bench.policy.environment.append(EnvironmentVariable("HOME", bench.base + "/home"))
    bench.policy.protectedFiles = [bench.work + "/checklist.md"]
    try bench.host(
      """
      mkdir -p .git/hooks ../home/.ssh ../sockets
      echo key >../home/.ssh/id_ed25519; echo net >../home/.netrc; echo o >../outside.txt
      echo c >checklist.md; cp \(Self.samples)/atk.py .; chmod 755 ../home
      echo 'int printf(const char *, ...); int geteuid(void);
        int main(void) { printf("%d", geteuid()); }' >../suid.c
      cc -o ../suid ../suid.c; chmod 4755 ../suid; chmod 666 ../outside.txt
      """)
    if asNobody {
      bench.policy.user = ProcessUser(user: 65_534, group: 65_534, groups: [])
      try bench.host("chown -R 65534:65534 . ../home")
    }
    let listening = bench.base + "/listening"
    try start(
      "echo $$ >\(listening).pid; exec /usr/bin/python3 \(Self.samples)/hostside.py \(port) "
        + "@pfsec-abs \(bench.base)/home/agent.sock \(bench.base)/sockets/s")
    try start("MY_TOKEN=canary exec sleep 300")
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: bench.base + "/sockets/s") {
      usleep(20_000)
    }
    usleep(200_000)
  }

  deinit {
    for helper in helpers {
      kill(helper.processIdentifier, SIGKILL)
      helper.waitUntilExit()
    }
  }

  private func start(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: bench.base)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    helpers.append(process)
  }

  /// Runs all attacks in one block and returns which succeeded, by name.
  func attack() throws -> [String: Bool] {
    let scene =
      "{\"home\":\"\(bench.base)/home\",\"wd\":\"\(bench.work)\",\"victim\":"
      + "\(helpers.last?.processIdentifier ?? 0),\"port\":\(port),\"sockro\":"
      + "\"\(bench.base)/sockets/s\",\"suid\":\"\(bench.base)/suid\",\"pol\":\"\(level.rawValue)\"}"
    let ending = try bench.step("/usr/bin/python3 atk.py '\(scene)'", seconds: 60).first
    var succeeded: [String: Bool] = [:]
    for line in (ending?.output ?? "").split(separator: "\n") {
      guard line.hasPrefix("SUCCEEDED ") || line.hasPrefix("blocked  ") else { continue }
      let rest = line.dropFirst(10)
      // The name is padded to 34 columns; a longer one is followed by one blank.
      let name = rest.count > 34 ? rest.prefix { $0 != "\t" } : rest
      let padded = String(name.prefix(34)).trimmingCharacters(in: .whitespaces)
      succeeded[padded] = line.hasPrefix("SUCCEEDED")
    }
    // Where the checkout lies in /tmp, what is beside the working directory lies in a folder of the
    // sandbox that may be written; only the file of the machine counts.
    let sibling = "write sibling of workdir"
    if succeeded[sibling] != nil { succeeded[sibling] = bench.text("outside.txt") != "o\n" }
    return succeeded
  }
}
