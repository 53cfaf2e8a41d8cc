import GonogoCore
import Testing

/// What limits a blank that stands in no item and no row of a table.
struct BlankLimitTests {
  @Test(arguments: [
    "- P95: ____ ms (target: < 400 ms)", "P95: ____ ms (target: < 400 ms)",
    "- P95: ____ ms [target: < 400 ms]", "- P95: ____ ms, target: < 400 ms",
    "- P95: ____ ms. target: < 400 ms",
    "**P95:** ____ ms (target: < 400 ms)", "```text\nP95: ____ ms (target: < 400 ms)\n```",
  ])
  func isDemandedOfTheValueThatFillsIt(line: String) {
    #expect(
      read("# T\n\n## S\n\n\(line)\n").shownClaims
        == ["expectation P95: ____ (target: < 400 ms)"])
  }

  @Test func isReadOutOfItsLabel() {
    #expect(
      read("# T\n\n## S\n\n- P95 (<400ms): ____ ms\n").shownClaims
        == ["expectation P95: ____ (<400ms)"])
  }

  @Test(arguments: [
    "P95: ____ ms", "P95: ____ ms (last run)", "P95: ____ P99: ____ (< 900 ms)x",
    "P95: ____ ms (10:00-12:00)", "P95: ____ ms (2026-11-30)", "P95: ____ / 150+",
    "Approved by: ____ (needs > 2 years)", "Tested by: ____ Date: ____",
  ])
  func isNotMadeUp(line: String) {
    #expect(read("# T\n\n## S\n\n\(line)\n").claims.allSatisfy { !$0.text.hasPrefix("P95:") })
  }

  @Test func isReadOnceWhereTheItemStatesIt() {
    let text = "# T\n\n## S\n\n- [ ] P95: ____ ms (target: < 400 ms)\n"
    #expect(read(text).claims.map(\.kind) == [.item])
  }

  @Test func isAskedWhereFewerMayBeTooFew() {
    let claims = read("# T\n\n## S\n\nPods ready: ____ of 3\n\nScore: ____ of 30\n").claims
    #expect(claims.map(\.text) == ["Pods ready: ____ (of 3)"])
    #expect(claims.map(\.doubt) == ["of 3"])
  }

  @Test(arguments: [
    "> 80 → NO-GO", "> 8 too many", "max 1000 ms in staging, 400 ms in prod",
    "max 1000 ms, 400 ms at night", "max 1000 ms and QA approved", "max 1000 ms before the fix",
    "alert: 80",
  ])
  func isAskedWhereItSaysMore(limit: String) {
    let claims = read("# T\n\n## S\n\nP95: ____ ms (\(limit))\n").claims
    #expect(claims.map { $0.doubt != nil } == [true])
  }

  @Test(arguments: [
    "max 1000 ms", "target: < 400 ms", "must be 0", "between 100 and 400 ms", "100-400 ms",
    "at least 3", "no more than 5", "máximo 400 ms", "höchstens 400 ms",
  ])
  func isSureWhereItIsAllThereIs(limit: String) {
    let claims = read("# T\n\n## S\n\nP95: ____ ms (\(limit))\n").claims
    #expect(claims.map(\.doubt) == [nil])
  }

  @Test func countsNowhereInACaseThatNeedNotArise() {
    let text = "# T\n\n## Rollback\n\nP95: ____ ms (target: < 400 ms)\n"
    #expect(read(text).claims.isEmpty)
  }

  @Test func mayBeNone() {
    let text = "# T\n\n## S\n\nViolations: ____ (Target: 0)\n\nSeats: ____ (see: 0)\n"
    #expect(read(text).shownClaims == ["expectation Violations: ____ (Target: 0)"])
  }

  @Test func areNotedDownBelowCriteriaWithoutOne() {
    let text = "# T\n\n## GO if all:\n\n- tests pass\n- Issues found: ____\n"
    #expect(read(text).shownClaims == ["goCriterion tests pass"])
  }

  @Test(arguments: [
    "P95: ____ ms (max 400 ms)", "P95: ____ ms (limit: 400 ms)", "P95: ____ ms / 400 ms",
    "Errors: ____ (must be 0)", "Errors: ____ (none allowed)", "After: ____ (must match before)",
    "P95 ≤ 400 ms: ____ ms", "Errors (must be 0): ____", "P95: ____ ms (100-400 ms)",
    "Errors: ____ (OK if 0)", "Errors: ____ (0)",
    "P95: ____ ms (100 to 400)", "P95: ____ ms\n(max 400 ms)", "- P95: ____ ms\n  (max 400 ms)",
    "Pods ready: ____ of 3", "Pods: ____ of 3 ready", "Tests passed: ____ / 12",
  ])
  func isNeverPassedOver(line: String) {
    #expect(read("# T\n\n## S\n\n\(line)\n").claims.map(\.kind) == [.expectation])
  }

  @Test func isAskedWhereItIsForSeveral() {
    let text = "# T\n\n## S\n\nCPU: ____ % Memory: ____ % (all < 80%)\n"
    #expect(read(text).claims.map { $0.doubt != nil } == [true])
  }

  @Test(arguments: [
    "References to vX.Y should be removed", "Items: ____ / 150", "P95: ____ ms (run 2)",
  ])
  func isNoLimitThatOnlyGoesOn(line: String) {
    #expect(read("# T\n\n## S\n\n\(line)\n").claims.isEmpty)
  }
}
