import GonogoCore
import GonogoEvidence
import Testing

/// Values without a verb, which say something only where an expectation must stand.
struct BareValueTests {
  private func shown(
    _ text: String, codes: [String] = [], isTrigger: Bool = false, isLabelled: Bool = true
  ) -> String {
    switch ExpectationReader.read(
      text, codes: codes, isTrigger: isTrigger, isLabelled: isLabelled)
    {
    case .none: "none"
    case .assertion(let assertion): assertion.shown
    case .unclear: "unclear"
    }
  }

  @Test(arguments: [
    ("0 (clean start)", "= 0"), ("Open jobs: 0", "= 0"), ("6+ workers", ">= 6"),
    ("must be 0", "= 0"), ("Start balance: 5000 EUR", "= 5000"),
    ("0 blocked orders", "0 blocked orders"),
    ("0 blocked orders in normal use", "0 blocked orders"),
    ("Coverage of old clients: 100% clients moved", "= 100%"),
    ("12/12 workers running (9 old + 3 new)", "all 12 workers running"),
    ("Response time ~100-150ms", "100 to 150 ms"),
    ("Refresh the first page: load time ~20-30ms", "20 to 30 ms"),
  ])
  func readsCounts(text: String, wanted: String) {
    #expect(shown(text) == wanted)
  }

  @Test(arguments: [
    ("Mode: off (live)", ["off"], "output contains “off”"),
    (
      "Web: {\"status\": \"up\"}", ["{\"status\": \"up\"}"],
      "output contains “{\"status\": \"up\"}”"
    ),
    (
      "Probe: Server is ready.", ["curl x.test/ready", "Server is ready."],
      "output contains “Server is ready.”"
    ),
    ("\"api_rules\" group visible", [], "output contains “api_rules”"),
    ("Search with no match: shows \"Nothing here\"", [], "output contains “Nothing here”"),
    (
      "redis-cli PING returns PONG within the cluster", ["redis-cli PING", "PONG"],
      "output contains “PONG”"
    ),
  ])
  func readsTexts(text: String, codes: [String], wanted: String) {
    #expect(shown(text, codes: codes) == wanted)
  }

  @Test(arguments: [
    // A status or a version and no count.
    ("200", []), ("Node: 18", []), ("Expected: 5 minutes", []), ("8 GB", []),
    // A rough number, a share that is no whole, a case, an alternative.
    ("about 5", []), ("Uptime: 99.9%", []), ("0 if idle", []), ("3 or 4 workers", []),
    ("100% (3 of 4 today)", []), ("5+ minutes", []), ("12/13 workers running", []),
    // What is to be run, and what is not said to be there.
    ("Service created: kubectl get svc", ["kubectl get svc"]),
    ("\"api_rules\" group not visible", []),
  ])
  func leavesLookAlikes(text: String, codes: [String]) {
    let reading = shown(text, codes: codes)
    #expect(reading == "none" || reading == "unclear", "\(reading)")
  }

  @Test func needsALabel() {
    for text in ["6+ workers", "Open jobs: 0", "0 (clean start)", "5000 EUR"] {
      #expect(shown(text, isLabelled: false) == "none")
    }
    #expect(shown("2+ lost jobs in 5 days", isTrigger: true, isLabelled: false) == ">= 2")
    #expect(shown("5000 EUR", isTrigger: true, isLabelled: false) == "none")
  }

  @Test(arguments: [
    ("Page loads in < 2 seconds", "< 2 s"), ("Risk block share > 5%", "> 5%"),
    ("Page on-call > 300 ms", "unclear"), ("Block deployment: error share > 5%", "unclear"),
    ("Then page > 5%", "unclear"), ("Tuning (goal < 100 ms)", "unclear"),
    ("效能調優（目標 < 100ms）", "unclear"), ("> 99.9% uptime (at most 4 min downtime)", "> 99.9%"),
    ("Latency < 10 s p99 (signal → order)", "< 10 s"),
    ("< 80% busy, < 90% full", "unclear"),
  ])
  func tellsThingsFromDeeds(text: String, wanted: String) {
    #expect(shown(text, isLabelled: false) == wanted)
  }
}
