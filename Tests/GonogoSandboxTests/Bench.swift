import Foundation
import GonogoCore
import GonogoSandbox

/// A working directory, a home and everything else a sandbox needs, of its own for one test.
final class Bench {
  /// The folder that holds the others; outside `/tmp`, which every sandbox replaces.
  let base: String
  var policy: SandboxPolicy
  private(set) var state = ShellState.initial

  static let hasBubblewrap = Sandbox.find("bwrap") != nil
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  var work: String { base + "/work" }

  init(_ level: SandboxLevel = .standard) throws {
    base = Self.root.appending(path: ".build/sandbox-tests/\(UUID().uuidString)").path
    for name in ["work", "home", "elsewhere"] {
      try FileManager.default.createDirectory(
        atPath: base + "/" + name, withIntermediateDirectories: true)
    }
    policy = SandboxPolicy(level: level, workingDirectory: base + "/work", home: base + "/home")
    policy.environment = [
      EnvironmentVariable("PATH", "/usr/local/bin:/usr/bin:/bin"),
      EnvironmentVariable("LC_ALL", "C"),
    ]
  }

  deinit { try? FileManager.default.removeItem(atPath: base) }

  func write(_ text: String, _ name: String) throws {
    try text.write(toFile: base + "/" + name, atomically: false, encoding: .utf8)
  }

  func text(_ name: String) -> String? {
    try? String(contentsOfFile: base + "/" + name, encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: base + "/" + name) }

  /// What one command came to.
  struct Ending {
    var report: ShellReport
    var output: String
    var errors: String

    /// The status when it ended and the shell lives, else nil.
    var status: Int32? {
      if case .ended(let status, _, _) = report { return status }
      return nil
    }

    /// The status when it ended the shell, else nil.
    var leavingStatus: Int32? {
      if case .leftShell(let status, _, _) = report { return status }
      return nil
    }

    var pipeline: [Int32] {
      if case .ended(_, let pipeline, _) = report { return pipeline }
      return []
    }

    var isLost: Bool {
      if case .lost = report { return true }
      return false
    }
  }

  /// Runs the commands of one step, each at its line, and keeps the state for the next.
  @discardableResult
  func step(
    _ commands: String..., line: Int = 1, writesGit: Bool = false, isOffline: Bool = false,
    seconds: Double = 20
  ) throws -> [Ending] {
    let sandbox = try Sandbox(policy: policy)
    let session = try sandbox.start(
      commands.map { ShellCommand(text: $0, line: line) }, state: state, writesGit: writesGit,
      isOffline: isOffline,
      document: "a.md", signals: -1)
    let deadline = Clock.now() + UInt64(seconds * 1_000_000_000)
    try session.waitUntilReady(deadline: Clock.now() + 20_000_000_000)
    var endings: [Ending] = []
    for index in commands.indices {
      var output: [UInt8] = []
      var errors: [UInt8] = []
      let report = session.run(
        index + 1, deadline: deadline,
        ShellSession.Listener(
          output: { stream, bytes in
            switch stream {
            case .stdout: output += bytes
            case .stderr: errors += bytes
            }
          }, tick: { _ in }))
      endings.append(
        Ending(
          report: report, output: String(decoding: output, as: UTF8.self),
          errors: String(decoding: errors, as: UTF8.self)))
      if case .ended = report { continue }
      break
    }
    if let new = session.finish(deadline: Clock.now() + 5_000_000_000) { state = new }
    return endings
  }

  /// The output of one command, without the last line end.
  func output(_ command: String, writesGit: Bool = false) throws -> String {
    let ending = try step(command, writesGit: writesGit).first
    var text = ending?.output ?? ""
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// Runs a program of the host in the working directory.
  func host(_ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-ec", script]
    process.currentDirectoryURL = URL(filePath: work)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  /// A number of seconds that no other process sleeps: days, and a fraction of its own.
  static func longSleep() -> String { "98765.\(Int.random(in: 100_000...999_999))" }

  /// Whether a process with this word among its arguments is left after at most a second.
  static func isLeft(_ word: String) -> Bool {
    for _ in 0..<20 {
      if !isRunning(word) { return false }
      usleep(50_000)
    }
    return true
  }

  static func isRunning(_ word: String) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { Int($0) != nil }.contains { process in
      let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
      return line.split(separator: 0).contains { $0.elementsEqual(word.utf8) }
    }
  }
}
