import GonogoEvidence
import Testing

/// Sentences that look like a claim and say something else.
@Suite struct DoubtfulClaimTests {
  private func shown(_ text: String, codes: [String] = []) -> String? {
    SentenceReading(text, codes: codes, isLabelled: true).shown?.shown
  }

  private func decides(_ text: String, codes: [String] = []) -> Bool {
    if case .assertion = SentenceReading(text, codes: codes, isLabelled: true).whole { return true }
    return false
  }

  @Test(arguments: [
    "No relevant warnings in the log", "There are no significant failures", "No obvious problems",
    "Sin errores relevantes", "Keine nennenswerten Fehler", "Aucune erreur significative",
    "Sem falhas significativas", "没有明显错误",
  ])
  func leavesToAPersonWhatHasToBeJudged(text: String) {
    #expect(shown(text) == nil)
    #expect(!decides(text))
  }

  @Test(arguments: [
    ("No warnings in the log", "0 warnings"), ("No critical errors", "0 critical errors"),
    ("Sin errores", "0 errores"),
  ])
  func readsWhatNeedsNoJudgement(text: String, wanted: String) { #expect(shown(text) == wanted) }

  @Test(arguments: [
    "Show requests open > 5 days", "Tickets updated > 30 days ago", "Keys > 90 days old",
    "Tickets offen > 14 Tage",
    "Peticiones abiertas > 7 días", "Purge logs > 30 days",
  ])
  func takesASpanThatOnlySaysWhichForNoLimit(text: String) {
    #expect(shown(text) == nil)
    #expect(!decides(text))
  }

  @Test(arguments: [
    ("Last backup < 24 h old", "< 24 h"), ("Certificate valid > 30 days", "> 30 d"),
    ("Uptime > 7 days", "> 7 d"), ("Open connections > 7", "> 7"),
  ])
  func readsASpanThatIsDemanded(text: String, wanted: String) { #expect(shown(text) == wanted) }

  @Test(arguments: ["No findings > 7 days old", "Zero HIGH/LOW findings accepted >7 days"])
  func decidesNothingByAnAge(text: String) { #expect(!decides(text)) }

  @Test(arguments: [
    "Terminal ready", "Browser with the console ready", "Team ready", "Llamada lista",
    "Team bereit",
    "Terminal with `kubectl` ready",
  ])
  func leavesWhatPeopleMakeReadyToThem(text: String) {
    let codes = text.contains("`") ? ["kubectl"] : []
    #expect(shown(text.filter { $0 != "`" }, codes: codes) == nil)
  }

  @Test(arguments: [("Cluster ready", "is ready"), ("Replica for web ready", "is ready")])
  func readsWhatIsReadyByItself(text: String, wanted: String) { #expect(shown(text) == wanted) }

  @Test(arguments: [
    ("Smoke run passes - no errors or violations", "0 errors or violations"),
    ("Containers up - all containers running", "all containers running"),
    ("Server up - the server is up and healthy", "is up and healthy"),
    ("Cache up - the cache is running and accessible", nil),
  ])
  func readsTheWordsBehindATitle(text: String, wanted: String?) {
    if let wanted {
      #expect(shown(text) == wanted)
    } else {
      #expect(shown(text)?.hasPrefix("is") != true)
    }
    #expect(!decides(text))
  }

  @Test func readsWhatTheCommandInParenthesesMustShow() {
    let text = "No keys in the log (git log -S x → empty)"
    let reading = SentenceReading(text, codes: ["git log -S x"])
    #expect(reading.whole == .assertion(.empty))
    let other = SentenceReading("No errors (git log -S x)", codes: ["git log -S x"])
    #expect(other.whole != .assertion(.empty))
  }
}
