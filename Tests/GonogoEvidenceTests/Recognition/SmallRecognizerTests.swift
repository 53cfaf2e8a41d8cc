import Testing

@testable import GonogoEvidence

@Suite struct SmallRecognizerTests {
  @Test func readsOneNumber() {
    #expect(foundByAll("nproc", "2\n") == ["value = 2 (2.0)"])
    #expect(foundByAll("./latency", "\n  45 ms \n\n") == ["value = 45 ms (45.0 ms)"])
    #expect(foundByAll("./x", "1\n2\n").isEmpty)
    #expect(foundByAll("./x", "about 5\n").isEmpty)
    #expect(foundByAll("./x", "5\n", isTruncated: true).isEmpty)
  }

  @Test func readsWordCounts() {
    #expect(foundByAll("grep x y | wc -l", "2\n") == ["value = 2 (2.0)"])
    #expect(foundByAll("wc -l /etc/passwd", "24 /etc/passwd\n") == ["value = 24 (24.0)"])
    #expect(foundByAll("wc -l a b", "  24 a\n  47 b\n  71 total\n").isEmpty)
    #expect(foundByAll("wc /etc/passwd", "  24   31 1221 /etc/passwd\n").isEmpty)
    #expect(foundByAll("cat x", "24 /etc/passwd\n").isEmpty)
  }

