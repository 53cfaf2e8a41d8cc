import GonogoCore
import Testing

/// Entries that say by a sign, or by "if", when somebody is to act.
struct GradedListTests {
  @Test func readsTheSignsOfAListThatHasBoth() {
    let text = """
      # A

      - ✅ p95 < 200 ms
      - ⚠️ p95 200-500 ms
      - 🚨 p95 > 500 ms
      - 🚨 call the team

      """
    #expect(
      read(text).shownClaims == [
        "expectation p95 < 200 ms", "trigger p95 200-500 ms", "trigger p95 > 500 ms",
      ])
  }

  @Test(arguments: [
    "- ✅ p95 < 200 ms\n- ✅ errors < 1%\n", "- ⚠️ p95 > 500 ms\n- 🚨 errors > 5%\n",
    "- ✅ shipped\n- 🚨 p95 > 500 ms\n",
  ])
  func readsNothingIntoSignsOfOneKind(list: String) {
    #expect(read("# A\n\n\(list)").claims.allSatisfy { $0.text.first?.isASCII != true })
  }

  @Test(arguments: [
    "If > 5 ms for long, look at the parser", "Wenn > 50 Fehler: Team rufen",
    "Si > 5%: avisar al equipo",
  ])
  func takesABranchOnAValueForAReasonToAct(entry: String) {
    #expect(read("# A\n\n- \(entry)\n").shownClaims == ["trigger \(entry)"])
    #expect(read("# A\n\n## Expected results\n\n- \(entry)\n").shownClaims == ["trigger \(entry)"])
  }

  @Test(arguments: [
    "If it is slow, look at the parser", "If you have > 5 GB", "See 5 > 4, then go on",
  ])
  func takesOtherEntriesForNone(entry: String) {
    #expect(read("# A\n\n- \(entry)\n").claims.isEmpty)
  }

  @Test(arguments: [
    "**Seats:** target ≥300 at once", "Latencia: objetivo < 200 ms", "Restarts (expected: 0)",
    "Neustarts (erwartet: 0)",
  ])
  func readsABulletThatNamesItsTarget(entry: String) {
    let plain = entry.replacing("**", with: "")
    #expect(read("# A\n\n- \(entry)\n").shownClaims == ["expectation \(plain)"])
  }

  // MARK: Comments

  @Test(arguments: [
    ("Verify the disk (at least 10 GB free)", "at least 10 GB free", "Verify the disk"),
    ("3. Verificar logs (sin errores)", "sin errores", "Verificar logs"),
    ("Check the log (no errors)", "no errors", "Check the log"),
  ])
  func readsWhatStandsInParenthesesBehindAProbe(comment: String, text: String, context: String) {
    let claims = read("# A\n\n```bash\n# \(comment)\nls\n```\n").claims
    #expect(claims.map(\.text) == [text])
    #expect(claims.map(\.context) == [context])
  }

  @Test(arguments: [
    ("Verify the proxy is running", "Verify the proxy is running"),
    ("Confirm that the store is ready", "Confirm that the store is ready"),
    ("All services: no errors", "All services: no errors"),
    ("Verify: status is \"up\"", "status is \"up\""),
    ("→ {\"state\": \"up\", ...}", "{\"state\": \"up\", ...}"),
  ])
  func readsACommentThatSaysHowItMustBe(comment: String, text: String) {
    #expect(read("# A\n\n```bash\nls\n# \(comment)\n```\n").claims.map(\.text) == [text])
  }

  @Test(arguments: [
    "Verify the proxy", "Check the proxy is running", "Verify: curl localhost:3000",
    "Verify the settings (optional)", "Generate a key (32 characters)",
    "List the writes (> 5 ms)", "Wait for the writes (at most 5 s)",
  ])
  func readsNothingIntoOtherComments(comment: String) {
    #expect(read("# A\n\n```bash\n# \(comment)\nls\n```\n").claims.isEmpty)
  }

  @Test func prefersWhatIsExpectedToTheProbe() {
    let text = "# A\n\n```bash\n# Verify the store is ready\nping\n# Expected: PONG\n```\n"
    #expect(read(text).claims.map(\.text) == ["PONG"])
  }

  @Test func gradesByNames() {
    let text =
      "# T\n\n## Error rates\n\n- **Target**: < 0.1%\n- **Acceptable**: < 1%\n- **Critical**: > 5%\n"
    #expect(
      read(text).shownClaims
        == ["expectation Target: < 0.1%", "expectation Acceptable: < 1%", "trigger Critical: > 5%"])
  }

  @Test func neverDemandsWhatIsCalledCritical() {
    let text = "# T\n\n## Performance targets\n\n- **Critical**: > 5% errors\n"
    #expect(read(text).claims.allSatisfy { $0.kind == .trigger })
  }
}
