import Foundation
import Testing

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

  /// Its process.
  let identifier: pid_t
  private let outputs: [String]
  private var peakMemory = 0
  private var status: Int32?

  /// Starts `program`, found through the PATH of `environment`, in `folder`, with no other descriptor
  /// than its input and outputs.
  init(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
    input: FileHandle? = nil
  ) throws {
    let scratch = FileManager.default.temporaryDirectory.path + "/gonogo-e2e-\(UUID().uuidString)"
    outputs = [scratch + ".out", scratch + ".err"]
    let start = ChildStart(
      arguments: [program] + arguments, folder: folder,
      environment: environment.map { "\($0.key)=\($0.value)" })
    identifier = try start.spawn(input: input?.fileDescriptor, outputs: outputs)
  }

  /// True until it has ended.
  var isRunning: Bool { ended() == nil }

  /// Waits for its end; kills it after `limit` seconds.
  func wait(limit: Double = 60) -> End {
    let deadline = Date(timeIntervalSinceNow: limit)
    var wasStopped = false
    while isRunning {
      measure()
      if !wasStopped, Date() > deadline {
        wasStopped = true
        kill(identifier, SIGKILL)
      }
      if Date() > deadline + 60 {
        Issue.record("a killed program did not end")
        break
      }
      usleep(5000)
    }
    defer { for path in outputs { try? FileManager.default.removeItem(atPath: path) } }
    let texts = outputs.map {
      String(decoding: FileManager.default.contents(atPath: $0) ?? Data(), as: UTF8.self)
    }
    return End(
      status: status ?? -SIGKILL, output: texts[0], errors: texts[1], peakMemory: peakMemory,
      wasStopped: wasStopped)
  }

  /// Its status once it has ended: the exit status, or minus the number of a signal.
  private func ended() -> Int32? {
    if let status { return status }
    var raw: Int32 = 0
    guard unsafe waitpid(identifier, &raw, WNOHANG) == identifier else { return nil }
    let signal = raw & 0x7F
    status = signal == 0 ? (raw >> 8) & 0xFF : -signal
    return status
  }

  private func measure() {
    guard
      let text = try? String(
        contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8),
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
  ].merging(sanitizers) { $1 }

  /// What a sanitizer is told, which a program built with it must be told too (`make sanitize`).
  private static let sanitizers = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

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