  @Test func tellsTheLastLineOfAnything() {
    #expect(
      found(LineRecognizer(), "./x", "a\n b \n\n") == ["~last_line = b", "~line_count = 3 (3.0)"])
    #expect(found(LineRecognizer(), "./x", " \n").isEmpty)
    #expect(found(LineRecognizer(), "./x", "a\n", isTruncated: true).isEmpty)
  }

  private let headers = "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 255\r\n\r\n"

  @Test func readsHTTPStatuses() {
    let ok = ["http_status = 200 (200.0)"]
    #expect(foundByAll("curl -sI http://x/", headers) == ok)
    #expect(
      foundByAll("curl -i http://x/", headers + "HTTP/1.1 500 is what a body may say\n") == ok)
    #expect(foundByAll("curl -sIL http://x/", "HTTP/2 301 \nlocation: y\n\n" + headers) == ok)
    #expect(
      foundByAll("curl -sI http://x/", "HTTP/1.1 200 Connection established\n\nHTTP/2 503\n\n")
        == ["http_status = 503 (503.0)"])
    #expect(
      foundByAll("curl -s -o /dev/null -w '%{http_code}\\n' http://x/", "404\n")
        == ["http_status = 404 (404.0)"])
    #expect(
      foundByAll(
        "curl -v http://x/", "{\"a\": 5}",
        stderr: "* Trying\n> GET / HTTP/1.1\n< HTTP/1.0 200 OK\n< Server: x\n") == ok + [
          "a = 5 (5.0)"
        ])
  }

  @Test(
    arguments: [
      ("cat x", "HTTP/1.1 200 OK\n\n"), ("curl http://x/", "HTTP/1.1 200 OK\n\n"),
      ("curl -I x", "see HTTP/1.1 200 OK\n"), ("curl -I x", "HTTP/1.1 900 OK\n"),
      ("curl -I x", "HTTP/9 200 OK\n"), ("curl -I x; curl -I y", "HTTP/1.1 200 OK\n\n"),
      ("curl -w '%{http_code}' x", "hello200"), ("curl -I x", ""),
      ("curl -I x || echo 'HTTP/1.1 200 OK'", "HTTP/1.1 200 OK\n"),
      ("curl -I http://x/ http://y/", "HTTP/1.1 200 OK\n\n"),
      ("curl -I x y", "HTTP/1.1 200 OK\n\nHTTP/1.1 500 No\n\n"),
    ])
  func refusesOtherStatuses(command: String, stdout: String) {
    #expect(foundByAll(command, stdout).isEmpty)
  }

  /// `000` is what curl writes when nobody answered: no status that anybody expects.
  @Test func takesNoAnswerForAStatusThatFails() {
    let captures = foundByAll("curl -s -o /dev/null -w '%{http_code}' http://x/", "000")
    #expect(captures == ["http_status = 0 (0.0)"])
  }

  @Test func takesNoTraceThatAnotherCommandMayHaveWritten() {
    let trace = "< HTTP/1.1 200 OK\n"
    let found = foundByAll("curl -v x -o /dev/null", "", stderr: trace)
    #expect(found == ["http_status = 200 (200.0)"])
    #expect(foundByAll("curl -v x || echo '< HTTP/1.1 200 OK' >&2", "", stderr: trace).isEmpty)
  }

  @Test func readsPytest() {
    let report = "=== FAILURES ===\nE  assert\n"
    let framed =
      "============== 1 failed, 1 passed, 1 skipped, 1 xfailed in 0.87s ===============\n"
    #expect(
      foundByAll("pytest", report + framed) == [
        "failed = 1 (1.0)", "passed = 1 (1.0)", "skipped = 1 (1.0)", "xfailed = 1 (1.0)",
      ])
    #expect(
      foundByAll("python -m pytest -q", "1 passed, 3 deselected in 0.67s\n") == [
        "passed = 1 (1.0)", "deselected = 3 (3.0)", "failed = 0 (0.0)",
      ])
    #expect(
      foundByAll("pytest", "=== 2 passed, 1 error in 0.10s ===\n")
        == ["passed = 2 (2.0)", "errors = 1 (1.0)"])
    #expect(foundByAll("pytest", "=== 4 deselected in 0.75s ===\n") == ["deselected = 4 (4.0)"])
    #expect(
      foundByAll("pytest", "!!!!!! KeyboardInterrupt !!!!!!\n=== 1 passed in 0.10s ===\n")
        == ["passed = 1 (1.0)"])
    #expect(foundByAll("pytest | tail -1", framed).isEmpty)
    #expect(foundByAll("cat x", framed).isEmpty)
    #expect(foundByAll("pytest", "no tests ran in 0.01s\n").isEmpty)
  }

  @Test func addsUpCargoTests() {
    let stderr = "     Running unittests src/lib.rs (target/debug/deps/cr-f7)\n   Doc-tests cr\n"
    let line =
      "\nrunning 3 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n"
    let doc =
      "\nrunning 1 test\ntest result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n"
    let sums = ["passed = 3 (3.0)", "failed = 0 (0.0)", "ignored = 1 (1.0)"]
    #expect(foundByAll("cargo test", line + doc, stderr: stderr) == sums)
    #expect(foundByAll("cargo test -q 2>/dev/null", line + doc) == sums)
    #expect(foundByAll("cargo test", line, stderr: stderr).isEmpty)
    #expect(foundByAll("cargo test -q", line + doc + "\nrunning 4 tests\n").isEmpty)
    #expect(foundByAll("cargo test | head -20", line + doc, stderr: stderr).isEmpty)
    #expect(found(CargoTestRecognizer(), "cargo test", "test result: ok. many passed\n").isEmpty)
  }

  @Test func countsGoPackages() {
    let stdout = "ok  \tx/a\t0.003s\n?   \tx/b\t[no test files]\n"
    #expect(
      foundByAll("go test ./...", stdout) == [
        "passed_packages = 1 (1.0)", "failed_packages = 0 (0.0)", "untested_packages = 1 (1.0)",
      ])
    #expect(
      foundByAll(
        "go test ./...", stdout + "--- FAIL: TestC (0.00s)\nFAIL\nFAIL\tx/c\t0.004s\nFAIL\n")[1]
        == "failed_packages = 1 (1.0)")
    #expect(foundByAll("go test ./... 2>&1 | head -20", stdout).isEmpty)
    #expect(foundByAll("go test ./...", "# x/c\nc.go:1:1: syntax error\n" + stdout).isEmpty)
    #expect(foundByAll("go test ./...", stdout + "FAIL\n").isEmpty)
  }

  @Test func readsJest() {
    let summary = """
      Test Suites: 1 failed, 2 passed, 3 total
      Tests:       1 failed, 5 passed, 6 total
      Snapshots:   0 total
      Time:        1.2 s
      """
    #expect(
      foundByAll("npm test", "", stderr: summary) == [
        "passed = 5 (5.0)", "failed = 1 (1.0)", "total = 6 (6.0)",
      ])
    let broken = "Test Suites: 1 failed, 1 total\nTests:       5 passed, 5 total\n"
    #expect(foundByAll("npm test", "", stderr: broken).isEmpty)
  }
}
