import GonogoEvidence
import Testing

struct FactMatchTests {
  private func found(
    _ sentence: String, _ facts: [(String, FactMatch.Standing)]
  ) -> String? {
    FactMatch.find(
      Meaning(sentence),
      among: facts.map { FactMatch.Fact($0.0, Meaning($0.0), $0.1) }
    )?.fact.target
  }

  @Test func takesTheOneThatFitsBest() {
    let facts: [(String, FactMatch.Standing)] = [
      ("Database health check", .primary), ("Cache health check", .primary),
      ("Database backup", .primary),
    ]
    #expect(found("Database healthy", facts) == "Database health check")
    #expect(found("Cache healthy", facts) == "Cache health check")
  }

  @Test func takesNothingOnATie() {
    #expect(
      found("Database health", [("Database health A", .primary), ("Database health B", .primary)])
        == nil)
  }

  @Test func takesTheSurerOfTwoThatFitEquallyWell() {
    let facts: [(String, FactMatch.Standing)] = [
      ("Database health", .attested), ("Database health check", .capture),
      ("health of the database", .primary),
    ]
    #expect(found("Database health", facts) == "Database health check")
  }

  @Test func letsAnyStandingBeatenByMoreWords() {
    let facts: [(String, FactMatch.Standing)] = [
      ("Database health", .capture), ("Database replica health", .attested),
    ]
    #expect(found("Database replica health", facts) == "Database replica health")
  }

  @Test(arguments: [
    ("Database", "Database"), ("Database health of replicas in Berlin", "Database health"),
    ("", "Database health"), ("All is ready", "All is ready"),
  ])
  func takesNoWeakMatch(sentence: String, fact: String) {
    #expect(found(sentence, [(fact, .primary)]) == nil)
  }

  @Test func asksForEveryWord() {
    let fact: [(String, FactMatch.Standing)] = [("Check database replica lag", .primary)]
    #expect(found("Database replica lag small enough", fact) == nil)
    #expect(found("Database replica lag", fact) != nil)
  }

  @Test func ordersStandings() {
    let order: [FactMatch.Standing] = [.capture, .evidence, .primary, .secondary, .attested]
    #expect(order.sorted() == order)
    #expect(order.reversed().sorted() == order)
  }
}
