import Testing

@testable import GonogoEvidence

/// Long outputs of each tool: what one recognizer keeps reading to the end, whole or spoiled by its
/// last line.
@Suite struct RecognizerCostTests {
  private static let samples: [(command: String, head: String, line: String)] = [
    ("kubectl get pods", "NAME   READY   STATUS    AGE", "cart   1/1     Running   17m"),
    ("kubectl top pods", "NAME   CPU(cores)   MEMORY(bytes)", "cart   250m         12Mi"),
    ("docker ps", "NAMES   STATUS", "cart    Up 3 hours (healthy)"),
    ("docker stats --no-stream", "NAME   CPU %   MEM USAGE / LIMIT", "cart   0.1%    1MiB / 2GiB"),
    ("free -h", "  total used free", "Mem: 1Gi 2Gi 3Gi"), ("du -h x", "4K\ta", "4K\tb"),
    ("ls -l", "total 8", "-rw-r--r-- 1 a b 49 Nov 23 16:04 hosts"),
    ("ping x", "PING x", "64 bytes from x: icmp_seq=1 ttl=64 time=0.759 ms"),
    ("systemctl list-units", "  UNIT LOAD ACTIVE SUB DESCRIPTION", "  a.service loaded active a b"),
    ("systemctl status a", "● a.service - A", "     Active: active (running) since x"),
    ("journalctl", "-- Logs begin at x", "-- No entries --"),
    (
      "ss -tln", "State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess",
      "LISTEN 0 128 0.0.0.0:2024 0.0.0.0:*"
    ),
    ("openssl x509 -dates", "notBefore=a", "    Verify return code: 0 (ok)"),
    ("openssl s_client", "CONNECTED", "    Verify return code: 0 (ok)"),
    ("dig x", ";; Got answer:", ";; flags: qr; QUERY: 1, ANSWER: 2"), ("dig +short x", "a", "b"),
    ("redis-cli info", "# Server", "connected_clients:1"),
    ("terraform plan", "x", "Plan: 2 to add, 1 to change, 0 to destroy."),
    ("helm list", "NAME\tSTATUS\tCHART", "cart \tdeployed\tcart-1"),
    ("apt list --upgradable", "Listing...", "a/b 1 amd64 [upgradable from: 0]"),
    ("git diff --stat", " a | 1 +", " b | 1 +"), ("git diff --name-only", "a", "b"),
    ("git stash list", "stash@{0}: a", "stash@{1}: b"), ("npm audit", "x", "x found 0"),
    ("go test -v", "=== RUN   A", "--- PASS: A (0.00s)"), ("uptime", "a, b, c, d, e", "x"),
    ("go test -json", "{\"Action\":\"run\"}", "{\"Action\":\"run\",\"Test\":\"A/b\"}"),
    ("coverage report", "Name Stmts Miss Cover", "TOTAL 1 1 50%"), ("jq .a", "\"a", "\"a"),
    ("npx vitest", " Test Files  1 passed (1)", "      Tests  1 passed (1)"),
    ("node --test", "# tests 1", "# pass 1"), ("npx jest", "File | % Stmts |", "All files | 1 |"),
  ]

  /// The time that `count` lines take, once with a last line that belongs there and once without.
  private func time(
    _ sample: (command: String, head: String, line: String), count: Int
  ) -> Duration {
    let lines = Array(repeating: sample.line, count: count).joined(separator: "\n")
    let text = "\(sample.head)\n\(lines)\n"
    return ContinuousClock().measure {
      for end in ["", "what nobody expects\n"] {
        _ = Recognition().captures(
          in: CommandOutput(
            command: sample.command, stdout: text + end, stderr: "", isTruncated: false,
            exitStatus: 0))
      }
    }
  }

  @Test func takesTimeInProportionToTheOutput() {
    for sample in Self.samples {
      let short = time(sample, count: 1000)
      let long = time(sample, count: 10_000)
      // Ten times the lines; four times that for what else the machine is doing.
      #expect(long < short * 40 + .milliseconds(300), "\(sample.command): \(short), \(long)")
    }
  }

  @Test func survivesOneEndlessLine() {
    for sample in Self.samples {
      let wide = Array(repeating: sample.line, count: 20_000).joined(separator: " ")
      let took = ContinuousClock().measure {
        for text in [wide, "\(sample.head)\n\(wide)\n", "\(wide)\n\(sample.line)\n"] {
          _ = Recognition().captures(
            in: CommandOutput(
              command: sample.command, stdout: text, stderr: "", isTruncated: false))
        }
      }
      #expect(took < .seconds(10), "\(sample.command): \(took)")
    }
  }

  @Test func survivesEndlessCommands() {
    for word in ["sudo ", "timeout 5 ", "docker exec x ", "-u x ", "a | ", "tee | ", "-w %{a} "] {
      let long = String(repeating: word, count: 20_000) + "df"
      let took = ContinuousClock().measure {
        _ = Recognition().captures(
          in: CommandOutput(command: long, stdout: "x\n", stderr: "", isTruncated: false))
      }
      #expect(took < .seconds(10), "\(word): \(took)")
    }
  }
}
