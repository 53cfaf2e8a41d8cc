import Foundation
import Testing

/// A PostgreSQL server of its own for one suite: data in a temporary folder, a free port on the
/// loopback, a password on TCP and none on the socket. It runs below a shell that stops it when its
/// standard input ends, so that it goes even when the tests are killed.
struct PostgreSQLServer: Sendable {
  /// The server of the suite that is running.
  @TaskLocal static var current: PostgreSQLServer?

  /// The folder of `initdb` and `postgres`, or nil when they are not installed.
  static let tools: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders =
      versions.sorted { ($0 as NSString).doubleValue > ($1 as NSString).doubleValue }
      .map { "\(root)/\($0)/bin" } + path.split(separator: ":").map(String.init)
    return folders.first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }
  }()

  let folder: String
  let port: Int

  /// Its address over the socket, without a password.
  var url: String { "postgres:///postgres?host=\(folder)&port=\(port)&user=tester" }

  /// Its address over TCP.
  func url(password: String) -> String {
    "postgres://tester:\(password)@127.0.0.1:\(port)/postgres"
  }

  static let script = #"""
    set -eu
    folder=$(mktemp -d "${TMPDIR:-/tmp}/gonogo-pg.XXXXXX")
    cd "$folder"
    trap 'rm -rf "$folder"' EXIT
    printf 'correct horse' > password
    "$1/initdb" -D data -U tester --pwfile=password --auth-local=trust \
      --auth-host=scram-sha-256 -E UTF8 --locale=C --no-sync > initdb.log 2>&1
    "$1/postgres" -D data -p "$2" -c listen_addresses=127.0.0.1 \
      -c unix_socket_directories="$folder" -c fsync=off -c max_connections=20 \
      < /dev/null > server.log 2>&1 &
    server=$!
    trap 'kill -INT $server; wait $server || true; rm -rf "$folder"' EXIT
    for _ in $(seq 200); do
      if "$1/pg_isready" -q -h "$folder" -p "$2"; then echo "$folder"; break; fi
      sleep 0.05
    done
    cat > /dev/null
    """#

  /// Runs `body` while a server runs, and stops the server whatever happens.
  static func running(_ body: () async throws -> Void) async throws {
    let tools = try #require(tools)
    let port = try freePort()
    let shell = Process()
    let arguments = ["bash", "-c", script, "bash", tools, String(port)]
    shell.executableURL = URL(filePath: "/usr/bin/env")
    shell.arguments =
      (getuid() == 0
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [])
      + arguments
    shell.currentDirectoryURL = URL(filePath: "/")
    let (input, output) = (Pipe(), Pipe())
    shell.standardInput = input
    shell.standardOutput = output
    try shell.run()
    defer {
      try? input.fileHandleForWriting.close()
      shell.waitUntilExit()
    }
    let folder = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try #require(!folder.isEmpty, "the server did not start")
    try await $current.withValue(PostgreSQLServer(folder: folder, port: port)) { try await body() }
  }

  /// A port that nothing listens on.
  static func freePort() throws -> Int { try Listener(backlog: nil).port }
}

/// Runs a suite while a server of its own runs.
struct WithPostgreSQL: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await PostgreSQLServer.running { try await function() }
  }
}

extension Trait where Self == WithPostgreSQL {
  /// A throwaway PostgreSQL server.
  static var postgreSQL: WithPostgreSQL { WithPostgreSQL() }
}
