import GonogoCore
import GonogoEvidence
import Testing

struct ExpectationReaderTests {
  private func shown(
    _ text: String, codes: [String] = [], isTrigger: Bool = false, isLabelled: Bool = false
  ) -> String {
    switch ExpectationReader.read(
      text, codes: codes, isTrigger: isTrigger, isLabelled: isLabelled)
    {
    case .none: "none"
    case .assertion(let assertion): assertion.shown
    case .unclear(let why): "unclear: \(why)"
    }
  }

  @Test(arguments: [
    ("Latency < 200 ms", "< 200 ms"), ("Write time < 5 ms", "< 5 ms"),
    ("Open connections < 100", "< 100"), ("Expected: CPU usage < 30%", "< 30%"),
    ("Threshold: At least 4 cores available", ">= 4"), ("Heap must not exceed 512 MB", "<= 512 MB"),
    ("Lag is 0", "= 0"), ("Exactly 3 replicas", "= 3"), ("Replicas == 3", "= 3"),
    ("Response time 200 ms or less", "<= 200 ms"), ("Memory ＜ 2GB", "< 2 GB"),
    ("Cache hits: ≥ 95%", ">= 95%"), ("Disk use should be under 80 percent", "< 80%"),
    ("Queue holds no more than 1,000 entries", "<= 1000"),
    ("Latencia por debajo de 200 ms", "< 200 ms"), ("Al menos 20 GB libres", ">= 20 GB"),
    ("Pelo menos 3 réplicas", ">= 3"), ("Temps de réponse inférieur à 2 secondes", "< 2 s"),
    ("Mindestens 8 GB Speicher", ">= 8 GB"), ("Antwortzeit höchstens 300 ms", "<= 300 ms"),
    ("延迟小于 200 毫秒", "< 200 ms"), ("磁盘使用率不超过 80%", "<= 80%"), ("内存 200MB 以下", "<= 200 MB"),
    ("応答時間は 200ms 未満", "< 200 ms"), ("空き容量は 20GB 以上", ">= 20 GB"),
    ("응답 시간 200ms 이하", "<= 200 ms"), ("P95 延遲 < 500ms", "< 500 ms"),
    ("平均响应时间＜２００ms", "< 200 ms"),
  ])
  func readsLimits(text: String, wanted: String) {
    #expect(shown(text) == wanted)
  }

  @Test(arguments: [
    ("Response time: 50-80ms", "50 to 80 ms"), ("Between 2 and 5 GB", "2 to 5 GB"),
    ("Image size 20-30MB", "20 to 30 MB"), ("Latency between 10 ms and 50 ms", "10 to 50 ms"),
    ("Execution time within 5% of baseline", "within 5% of baseline"),
    ("750ms ±50ms", "within 50 ms of 750ms"), ("±20% of 500 rows", "within 20% of 500"),
  ])
  func readsRangesAndTolerances(text: String, wanted: String) {
    #expect(shown(text) == wanted)
  }

  @Test(arguments: [
    ("Returns 200", "HTTP status 200"), ("Should return 200 OK", "HTTP status 200"),
    ("API responds with HTTP 201 Created", "HTTP status 201"),
    ("Status code: 204", "HTTP status 204"), ("Returns 200 or 204", "HTTP status 200 or 204"),
    ("Expected: HTTP/1.1 200 OK", "HTTP status 200"), ("Expected: 200 OK", "HTTP status 200"),
    ("Admin page returns 403 Forbidden", "HTTP status 403"),
    ("Answers with status 101", "HTTP status 101"), ("HTTP 101", "HTTP status 101"),
    ("Returns 101 Switching Protocols", "HTTP status 101"),
    ("Devuelve 404", "HTTP status 404"), ("返回 200", "HTTP status 200"),
    ("状态码：200", "HTTP status 200"), ("ステータスコードは 200", "HTTP status 200"),
    ("상태 코드: 200", "HTTP status 200"), ("Liefert 200", "HTTP status 200"),
    ("Exit code 0", "exit code 0"), ("Expected exit code: 0", "exit code 0"),
    ("Should exit with 1", "exit code 1"), ("Código de salida 0", "exit code 0"),
    ("退出码为 0", "exit code 0"), ("終了コード 0", "exit code 0"), ("Exit-Code 2", "exit code 2"),
  ])
  func readsStatusAndExit(text: String, wanted: String) {
    #expect(shown(text) == wanted)
  }

