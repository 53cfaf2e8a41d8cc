import GonogoCore
import GonogoPlanning
import Testing

@Suite(.enabled(if: SeedFixture.isThere, "optional: the shared seed document is not here"))
struct SeedInferenceTests {
  @Test(arguments: [
    ("Connection successful", ["person", "command Check Neon database connection"]),
    ("Active connections <50% of pool size", ["limit < 50% of pool size"]),
    (
      "Database size reasonable (<1GB warning if >5GB)",
      ["limit < 1 GB, warns; fails at > 5 GB"]
    ),
    ("Modal has DATABASE_URL secret", ["command Verify Modal has DATABASE_URL access", "person"]),
    ("Runner has logging infrastructure", ["person"]),
    ("Sentry DSN is configured (or not - we can add it)", ["person"]),
    ("Logs are being captured", ["person"]),
    ("100 inserts in <500ms (5ms per insert)", ["limit < 500 ms"]),
    ("Can set secrets via flyctl (no errors)", ["person"]),
    ("Can rollback quickly if needed", ["person"]),
    ("Can access all monitoring dashboards", ["person"]),
    ("Time allocated for monitoring (1-2 hours)", ["person"]),
    ("No new errors in logs for 1 hour", ["person"]),
    ("Execution times within 5% of baseline", ["person"]),
    ("Database connections stable", ["person"]),
    ("Clean slate to start from", ["person"]),
    ("Deployment window scheduled", ["person"]),
    ("Risk assessment document read", ["person"]),
    ("DB write performance >10ms", ["person"]),
    ("Database connection issues", ["not command Check Neon database connection"]),
    ("Uncommitted changes in codebase", ["count uncommitted_changes"]),
    (
      "Can't access monitoring dashboards",
      [
        "not claim Monitoring dashboards accessible",
        "not claim Can access all monitoring dashboards",
      ]
    ),
    ("No time allocated for monitoring", ["not claim Time allocated for monitoring (1-2 hours)"]),
    ("Haven't read risk assessment", ["not claim Risk assessment document read"]),
    ("Database healthy and responsive", ["section 1. Database Health Check", "person"]),
    ("Performance baseline recorded", ["section 2. Current Performance Baseline", "person"]),
    (
      "DB write performance acceptable (<5ms)",
      ["section 4. Test Database Write Performance", "person"]
    ),
    (
      "Feature flag capability confirmed",
      ["section 5. Feature Flag Infrastructure Check", "person"]
    ),
  ])
  func decidesASentenceByNothingElse(text: String, allowed: [String]) throws {
    let plan = try SeedFixture.plan()
    let basis = plan.basis(text)
    #expect(allowed.contains(basis), "\(text) is decided by \(basis)")
  }

  @Test func hasNothingToComplainOf() throws {
    let plan = try SeedFixture.plan()
    #expect(plan.codes == [])
    #expect(plan.commands.count == 27)
    #expect(
      plan.blankRules.map(\.predicted).prefix(3) == [
        "avg_duration_seconds", "max_duration_seconds", nil,
      ])
  }

  /// Nothing that has not been observed is anything but open.
  @Test func knowsNothingBeforeItHasRun() throws {
    let plan = try SeedFixture.plan()
    let assessor = Assessor(plan: plan)
    for claim in plan.checklist.claims {
      #expect(assessor.judge(claim: claim.id).verdict.isOpen, "\(claim.text)")
    }
    for blank in plan.checklist.blanks {
      #expect(assessor.fill(blank: blank.id).result.text == nil)
    }
    let decision = DecisionRule.decide(assessor)
    #expect(decision.answer == .noGo)
    #expect(decision.reasons.count >= 17)
  }
}
