import GonogoCore
import Testing

@testable import GonogoMarkdown

/// What reads like a demand and no reader took is asked, wherever it stands.
@Suite struct LooseDemandTests {
  private static let block = "```bash\n./count\n```\n"

  /// What people write near a command, in words that say how its result must be.
  static let demands = [
    "errors < 5", "Max 5", "Limit: 5", "Success: errors = 0", "Pass if errors = 0", "OK if 0",
    "errors need to be 0", "Verify errors = 0", "Count must be greater than zero", "must exceed 0",
    "Should be between 1 and 3", "Soll: 0", "Maximal 5 Fehler", "应该为 0", "debe ser 0",
    "como máximo 5 errores", "errors == 0", "errors: 0", "no more than 5", "stay under 400 ms",
    "tolerance: 5", "threshold 5%", "5 or less", "no errors allowed", "zero errors",
    "errors must not exceed five", "has to be 3", "ought to be 0", "must say ok",
    "we want 0 here", "good: < 5, bad: > 5", "bad if > 5", "anything above 5 is bad",
    "more than 5 → stop", "NO-GO when > 5", "99.9% or better", "99.9%+", "~ 0", "about 0",
    "within 10% of 100", "between one and three", "±5%", "return code 0", "HTTP 200 required",
    "none allowed", "should be blank", "no output expected", "needs to be green",
    "every pod Running", "only Running is OK", "anything but Running is bad",
  ]

  @Test(arguments: demands) func areAskedInComments(demand: String) {
    for code in ["# \(demand)\n./count", "./count\n# \(demand)", "./count  # \(demand)"] {
      let claims = read("# T\n\n## Count\n\n```bash\n\(code)\n```\n").claims
      #expect(claims.count == 1)
    }
  }

  @Test(arguments: demands) func areAskedBesideACommand(demand: String) {
    for line in [demand, "- \(demand)", "**\(demand)**", "\(demand).", "See the wiki: \(demand)"] {
      #expect(!read("# T\n\n## Count\n\n\(Self.block)\n\(line)\n").claims.isEmpty)
    }
    #expect(!read("# T\n\n## Count\n\n\(demand).\n\n\(Self.block)").claims.isEmpty)
  }

  @Test(arguments: demands) func areAskedBelowABlank(demand: String) {
    #expect(!read("# T\n\n## Count\n\nErrors: ____\n\n\(demand)\n").claims.isEmpty)
    #expect(!read("# T\n\n## Count\n\nErrors: ____\n\(demand)\n").claims.isEmpty)
  }

  @Test(arguments: demands) func areAskedInTablesHeadingsAndHTML(demand: String) {
    let table = "| What | Value |\n|---|---|\n| errors | \(demand) |\n"
    #expect(!read("# T\n\n## Count\n\n\(Self.block)\n\(table)").claims.isEmpty)
    #expect(!read("# T\n\n## Count (\(demand))\n\n\(Self.block)").claims.isEmpty)
    let html = "<p>\(demand.replacing("<", with: "&lt;"))</p>\n"
    #expect(!read("# T\n\n## Count\n\n\(Self.block)\n\(html)").claims.isEmpty)
  }

  @Test(arguments: demands) func areAskedUnderABox(demand: String) {
    #expect(read("# T\n\n## Count\n\n- [ ] Counted\n  - \(demand)\n").claims.count == 2)
  }

  @Test(arguments: [
    "This takes up to 10 minutes.", "Wait for the service (max 60 s).", "You must be logged in.",
    "It must be run as root.", "Slow queries (> 1 s):", "Notes: see < 5 of them later on",
    "Estimated time: < 5 min", "Usually it is below 5%.", "No error handling here.",
    "The page lists what was > 5 last week.", "Set `errors < 5` there.", "Is it < 5?",
    "Paths over 200 characters: [count]", "Step 3 of 5", "See https://a.example/?x>5",
    "If it is > 5, look closer.", "The key should be rotated.", "Errors: ____ / 150+",
    "In 2024-01-02 it was new.", "Sends 5 requests.", "Version 1.2", "Run it 3 times.",
  ])
  func areNotHeardInOtherSentences(sentence: String) {
    #expect(read("# T\n\n## Count\n\n\(Self.block)\n\(sentence)\n").claims.isEmpty)
  }

  @Test(arguments: [
    "Wait for the service (max 60 s)", "List the queries (> 1 s)", "Slow queries (> 1 s)",
    "PORT=0", "REPLICAS = 3", "export LIMIT=5", "1. Count", "Count the errors", "old limit: 5",
    "Restart 3 times", "see RFC 2119", "may be < 5",
  ])
  func areNotHeardInOtherComments(comment: String) {
    #expect(read("# T\n\n## Count\n\n```bash\n# \(comment)\n./count\n```\n").claims.isEmpty)
  }

