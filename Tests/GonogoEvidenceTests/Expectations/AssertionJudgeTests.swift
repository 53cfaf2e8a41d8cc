import GonogoCore
import GonogoEvidence
import Testing

struct AssertionJudgeTests {
  private func output(_ text: String, isTruncated: Bool = false) -> OutputRecord {
    OutputRecord(
      bytes: text.utf8.count, digest: "", text: text, isTruncated: isTruncated, file: nil)
  }

  private func command(
    _ text: String = "probe", _ stdout: String = "", stderr: String = "", status: Int = 0,
    isTruncated: Bool = false, captures: [Capture] = []
  ) -> ObservedCommand {
    let result = CommandResult(
      command: 0, outcome: .ran, status: status, pipeline: [status],
      stdout: output(stdout, isTruncated: isTruncated), stderr: output(stderr), captures: captures)
    return ObservedCommand(name: text, text: text, result: result)
  }

  private func captured(_ text: String, _ stdout: String) -> ObservedCommand {
    let captures = Recognition().captures(
      in: CommandOutput(
        command: text, stdout: stdout, stderr: "", isTruncated: false, exitStatus: 0))
    return command(text, stdout, captures: captures)
  }

  private func verdict(_ assertion: Assertion, _ commands: ObservedCommand...) -> Verdict {
    AssertionJudge.judge(assertion, commands).verdict
  }

  /// One of two endpoints being down is not made good by the other.
  @Test(arguments: [
    ("000\n", Verdict.unknown), ("500\n", .unknown), ("", .unknown), ("hello", .unknown),
    ("200\n", .pass),
  ])
  func wantsAStatusOfEveryRequest(first: String, wanted: Verdict) {
    let ask = "curl -s -o /dev/null -w '%{http_code}\\n' http://x.test || true"
    #expect(verdict(.status([200]), captured(ask, first), captured(ask, "200\n")) == wanted)
  }

