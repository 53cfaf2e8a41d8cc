import GonogoCore
import GonogoMarkdown
import Testing

@testable import GonogoPlanning

/// A box is not ticked for its own words alone where more stands below it.
@Suite struct BoxNoteTests {
  @Test(arguments: [
    "- [ ] Tests pass\n  - QA approved", "- [ ] Tests pass\n  - all users can log in",
    "- [ ] Tests pass\n\n  The customer is happy.",
    "1. [ ] Tests pass\n   * seen by the team",
    "- [ ] Tests pass\n  - more:\n    - the board is happy",
    "- [ ] Tests pass\n  - Check the dashboards",
  ])
  func asksWhereMoreStandsBelow(item: String) {
    let plan = planned(item)
    #expect(plan.claimRules[0].isPersonal)
    #expect(plan.claimRules[0].why.hasSuffix("stands below it, too"))
  }

  @Test(arguments: [
    "- [ ] Tests pass", "- [ ] Tests pass\n  - Run `pytest -q`",
    "- [ ] Tests pass\n  - `pytest -q`",
    "- [ ] Tests pass\n  - Owner: Ada", "- [ ] Tests pass\n  - see the wiki",
    "- [ ] Tests pass\n  - https://ci.example/", "- [ ] Tests pass\n\nThe customer is happy.",
    "- [ ] Tests pass\n- the customer agrees", "- [ ] Tests pass\n  - [ ] QA approved",
  ])
  func decidesWhereNothingElseIsAskedFor(item: String) {
    #expect(!planned(item).claimRules[0].isPersonal)
  }

  private func planned(_ item: String) -> Plan {
    plan("# T\n\n## Tests\n\n```bash\n# Tests pass\npytest -q\n```\n\n\(item)\n")
  }
}