  @Test(arguments: [
    ("No errors", "0 errors"), ("No new errors in the logs", "0 new errors"),
    ("0 vulnerabilities", "0 vulnerabilities"), ("Zero failures", "0 failures"),
    ("Sin errores", "0 errores"), ("Sem erros", "0 erros"), ("Aucune erreur", "0 erreur"),
    ("Keine Fehler", "0 Fehler"), ("No error spikes in logs", "0 error spikes"),
    ("All 14 test cases pass", "all 14 test cases pass"),
    ("4.4. Verificar logs sin errores", "0 errores"),
    ("All services \"healthy\"", "all services healthy"), ("无错误", "0 错误"), ("エラーなし", "0 エラー"),
    ("오류 없음", "0 오류"),
    ("Completes without errors or warnings", "0 errors or warnings"),
    ("No output", "no output"), ("(empty)", "no output"), ("Prints nothing", "no output"),
    ("Sin salida", "no output"), ("无输出", "no output"), ("出力なし", "no output"),
    ("(empty - no matches found)", "unclear"),
    ("All pods Running", "all pods Running"), ("All tests pass", "all tests pass"),
    ("Pod status: All Running", "all Pod status Running"),
    ("All containers are in Running state", "all containers Running"),
    ("所有容器已启动", "all 容器 已启动"), ("Todos los pods en ejecución", "all pods en ejecución"),
  ])
  func readsNoneAndAll(text: String, wanted: String) {
    if wanted == "unclear" {
      #expect(shown(text).hasPrefix("unclear"))
    } else {
      #expect(shown(text) == wanted)
    }
  }

  @Test(arguments: [
    ("Redis is healthy", "is healthy"), ("Status: ok", "is ok"), ("UP", "is UP"),
    ("PONG", "is PONG"),
    ("nginx is active", "is active"), ("Database healthy", "is healthy"),
    ("Make sure the collector is running", "is running"), ("Smoke test passed", "passed"),
    ("健康检查通过", "is 通过"), ("Pod 已就绪", "is 已就绪"), ("Service reports healthy", "is healthy"),
    ("Der Dienst ist aktiv", "is aktiv"), ("El servicio está activo", "is activo"),
  ])
  func readsStates(text: String, wanted: String) {
    #expect(shown(text) == wanted)
  }

  @Test(arguments: [
    ("redis-cli PING returns PONG", ["redis-cli PING", "PONG"], "output contains “PONG”"),
    (
      "You should see ready to serve in the output", ["ready to serve"],
      "output contains “ready to serve”"
    ),
    ("Output contains \"migration done\"", [], "output contains “migration done”"),
    (
      "curl localhost/x → it works", ["curl localhost/x", "it works"], "output contains “it works”"
    ),
    ("執行 make lint - 无错误", ["make lint"], "0 错误"), ("Run the linter – all green", [], "all  green"),
    ("Shows alpha and beta", ["alpha", "beta"], "output contains “alpha” and “beta”"),
    ("curl -I https://x.test → 200 OK", ["curl -I https://x.test"], "HTTP status 200"),
    ("Status is running", ["running"], "is running"),
    ("Output matches ^v[0-9]+", ["^v[0-9]+"], "a line of the output matches “^v[0-9]+”"),
    ("返回 success", ["success"], "output contains “success”"),
    ("Latency is < 5 ms", ["< 5 ms"], "< 5 ms"),
  ])
  func readsWhatTheOutputHolds(text: String, codes: [String], wanted: String) {
    #expect(shown(text, codes: codes) == wanted)
  }

  @Test(arguments: [
    "", "Deploy the service", "Notify the team", "Takes 2-3 minutes", "About 5 minutes",
    "Version 2.4.1", "2026-11-23 12:30", "Everything up to date", "Clean up", "Set up", "Back up",
    "< your name >", "<status> page open in the browser", "Read chapter 5", "Steps 1-3",
    "Node 2 of 5", "Team has access", "Open the dashboard", "Baseline recorded", "Step 200 done",
    "Returns 200 rows", "See section 4.2", "Connection successful", "安全扫描", "npm test",
  ])
  func readsNothingWhereNothingIsSaid(text: String) {
    #expect(shown(text, codes: text == "npm test" ? ["npm test"] : []) == "none")
  }

