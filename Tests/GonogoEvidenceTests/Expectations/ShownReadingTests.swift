import GonogoEvidence
import Testing

struct ShownReadingTests {
  /// How a sentence is shown that is not read surely enough to be compared; nil where it is not.
  private static func shown(_ text: String, codes: [String] = [], isLabelled: Bool = false)
    -> String?
  {
    SentenceReading(text, codes: codes, isLabelled: isLabelled).shown?.shown
  }

  /// What stands in the code span of a text.
  private static func code(in text: String) -> String {
    text.split(separator: "`").dropFirst(text.hasPrefix("`") ? 0 : 1).first.map(String.init) ?? ""
  }

  /// True when something could be decided by what was read.
  private static func decides(_ text: String) -> Bool {
    if case .assertion = SentenceReading(text).whole { return true }
    return false
  }

  @Test(arguments: [
    ("Load and smoke suites are green for this build", "is green"),
    ("Sandbox and lint jobs are green in CI", "is green"),
    ("Alle Prüfungen laufen grün (Pipeline)", "all Prüfungen laufen grün"),
    ("Certificados válidos (todas las zonas)", "is válidos"),
    ("Sondas verdes para web y colas", nil),
    ("Sondas verdes para la web", "is verdes"),
    ("Les contrôles sont au vert", "is au vert"),
    ("Optional: the working tree is clean", "is clean"),
    ("CHK-07: the archive exists in `out/`", "exists"),
    ("`web` container healthy and reachable.", "is healthy and reachable"),
    ("Lexer tests unskipped and passing", "is unskipped and passing"),
    ("The chart validates cleanly", "validates cleanly"),
    ("All unit tests passing locally", "all unit tests passing"),
    ("All four replay suites are green at full scale", "all four replay suites green"),
    ("Alle Jobs grün (`ci`)", "all Jobs grün"),
    ("No unmapped codes in the export", "0 unmapped codes"),
    ("No stale or orphaned locks in the store", "0 stale or orphaned locks"),
    ("Keine Secrets oder Passwörter im Diff", "0 Secrets oder Passwörter"),
    ("Ensure there are no release blockers for this version", "0 release blockers"),
    ("Zero vulnerabilidades altas sin resolver", "0 vulnerabilidades altas sin resolver"),
    ("Open blockers: 0", "0 Open blockers"),
    ("無遺漏文件", "0 遺漏文件"),
    ("Audited on two shells (verified with 3+ users)", ">= 3"),
    ("Node.js >= 20.11.0", "version >= 20.11.0"),
    ("Python >= 3.10", "version >= 3.10"),
    ("Contrast ratio >4.5:1", "> 4.5"), ("Returns 101", nil),
    ("The share rises while the probe is active", nil),
  ])
  func showsResultsThatNobodyCanCompare(text: String, wanted: String?) {
    #expect(
      Self.shown(text.filter { $0 != "`" }, codes: text.contains("`") ? [Self.code(in: text)] : [])
        == wanted)
    if wanted != nil { #expect(!Self.decides(text)) }
  }

