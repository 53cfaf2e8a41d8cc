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

  @Test(arguments: [
    "Database backup verified", "Database backup recorded", "Database backup checked",
    "Database backup acceptable", "Database backup ready", "New database backup",
    "Database backup critical", "Existing database backup", "Database backup is stable",
  ])
  func takesNoSuccessForAStatus(sentence: String) {
    #expect(found(sentence, [("Database backup", .primary)]) == nil)
    #expect(found(sentence, [("Database backup", .evidence)]) == nil)
  }

  @Test(arguments: [
    ("Database backup passes", "Database backup"), ("Database backup", "Check the database backup"),
    ("Database health check passes", "Database health check"),
    ("Database backup verified", "Verify the database backup"),
    ("Database backup checked", "Check database backup"),
  ])
  func takesASuccessForWhatItIs(sentence: String, fact: String) {
    #expect(found(sentence, [(fact, .primary)]) == fact)
  }

  @Test func takesNoFactOfAnotherThing() {
    #expect(found("Database backup recorded", [("Record the database backup", .primary)]) == nil)
    #expect(found("Database backup confirmed", [("Verify the database backup", .primary)]) == nil)
    #expect(found("Unit tests pass", [("Old unit tests", .primary)]) == nil)
    #expect(found("Unit tests pass", [("Unit tests ready", .evidence)]) == nil)
    #expect(found("Unit tests ready", [("Unit tests ready", .evidence)]) != nil)
  }
}
