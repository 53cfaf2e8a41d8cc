import GonogoCore
import Testing

@testable import GonogoMarkdown

/// Lists that a sentence calls checks are asked entry by entry, in whatever words they stand.
@Suite struct CheckListTests {
  private func texts(_ document: String) -> [String] {
    read("# T\n\n## After the cut\n\n\(document)\n").claims.map(\.text)
  }

  @Test(arguments: [
    "Validate analytics after the cut:", "All checks below must pass:", "Make sure of this:",
    "**What to watch for:**", "Verify in the console:", "检查项：", "**Monitoring checklist:**",
  ])
  func areAsked(leadIn: String) {
    #expect(
      texts("\(leadIn)\n- Cards show the same totals.\n- `rules === 0`\n") == [
        "Cards show the same totals.", "rules === 0",
      ])
  }

  @Test(arguments: [
    "The service has these parts:", "If a check fails:", "Read first:",
  ])
  func areNoOtherLists(leadIn: String) {
    #expect(
      !texts("\(leadIn)\n- Cards show the same totals.\n").contains("Cards show the same totals."))
  }

  @Test func leaveOutNamesTasksAndLinks() {
    let list =
      "Validate the release:\n- redis\n- Open the console.\n- https://x.example/y\n- Owner: ____\n"
    #expect(texts(list).isEmpty)
    #expect(texts("Validate it:\n- Start it and verify that it runs.\n").count == 1)
  }

  @Test(arguments: [
    "Confirm that no campaign sends twice.", "- Verify the old keys are no longer in use",
    "1. **Test the endpoint** - Should return 200 OK",
    "1. The count must read **126**. Then go on.",
  ])
  func ordersToMakeSureAreAskedAnywhere(line: String) {
    #expect(!texts(line).isEmpty)
  }

  /// What stands before it in its paragraph says nothing of the list.
  @Test func theLastSentenceLeadsToAList() {
    let lead = "Gate C: watch it for 10 minutes. PASS if:"
    let claims = read("# T\n\n## S\n\n\(lead)\n- Error rate < 1%\n- No reports\n").claims
    #expect(claims.suffix(2).allSatisfy { !$0.isTrigger })
  }

  @Test(arguments: [
    "Gate A (staging): PASS only if all suites are green.", "Checkpoint 2: the team agrees",
    "## Quality gates\n\n- All tests must pass\n- Docs are current now\n",
    "All tests must pass", "```bash\nnode x.js\n# Expected: { public: 9 }\n```",
  ])
  func gatesAndPassesAreAsked(text: String) {
    #expect(!texts(text).isEmpty)
  }

  @Test(arguments: [
    "Make sure you use the newest version.", "**Confirm alert and scope**", "`verify-x` runs here.",
    "Verify it:", "Verify the lag?",
  ])
  func otherSentencesAreNot(line: String) {
    #expect(texts(line).isEmpty)
  }
}