  @Test(arguments: [
    "Deploy only if the suites are green", "Decide whether CI is green",
    "Wait until probes are green",
    "Esperar que la sonda esté verde", "Are the numbers of green and red builds equal?",
    "Registration and login succeed", "Alarms work and pages are green or red",
    "Make the build green", "The backup was created", "Release notes are written",
    "All owners signed", "All documents reviewed", "No new features, only fixes",
    "No hay que reiniciar", "El código no existe y da un error", "No issues (or known ones)",
    "No pressure", "3 backups exist", "Login does not fail", "Big lists (1000+ rows)",
    "With 6+ rows only 5 are shown", "Sessions (> 30 min) are closed", "Tuning (goal < 100 ms)",
    "< 5 ms without cache, < 2 ms with it", "Not more than one alert if > 5%",
    "Tests are not green", "Unless all tests are green", "Keep it < 5 items and > 2",
  ])
  func showsNothingOfWhatIsNoResult(text: String) { #expect(Self.shown(text) == nil) }

  @Test(arguments: [
    (#"{"status": "up", "at": "..."}"#, "output contains “\"status\": \"up\"”"),
    (#"{"state":"ready","checks":{...}}"#, "output contains “\"state\":\"ready\"”"),
    ("Throughput: > 100 RPS", "> 100"), ("Satisfaction: > 4.0/5.0", "> 4"),
    ("Cost per run: <$0.25", "< 0.25"), ("Memory: 8+ GB free", ">= 8 GB"),
    ("Rollback time: < 10 min", "< 10 min"), ("Lead time: 3–10 days", "3 to 10 d"),
    ("Server Version: v1.24.x or higher", "version >= 1.24"),
    ("Minimum Version: v2.5", "version >= 2.5"),
    ("Output attached to the ticket, with 0 errors", "0 errors"), ("\"1\" (up)", "= 1"),
    ("All breakers in CLOSED state", "all breakers CLOSED"),
    ("Verification successful", "is successful"),
    ("每台至少 4 核心 | At least 4 cores per node", ">= 4"),
    ("簽章驗證完成 | Signature check successful", "is successful"),
    ("`/a` and `/b` return 200 after the restart.", "HTTP status 200"),
    ("The link check after the move shows no errors.", "0 errors"),
    ("Scanner ohne Treffer", "0 Treffer"),
    ("Report attached, with no new regressions", "0 new regressions"),
    ("It reports that all migrations are applied to the copy.", "all migrations applied"),
    ("All alerts (memory, disk) remain green.", "all alerts remain green"),
  ])
  func showsWhatStandsWhereAnExpectationMust(text: String, wanted: String) {
    #expect(Self.shown(text, isLabelled: true) == wanted)
  }

  @Test(arguments: [
    "{ name }", #"{"version": "X.Y.Z"}"#, "1–2 days of work", "takes 3-10 days", "Cost: $5",
    "All rows completed by hand", "Ready to begin", "Server Version: v1.24", "Rate: about > 5%",
  ])
  func showsNothingThatIsOnlyAlike(text: String) {
    #expect(Self.shown(text, isLabelled: true) == nil)
  }

  @Test func neverDecidesByWhatIsOnlyShown() {
    let reading = SentenceReading("All tests and probes are green in CI")
    #expect(reading.shown != nil)
    #expect(reading.whole != .none || reading.subject.isEmpty)
  }

  @Test(arguments: [
    ("No orphan pods", "0 orphan pods"), ("No manual jobs found", "0 manual jobs"),
    ("No plain passwords exposed", "0 plain passwords"), ("No jobs found", nil),
    ("No pause or stop found", nil), ("No further steps needed", nil),
    ("Keine Worker-Neustarts im Log", "0 Worker-Neustarts"), ("Kein Worker-Wechsel im Log", nil),
    ("**0 unplanned failovers** in three days", "0 unplanned failovers"),
    ("The import worked", "worked"), ("Archive created successfully", "is created successfully"),
    ("Archive created", nil), ("Ansicht vorhanden", "is vorhanden"),
    ("Notfall-Plan vorhanden", nil), ("The announcement is ready", nil),
    ("The store is ready", "is ready"), ("The worker starts without errors", nil),
    ("Scheduler OK", "is OK"), ("已通過", nil), ("前兩個失敗，最後一個通過", nil),
    ("Lexer, parser and printer tests are green", "is green"),
  ])
  func showsWhatWasLookedForAndNotWhatSomebodyDid(text: String, wanted: String?) {
    let plain = text.filter { $0 != "*" }
    #expect(Self.shown(plain) == wanted)
  }

  @Test(arguments: [
    ("jobs: 100-500 per day", "100 to 500"), ("jobs: 100-500 of them", nil),
    ("workers: 0-3 (idle ones)", "0 to 3"), ("exports: about +24 per day", nil),
    ("page: 2-3 of the guide", nil), ("exports: +24", nil),
    ("Memory: at least 4 GB, recommended 8 GB", ">= 4 GB"),
    ("内存: 最低 2GB, 推荐 4GB+", ">= 2 GB"), ("Memory: at least 4 GB, at most 8 GB", nil),
    ("Python: >= 3.10", "version >= 3.10"), ("Copies: >= 3.10", ">= 3.1"),
    ("Expected: All required settings set", "all required settings set"),
  ])
  func showsAmountsBehindALabel(text: String, wanted: String?) {
    #expect(Self.shown(text, isLabelled: true) == wanted)
  }

  @Test(arguments: [
    ("No zombie processes", "0 zombie processes"), ("No packet loss", "0 packet loss"),
    ("Keine offenen Sitzungen", "0 offenen Sitzungen"), ("No action required", nil),
    ("No sustained increase", nil), ("No impact on other tables", nil), ("No jobs", nil),
    ("No new state bundles", nil), ("No usar valores", nil), ("No comment: see below", nil),
    ("All 5 secrets configured", "all 5 secrets configured"),
    ("All rules active", "all rules active"), ("`LOG_LEVEL=info`", nil),
    ("All pages reachable without warnings", nil), ("The page loads without errors", "0 errors"),
  ])
  func showsWhatThereMustBeNoneOrAllOf(text: String, wanted: String?) {
    let code = text.contains("`") ? [Self.code(in: text)] : []
    #expect(Self.shown(text.filter { $0 != "`" }, codes: code) == wanted)
  }

  @Test(arguments: [
    ("RAM: 128GB+ available", ">= 128 GB"), ("50GB+ free space", ">= 50 GB"),
    ("10+ repositories cloned", ">= 10"), ("5+ years of support", nil),
    ("Clusters with 10+ nodes are big", nil), ("No incidents", "0 incidents"),
  ])
  func showsTheLeastAmount(text: String, wanted: String?) {
    #expect(Self.shown(text) == wanted)
  }
}
