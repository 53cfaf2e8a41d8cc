import GonogoEvidence
import Testing

/// What people put before and behind a statement, and what it must never be taken for.
struct StatementPartTests {
  private static func shown(
    _ text: String, codes: [String] = [], isLabelled: Bool = false, isTrigger: Bool = false
  ) -> String? {
    SentenceReading(text, codes: codes, isTrigger: isTrigger, isLabelled: isLabelled).shown?.shown
  }

  @Test(arguments: [
    ("Cache Running - The cache is up and healthy", "is up and healthy"),
    ("Suites Pass - No failures or timeouts", "0 failures or timeouts"),
    ("Image Built - All layers running", "all layers running"),
    ("Go Available - For the analysis", "is Available"),
    ("CPU Calm - CPU usage < 25% before starting", "< 25%"),
    ("Cache Ready - It is running and reachable", nil),
    ("Schema Applied - The schema is current", nil),
    ("Notes Kept - Write down what happens", nil),
    ("Reads - writes - both are green", nil),
  ])
  func readsWhatStandsBehindATitle(text: String, wanted: String?) {
    #expect(Self.shown(text) == wanted)
  }

  @Test(arguments: [
    ("ctl config --quiet → exit code 0", "exit code 0"),
    ("ctl ps → all services \"healthy\"", "all services healthy"),
    ("Should run through without errors (exit code 0)", "exit code 0"),
    ("Sollte nichts finden (Exit-Code 1)", "exit code 1"),
    ("Step 1 → step 2 → done", nil),
    ("It stops (exit)", nil), ("Deployment (exit code 0 or 3)", nil),
  ])
  func readsWhatStandsBehindACommandOrAtTheEnd(text: String, wanted: String?) {
    #expect(Self.shown(text) == wanted)
  }

  @Test func prefersTheCommandInParentheses() {
    #expect(
      Self.shown("No keys in the log (git log -S key → empty)", codes: ["git log -S key"])
        == "no output")
  }

  @Test(arguments: [
    ("Depending on the host, make sure the daemon is running", "is running"),
    ("Open the page and check if the job is successful", "is successful"),
    ("If you have it already, make sure the tool is running", nil),
    ("Ensure passing tests", "is passing"),
    ("Ensure working and passing jobs", "is working and passing"),
    ("Make sure the tool is up to date", nil), ("Überprüfen Sie, ob der Dienst läuft", "is läuft"),
    ("Stellen Sie sicher, dass das Schema angelegt wurde", "is angelegt wurde"),
    ("Compruebe que el volumen está creado", "is creado"),
    ("Vérifiez que le service est actif", "is actif"),
  ])
  func readsWhatSomebodyIsToMakeSureOf(text: String, wanted: String?) {
    #expect(Self.shown(text, isLabelled: true) == wanted)
  }

  @Test(arguments: [
    ("No relevant errors in the log", nil), ("Keine nennenswerten Fehler", nil),
    ("Sin errores relevantes", nil), ("No critical errors in the log", "0 critical errors"),
    ("Verify no findings > 7 days old", "0 findings"),
    ("List requests open > 7 days", nil), ("Stale branches open > 30 days", nil),
    ("Requests answered in < 7 days", "< 7 d"),
    ("uvx>=1.2.0 in requirements.txt", nil), ("Node.js >= 20.1.0", "version >= 20.1.0"),
    ("Expected: tool v1.42.0 or later", "version >= 1.42.0"),
    ("Erwartet: Werkzeug v1.42.0 oder höher", "version >= 1.42.0"),
    ("Docker: v24+", "version >= 24"), ("0% error rate under load", "= 0%"),
    ("\"up\" for all targets", "all targets up"),
    ("0 HIGH/LOW lint issues", "0 HIGH/LOW lint issues"),
    ("Terminal with the client ready", nil),
  ])
  func tellsWhatALimitOrADenialIsAbout(text: String, wanted: String?) {
    #expect(Self.shown(text, isLabelled: true) == wanted)
  }

  @Test(arguments: [
    ("The cache is down", "is is down"), ("API no accesible", "is no accesible"),
    ("Container exited", "is exited"), ("Probe fails 3+ times", ">= 3"),
    ("API not responding after 5 minutes", nil), ("Cache is down or slow", nil),
    ("If the cache is down", nil),
  ])
  func readsWhatMakesSomebodyAct(text: String, wanted: String?) {
    #expect(Self.shown(text, isTrigger: true) == wanted)
  }
}
