import GonogoCore
import GonogoEvidence
import Testing

/// Limits that look like demands and may not be.
struct DirectionTests {
  private func isUnclear(_ text: String, isTrigger: Bool = false) -> Bool {
    switch ExpectationReader.read(text, isTrigger: isTrigger, isLabelled: true) {
    case .unclear, .none: true
    case .assertion: false
    }
  }

  @Test(arguments: [
    "Errors > 5", "Latency > 100 ms", "error_rate > 5%", "CPU > 80%", "Ready pods < 3",
    "Availability < 99%", "Free disk < 10%", "Fehlerquote > 5 %", "Latencia > 100 ms",
    "错误率 > 5%", "エラー > 5", "Test coverage below 80%", "Is latency > 100 ms?",
    "🔴 Users > 5", "❌ Users > 5", "🚨 Users > 5", "🛑 Users > 5", "Users > 5 ❌",
  ])
  func doubtsWhatNobodyDemands(text: String) { #expect(isUnclear(text)) }

  @Test(arguments: ["Errors < 5", "Availability > 99%", "Free disk > 10%"])
  func doubtsReasonsThatAreNone(text: String) {
    #expect(isUnclear(text, isTrigger: true))
    #expect(!isUnclear(text))
  }

  @Test(arguments: [
    "Errors > 5", "Availability < 99%", "Ready time > 30 s", "❌ Errors > 5",
  ])
  func readsReasons(text: String) { #expect(!isUnclear(text, isTrigger: true)) }

  @Test(arguments: [
    "Users > 5", "Uptime > 1 day", "Ready time < 3 s", "Failed logins < 3", "CPU cores >= 4",
    "Error detection rate > 90%", "Users >= 1.5", "Users >= 0.125", "Latency < 100 ms",
  ])
  func readsDemands(text: String) { #expect(!isUnclear(text)) }

  @Test(arguments: [
    "Mindestens 1.000 Benutzer", "Al menos 1.000 usuarios", "Au moins 1.000 utilisateurs",
    "Users >= 1.000", "Users >= 12.500",
  ])
  func doubtsOneDotBeforeThreeDigits(text: String) { #expect(isUnclear(text)) }

  @Test(arguments: [
    "Latency 100 ms or better", "Latency 20% under 130 ms", "Latency 10% below 130 ms",
    "Latency outside 100-150 ms", "Latency =< 100 ms", "Latency <> 100 ms", "Memory < 3 Gb",
  ])
  func doubtsComparators(text: String) { #expect(isUnclear(text)) }
}
