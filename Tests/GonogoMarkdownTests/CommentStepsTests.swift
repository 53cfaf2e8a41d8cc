import GonogoCore
import GonogoMarkdown
import Testing

/// Blocks that only set something, of which comments or a file somewhere else are the rest.
struct CommentStepsTests {
  private func hazard(_ block: String, _ rest: String = "") -> String? {
    read("# T\n\n```bash\n\(block)\n```\n\n\(rest)\n").steps[0].attributes.hazard
  }

  @Test(arguments: [
    "export MODE=shadow\n# Run both implementations\n# Compare the results",
    "export MODE=legacy\n\n# Run the production workload for 7 days",
    "# start: 0.58\nMIN_CONFIDENCE=0.55",
  ])
  func areAskedAbout(block: String) {
    #expect(hazard(block) != nil)
  }

  @Test(arguments: [
    "# the host to ask\nexport HOST=localhost", "export HOST=localhost\n# look\ncurl $HOST",
    "export HOST=localhost\n# -\n",
  ])
  func areRunOtherwise(block: String) {
    #expect(hazard(block) == nil)
  }

  @Test func aSettingThatAnotherBlockNamesIsRun() {
    #expect(hazard("APP_ENV=dev", "```bash\nexport APP_ENV\n```") == nil)
  }
}
