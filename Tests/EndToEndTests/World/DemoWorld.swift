import Foundation
import Testing

/// The demo environment: a PostgreSQL server, a git repository with a remote, stand-ins. A shell
/// holds it and removes it when its standard input ends, so that it goes even when the tests are
/// killed.
final class DemoWorld: Sendable {
  /// The world of the suite that is running.
  @TaskLocal static var current: DemoWorld?

  /// What went wrong with it.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// Where it is; scenarios make their own folders beside it.
  let base: String
  let databaseURL: String
  /// The words of `demo-environment options`.
  let options: [String]

  var folder: String { base + "/world" }
  var stagingURL: String { databaseURL + "_staging" }

  private static let script = Product.file("Scripts/demo-environment")

  private static let holder = #"""
    base=$(mktemp -d "${TMPDIR:-/tmp}/gonogo-e2e.XXXXXX") || exit
    chmod 711 "$base"
    trap '"$1" stop "$base/world"; rm -rf "$base"' EXIT
    trap '' INT TERM HUP
    "$1" start "$base/world" || exit
    echo "$base"
    cat >/dev/null
    """#

  private init(base: String) throws {
    self.base = base
    databaseURL = try String(contentsOfFile: base + "/world/database-url", encoding: .utf8)
      .trimmingCharacters(in: .newlines)
    let words = try Child.bash("exec \"$1\" options \"$2\"", [Self.script, base + "/world"])
    options = words.output.split(separator: "\n").map(String.init)
  }

  /// Runs `body` in a world of its own, and ends that world whatever happens.
  static func running(_ body: (DemoWorld) async throws -> Void) async throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = ["-c", holder, "bash", script]
    shell.environment = Child.environment
    let (input, output) = (Pipe(), Pipe())
    shell.standardInput = input
    shell.standardOutput = output
    try shell.run()
    defer {
      try? input.fileHandleForWriting.close()
      shell.waitUntilExit()
    }
    let base = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard !base.isEmpty else { throw Fault(description: "the demo environment did not start") }
    try await body(DemoWorld(base: base))
  }

  /// What psql says to `query`: tuples only, unaligned.
  @discardableResult
  func psql(_ query: String) throws -> String {
    let end = try Child.bash(
      "exec psql -X -A -t -q -v ON_ERROR_STOP=1 \"$1\" -c \"$2\"", [databaseURL, query])
    guard end.status == 0 else { throw Fault(description: end.text) }
    return end.output.trimmingCharacters(in: .newlines)
  }

  /// Stops the server as its own administrator would, and waits for its end.
  func stopServer() throws {
    let end = try Child.bash(
      """
      pid=$(head -n 1 "$1/postgres/data/postmaster.pid") || exit
      kill -INT "$pid" || exit
      for _ in {1..100}; do
        kill -0 "$pid" 2>/dev/null || exit 0
        sleep 0.05
      done
      exit 1
      """, [folder])
    guard end.status == 0 else { throw Fault(description: end.text) }
  }
}

/// Gives a suite a world.
struct DemoWorldTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    try await DemoWorld.running { world in
      try await DemoWorld.$current.withValue(world) { try await function() }
    }
  }
}

extension Trait where Self == DemoWorldTrait {
  /// One demo environment for the whole suite.
  static var demoWorld: Self { Self() }
}
