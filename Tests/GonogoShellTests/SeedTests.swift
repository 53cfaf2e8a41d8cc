import Testing

@testable import GonogoShell

@Suite(.enabled(if: Fixtures.hasShared, "optional: the shared documents are not here"))
struct SeedTests {
  @Test func splitsTheSeedsBlocksIntoTwentySevenStatements() throws {
    let counts = try Fixtures.seedBlocks().map { StatementSplitter.split(Array($0.utf8)).count }
    #expect(counts == [4, 2, 3, 3, 1, 2, 3, 3, 6])
  }

  @Test func labelsTheSeedsStatements() throws {
    let labels = try Fixtures.seedBlocks().map { block in
      StatementSplitter.split(Array(block.utf8)).map(\.label)
    }
    #expect(
      labels.first == [
        "Check Neon database connection", "Check current connection pool usage",
        "Check database size", "Verify Modal has DATABASE_URL access",
      ])
    #expect(labels[5] == ["Check staging database", "Check staging runner"])
    #expect(labels[7] == ["Check if you have access to:", "- Railway logs", "- Modal dashboard"])
  }
}
