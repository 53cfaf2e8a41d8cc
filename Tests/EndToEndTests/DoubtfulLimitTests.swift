import Foundation
import Testing

/// A number that looks as if it were as it should be, below words that say the opposite.
@Suite struct DoubtfulLimitTests {
  @Test(arguments: [
    "Call the DBA if:\n\n- [ ] Users > 5", "Ne continuez pas si :\n\n- [ ] Users > 5",
    "以下情况不要继续：\n\n- [ ] Users > 5", "Before the fix:\n\n- [ ] Users > 5",
    "- [ ] Errors > 5", "- [ ] 🔴 Users > 5", "- [ ] Users >= 1.000",
    "| Metric | Threshold | Action |\n|---|---|---|\n| Users | > 5 | Roll back |",
    "| Metric | Warning | Critical | Current |\n|---|---|---|---|\n| Errors | > 1 | > 2 | ___ |",
    "Errors must be below 5.", "errors stay under 5", "- errors: 0", "> errors == 0",
    "| errors | what it is |\n|---|---|\n| now | no more than 5 |",
    "```bash\n# errors < 5\ntrue\n```",
    "If you see this, stop:\n\n```text\nerrors: 9\n```",
  ])
  func ticksAndDecidesNothing(text: String) throws {
    let folder = try Workplace()
    try folder.write(
      "# T\n\n## S\n\n```bash\necho \"users: 9\"\necho \"errors: 9\"\n```\n\n\(text)\n", "a.md")
    let end = try folder.gonogo([
      "run", "a.md", "--non-interactive", "--operator", "Ada", "--output", "runs",
    ])
    #expect(end.status == 1, "\(end.text)")
    #expect(!end.text.contains("Decision: GO"))
    #expect(try !folder.bash("cat runs/a/*/a.completed.md").output.contains("[x] "))
  }

  @Test func bulletsOfReasonsAreListed() throws {
    let folder = try Workplace()
    try folder.write(
      "# T\n\n## S\n\n```bash\necho \"errors: 9\"\n```\n\n## Kill criteria\n\n- Errors > 5\n",
      "a.md")
    let end = try folder.gonogo([
      "run", "a.md", "--non-interactive", "--operator", "Ada", "--output", "runs",
    ])
    #expect(end.status == 1, "\(end.text)")
    #expect(end.text.contains("Errors > 5"))
  }

  @Test func aLimitBelowPlainWordsIsTickedStill() throws {
    let folder = try Workplace()
    try folder.write(
      "# T\n\n## S\n\n```bash\necho \"users: 9\"\n```\n\nMake sure:\n\n- [ ] Users > 5\n", "a.md")
    let end = try folder.gonogo([
      "run", "a.md", "--non-interactive", "--operator", "Ada", "--output", "runs",
    ])
    #expect(end.status == 0, "\(end.text)")
  }
}
