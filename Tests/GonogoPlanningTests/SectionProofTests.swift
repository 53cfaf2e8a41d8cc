import GonogoCore
import GonogoPlanning
import Testing

/// What the success of a section, or of a command under a comment, says of a criterion.
@Suite struct SectionProofTests {
  private func verdict(_ body: String, _ criterion: String) -> Verdict {
    let plan = plan("# Release\n\n\(body)\n\n### GO if ALL true:\n- [ ] \(criterion)\n")
    var assessor = Assessor(plan: plan)
    assessor.observeAllPassing()
    return assessor.judge(claim: plan.checklist.claims.count - 1).verdict
  }

  private func section(_ heading: String, _ commands: String) -> String {
    "## \(heading)\n\n```bash\n\(commands)\n```\n"
  }

  @Test(arguments: [
    ("Replication lag", "psql -c 'select now() - x as lag'", "Replication lag OK"),
    ("Disk space", "df -h /", "Disk space OK"),
    ("Error logs", "grep -iE 'error' log", "Error logs OK"),
    ("Smoke tests", "curl -s -o /dev/null -w '%{http_code}' http://a", "Smoke tests pass"),
    ("Certificate expiry", "openssl x509 -in a -noout -enddate", "Certificate expiry OK"),
    ("Smoke tests", "make -n smoke", "Smoke tests pass"),
  ])
  func takesNothingShownForGood(heading: String, commands: String, criterion: String) {
    #expect(verdict(section(heading, commands), criterion) == .unknown)
    #expect(verdict(section("Work", "# \(heading)\n\(commands)"), criterion) == .unknown)
  }

  @Test(arguments: [
    ("Smoke tests", "./smoke.sh", "Smoke tests pass"),
    ("1. Smoke tests", "curl -sf http://a/health", "Smoke tests pass"),
    ("Step 2: Run the smoke tests", "make smoke", "Smoke tests pass"),
    ("Database connection", "psql -c 'select 1'", "Database connection OK"),
    ("Disk space", "[ $(df --output=pcent / | tail -1 | tr -dc 0-9) -lt 80 ]", "Disk space OK"),
  ])
  func takesWhatAnswers(heading: String, commands: String, criterion: String) {
    #expect(verdict(section(heading, commands), criterion) == .pass)
  }

  @Test(arguments: [
    "Disable the smoke tests", "Smoke tests (staging)", "Smoke tests (dry run)", "Stop smoke tests",
    "Clean up after the smoke tests", "Prepare the smoke tests", "Schedule smoke tests",
    "Install smoke tests", "Configure smoke tests", "Skip smoke tests", "Smoke tests [SKIPPED]",
    "~~Smoke tests~~", "Smoke tests review notes", "Run a subset of the smoke tests",
  ])
  func takesAHeadingThatSaysMoreForAnotherThing(heading: String) {
    #expect(verdict(section(heading, "./smoke.sh"), "Smoke tests pass") == .unknown)
    if heading.contains("~~") { return }
    #expect(
      verdict(section("Work", "# \(heading)\n./smoke.sh"), "Smoke tests pass") == .unknown)
  }

  @Test func putsNoWordsOfSeveralCommentsTogether() {
    let commands = "# The load balancer\n./a.sh\n\n# Show the test configuration\n./b.sh"
    #expect(verdict(section("Preparation", commands), "Load test passes") == .unknown)
  }

  @Test(arguments: [
    "```powershell\n.\\run.ps1\n```", "```python\nmigrate()\n```", "    ./load.sh",
    "Open Grafana and look at p95.", "1. Restart the worker.\n2. Log in as admin.",
    "```bash {skip}\n./load.sh\n```", "```\n./load.sh --all\n```",
  ])
  func countsASectionOnlyWhereAllOfItWasRun(block: String) {
    let body = section("Load test", "./prepare.sh") + "\nThen:\n\n" + block + "\n"
    #expect(verdict(body, "Load test passes") == .unknown)
  }

  @Test(arguments: [
    "```json\n{\"a\": 1}\n```", "Expected output:\n\n```\nok\n```",
  ])
  func letsDataAndSamplesStandBeside(block: String) {
    let body = section("Load test", "./load.sh") + "\n" + block + "\n"
    let plan = plan("# R\n\n\(body)\n### GO if ALL true:\n- [ ] Load test passes\n")
    var assessor = Assessor(plan: plan)
    assessor.observeAllPassing()
    let result = assessor.judge(claim: plan.checklist.claims.count - 1)
    #expect(!result.because.contains("not run"), "\(result.because)")
  }
}
