import GonogoCore
import GonogoEvidence
import Testing

/// A span of time beside a limit: the limit is read, and no single value decides it.
struct WindowTests {
  private func threshold(_ text: String, isTrigger: Bool = false) -> Threshold? {
    guard
      case .assertion(.limit(let threshold)) = ExpectationReader.read(text, isTrigger: isTrigger)
    else { return nil }
    return threshold
  }

  @Test(arguments: [
    ("Share < 90% for 2 days", "< 90%"), ("CPU < 80% over 24 h", "< 80%"),
    ("Auslastung < 80% über 24h", "< 80%"), ("Error rate < 1% por período de 5 minutos", "< 1%"),
  ])
  func keepsTheSpan(text: String, shown: String) throws {
    let found = threshold(text)
    let limit = try #require(found)
    #expect(limit.required.shown == shown)
    #expect(limit.window != nil)
    #expect(limit.judge(Quantity(0.5, .percent)).verdict == .unknown)
    #expect(limit.judge(Quantity(99, .percent)).verdict == .unknown)
  }

  @Test(arguments: ["Latency < 200 ms", "Error rate < 1%", "Uptime over 24 h"])
  func needsASpanBesides(text: String) {
    #expect(threshold(text)?.window == nil)
  }

  @Test func leavesARateWithoutATimeUnclear() {
    guard case .unclear = ExpectationReader.read("Errors < 5 per request") else {
      Issue.record("a rate was read")
      return
    }
  }

  @Test func namesNothingByAUnit() throws {
    #expect(try #require(threshold("latency_ms < 200 ms")).meaning.words == ["latency"])
    #expect(try #require(threshold("latency_ms < 200")).meaning.words.count == 2)
  }

  @Test(arguments: [
    ("latency", ["latencia", "Latenz", "latence", "latência", "延迟", "遅延"]),
    ("errors", ["errores", "Fehler", "erreurs", "erros", "错误", "エラー"]),
    ("memory", ["memoria", "Arbeitsspeicher", "mémoire", "memória", "内存", "メモリ"]),
    ("queue", ["cola", "Warteschlange", "fila", "队列", "キュー"]),
    ("users", ["usuarios", "Benutzer", "utilisateurs", "usuários", "用户", "ユーザー"]),
  ])
  func knowsMeasuresInOtherLanguages(word: String, others: [String]) {
    for other in others { #expect(Meaning(other).words == Meaning(word).words, "\(other)") }
  }
}
