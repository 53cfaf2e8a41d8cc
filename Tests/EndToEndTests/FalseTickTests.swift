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
    "Anyone may veto.",
  ])
  func aConditionAnywhereIsNotPassedOver(condition: String) throws {
    let end = try run("\(condition)\n\n\(Self.honest)")
    #expect(!end.text.contains("Decision: GO"), "\(end.text)")
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
