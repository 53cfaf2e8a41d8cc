import GonogoCore
import GonogoPlanning
import Testing

/// Criteria that repeat an item word for word.
struct CopiedClaimTests {
  private func planned(_ items: String, _ criterion: String) -> Plan {
    plan("# A\n\n\(items)\n\n## GO if all\n\n- [ ] \(criterion)\n")
  }

  private func original(_ plan: Plan) -> Int? {
    guard let rule = plan.claimRules.last, case .claim(let id) = rule.basis else { return nil }
    #expect(!rule.isNegated)
    return id
  }

  @Test(arguments: ["版本说明已写好", "当番に連絡した", "Ready", "**No** open calls", "Node 2 drained"])
  func areThatItem(text: String) {
    #expect(original(planned("- [ ] other\n- [ ] \(text)", text)) == 1)
  }

  @Test(arguments: [
    ("- [ ] 版本说明已写好", "版本说明未写好"), ("- [ ] 版本说明", "版本说明已写好"),
    ("- [ ] Ready", "Not ready"), ("- [ ] Node 1 drained", "Node 2 drained"),
    // Nobody knows which of two.
    ("- [ ] Ready\n- [ ] Ready", "Ready"),
    // A limit is its measured value's business.
    ("- [ ] Latency < 5 ms", "Latency < 5 ms"),
    ("- [ ] Ready (optional)", "Ready (optional)"),
  ])
  func areNotALookAlike(item: String, criterion: String) {
    #expect(original(planned(item, criterion)) == nil)
  }

  /// To look for errors is done or not; that it was not done shows no absence.
  @Test(arguments: [
    "Check the logs for errors", "Monitor the logs for errors", "Errors in the logs reviewed",
  ])
  func areNoOpposites(item: String) {
    let plan = planned("- [ ] \(item)", "No errors in the logs")
    #expect(plan.claimRules.last?.isPersonal == true)
  }

  @Test func areNotDecidedByAValueWhereASpanIsMeant() {
    let plan = plan(
      "# A\n\n```bash\n# Error rate\ncat rate\n```\n\n**Expected**:\n- error rate < 1% for 2 hours\n"
    )
    #expect(plan.claimRules[0].isPersonal)
  }

  /// Each is about its own time, and a check shows how it was at one.
  @Test func areAskedWhereSeveralListsRepeatThem() {
    let step = "## Tests\n\n```bash\n# Coverage kept\nmake x\n# Expected: coverage >= 78%\n```\n\n"
    func list(_ name: String) -> String { "## \(name): GO if all\n\n- coverage kept (>= 78%)\n\n" }
    let one = plan("# A\n\n" + step + list("Hour 1"))
    let two = plan("# A\n\n" + step + list("Hour 1") + list("Hour 2"))
    #expect(one.claimRules.last?.isPersonal == false)
    #expect(two.claimRules.suffix(2).map(\.isPersonal) == [true, true])
  }

  @Test(arguments: [
    "T+24h: look again", "H+2 (after 2 hours)", "Day 3", "Week 1", "Ramp to 25%", "Nach 24 Stunden",
    "Hora 1",
  ])
  func areAskedAfterOneStage(heading: String) {
    let text = "# A\n\n## \(heading)\n\n- [ ] No rollbacks seen\n\n"
    for list in ["GO if all", "NO-GO if any"] {
      let plan = plan(text + "## \(list)\n\n- No rollbacks seen\n")
      #expect(plan.claimRules.last?.isPersonal == true)
    }
    #expect(
      plan(text.replacing(heading, with: "Look") + "## GO if all\n\n- No rollbacks seen\n")
        .claimRules.last?.isPersonal == false)
  }

  @Test(arguments: [
    ("Smoke tests", "All smoke tests pass", false),
    ("Smoke tests passed", "All smoke tests pass", true),
    ("Rollback plan reviewed", "Rollback plan reviewed by all", true),
  ])
  func tellOnlyWhatTheySayOfHowItWent(item: String, criterion: String, isBound: Bool) {
    let rule = planned("- [ ] \(item)", criterion).claimRules.last
    if case .claim? = rule?.basis { #expect(isBound) } else { #expect(!isBound) }
  }
}
