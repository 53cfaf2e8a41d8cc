import GonogoCore
import Testing

@testable import GonogoEvidence

@Suite struct RecognitionTests {
  /// The same numbers in every run, so that what fails can be run again.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let commands = [
    "psql -c 'select 1'", "psql --csv -c 'select 1'", "time ./x", "git status", "git status -sb",
    "git status --porcelain=v2", "git log --oneline", "df -h", "ps aux", "curl -i x",
    "curl -o /dev/null -w '%{time_total}' x", "kubectl get pods", "kubectl top nodes", "docker ps",
    "docker stats --no-stream", "free -h", "uptime", "du -sh x", "ls -l", "ping x", "ss -tln",
    "netstat -tln", "systemctl status x", "systemctl --failed", "openssl x509 -dates", "dig x",
    "redis-cli info", "terraform plan", "helm list", "helm status x", "apt list --upgradable",
    "date", "jq .a", "git diff --stat", "git rev-parse HEAD", "npm audit", "coverage report",
    "go test -json", "ping x | tail -2", "sudo -u x docker exec -it y redis-cli info",
    "curl -v x", "pytest", "cargo test", "go test", "wc -l x", "./x", "", "'", "$(", "<<",
  ]
  private static let pieces = [
    " a | b ", "---+---", " 1 | 2", "(1 row)", "(2 rows)", "+---+", "| a |", "-[ RECORD 1 ]-",
    "a | 1",
    "real\t0m0.1s", "user\t0m0.1s", "sys\t0m0.1s", "On branch main", "Untracked files:", "\tx",
    "nothing to commit, working tree clean", "## main...origin/main [ahead 1]", "?? x", " M y",
    "1 .M N... 1 1 1 1 1 a", "key: 5", "key=5", "{\"a\": [1, {\"b\": 2}]}", "[", "NAME   READY",
    "x      1", "HTTP/2 200", "< HTTP/2 200", "=== 1 passed in 0.1s ===", "5", "a,b", "\"", "日本|é+",
    "Filesystem Size Use% Mounted on", "/dev/a 1G 5% /", "PID TTY CMD", "1 ? x", "", " ", "\r",
    "─┼─", "NAME CPU(cores) MEMORY(bytes)", "Mem: 1Gi 2 3", "  total used free", "4K\tx",
    "rtt min/avg/max/mdev = 1/2/3/4 ms", "3 packets transmitted, 3 received, 0% packet loss",
    "State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess", "LISTEN 0 1 a b",
    "● x.service - y", "     Active: active (running) since x", "0 loaded units listed.",
    "notAfter=x", "Verify return code: 0 (ok)", ";; flags: qr; QUERY: 1, ANSWER: 1", "a:1",
    "db0:keys=1", "Plan: 1 to add, 0 to change, 0 to destroy.", "NAME\tSTATUS\tCHART",
    "NAME: x", "Listing...", " 1 file changed, 1 insertion(+)", "found 0 vulnerabilities",
    "Name Stmts Miss Cover", "TOTAL 1 1 50%", " Test Files  1 passed (1)", "Tests  1 passed (1)",
    "# tests 1", "# pass 1", "-rw-r--r-- 1 a b 4 Nov 23 16:04 x", " up 1:02, 1 user,",
    "load average: 1.0, 1.0, 1.0", "{\"Action\":\"pass\"}", "CONTAINER ID   STATUS",
    "All files | 1 | 2 |", "File | % Stmts |",
    "test result: ok. 2 passed; 0 failed; 1 ignored;", "ok  \tx\t0.1s", "│", "└", "…", "12",
  ]

  private func captures(_ command: String, _ stdout: String, _ stderr: String) -> [Capture] {
    Recognition().captures(
      in: CommandOutput(
        command: command, stdout: stdout, stderr: stderr, isTruncated: false, exitStatus: 0))
  }

  @Test(arguments: 0..<20)
  func survivesAnyMixtureOfLinesAndGivesEachNameOnce(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<60 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &dice) {
        text += Self.pieces.randomElement(using: &dice) ?? ""
        if Bool.random(using: &dice) || Bool.random(using: &dice) { text += "\n" }
      }
      let found = captures(Self.commands.randomElement(using: &dice) ?? "", text, text)
      #expect(Set(found.map(\.reference)).count == found.count)
      for capture in found { #expect(!capture.name.isEmpty && !capture.text.isEmpty) }
    }
  }

  @Test(arguments: 0..<20)
  func survivesAnyBytes(seed: Int) {
    var dice = Dice(state: UInt64(seed) << 32)
    for _ in 0..<40 {
      let length = Int.random(in: 0...400, using: &dice)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let text = String(decoding: bytes, as: UTF8.self)
      let known = Self.commands.randomElement(using: &dice) ?? ""
      _ = captures(known, text, text)
      _ = captures(text, text, "")
    }
  }

  @Test(
    arguments: [
      "---", "---+---", " a | b ", "(1 row)", "-[ RECORD 1 ]", "a | 1", "key: 5", "a: b c=d",
      "{\"a\":1}",
      "[", "NAME   READY", "real\t0m0.1s", "On branch main", "?? x", "HTTP/1.1 301 x", "\"", "a,b",
      "+---+", "│", "(", "'", "$(", "<<E", "test result: ok. 1 passed; 0 failed; 0 ignored;", "",
      "- [x] done", "```", "1 M N", "x -> y", " ... ",
    ])
  func staysLinear(line: String) {
    let long = Array(repeating: line, count: 30_000).joined(separator: "\n")
    let wide = Array(repeating: line, count: 30_000).joined()
    let took = ContinuousClock().measure {
      _ = captures("psql", long, long)
      _ = captures("git status -s", long, "")
      _ = captures("psql", " a \n---\n" + wide, "")
      _ = captures("git status", "On branch main\nUntracked files:\n\t\(wide)\n", "")
      _ = captures("git status", "On branch main\nUnmerged paths:\n\trenamed: \(wide)\n", "")
      _ = captures(wide, "", "")
      _ = captures(long, "", "")
    }
    #expect(took < .seconds(30), "\(took)")
  }

  @Test func readsAHundredThousandLinesInLinearTime() {
    let log = (0..<100_000).map { "2026-11-23 16:21:42 INFO worker \($0): took 5 ms" }
      .joined(separator: "\n")
    let took = ContinuousClock().measure {
      #expect(captures("./x", log, log).map(\.name) == ["last_line", "line_count"])
      #expect(captures("psql", log, log).map(\.name) == ["last_line", "line_count"])
    }
    #expect(took < .seconds(60), "\(took)")
  }

  @Test func keepsHugeTablesOut() {
    let rows = Array(repeating: " 1", count: 20_000).joined(separator: "\n")
    #expect(
      foundByAll("psql -c x", " n \n---\n\(rows)\n(20000 rows)\n") == [
        "~row_count = 20000 (20000.0)"
      ])
  }

  @Test func namesEveryRecognizerOnce() {
    let names = Recognition.all.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
