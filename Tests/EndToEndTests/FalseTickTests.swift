import Foundation
import Testing

/// Documents that a careful reader would not let pass, with an output that speaks against them: none may end
/// in a GO, and none may tick a box for it.
@Suite struct FalseTickTests {
  /// Something honest beside it, so that nothing else keeps a document from its GO.
  private static let honest =
    "## Disk\n\n```bash\nprintf 'disk used: 61%%\\n'\n```\n\n- [ ] Disk used is below 80%\n"

  private func shell(_ prints: String) -> String { "```bash\nprintf '\(prints)\\n'\n```\n" }

  private func run(_ text: String, approve: Bool = false) throws -> Child.End {
    let folder = try Workplace()
    try folder.write("# Preflight\n\n\(text)\n", "a.md")
    for (name, prints) in [
      ("smoke.sh", "8 passed, 2 FAILED"), ("skipped.sh", "SKIPPED: no credentials"),
      ("fine.sh", "8 passed"),
    ] {
      try folder.write("#!/bin/bash\necho '\(prints)'\n", name)
      _ = try folder.bash("chmod +x \(name)")
    }
    try folder.write("ERROR: disk\n", "app.log")
    return try folder.gonogo(
      ["run", "a.md", "--non-interactive", "--operator", "Ada", "--output", "runs"]
        + (approve ? ["--approve", "all"] : []))
  }

