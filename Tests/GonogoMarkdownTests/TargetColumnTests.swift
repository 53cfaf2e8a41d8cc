import GonogoCore
import Testing

/// Tables whose columns say by more than one word what must hold, or when somebody is to act.
struct TargetColumnTests {
  @Test(arguments: [
    "Target SLO", "Latency budget", "SLO goal", "Umbral objetivo", "Zielwert (Test)",
    "Performance target",
  ])
  func readsColumnsNamedByTwoWords(heading: String) {
    let text = "# A\n\n| Metric | \(heading) | Seen |\n|---|---|---|\n| p95 | < 800 ms | 20 ms |\n"
    #expect(read(text).shownClaims == ["expectation p95: < 800 ms"])
  }

  @Test(arguments: [
    "Target date", "Rate limit", "Time limit", "Alert threshold", "Critical threshold",
    "Failure threshold", "Owner", "Rollback limit",
  ])
  func passesOverColumnsThatOnlySoundLikeIt(heading: String) {
    let text = "# A\n\n| Metric | \(heading) | Seen |\n|---|---|---|\n| p95 | < 800 ms | 20 ms |\n"
    #expect(read(text).claims.allSatisfy { $0.kind != .expectation })
  }

  @Test func readsNoBareCountOfAColumnNamedByTwoWords() {
    let text =
      "# A\n\n| Metric | Target SLO | Observed |\n|---|---|---|\n| Users | 50 | 50 |\n| p99 | < 2 s | 1 s |\n"
    #expect(read(text).shownClaims == ["expectation p99: < 2 s"])
  }

