import GonogoCore
import GonogoMarkdown
import Testing

/// Sentences beside a block that ask for more than that it ran are asked by themselves.
struct LooseErrandTests {
  private func loose(_ line: String) -> [String] {
    read("# T\n\n## Check\n\n```bash\nls\n```\n\n\(line)\n").claims.filter(\.isLoose).map(\.text)
  }

  @Test(arguments: [
    "Expect all suites to pass.", "Result: healthy", "Skipped tests are not OK.",
    "Also run `make lint now`.", "Repeat for production.", "Do the same on db2.",
    "The output has to list four nodes.", "You should see three replicas.",
    "Output is empty when all is well.", "Restart the workers by hand afterwards.",
    "3 of 220 tests fail.", "3 of 220 tests fail in CI.",
    "Note: replication is broken on db3 at the moment.",
    "Known problem: the login page returns 500 since yesterday.",
  ])
  func areAsked(line: String) {
    #expect(loose(line).count == 1)
  }

  @Test(arguments: [
    "Expect some downtime.", "If 3 of 220 tests fail, call the team.", "Known issues: none",
    "This can fail when the disk is full.", "You can also run `make lint now`.",
  ])
  func areNotHeardElsewhere(line: String) {
    #expect(loose(line).isEmpty)
  }
}
