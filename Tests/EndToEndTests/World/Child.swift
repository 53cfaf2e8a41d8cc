import Foundation

/// A program that a test started: its output goes to files, its end is awaited with a limit.
final class Child {
  /// How it ended.
  struct End {
    /// The exit status, or minus the number of the signal that ended it.
    let status: Int32
    let output: String
    let errors: String
    /// The largest resident set that was seen, in kB.
    let peakMemory: Int
    /// True when the limit of the test ended it.
    let wasStopped: Bool

    /// Both outputs.
    var text: String { output + errors }
  }

  let process = Process()
  private let outputs: [String]
  private var peakMemory = 0

  /// Starts `program`, found through the PATH of `environment`, in `folder`.
  init(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
    input: FileHandle = .nullDevice
  ) throws {
    let scratch = FileManager.default.temporaryDirectory.path + "/gonogo-e2e-\(UUID().uuidString)"
    outputs = [scratch + ".out", scratch + ".err"]
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    process.standardInput = input
    for path in outputs { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: outputs[0])
    process.standardError = FileHandle(forWritingAtPath: outputs[1])
    try process.run()
  }

  /// Waits for its end; kills it after `limit` seconds.
  func wait(limit: Double = 60) -> End {
    let deadline = Date(timeIntervalSinceNow: limit)
    var wasStopped = false
    while process.isRunning {
      measure()
      if !wasStopped, Date() > deadline {
        wasStopped = true
        kill(process.processIdentifier, SIGKILL)
      }
      // Its end is noticed by a descriptor that a daemon it started may still hold.
      precondition(Date() < deadline + 60, "the end of a killed program was not noticed")
      usleep(5000)
    }
    defer { for path in outputs { try? FileManager.default.removeItem(atPath: path) } }
    let texts = outputs.map {
      String(decoding: FileManager.default.contents(atPath: $0) ?? Data(), as: UTF8.self)
    }
    let status = process.terminationStatus
    return End(
      status: process.terminationReason == .exit ? status : -status, output: texts[0],
      errors: texts[1], peakMemory: peakMemory, wasStopped: wasStopped)
  }

  private func measure() {
    guard
      let text = try? String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return }
    peakMemory = max(peakMemory, Int(line.filter(\.isNumber)) ?? 0)
  }

  /// Runs `script` with bash to its end.
  @discardableResult
  static func bash(
    _ script: String, _ arguments: [String] = [], in folder: String = "/",
    environment: [String: String] = Child.environment, limit: Double = 60
  ) throws -> End {
    try Child(
      "bash", ["-c", script, "bash"] + arguments, in: folder, environment: environment
    ).wait(limit: limit)
  }

  /// What programs of the system need, and nothing of the caller's.
  static let environment = [
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8",
    "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
  ]

  /// The processes whose command line holds `marker`, as their command lines.
  static func running(with marker: String) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.filter { Int32($0) != nil && Int32($0) != getpid() }.compactMap { entry in
      guard let bytes = FileManager.default.contents(atPath: "/proc/\(entry)/cmdline") else {
        return nil
      }
      let line = String(decoding: bytes.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
      return line.contains(marker) ? line : nil
    }
  }
}