  @Test(arguments: [
    ("kubectl get pods", "1/1", Verdict.pass), ("kubectl get pods -n shop", "1/1", .pass),
    ("kubectl get pods", "1/2", .unknown), ("kubectl get pods web-1", "1/1", .unknown),
    ("kubectl get pod/web-1", "1/1", .unknown), ("kubectl get pods -l app=web", "1/1", .unknown),
    ("kubectl get pods --selector app=web", "1/1", .unknown),
    ("docker ps --filter name=web", "1/1", .unknown), ("docker compose ps web", "1/1", .unknown),
  ])
  func wantsAllOfThemShownAndReady(text: String, ready: String, wanted: Verdict) {
    let captures = [
      Capture(name: "row_count", value: .quantity(Quantity(1)), text: "1", recognizer: "test"),
      Capture(name: "STATUS", value: .text("Running"), text: "Running", recognizer: "test"),
      Capture(name: "READY", value: .text(ready), text: ready, recognizer: "test"),
    ]
    #expect(
      verdict(.all(noun: "pods", state: "Running"), command(text, "x", captures: captures))
        == wanted)
  }

  @Test(
    arguments: [
      ([("errors", 0.0)], Verdict.pass), ([("errors", 3)], .fail), ([("new_errors", 0)], .unknown),
      ([("errors", 0), ("db_errors", 9)], .unknown), ([("errors", 0), ("db_errors", 0)], .pass),
      ([("errors", 0), ("data.errors", 4)], .unknown), ([("errors", 3), ("db_errors", 0)], .fail),
      ([("verified_errors", 0)], .unknown), ([("error_count", 0), ("warnings", 5)], .pass),
    ] as [([(String, Double)], Verdict)])
  func countsNoneOnlyWhereNoOtherNameSpeaksOfMore(counts: [(String, Double)], wanted: Verdict) {
    let captures = counts.map { name, number in
      Capture(
        name: name, value: .quantity(Quantity(number)), text: "\(Int(number))", recognizer: "test")
    }
    #expect(verdict(.zero(noun: "errors"), command("probe", "x", captures: captures)) == wanted)
  }

  static let everyKind: [Assertion] = [
    .status([200]), .contains(["ready"]), .matches("ready"), .empty, .zero(noun: "errors"),
    .all(noun: "pods", state: "Running"), .state("ready"),
    .sample(Claim.Sample(text: "ready", line: 1)),
  ]

  @Test(arguments: everyKind)
  func knowsNothingOfWhatWasNotSeenWhole(assertion: Assertion) {
    let notReached = ObservedCommand(name: "probe", text: "probe", result: nil)
    #expect(verdict(assertion, notReached) == .unknown)
    #expect(verdict(assertion, command("probe", "ready", status: 1)) == .unknown)
    #expect(verdict(assertion, command("probe", "ready", isTruncated: true)) == .unknown)
    #expect(AssertionJudge.judge(assertion, []).verdict == .unknown)
  }

  @Test func takesTheExitStatusFromTheStatus() {
    #expect(verdict(.exit(0), command()) == .pass)
    #expect(verdict(.exit(0), command(status: 3)) == .fail)
    #expect(verdict(.exit(3), command(status: 3)) == .pass)
    #expect(verdict(.exit(1), command("probe", "1")) == .fail)
    #expect(verdict(.exit(0), command(), command()) == .unknown)
    let lost = ObservedCommand(
      name: "a", text: "a", result: CommandResult(command: 0, outcome: .timedOut, status: 0))
    #expect(verdict(.exit(0), lost) == .unknown)
    let hidden = CommandResult(command: 0, outcome: .ran, status: 0, pipeline: [2, 0])
    #expect(verdict(.exit(0), ObservedCommand(name: "a", text: "a", result: hidden)) == .unknown)
  }

  @Test(arguments: [
    ("curl -I http://x.test", "HTTP/1.1 200 OK\nServer: x\n\n", Verdict.pass),
    ("curl -I http://x.test", "HTTP/1.1 503 Service Unavailable\n\n", .fail),
    ("curl -s http://x.test", "200", .pass), ("./status", "404\n", .fail),
    ("curl -s http://x.test", "{\"status\": 200}", .unknown),
    ("curl -s http://x.test", "200 rows", .unknown), ("curl -s http://x.test", "", .unknown),
    ("./count", "2000", .unknown), ("./count", "000", .unknown),
    ("curl -s -o /dev/null -w '%{http_code}\\n' http://x.test || true", "000\n", .fail),
    ("curl -sI http://x.test || echo 'HTTP/1.1 200 OK'", "HTTP/1.1 200 OK\n", .unknown),
    ("curl -s http://x.test || echo 200", "200\n", .unknown),
    ("curl -sI http://x.test http://y.test", "HTTP/1.1 200 OK\n\nHTTP/1.1 500 No\n\n", .unknown),
  ])
  func takesAnHTTPStatusOnlyWhereItIsOne(text: String, stdout: String, wanted: Verdict) {
    #expect(verdict(.status([200, 204]), captured(text, stdout)) == wanted)
  }

  @Test(arguments: [
    ("ready", "ready\n", Verdict.pass), ("ready", "(ready)", .pass), ("ready", "- ready.", .pass),
    ("ready", "state: ready", .pass), ("ready", "{\"state\":\"ready\"}", .pass),
    ("ready", "starting\nready\n", .pass), ("ready", "service ready\n", .unknown),
    ("ready", "ERROR: connection refused; would have said ready", .unknown),
    ("ready", "ready\nERROR: connection refused", .unknown), ("ready", "ready\n0 errors", .pass),
    ("ready", "ready\nerrors: 0", .pass), ("ready", "ready\nunready", .unknown),
    ("PASS", "Expected: PASS / Got: FAIL", .unknown), ("PASS", "Expected: PASS\nGot: x", .unknown),
    ("PASS", "PASS\nFAIL", .unknown), ("PASS", "PASS", .pass), ("pong", "pong failed", .unknown),
    ("true", "a: true\nb: false", .unknown), ("0", "0", .pass), ("0", "10", .unknown),
    ("0", "failed: 0", .pass), ("0", "-0", .unknown), ("FAIL", "result: FAIL", .pass),
    ("healthy", "unhealthy", .unknown), ("is ready", "db is ready", .pass),
    ("is ready", "error: nobody is ready", .unknown), ("DATABASE_URL", "DATABASE_URL  set", .pass),
    ("DATABASE_URL", "error: DATABASE_URL not set", .unknown),
    ("is ready", "db is ready\nerror: disk", .pass),
    ("ready", "already", .unknown), ("ready", "Ready", .unknown), ("ready", "not ready", .unknown),
    ("ready", "ready: false", .unknown), ("ready", "\"ready\": 0", .unknown),
    ("ready", "un-ready", .unknown), ("passed", "0 passed", .unknown), ("ready", "broken", .fail),
    ("\"status\": \"ok\"", "{\"status\": \"ok\"}", .pass),
    ("\"status\": \"ok\"", "{\"status\":\"ok\"}", .unknown),
    ("\"status\":\"ok\"", "{\"status\":\"down\"}", .fail),
    ("/usr/bin/jq", "jq is /usr/bin/jq.", .pass), ("/usr/bin/jq", "/opt/usr/bin/jq", .unknown),
    ("/usr/bin/jq", "/usr/bin/jq.old", .unknown), ("/usr/bin/jq", "/usr/bin/jq/x", .unknown),
    ("/usr/bin/jq", "/usr/local/bin/jq", .fail), ("/usr/bin/jq", "/usr/bin/jq", .pass),
    ("/usr/bin/jq", "jq: /usr/bin/jq\n", .pass), ("/usr/bin/jq", "found at /usr/bin/jq", .pass),
    ("/usr/bin/jq", "/usr/bin/jq is missing", .unknown),
    ("/usr/bin/jq", "would remove /usr/bin/jq", .unknown),
    ("/usr/bin/jq", "/usr/bin/jq: absent", .unknown),
    ("/usr/bin/jq", "jq missing in /usr/bin/jq", .unknown),
  ])
  func looksForTheLettersThemselves(text: String, stdout: String, wanted: Verdict) {
    #expect(verdict(.contains([text]), command("probe", stdout)) == wanted)
  }

  @Test func wantsAllTextsThatAreNamed() {
    #expect(verdict(.contains(["alpha", "beta"]), command("probe", "alpha beta")) == .pass)
    #expect(verdict(.contains(["alpha", "beta"]), command("probe", "alpha")) == .fail)
    #expect(verdict(.matches("^v[0-9]+$"), command("probe", "a\nv12\n")) == .pass)
    #expect(verdict(.matches("^v[0-9]+$"), command("probe", "v12b\n")) == .fail)
  }

  @Test(arguments: [
    ("a\nb", "a\nb\n", Verdict.pass), ("a\nb\n\n", "a  \nb\t\n", .pass), ("a\nb", "a\nc", .unknown),
    ("a\n...\nz", "a\nb\nc\nz", .unknown), ("a\n…", "a\nFATAL ERROR\n", .unknown),
    ("web-1 is <state>", "web-1 is down", .unknown), ("took ... ms", "took 17 ms", .unknown),
    ("a ... b", "a ... b", .unknown),
    ("...", "a", .unknown),
    ("a", "A", .unknown), ("a", "", .unknown), ("a", "a\na", .unknown), ("", "", .unknown),
  ])
  func comparesAShownOutput(sample: String, stdout: String, wanted: Verdict) {
    let assertion = Assertion.sample(Claim.Sample(text: sample, line: 3))
    #expect(verdict(assertion, command("probe", stdout)) == wanted)
  }

  @Test func hearsSilenceOnlyWhereNothingIsFiltered() {
    #expect(verdict(.empty, command("probe", "\n")) == .pass)
    #expect(verdict(.empty, command("probe", "x")) == .fail)
    #expect(verdict(.empty, command("probe", "", stderr: "x")) == .fail)
    #expect(verdict(.empty, command("probe | grep x", "")) == .unknown)
  }

  private func count(_ name: String, _ value: Double, row: Int? = nil) -> Capture {
    Capture(
      name: name, row: row, value: .quantity(Quantity(value)), text: "\(Int(value))",
      recognizer: "test")
  }

  @Test func countsOnlyByName() {
    let zero = Assertion.zero(noun: "errors")
    #expect(verdict(zero, command("lint", captures: [count("errors", 0)])) == .pass)
    #expect(verdict(zero, command("lint", captures: [count("error_count", 2)])) == .fail)
    #expect(verdict(zero, command("lint", captures: [count("warnings", 0)])) == .unknown)
    #expect(verdict(zero, command("lint", captures: [count("disk_errors", 0)])) == .unknown)
    #expect(verdict(zero, command("lint", captures: [count("errors", 0, row: 1)])) == .unknown)
    #expect(verdict(zero, command("lint | head", captures: [count("errors", 0)])) == .unknown)
    #expect(verdict(zero, command("lint", "")) == .unknown)
    #expect(
      verdict(.zero(noun: "failures"), command("t", captures: [count("failed", 0)])) == .pass)
  }

  private static func table(_ states: String...) -> String {
    "NAME       STATUS    AGE\n"
      + states.enumerated().map { index, state in
        "pod-\(index)      " + state + String(repeating: " ", count: 10 - state.count) + "5d\n"
      }.joined()
  }

  @Test(arguments: [
    ("kubectl get pods", table("Running", "Running"), Verdict.pass),
    ("kubectl get pods", table("Running"), .pass),
    ("kubectl get pods", table("Running", "Error"), .fail),
    ("kubectl get pods", table("Running", "Done"), .unknown),
    ("kubectl get pods", "NAME       STATUS    AGE\n", .unknown),
    ("kubectl get pods", "", .unknown),
    ("kubectl get pods | grep -v x", table("Running"), .unknown),
    ("kubectl get pods --field-selector=status.phase=Running", table("Running"), .unknown),
  ])
  func wantsEveryRow(text: String, stdout: String, wanted: Verdict) {
    #expect(verdict(.all(noun: "pods", state: "Running"), captured(text, stdout)) == wanted)
  }

  @Test func wantsAsManyRowsAsAreNamed() {
    let two = captured("kubectl get pods", Self.table("Running", "Running"))
    #expect(verdict(.all(noun: "2 pods", state: "Running"), two) == .pass)
    #expect(verdict(.all(noun: "3 pods", state: "Running"), two) == .unknown)
  }

  @Test(arguments: [
    ("active", "active\n", Verdict.pass), ("Active", "active", .pass),
    ("active", "inactive", .fail),
    ("active", "activating", .unknown), ("active", "it is active", .unknown),
    ("healthy", "{\"status\": \"healthy\"}", .pass),
    ("healthy", "{\"status\": \"degraded\"}", .fail),
    ("healthy", "{\"status\": \"ok\"}", .unknown), ("ok", "{\"status\": \"ok\"}", .pass),
    ("healthy", "{\"status\": \"healthy\", \"state\": \"healthy\"}", .unknown),
    ("PONG", "PONG\n", .pass), ("up", "", .unknown),
  ])
  func wantsOneState(state: String, stdout: String, wanted: Verdict) {
    #expect(verdict(.state(state), captured("probe", stdout)) == wanted)
  }
}
