import GonogoCore
import Testing

/// Lists and tables that feed the decision by where they stand.
struct VerdictListTests {
  @Test(arguments: [("PASS", "FAIL"), ("**Approved**", "**Rejected**"), ("Aprobado", "Rechazado")])
  func readsTheListsUnderTheOutcomes(pass: String, fail: String) {
    let text = """
      # A

      ## Results and go/no-go rules

      - \(pass)
        - Every run is done
      - \(fail)
        - Some run is missing

      """
    #expect(
      read(text).shownClaims == [
        "goCriterion Every run is done", "noGoCriterion Some run is missing",
      ])
  }

  @Test(arguments: ["Results", "Test states"])
  func readsNoneWhereNothingIsDecided(heading: String) {
    let text = "# A\n\n## \(heading)\n\n- PASS\n  - a is done\n- FAIL\n  - b is missing\n"
    #expect(read(text).claims.allSatisfy { !$0.isCriterion })
  }

  @Test func needsBothOutcomes() {
    let text = "# A\n\n## Go/no-go\n\n- PASS\n  - a is done\n- Later\n  - b is missing\n"
    #expect(read(text).claims.allSatisfy { !$0.isCriterion })
  }

  @Test(arguments: [
    "**When to use rollback**:", "Cuándo usar rollback:", "**Revertir si:**",
  ])
  func readsTheReasonsForARollbackInItsSection(lead: String) {
    let text = """
      # A

      ## Rollback

      \(lead)

      - The probes fail
      - Data is lost

      ```bash
      ./back.sh
      ```

      - Wait for the team

      """
    #expect(
      read(text).shownClaims == ["noGoCriterion The probes fail", "noGoCriterion Data is lost"])
    #expect(read(text).steps.allSatisfy { $0.obstacle != nil })
  }

  @Test(arguments: ["## Readiness (Go/No-Go)\n", "## Ready\n\nTable 3. Readiness (Go/No-Go)\n"])
  func readsATableOfWhatAGoNeeds(caption: String) {
    let text = """
      # A

      \(caption)
      | Area | Requirement | Status |
      |---|---|---|
      | Data | Backups restored | open |
      | Net | TLS 1.3 | done |

      """
    #expect(read(text).shownClaims == ["goCriterion Backups restored", "goCriterion TLS 1.3"])
  }

  @Test(arguments: [
    "| Role | Name | Decision |\n|---|---|---|\n| Lead | | |\n",
    "| Metric | GO | NO-GO |\n|---|---|---|\n| Errors | few | many |\n",
  ])
  func takesOtherTablesUnderIt(table: String) {
    #expect(read("# A\n\n## Go/No-Go\n\n\(table)").claims.allSatisfy { !$0.isCriterion })
  }

  @Test(arguments: ["GO (proceed with the rollout)", "✅ GO (Proceder con el despliegue)"])
  func readsAnExplainedGo(heading: String) {
    #expect(read("# A\n\n## \(heading)\n\n- ready\n").shownClaims == ["goCriterion ready"])
  }

  @Test(arguments: ["GO (with conditions)", "GO (not yet)", "Go (the language)"])
  func readsNoOtherGo(heading: String) {
    #expect(
      read("# A\n\n## \(heading)\n\n- ready\n").claims.allSatisfy { $0.kind != .goCriterion })
  }

  @Test func readsWhatALaunchRequires() {
    #expect(
      read("# A\n\nThe launch requires both:\n\n- a is done\n- b is done\n").shownClaims
        == ["goCriterion a is done", "goCriterion b is done"])
  }
}