  @Test(arguments: [
    "Should not return 500", "Returns 200 if the cache is warm", "No errors unless it is Monday",
    "CPU < 80% and memory < 70%", "All pods Running and no errors", "Returns 200 and a token",
    "Not all pods are Running", "Typically < 200 ms",
    "Should take less than 5 minutes", "Requests < 500/s", "Python >= 3.10", "PostgreSQL >= 14",
    "Redis is not healthy", "Alert when latency > 500 ms", "API answers, latency < 200 ms",
    "Can upload files (no errors)", "Backend deployed - all tests pass",
    "3 replicas are running", "< 5 ms or > 10 ms", "Latency < 1,5 ms", "Size > 5k",
    "Ist nicht aktiv", "Review drafts > 14 days", "Timeout (> 10 s) shows a notice",
    "Sending a title > 200 characters shows a notice", "Update table X: width = 4",
    "Set the new version as active", "Lag == 0 for the duration of the drill",
    "No debe devolver 500", "エラーなしの場合は 200ms 以下",
  ])
  func leavesWhatIsDoubtful(text: String) {
    let reading = shown(text)
    #expect(reading.hasPrefix("unclear") || reading == "none", "“\(text)” is read as \(reading)")
  }

  @Test func readsTriggersAsWhatMustNotBe() {
    #expect(shown("Alert if error rate > 5%", isTrigger: true) == "> 5%")
    #expect(shown("Alert if error rate > 5%").hasPrefix("unclear"))
    #expect(shown("Error rate exceeds 5%", isTrigger: true) == "> 5%")
    #expect(shown("Error rate > 5% for 10 minutes", isTrigger: true) == "> 5%")
  }

  @Test func takesAShownOutputForTheExpectation() {
    let sample = Claim.Sample(text: "a\nb\n", line: 7)
    #expect(
      ExpectationReader.read("Expected output:", sample: sample) == .assertion(.sample(sample)))
    guard case .unclear = ExpectationReader.read("It must not look like this:", sample: sample)
    else {
      Issue.record("a denied sample is read")
      return
    }
  }

  @Test func takesALabelledTextForWhatTheOutputHolds() {
    #expect(shown("ready", codes: ["ready"], isLabelled: true) == "output contains “ready”")
    #expect(
      shown("all done", codes: ["all done"], isLabelled: true) == "output contains “all done”")
    #expect(shown("all done", codes: ["all done"]) == "none")
    #expect(shown("orphan_rows: 0", isLabelled: true) == "= 0")
    #expect(shown("orphan_rows: 0") == "none")
    #expect(shown("port: 80", isLabelled: true) == "none")
    #expect(shown("<name> done", codes: ["<name> done"], isLabelled: true) == "none")
  }

  @Test(arguments: 0..<40)
  func survivesAnyText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<", ">", "=", "5", ".", ",", " ", "ms", "GB", "%", " of ", "warn", "-", "é", "±", "(", ")",
      "99999999999999999999", "at least ", "\"", "`", "无", "错误", "以下", "→", "$?", "all ", "/",
      "returns ", "200", "within ", "HTTP/", "d'", ":", "is ", "no ", "errors", "between ", "and ",
    ]
    var text = ""
    for _ in 0..<60 { text += pieces.randomElement(using: &generator) ?? "" }
    _ = ExpectationReader.read(text, codes: ["5", " ", "无"], isLabelled: true)
  }

  /// "10 000" is ten thousand, and 10 before another number to a program.
  @Test(arguments: [
    "rows >= 10 000", "p95 < 3 000 ms", "at least 1 500 rows", "exactly 1 500 rows",
    "p95 < 3'000 ms", "p95 < 3’000 ms", "3 000 rows or more", "p95 < 3\u{A0}000 ms",
    "p95 < 3\u{202F}000 ms", "between 3 000 and 4 000 ms",
  ])
  func readsNoNumberWithGapsByItsFirstDigits(text: String) {
    let reading = shown(text)
    #expect(reading.hasPrefix("unclear") || reading == "none", "“\(text)” is read as \(reading)")
  }

  @Test(arguments: ["rows >= 10000", "p95 < 300 ms for 100 users"])
  func readsNumbersSideBySide(text: String) {
    #expect(SentenceReading(text).shown != nil)
  }
}