  @Test(arguments: ["./smoke.sh", "./skipped.sh"])
  func aSectionWhoseOutputSpeaksAgainstItHoldsNothing(script: String) throws {
    let text =
      "## 1. Smoke tests\n\n```bash\n\(script)\n```\n\n## GO / NO-GO\n\nGO if all of these hold:\n\n- [ ] No smoke test fails\n"
    let end = try run(text, approve: true)
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test func whatLooksForErrorsAndFindsThemShowsNoAbsence() throws {
    let text =
      "## 1. No errors in the log\n\n```bash\ngrep -q ERROR app.log\n```\n\n## GO / NO-GO\n\nGO if all of these hold:\n\n- [ ] No errors in the log\n"
    #expect(try !run(text).text.contains("Decision: GO"))
  }

  @Test(arguments: [
    ("web1: ready\\nweb2: starting", "- [ ] Returns `ready` for all hosts"),
    ("web1: ready\\nweb2: starting", "**Expected**: `ready`"),
    ("checking whether replication is running ... no", "**Expected**: `replication is running`"),
    ("replication is running 45 min behind", "**Expected**: `replication is running`"),
    (
      "web1: replication is running\\nweb2: replication is stopped",
      "**Expected**: `replication is running`"
    ),
    ("02:00 backup completed", "- [ ] Shows `backup completed` with a date of today"),
    ("replication is running", "- [ ] Prints `replication is running` as the last line"),
    ("target_state: ready", "**Expected**: `ready`"),
    ("result: mismatch", "- Result: ____"), ("status: degraded", "- Status: ____"),
    ("db1: backup completed\\ndb2: backup failed", "**Expected**: `backup completed`"),
    ("primary: ready\\nreplica: starting", "**Expected**: `ready`"),
    ("required: replication is running", "**Expected**: `replication is running`"),
    ("Max: 1.200 ms", "- Max: ____ ms (max 500)"),
    ("Incident status: active", "- Incident status: ____"),
  ])
  func aTextCountsOnlyWhereNothingSpeaksAgainstIt(prints: String, expected: String) throws {
    let end = try run("## State\n\n\(shell(prints))\n\(expected)\n")
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test(arguments: [
    "# Expected: the replica is ready\nprintf 'status: ready\\n'",
    "# Expected: at least 3 replicas in every region\nprintf 'replicas: 3\\n'",
    "# Expected: p95 < 400 ms under full load\nprintf 'p95: 300 ms\\nusers: 1\\n'",
  ])
  func aCommentSaysNothingOfWhatItsCommandPrints(code: String) throws {
    let end = try run("## State\n\n```bash\n\(code)\n```\n")
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test func noErrorsBelowTwoBlocksIsSaidOfBoth() throws {
    let text =
      "## Logs\n\nweb1:\n\n\(shell("errors: 9"))\nweb2:\n\n\(shell("errors: 0"))\n- [ ] No errors\n"
    #expect(try !run(text).text.contains("Decision: GO"))
  }

  @Test(arguments: [
    "| Metric | Limit |\n|---|---|\n| p95 | 400 ms |",
    "| Metric | Pass |\n|---|---|\n| p95 | < 400 ms |",
    "| Check | GO | NO-GO |\n|---|---|---|\n| Status | healthy | degraded |",
    "| | p95 | Errors |\n|---|---|---|\n| Limit | 400 ms | 5 |",
    "If p95 is above 400 ms, do not proceed.", "Only release when status is healthy.",
    "Wait until the queue is below 1000.", "We need p95 < 400 ms.", "Max. 5 errors.",
    "- errors: none",
    "- p95: ____ ms (stop at 400)", "- p95: ____ ms (= 0)",
    "- p95: ____ ms (not above last release)",
    "Exit criteria:\n\n- Status is healthy", "Lag may be at most 30 s.", "Error ceiling is 5",
    "**☐ Pass**", "Degraded is not acceptable.", "Nothing may be degraded.",
    "More than 5 is a problem", "p95 < 400 ms (https://dash.example/p95)", "Load average below 4",
    "Query latency under 200 ms", "Objectif: < 5", "Timeouts: max 5", "Duration: < 500 ms",
    "Replicas must be `3`", "### Replicas: min 3", "Look for status healthy",
    "Failed requests in the access log (no more than 2 per hour)",
    "Stay under 400 ms. No release on Fridays.", "```text\nErrors must be 0\n```",
    "```text\nerrors < 5\n```", "- p95: ____ ms <!-- max 400 -->",
    "| Check | Yes | No |\n|---|---|---|\n| p95 below 400 | | |",
    "| Check | OK | Not OK |\n|---|---|---|\n| DBA agrees | | |",
    "| Check | Met? |\n|---|---|\n| DBA agrees | |",
    "Errors below 5 in all.\n| a | b |\n|---|---|\n| 1 | 2 |",
  ])
  func aDemandBehindABlockIsNotPassedOver(demand: String) throws {
    let end = try run(
      "## Load test\n\n\(shell("p95: 612 ms\\nerrors: 7\\nstatus: degraded"))\n\(demand)\n\n\(Self.honest)"
    )
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test(arguments: [
    "## Rules\n\n- Errors must not exceed 5",
    "> [!IMPORTANT]\n> DBA must approve before the release.",
    "## GO / NO-GO\n\nIf the status is degraded, it is a NO-GO.\n\nDecision: ____",
    "## GO / NO-GO\n\n- All stakeholders have agreed\n\nDecision: ____",
    "No release on Fridays.", "Confirm with security that no scan is running.",
    "Four-eyes principle applies.",
    "- DBA approval (yes/no)", "- DBA approval: pending", "Has the DBA approved?",
    "<details><summary>Approvals</summary>\n- [ ] DBA approval\n</details>", "- 🔲 DBA approval",
    "Der DBA muss zustimmen.", "El DBA debe aprobar.", "必须由 DBA 审批。", "DBA の承認が必要。",
    "Kein Release am Freitag.", "周五禁止发布。", "A degraded status is a show-stopper.",
    "Anyone may veto.", "⚠️ DBA must approve before the release", "🚫 No release on Fridays",
    "🚨 DBA approval required.", "If in doubt, don't ship.", "- Rollback tested (oui/non)",
    "No exceptions: DBA approval is required.", "Approval is required, not optional.",
    "Pending: DBA approval", "上线条件：DBA 已批准", "- **❏ DBA approved**", "- _☐ DBA approved_",
    "<p>&#9744; DBA approved</p>", "<div>\n<!-- x -->\n<p>☐ DBA approved</p>\n</div>",
    "<INPUT type=\"checkbox\"> DBA approved",
    "<div>\n<input\n  type=\"checkbox\">\nDBA approved\n</div>",
    "GO if all boxes are ticked. The DBA must approve.", "Requirement: the DBA has approved.",
  ])
  func aConditionAnywhereIsNotPassedOver(condition: String) throws {
    let end = try run("\(condition)\n\n\(Self.honest)")
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  /// What a GO list says of other things does not count for sentences that nobody understood.
  @Test(arguments: [
    "The DBA must approve before the release.", "⚠️ DBA must approve before the release.",
    "No release on Fridays.", "Stay under 400 ms.",
  ])
  func whatWasNotUnderstoodStaysOpenBesideAGoList(sentence: String) throws {
    let smoke = "## 1. Smoke tests\n\n```bash\n./fine.sh\n```\n\n"
    let list = "## GO / NO-GO\n\nGO if ALL of these are true:\n\n- [ ] No smoke test fails\n"
    let whole = try run(smoke + list, approve: true)
    #expect(whole.text.contains("Decision: GO"), "\(whole.text)")
    let end = try run("\(smoke)\(sentence)\n\n\(list)", approve: true)
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test(arguments: [
    "Error rate", "New version is healthy", "Background jobs", "Rate", "Parameters",
  ])
  func aSectionWithWorkIsNoneThatOnlyTells(heading: String) throws {
    let end = try run(
      "## \(heading)\n\n\(shell("p95: 612 ms"))\nStay under 400 ms.\n\n\(Self.honest)")
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test(arguments: [
    "QA: approved", "DBA approval: confirmed", "QA approved in time",
    "QA approved, see https://x.example/y", "The backup is younger than 24 h",
  ])
  func aNoteBelowABoxIsNoHintWhereItAsksForMore(note: String) throws {
    let end = try run(
      "## Disk\n\n\(shell("disk used: 61%%"))\n- [ ] Disk used is below 80%\n  - \(note)\n")
    #expect(!end.text.contains("[x] Disk used"), "\(end.text)")
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  /// What a claim stands under is a part of what it says.
  @Test(arguments: [
    "- On the replica\n  - [ ] Latency below 100 ms",
    "In production:\n\n- [ ] Latency below 100 ms",
    "- [ ] On db2\n  - [ ] Latency below 100 ms", "24 hours later:\n\n- [ ] Latency below 100 ms",
    "To be ticked by QA:\n\n- [ ] Latency below 100 ms",
    "**Tomorrow:**\n\n- [ ] Latency below 100 ms",
    "For every node:\n\n**Expected**: Latency below 100 ms",
    "Do not tick yet:\n\n**Expected**: Latency below 100 ms",
    "Under load:\n\n- [ ] Latency below 100 ms", "切换后：\n\n- [ ] Latency below 100 ms",
    "- [ ] Latency below 100 ms\n  - in both clusters",
    "- [ ] Latency below 100 ms\n  - for 30 minutes",
    "| Metric | Target | Host |\n|---|---|---|\n| latency | < 100 ms | db2 |",
    "| Metric | Target | Result |\n|---|---|---|\n| latency | < 100 ms | ❌ |",
    "| Metric | Target | Verified |\n|---|---|---|\n| latency | < 100 ms | no |",
    "- [ ] Latency below 100 ms\n  - p99, too", "- [ ] Latency below 100 ms\n\n  > on every node",
  ])
  func aClaimIsNotTornOutOfWhatStandsAroundIt(claim: String) throws {
    let end = try run("## Load\n\n\(shell("latency: 80 ms"))\n\(claim)\n")
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
    let plain = try run(
      "## Load\n\n\(shell("latency: 80 ms"))\nVerify:\n\n- [ ] Latency below 100 ms\n")
    #expect(plain.text.contains("Decision: GO"), "\(plain.text)")
  }

  @Test(arguments: ["### In production", "### Tomorrow", "**On the replica:**"])
  func aCriterionIsNotTornOutOfItsHeading(heading: String) throws {
    let smoke = "## 1. Smoke tests\n\n```bash\n./fine.sh\n```\n\n## GO if ALL of these\n\n"
    let end = try run("\(smoke)\(heading)\n\n- [ ] No smoke test fails\n", approve: true)
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test(arguments: [
    "result: FAIL", "valid: false", "status: degraded", "aborted: yes", "errors: 40", "✗ login",
    "not ok 4 - login", "2/5 suites", "Tests run: 0", "ok=3 changed=0 unreachable=1 failed=0",
  ])
  func aValueOrSuccessBesideTroubleIsReadByAPerson(line: String) throws {
    let value = try run(
      "## Load\n\n\(shell("latency: 80 ms\\n\(line)"))\n- [ ] Latency below 100 ms\n")
    #expect(!value.text.contains("Decision: GO"), "\(value.text)")
  }

  @Test(arguments: [
    "Do not deploy before QA has signed off.", "Do not start until the DBA has approved.",
    "No deploys after 4 pm.", "Do not deploy.", "Code freeze!", "QA has not signed off yet.",
    "A backup of last night is required.", "Approved: no", "No sign-off, no deploy.",
    "Nicht ausrollen, bevor die QA freigegeben hat.", "If an incident is open, do not deploy.",
    "Inform the DBA before starting.", "To be approved by the DBA.", "Cancelled.",
    "Release is blocked until QA signs off.",
  ])
  func whatForbidsTheWorkIsNotPassedOver(sentence: String) throws {
    let end = try run("\(sentence)\n\n\(Self.honest)")
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test func aLongLogIsReadFromItsFirstLine() throws {
    let text =
      "## 1. Smoke tests\n\n```bash\necho 2 FAILED; seq 1 600\n```\n\n## GO / NO-GO\n\nGO if all of these hold:\n\n- [ ] No smoke test fails\n"
    #expect(try !run(text, approve: true).text.contains("Decision: GO"))
  }

  @Test func aFieldBetweenTwoBlocksChecksNothing() throws {
    let text =
      "## Logs\n\nweb1:\n\n\(shell("errors: 9"))\nRun by: ____\n\nweb2:\n\n\(shell("errors: 0"))\n- [ ] No errors\n"
    #expect(try !run(text).text.contains("Decision: GO"))
  }

  @Test(arguments: [
    "On db2:", "Repeat on web-1:", "Do not use:", "No longer used:", "Old way:", "In production:",
    "Ask the DBA first, then:", "在 db1 上：",
  ])
  func aBlockForAnotherPlaceOrCaseDecidesNothing(leadIn: String) throws {
    let end = try run("## Lag\n\n\(leadIn)\n\n\(shell("lag: 3 s"))\n- [ ] Lag is below 30 s\n")
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test func theHonestPartAloneIsAGo() throws {
    let end = try run(Self.honest)
    #expect(end.text.contains("Decision: GO"), "\(end.text)")
  }
}
