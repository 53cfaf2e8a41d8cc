import GonogoCore
import Testing

/// Demands in places without a label of their own.
struct DemandTests {
  @Test(arguments: [
    "- Free disk space > 30 GB ?", "- Restart count (must stay 0)",
    "1. Blocked orders (in total > 0?)",
  ])
  func readsItemsThatDemandALimit(item: String) {
    let checklist = read("# A\n\n\(item)\n")
    #expect(checklist.claims.map(\.kind) == [.expectation])
  }

  @Test(arguments: [
    "- Is it ready?", "- Free disk space > 30 GB", "- What if disk use is > 90%?",
    "- Restart it (must be done twice)",
  ])
  func leavesOtherItems(item: String) {
    #expect(read("# A\n\n\(item)\n").claims.isEmpty)
  }

  @Test func readsDemandsAboveQueries() {
    let text = "# A\n\n```promql\n# Restarts (MUST be 0)\nsum(restarts)\n\n# Memory\nmem\n```\n"
    #expect(read(text).shownClaims == ["expectation Restarts (MUST be 0)"])
    #expect(read(text.replacing("promql", with: "yaml")).claims.isEmpty)
    #expect(read("# Rollback\n" + text.dropFirst(3)).claims.isEmpty)
  }

  @Test func takesReasonsToInvestigateForTriggers() {
    let text =
      "# A\n\n**Rollback triggers:**\n- Investigate if: p95 > 300 ms\n- Investigate the logs\n"
    #expect(read(text).shownClaims == ["trigger Investigate if: p95 > 300 ms"])
  }

  @Test func readsLimitsBehindWhatIsMeasured() {
    let text =
      "## Metrics\n\n- **Query time**: 95th percentile < 100ms\n- **Notes**: see < 5 of them later on\n"
    #expect(read(text).shownClaims == ["expectation Query time: 95th percentile < 100ms"])
  }

  @Test func readsJapaneseListsAndLabels() {
    let text = "# A\n\n**一つでも当てはまれば NO-GO：**\n\n- [ ] 障害\n\n**判定：** ____\n**日付：** ____\n"
    let checklist = read(text)
    #expect(checklist.shownClaims == ["noGoCriterion 障害"])
    #expect(checklist.blanks.map(\.label) == ["判定", "日付"])
  }

  @Test func takesASignOffChecklistForCriteria() {
    let boxes = "\n\n### Parts\n\n- [ ] a\n"
    #expect(read("# T\n\n## Sign-off checklist" + boxes).shownClaims == ["goCriterion a"])
    #expect(read("# T\n\n## Sign-off" + boxes).shownClaims == ["item a"])
    #expect(read("# T\n\n### Sign-off checklist\n\n- [ ] a\n").shownClaims == ["item a"])
    #expect(!read("# T\n\n## Sign-off checklist" + boxes).decisionTexts.isEmpty)
  }

  @Test func takesOutputThatACommandInTheSentenceShows() {
    let text = "# A\n\nRunning `\\x` should look like this:\n\n```\none\n```\n"
    #expect(read(text).claims.first?.sample?.text == "one")
    #expect(read(text.replacing("Running `\\x`", with: "The page")).claims.isEmpty)
    #expect(read(text.replacing("```\none", with: "```yaml\none")).claims.isEmpty)
  }

  @Test func readsTheSentenceThatSaysWhatItsExampleHolds() throws {
    let text =
      "# A\n\n```bash\nls\n```\n\nThe output should contain the `ready` field.\n\n```bash\nready=1\n```\n"
    let checklist = read(text)
    let claim = try #require(checklist.claims.first)
    #expect(claim.sample == nil)
    #expect(claim.codes == ["ready"])
    #expect(checklist.steps.last?.obstacle != nil)
  }
}
