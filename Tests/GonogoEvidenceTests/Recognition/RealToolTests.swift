import Foundation
import GonogoCore
import Testing

@testable import GonogoEvidence

/// What the tools of this machine really print, read without a sample in between.
@Suite struct RealToolTests {
  /// Runs `command` with bash in `folder`.
  private func run(_ command: String, in folder: URL) throws -> CommandOutput {
    let process = Process()
    let stdout = Pipe()
    let stderr = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bash", "-c", command]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C",
      "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": folder.path,
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_NAME": "A",
      "GIT_COMMITTER_EMAIL": "a@b.c",
    ]
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    let out = stdout.fileHandleForReading.readDataToEndOfFile()
    let err = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return CommandOutput(
      command: command, stdout: String(decoding: out, as: UTF8.self),
      stderr: String(decoding: err, as: UTF8.self), isTruncated: false,
      exitStatus: process.terminationStatus)
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "recognition-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func value(_ name: String, of output: CommandOutput) -> CaptureValue? {
    Recognition().captures(in: output).first { $0.name == name }?.value
  }

  @Test(arguments: ["time sleep 0.05", "time -p sleep 0.05", "{ time sleep 0.05; } 2>&1"])
  func readsBashTimes(command: String) throws {
    try withFolder { folder in
      let captures = Recognition().captures(in: try run(command, in: folder))
      let real = captures.first { $0.name == "real" }?.quantity
      #expect(real?.unit == .second)
      #expect((0.05..<30).contains(real?.base ?? 0))
    }
  }

  @Test(arguments: ["", " -sb", " --porcelain", " --porcelain=v2 --branch", " --short", " -v"])
  func readsGitStatusInEveryLayout(options: String) throws {
    let status = "git status\(options)"
    try withFolder { folder in
      #expect(value("working_tree_clean", of: try run(status, in: folder)) == nil)
      _ = try run("git init -q -b main . && git commit -q --allow-empty -m one", in: folder)
      #expect(value("working_tree_clean", of: try run(status, in: folder)) == .truth(true))
      _ = try run("touch a 'b c' d && git add a 'b c' && echo 1 > a", in: folder)
      let dirty = try run(status, in: folder)
      #expect(value("working_tree_clean", of: dirty) == .truth(false))
      #expect(value("uncommitted_changes", of: dirty) == .quantity(Quantity(3)))
      #expect(value("untracked_files", of: dirty) == .quantity(Quantity(1)))
      _ = try run("git checkout -q --detach", in: folder)
      let detached = try run(status, in: folder)
      #expect(value("uncommitted_changes", of: detached) == .quantity(Quantity(3)))
      #expect(value("branch", of: detached) == nil)
    }
  }

  @Test func readsDiskFreeAndProcesses() throws {
    try withFolder { folder in
      let share = Recognition().captures(in: try run("df -h /", in: folder)).first {
        $0.name == "Use%"
      }
      #expect(share?.quantity?.unit == .percent)
      #expect(share?.row == nil)
      let count = value("value", of: try run("printf 'a\\nb\\n' | wc -l", in: folder))
      #expect(count == .quantity(Quantity(2)))
    }
  }

  /// Each with a capture that is found whenever the tool is there and ends well.
  @Test(
    arguments: [
      ("free", "mem_total"), ("free -h", "mem_available"), ("free -m", "swap_total"),
      ("uptime", "load_average_5m"), ("uptime -p", "uptime"),
      ("cat /proc/loadavg", "load_average_1m"),
      ("du -sh .", "size"), ("du -sm . /etc/passwd", "row_count"), ("ls -l /etc/passwd", "size"),
      ("ls -lh /etc/passwd", "size"), ("ls -la --time-style=long-iso /etc/ssl", "row_count"),
      ("ping -c 1 127.0.0.1", "packet_loss"), ("ping -c 1 127.0.0.1 | tail -1", "rtt_avg"),
      ("ss -tln", "listening_sockets"), ("netstat -tln", "listening_sockets"),
      ("date", "date"), ("date -u +%Y-%m-%dT%H:%M:%SZ", "date"),
      ("git diff --shortstat HEAD", "files_changed"), ("git rev-parse --short HEAD", "commit"),
      ("git diff --stat HEAD", "insertions"), ("git stash list", "stashes"),
      ("git log --oneline HEAD..HEAD", "commits"), ("git branch --show-current", "branch"),
      ("echo '{\"a\":{\"b\":5}}' | jq .a.b", "a.b"),
      ("openssl x509 -noout -dates -in c", "notAfter"),
      ("openssl x509 -noout -checkend 60 -in c", "will_expire"), ("df -P /", "Capacity"),
      ("openssl verify -CAfile c c", "verified"), ("df -i /", "IUse%"), ("df -hT /", "Type"),
    ])
  func readsWhatTheseToolsPrint(command: String, name: String) throws {
    let makeCertificate =
      "openssl req -x509 -newkey rsa:2048 -nodes -keyout k -out c -days 9 -subj /CN=x 2> /dev/null"
    try withFolder { folder in
      _ = try run("git init -q -b main . && git commit -q --allow-empty -m one", in: folder)
      _ = try run("echo 1 > a; git add a; git commit -qm two; echo 2 >> a", in: folder)
      if command.contains("-in c") || command.contains("verify") {
        _ = try run(makeCertificate, in: folder)
      }
      let tool = command.split(separator: " ").first ?? ""
      let needed = command.contains("jq") ? "jq" : String(tool)
      guard try run("command -v \(needed)", in: folder).exitStatus == 0 else { return }
      let output = try run(command, in: folder)
      // A ping may not be allowed; what ended badly is no evidence either.
      guard output.exitStatus == 0, !output.stdout.isEmpty || output.isSilentSuccess else { return }
      #expect(value(name, of: output) != nil, "\(output.stdout)")
    }
  }
}