  @Test func areHeardWhereSomethingIsMeasuredOrDecided() {
    #expect(read("# T\n\n## About\n\nThe error rate is below 5%.\n").claims.isEmpty)
    #expect(read("# T\n\n## Rollback\n\nErrors are < 5 then.\n").claims.isEmpty)
    #expect(read("# T\n\n## GO criteria\n\nLess than 5 errors in all.\n").claims.count == 1)
    #expect(
      read("# T\n\n## NO-GO criteria\n\nLess than 5 nodes left.\n").claims.first?.isTrigger == true)
    #expect(read("# T\n\n## Pass conditions\n\nErrors are < 5.\n").claims.count == 1)
    let plan = "# T\n\n## Rollback plan\n\nExecute if any: errors > 5, CPU > 80%\n"
    #expect(read(plan).claims.map(\.isTrigger) == [true])
  }

  @Test func areReasonsWhereTheySayWhatIsWrong() {
    for text in [
      "More than 5 is bad", "More than 5 is a problem", "Abort above 5", "NO-GO when > 5",
      "Alert at 5% or more",
    ] {
      let claims = read("# T\n\n## Count\n\n\(Self.block)\n\(text)\n").claims
      #expect(claims.map(\.kind) == [.trigger])
    }
  }

  /// Words of trouble in what must be so make no reason of it: the answer "no" would let it pass.
  @Test(arguments: [
    "Failed jobs: 0", "No alerts expected", "Warnings must be 0", "Rollback time must be < 10 min",
    "Failed jobs below 5", "Critical services must be up",
  ])
  func areNoReasonsForTheirWordsOfTrouble(text: String) {
    for claim in read("# T\n\n## Count\n\n\(Self.block)\n\(text)\n").claims {
      #expect(!claim.isTrigger, "\(claim.text)")
    }
  }

  @Test(arguments: [
    ("Wait 5 minutes", true), ("24h at most", true), ("one hour", true), ("2 per hour", false),
    ("min 3", false), ("Replicas: min 3", false),
  ])
  func namesATimeOnlyWithItsNumber(text: String, isTime: Bool) {
    #expect(LooseDemand.hasTime(text) == isTime)
  }

  @Test func areReadOnceBesideWhatIsRead() {
    let text = "# T\n\n## Count\n\n\(Self.block)\nErrors must be below 5. Warnings stay under 9.\n"
    let claims = read(text).claims
    #expect(claims.map(\.text) == ["Errors must be below 5.", "Warnings stay under 9."])
    #expect(claims.map(\.isLoose) == [false, true])
    #expect(claims.map(\.location.line) == [9, 9])
  }

  @Test func areWhatADirectiveIsAbout() {
    let text = "# T\n\n## Count\n\n\(Self.block)\nstay under 400 ms <!-- gonogo: skip -->\n"
    let checklist = read(text)
    #expect(checklist.annotations.count == 1)
    #expect(checklist.diagnostics.isEmpty)
  }

  // MARK: Gates and decisions

  @Test(arguments: [
    "> ⚠️ Do not continue unless the backup is verified.",
    "**Gate:** errors = 0 and backup verified",
    "Gate 1: QA approved", "Checkpoint: the team agrees to go on.", "Get approval from security.",
    "Wait for approval by the change board before you continue.", "Requires: two-person review.",
    "If in doubt, do not ship.", "GO = all green, NO-GO = anything else",
    "Threshold for GO: 95% of boxes.", "Any red item means NO-GO.", "- Must: backup verified",
    "The DBA must approve before the release.", "Two approvals are required.",
  ])
  func asksAboutGatesAnywhere(line: String) {
    let claims = read("# T\n\n## About\n\n\(line)\n").claims
    #expect(claims.count == 1)
  }

  @Test(arguments: [
    "## Abort conditions\n\nErrors above 5, or any customer complaint.",
    "## Rollback triggers\n\nRoll back when customers complain.",
    "## Critères de GO\n\nAucune erreur ; sauvegarde vérifiée.",
    "## Acceptance\n\nThe customer has accepted the release.",
    "## Decision\n\n| Condition | Decision |\n|---|---|\n| Errors > 0 | NO-GO |",
    "## Decision\n\n- passed >= 8 → GO", "## Decision\n\nGO: 8/10 or more tests pass",
    "## Decision\n\n| Decision | Errors |\n|---|---|\n| GO | none |",
  ])
  func passesOverNothingWhereItDecides(section: String) {
    #expect(!read("# T\n\n## Check\n\n- [ ] a\n\n\(section)\n").claims.dropFirst().isEmpty)
  }

  @Test(arguments: [
    "We agree on the plan in the weekly meeting.", "The approvals are kept in the wiki.",
    "GO/NO-GO meeting with the team", "Approve the request.", "Must-read: the manual",
    "It goes on without a restart.", "If NO-GO: see the alternatives.",
  ])
  func takesOtherSentencesForNoGates(line: String) {
    #expect(read("# T\n\n## About\n\n\(line)\n").claims.isEmpty)
  }
}
