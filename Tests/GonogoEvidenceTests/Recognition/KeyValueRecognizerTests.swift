import Testing

@testable import GonogoEvidence

@Suite struct KeyValueRecognizerTests {
  private func read(_ stdout: String) -> [String] { found(KeyValueRecognizer(), "./x", stdout) }

  @Test func readsColonLines() {
    #expect(
      read("MemTotal:       24684084 kB\nCached:          1111420 kB\n") == [
        "MemTotal = 24684084 kB (24684084.0 kB)", "Cached = 1111420 kB (1111420.0 kB)",
      ])
    let lscpu = """
      Architecture:                            x86_64
      CPU(s):                                  2
      Thread(s) per core:                      1
      BogoMIPS:                                5192.27
      L1d cache:                               64 KiB (2 instances)
      """
    #expect(
      read(lscpu) == [
        "Architecture = x86_64", "CPU(s) = 2 (2.0)", "Thread(s) per core = 1 (1.0)",
        "BogoMIPS = 5192.27 (5192.27)", "L1d cache = 64 KiB (2 instances)",
      ])
    #expect(read("Status: healthy\n") == ["Status = healthy"])
    #expect(read("Client Version: v1.32.4\nKustomize Version: v5.5.0\n").count == 2)
    #expect(read("Response time: 45 ms\r\n") == ["Response time = 45 ms (45.0 ms)"])
  }

  @Test func readsEqualsLines() {
    #expect(
      read("latency_ms=12.5\nNAME=\"Debian GNU/Linux\"\nID=debian\nnet.core.somaxconn = 4096\n")
        == [
          "latency_ms = 12.5 (12.5 ms)", "NAME = \"Debian GNU/Linux\"", "ID = debian",
          "net.core.somaxconn = 4096 (4096.0)",
        ])
  }

  @Test func leavesNestedLinesOut() {
    #expect(
      read("# Server\nname: a\nlimits:\n  cpu: 2\n  memory:\n    max: 3\nport: 80\n") == [
        "name = a", "port = 80 (80.0)",
      ])
  }

  @Test(
    arguments: [
      // Prose and messages.
      "Note: this takes 5 minutes\n", "Done: everything was migrated without any trouble\n",
      "Error: connection refused\n", "Warnings were found: 3\nso stop.\n", "ValueError: bad\n",
      "All good. Total: 5\n", "The following tables were changed: a and b and c\n",
      "one two three four five six: 7\n", "Usage: 5\n", "max errors per connection error: 3\n",
      // Traces.
      "Error: boom\n    at main (app.js:1:2)\n",
      "Traceback (most recent call last):\n  File \"x\"\n",
      "Exception in thread \"main\" java.lang.Error: x\n\tat A.b(A.java:1)\n",
      "Caused: x\n    at y: 3\n", "panic: oh\n\ngoroutine 1 [running]:\n",
      // Logs.
      "2026-11-23 16:21:42 INFO: count: 5\n", "Nov 23 16:21:42 host app: up\n", "16:21:42 up: 5\n",
      "level=info msg=\"x\" count=5\n", "level=info count=5\n", "info: a\nactive: 5\n",
      "active: 5\nstarting up\nidle: 3\n", "app: file: no such file\n",
      // Addresses.
      "https://example.org/?a=5\n", "localhost:8080\n", "http://x: 5\n", "a@b.c: 5\n",
      // Markdown and YAML.
      "- [x] Active: 5\n", "**Active**: 5\n", "```\nactive: 5\n```\n", "- active: 5\n",
      "| a | b: 5 |\n", "> active: 5\n", "## Active: 5\n", "---\nactive: 5\n", "list:\n- a: 5\n",
      // Code, tables and other shapes.
      "if x == 5:\n", "a == 5\n", "YWJj==\n", "let x = 5;y\n", " n \n---\n 1\n(1 row)\n",
      "Device: 254,0\tInode: 737         Links: 1\n", "  indented: 5\n", "a: 5\nb=6\n", ": 5\n",
      "=5\n", "{\"a\": 5}\n", "5\n", "",
    ])
  func refusesOtherText(stdout: String) {
    #expect(read(stdout).isEmpty)
  }

  @Test func dropsKeysThatComeTwice() {
    #expect(foundByAll("./x", "a: 1\nb: 2\na: 3\n") == ["b = 2 (2.0)"])
  }
}
