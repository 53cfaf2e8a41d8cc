import GonogoCore
import Testing

/// Comments of blocks that state how something must be.
struct CommentStatementTests {
  @Test(arguments: [
    "Dashboard: error rate < 0.1%", "> 20% free space required", "No errors in the log",
    "p95 latency < 500 ms",
  ])
  func areAskedWhereTheBlockHasNoCommand(comment: String) {
    let text = "# T\n\n## S\n\n```bash\n# Check the dashboards\n# \(comment)\n```\n"
    #expect(read(text).shownClaims == ["expectation \(comment)"])
  }

  @Test(arguments: [
    "Check the error rate", "Look at the traffic", "If it is > 5 %, look closer",
    "Use the dashboard:",
  ])
  func areNoneWhereTheySayWhatToDo(comment: String) {
    let text = "# T\n\n## S\n\n```bash\n# \(comment)\n```\n"
    #expect(read(text).claims.isEmpty)
  }

  @Test(arguments: [
    "Alert if > 5%", "NO-GO if errors > 5", "Stop if errors > 5", "Fail if errors > 5",
    "Critical: errors > 5",
  ])
  func areReasonsWhereTheySayWhenToAct(comment: String) {
    for command in ["", "./measure\n"] {
      let text = "# T\n\n## S\n\n```bash\n# \(comment)\n\(command)```\n"
      #expect(read(text).claims.map(\.kind) == [.trigger])
    }
  }

  @Test(arguments: [
    ("AUTHORITATIVE check - MUST return 0 failures", "MUST return 0 failures"),
    ("MUST pass before the next step", "MUST pass before the next step"),
    ("Verify no slow queries", "no slow queries"), ("Exit code: 0", "Exit code: 0"),
    ("CPU usage: < 70% ✓", "CPU usage: < 70%"),
  ])
  func demandOfWhatComesOut(comment: String, claim: String) {
    let text = "# T\n\n## S\n\n```bash\n# \(comment)\n./measure\n```\n"
    let claims = read(text).claims
    #expect(claims.map(\.text) == [claim])
    #expect(claims.map(\.isLoose) == [false])
  }

  @Test(arguments: [
    "The standby MUST return 0 errors", "Once it is done, MUST return 0 errors",
    "If replication is off - MUST return 0 errors", "MUST be run as root",
    "You MUST stop the worker first", "Verify the backup",
  ])
  func demandNothingWhereSomethingIsDone(comment: String) {
    let text = "# T\n\n## S\n\n```bash\n# \(comment)\n./measure\n```\n"
    #expect(read(text).claims.filter { !$0.isLoose }.isEmpty)
  }

  @Test func stateOneLimitALine() {
    let text =
      "# T\n\n## S\n\n```bash\n./measure\n# Expected:\n# CPU: < 50%\n# Disk: > 30% free\n```\n"
    #expect(read(text).shownClaims == ["expectation CPU: < 50%", "expectation Disk: > 30% free"])
    #expect(read(text).claims.map(\.location.line) == [8, 9])
  }

  @Test func areAskedAboutBesideACommand() {
    let text = "# T\n\n## S\n\n```bash\n# p95 latency < 500 ms\n./measure\n```\n"
    #expect(read(text).claims.map(\.isLoose) == [true])
  }

  @Test(arguments: [
    "All services show \"healthy\"", "All should return 1 or more", "must print 0",
    "Should exist", "Response: {\"status\":\"up\"}", "The count must be greater than 0",
    "应显示: armv7l", "Deve retornar: 0", "Failure: errors > 5",
  ])
  func sayWhatComesOutOfACommand(comment: String) {
    let text = "# T\n\n## S\n\n```bash\ndocker ps\n# \(comment)\n```\n"
    let kind: Claim.Kind = comment.hasPrefix("Failure") ? .trigger : .expectation
    #expect(read(text).claims.map(\.kind) == [kind])
  }

  @Test(arguments: [
    ("Expected: /usr/bin/jq", ["/usr/bin/jq"]),
    ("EXPECTED: /srv/app/.venv/bin", ["/srv/app/.venv/bin"]),
    ("Expected: /path/to/jq", []), ("Expected: /usr/bin or so", []),
  ])
  func nameAPathThatComesOut(comment: String, codes: [String]) {
    let text = "# T\n\n## S\n\n```bash\nwhich jq\n# \(comment)\n```\n"
    #expect(read(text).claims.map(\.codes) == [codes])
  }

  @Test(arguments: [
    "Failure: see the log", "All services", "All services:", "Every night", "All done?",
  ])
  func areNoneOfAllOfThemWithoutAWordForIt(comment: String) {
    let text = "# T\n\n## S\n\n```bash\ndocker ps\n# \(comment)\n```\n"
    #expect(read(text).claims.isEmpty)
  }
}
