import GonogoEvidence
import Testing

/// What code spans, versions and shares state, only to be shown.
struct ShownCodeTests {
  private static func reading(
    _ text: String, isLabelled: Bool = false, isTrigger: Bool = false
  ) -> SentenceReading {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    let codes = parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
    return SentenceReading(
      text.filter { $0 != "`" }, codes: codes, isTrigger: isTrigger, isLabelled: isLabelled)
  }

  @Test(arguments: [
    ("`rows_total >= 500` in `out.json`", ">= 500"), ("`error_rate < 0.01`", "< 0.01"),
    ("Verify `replicas == 3`", "= 3"), ("`a && b < 5`", nil), ("`x = 5`", nil),
    ("`rows_total >= 500` unless idle", nil), ("`x < y`", nil),
    ("`DEBUG=false` in the settings", nil),
    ("Verify `READY=true`", "output contains “READY=true”"),
    ("`\"ready\": true`", "output contains “\"ready\": true”"),
    ("`ok: true` in the report", "output contains “ok: true”"),
    ("Within a minute, expect `open_jobs == 0`", "= 0"),
    ("`open_jobs` should be > 0 (typically `1`)", "> 0"),
    ("`open_jobs` should be > 0 (or typically `1`)", nil),
    ("`open_jobs > 0` (and the alert is firing)", nil),
    ("If it is off, expect `open_jobs == 0`", nil), ("`up{job=\"x\"} == 1`", "= 1"),
    ("`localhost:8080`", nil), ("`http://a.test`", nil), ("`KEY=<value>`", nil),
  ])
  func showsComparisonsAndPairs(text: String, wanted: String?) {
    #expect(Self.reading(text).shown?.shown == wanted)
  }

  @Test func takesAComparisonForNoText() {
    #expect(Self.reading("`rows >= 500`", isLabelled: true).shown?.shown == ">= 500")
    #expect(Self.reading("`rows >= 500`", isTrigger: true).shown == nil)
  }

  @Test(arguments: [
    ("Parser coverage: 80%", ">= 80%"), ("Availability: 99.9%", ">= 99.9%"),
    ("Error rate: 2%", "<= 2%"), ("Reduction: 70%", nil),
    ("Cases: 100% of the cases approved", "= 100%"),
    ("Slow answers (>100ms): <5", "< 5"), ("100% coverage (40/40 lines)", "= 100%"),
    ("Seats: Target 50", nil), ("Seats: Target 50 users", nil), ("2-5 events", "2 to 5"),
    ("2-5 minutes", nil), ("2-5 of the old events", nil),
    ("301/302", "HTTP status 301 or 302"), ("404 Not Found, a clear message", "HTTP status 404"),
    ("404 Not Found, not 500", nil), ("404 files", "= 404"),
    ("Contracts: 100% of them keep it", "= 100%"), ("Contracts: 100% if idle", nil),
    ("main", "output contains “main”"), ("\"1.2.3\" (new one)", "output contains “1.2.3”"),
    ("200", "HTTP status 200"), ("healthy", "is healthy"), ("nothing", "no output"),
    ("20.x or newer", "version >= 20"),
    ("/ready: `{\"status\":\"up\",\"checks\":{...}}`", "output contains “\"status\":\"up\"”"),
  ])
  func showsValuesBehindALabel(text: String, wanted: String?) {
    #expect(Self.reading(text, isLabelled: true).shown?.shown == wanted)
  }

  @Test(arguments: [
    ("Docker v20+ installed on all hosts", "version >= 20"),
    ("Node.js 18+ available", "version >= 18"),
    ("100% check success rate", "= 100%"), ("0% failed requests", "= 0%"), ("0% done", nil),
    ("Load within bounds? (<8% max)", "< 8%"), ("Within bounds? Not sure", nil),
    ("Coverage: 100%", "= 100%"), ("Coverage: 60%", nil), ("Step: 100%", nil),
    ("First backup: `make backup` runs without errors", "0 errors"),
    ("First backup: `a` has no errors; `b` returns 200", nil),
    ("Notes: the store is ready", "is ready"),
    ("`./ship.sh --dry-run` succeeds", "exit code 0"), ("`parser` passes", "passes"),
    ("No more rejections", "0 rejections"), ("The tree is clean (no pending changes)", "is clean"),
    ("The tree is clean (not here)", nil),
    ("All SLOs must pass with `--strict`", "all SLOs must pass"),
    ("Probe answers: `curl http://a.test/x`", nil),
  ])
  func showsVersionsAndShares(text: String, wanted: String?) {
    #expect(Self.reading(text).shown?.shown == wanted)
  }

  @Test(arguments: [
    ("If > 5 ms for long, look at it", "> 5 ms"), ("Wenn > 50: Team rufen", "> 50"),
  ])
  func showsTheValueThatMakesSomebodyAct(text: String, wanted: String) {
    #expect(Self.reading(text, isTrigger: true).shown?.shown == wanted)
  }
}