  @Test func readsEachOfSeveralTargetsAndAsksWhichIsMeant() {
    let text = """
      # A

      | Metric | Target (test) | Target (live) | Status |
      |---|---|---|---|
      | p95 | < 800 ms | < 500 ms | |

      """
    let claims = read(text).claims
    #expect(
      claims.map(\.text) == ["p95 Target (test): < 800 ms", "p95 Target (live): < 500 ms"])
    #expect(claims.map(\.doubt) == ["Target (test)", "Target (live)"])
  }

  @Test func takesTheColumnThatHoldsLimits() {
    let text = """
      # A

      | Tipo | Objetivo | Criterio de aceptación |
      |---|---|---|
      | Carga | Medir la latencia | P95 ≤ 400 ms, P99 ≤ 3 s |
      | Copia | Volver a empezar | RTO < 20 m; sin pérdida |

      """
    #expect(
      read(text).shownClaims == [
        "expectation Carga: P95 ≤ 400 ms", "expectation Carga: P99 ≤ 3 s",
        "expectation Copia: RTO < 20 m; sin pérdida",
      ])
  }

  @Test func saysOfWhatAShareIsATarget() {
    let text = """
      # A

      | Part | Coverage | Target | Status |
      |---|---|---|---|
      | Parser | ~85% | 80% | ok |

      """
    #expect(read(text).shownClaims == ["expectation Parser Coverage: 80%"])
  }

  @Test func namesTheColumnOfABareCount() {
    let text =
      "# A\n\n| Metric | Target | Actual |\n|---|---|---|\n| Seats | 50 users | |\n| Errors | 0 | |\n"
    #expect(
      read(text).shownClaims == ["expectation Seats: Target 50 users", "expectation Errors: 0"])
  }

  @Test func readsAnOpenCount() {
    let text = "# A\n\n| Metric | Target | Actual |\n|---|---|---|\n| Files | 200+ | 252 |\n"
    #expect(read(text).shownClaims == ["expectation Files: 200+"])
  }

  // MARK: Tiers

  @Test(arguments: [
    ("Normal", "Warning", "Critical"), ("Target", "Warn", "Red"), ("Normal", "Aviso", "Crítico"),
    ("Normal range", "High", "Alert threshold"),
  ])
  func readsHowItShouldBeAndWhenItIsWorst(fine: String, between: String, worst: String) {
    let text = """
      # A

      | Metric | \(fine) | \(between) | \(worst) |
      |---|---|---|---|
      | Done rate | > 95% | < 95% | < 90% |
      | Rejected | 0% | > 0.1% | > 1% |

      """
    let claims = read(text).claims
    #expect(claims.first?.text == "Done rate: > 95%, critical < 90%")
    #expect(claims.first?.doubt == nil)
    #expect(claims.last?.text == "Rejected: \(fine) 0%; \(worst) > 1%")
    #expect(claims.last?.doubt == worst)
  }

  @Test(arguments: [("Go", "No-Go"), ("Pass", "Fail"), ("GO", "NO-GO")])
  func readsWhatIsFineAndWhatIsNot(fine: String, worst: String) {
    func claims(_ low: String, _ high: String) -> [Claim] {
      read(
        "# A\n\n| Metric | \(fine) | \(worst) | Actual |\n|---|---|---|---|\n| P95 | \(low) | \(high) | __ |\n"
      ).claims
    }
    #expect(claims("< 400 ms", "> 800 ms").map(\.text) == ["P95: < 400 ms, critical > 800 ms"])
    #expect(claims("< 400 ms", "> 800 ms").allSatisfy { $0.doubt == nil })
    // Where both point the same way, nobody knows what lies between.
    #expect(claims("> 400 ms", "> 800 ms").allSatisfy { $0.doubt != nil })
  }

  @Test func asksAboutARowWithoutALimitBesideOthers() {
    let text = """
      # A

      | Metric | Go | No-Go |
      |---|---|---|
      | Latency | < 5 ms | > 9 ms |
      | Errors | 0 | 1+ |

      """
    #expect(read(text).claims.map { $0.doubt != nil } == [false, true])
  }

  @Test func readsTheLeastAndTheMost() {
    let text = "# A\n\n| Metric | Min | Max |\n|---|---|---|\n| Nodes | 3 | 10 |\n"
    #expect(
      read(text).shownClaims
        == ["expectation Nodes: minimum 3", "expectation Nodes: maximum 10"])
  }

  @Test func readsTheWorstAlsoWhereItStandsFirst() {
    let text = "# A\n\n| Metric | Fail | Pass |\n|---|---|---|\n| P95 | > 800 ms | < 400 ms |\n"
    #expect(read(text).shownClaims == ["expectation P95: < 400 ms, critical > 800 ms"])
  }

  @Test func readsAColumnOfAlertThresholds() {
    let text = "# A\n\n| Metric | Alert threshold |\n|---|---|\n| CPU | > 80% |\n"
    #expect(read(text).shownClaims == ["trigger CPU: > 80%"])
  }

  @Test(arguments: [("Alert", "Threshold"), ("Alert name", "Condition"), ("Alarma", "Umbral")])
  func readsATableOfAlertsAsReasonsToAct(name: String, limit: String) {
    let text = """
      # A

      | \(name) | \(limit) | Raised? |
      |---|---|---|
      | SlowAnswers | > 1 s | no |
      | Anything | see below | no |

      """
    #expect(read(text).shownClaims == ["trigger SlowAnswers: > 1 s"])
  }

  @Test func readsWhatIsWantedAndWhatIsWorstOfThreeColumns() {
    let text =
      "# T\n\n## S\n\n| Page | Target | Acceptable | Critical |\n|---|---|---|---|\n| Feed | <100ms | <200ms | >500ms |\n"
    #expect(read(text).shownClaims == ["expectation Feed: <100ms, critical >500ms"])
  }

  @Test func readsABareNumberBesideBlanks() {
    func table(_ cell: String) -> String {
      "# T\n\n## S\n\n| Metric | Staged | Target |\n|---|---|---|\n| Violations | \(cell) | 0 |\n"
    }
    #expect(read(table("____")).shownClaims == ["expectation Violations: 0"])
    #expect(read(table("some")).claims.isEmpty)
  }
}
