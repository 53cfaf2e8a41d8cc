import GonogoCore
import Testing

/// Labels, values and columns that may speak of another time or place, or of what must not be.
struct OwnDoubtTests {
  private static let block = "# T\n\n## Run\n\n```bash\ncurl -s localhost/x\n```\n\n"

  private func doubts(_ text: String) -> [String?] { read(Self.block + text).claims.map(\.doubt) }

  // MARK: Labels

  @Test(arguments: [
    "Expected output (old version)", "Expected output before the fix", "❌ Expected",
    "Expected (staging)", "Expected in staging", "Expected on the replica", "Expected [old]",
    "Old expected output", "Expected after the reboot", "Expected staging output",
    "Expected output from the last release",
    "Erwartete Ausgabe vor dem Neustart", "Salida esperada (versión anterior)",
  ])
  func asksBehindALabelThatSaysWhen(label: String) {
    #expect(doubts("\(label): no errors\n") == [label])
    #expect(doubts("**\(label):** no errors\n").contains { $0 != nil })
    #expect(doubts("\(label):\n\n```text\nfoo\n```\n").contains { $0 != nil })
    #expect(doubts("\(label):\n\n- no errors\n").contains { $0 != nil })
    #expect(doubts("\(label):\n\nno errors\n").contains { $0 != nil })
  }

  @Test(arguments: [
    "Expected", "Expected (✅)", "Expected (p95)", "Expected (max)", "Expected (ms)",
    "Expected output", "✅ Expected", "Expected value (required)", "预期结果 | Expected",
  ])
  func asksNothingBehindOthers(label: String) {
    #expect(doubts("\(label): no errors\n") == [nil])
    #expect(doubts("\(label):\n\n- no errors\n") == [nil])
  }

  @Test func asksBelowAHeadingThatSaysWhen() {
    #expect(doubts("## Expected results (staging)\n\n- Errors < 5\n").contains { $0 != nil })
    #expect(doubts("## Expected results\n\n- Errors < 5\n") == [nil])
    #expect(doubts("## Success criteria (first phase)\n\n- Errors < 5\n") == [nil])
  }

  @Test(arguments: ["nightly - SUCCESS (< 24h)", "Load test passed (errors < 1%)"])
  func asksAboutAResultThatALimitSaysNothingOf(text: String) {
    #expect(doubts("- [ ] \(text)\n") == [text])
    #expect(doubts("## GO if all:\n\n- \(text)\n") == [text])
  }

  @Test(arguments: ["Latency is fine (p95 < 400 ms)", "Load test (errors < 1%)"])
  func asksNothingAboutALimitThatSaysIt(text: String) {
    #expect(doubts("- [ ] \(text)\n") == [nil])
  }

  // MARK: Values

  @Test(arguments: [
    "0 (bad)", "3?", "0 (before the fix)", "5 (old)", "0 (not ok)", "7 (?)", "3 (TBC)",
    "200 (staging)", "1 (wrong)", "On the replica, no errors", "In the dashboard, no errors",
    "Reload the page; no errors", "no errors on the dashboard", "no errors on the replica",
  ])
  func asksAboutAValueThatMayMeanAnother(value: String) {
    #expect(doubts("Expected: \(value)\n") == [value])
    #expect(doubts("Expected:\n\n- \(value)\n").allSatisfy { $0 != nil })
  }

  @Test(arguments: [
    "0 (no errors)", "200 (OK)", "3 (three nodes)", "< 5 ms (p95)", "0 (required)",
    "no errors in the response", "0", "< 5 (per node)",
  ])
  func asksNothingAboutOtherValues(value: String) {
    #expect(doubts("Expected: \(value)\n") == [nil])
  }

  @Test func trustsThePlaceThatTheBlockNames() {
    let text =
      "# T\n\n```bash\nkubectl exec replica -- x\n```\n\nExpected: no errors on the replica\n"
    #expect(read(text).claims.map(\.doubt) == [nil])
  }

  @Test(arguments: [
    ("Expected (staging): 5", true), ("Expected: 5?", true), ("❌ Expected: 5", true),
    ("Expected: 5 (bad)", true), ("Not expected: 5", true), ("Expected: 5", false),
    ("Expected (p95): 5", false),
  ])
  func asksAboutCommentsAlike(comment: String, isAsked: Bool) {
    let claims = read("# T\n\n```bash\nls\n# \(comment)\n```\n").claims
    #expect(claims.count == 1)
    #expect(claims.first.map { $0.doubt != nil } == isAsked)
  }

  // MARK: Tables

  @Test(arguments: [
    "Target (staging)", "Previous limit", "Old target", "Baseline target", "Target (EU region)",
    "Minimum (staging)", "Umbral anterior", "Zielwert (Produktion)",
  ])
  func asksAboutAColumnForAnotherCase(heading: String) {
    let text = "# T\n\n| Metric | \(heading) | Actual |\n|---|---|---|\n| p95 | < 5 ms | |\n"
    #expect(read(text).claims.allSatisfy { $0.doubt != nil || $0.isLoose })
  }

  @Test func readsNoDemandFromWhatWas() {
    let text = "# T\n\n| Metric | Last release | Actual |\n|---|---|---|\n| p95 | < 5 ms | |\n"
    #expect(read(text).claims.isEmpty)
    let both =
      "# T\n\n| Metric | Previous target | Target SLO |\n|---|---|---|\n| p95 | < 9 ms | < 5 ms |\n"
    #expect(read(both).claims.map(\.text) == ["p95: < 5 ms"])
    #expect(read(both).claims.map(\.doubt) == [nil])
  }

  @Test(arguments: [
    "Target (p95)", "Target (ms)", "Target (max)", "Target (p99, ms)", "Target",
    "Target (per node)",
    "Threshold (%)", "Target (lower is better)", "Target (24h)", "Umbral (máx)",
  ])
  func readsAColumnThatSaysHowItIsMeasured(heading: String) {
    let text = "# T\n\n| Metric | \(heading) | Actual |\n|---|---|---|\n| p95 | < 5 ms | |\n"
    let claims = read(text).claims
    #expect(claims.map(\.text) == ["p95: < 5 ms"])
    #expect(claims.map(\.doubt) == [nil])
  }
}
