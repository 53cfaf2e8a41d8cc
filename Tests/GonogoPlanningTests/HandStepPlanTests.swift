import GonogoCore
import GonogoMarkdown
import GonogoPlanning
import Testing

/// What is not decided by a command that ran before a person did something, or elsewhere.
struct HandStepPlanTests {
  private static let block = "# T\n\n## Run\n\n```bash\nredis-cli ping\n```\n\n"

  @Test(arguments: [
    "Restart the worker.\n\nExpected: PONG\n", "Now open the page. Expected: PONG\n",
    "Expected (staging): PONG\n", "Expected: PONG (bad)\n", "❌ Expected: PONG\n",
    "```powershell\nGet-Thing\n```\n\nExpected: PONG\n", "On the replica:\n\nExpected: PONG\n",
    "Restart the worker.\n\nExpected output:\n\n```text\nPONG\n```\n",
    "In the audit log you should see:\n\n```text\nPONG\n```\n", "Not expected: PONG\n",
    "The output should never contain `PONG`.\n",
    "Expected output before the fix:\n\n```\nPONG\n```\n",
  ])
  func asks(text: String) {
    let plan = plan(Self.block + text)
    #expect(
      plan.checklist.claims.count { claim in
        claim.unrunReason == nil && claim.text != Planner.unreadQuestion
      } == 1)
    #expect(plan.claimRules.allSatisfy { $0.isPersonal })
  }

  @Test(arguments: [
    "Expected: no errors\n", "Check the output.\n\nExpected: no errors\n",
    "This asks the server.\n\nExpected: no errors\n", "Expected (✅): no errors\n",
    "Expected output:\n\n```text\nPONG\n```\n", "If it fails, restart it.\n\nExpected: no errors\n",
  ])
  func judges(text: String) {
    let plan = plan(Self.block + text)
    #expect(plan.claimRules.map(\.commands) == [[0]])
  }

  @Test func saysWhy() {
    let plan = plan(Self.block + "Restart the worker.\n\nExpected: no errors\n")
    #expect(plan.claimRules.first?.why.contains("“Restart the worker.”") == true)
  }

  @Test func asksAboutACriterionOfAnotherCase() {
    let text = """
      # T

      ## GO if all

      | Metric | Target (staging) | Actual |
      |---|---|---|
      | Errors | < 5 | ____ |

      """
    #expect(plan(text).claimRules.allSatisfy { $0.isPersonal })
  }
}
