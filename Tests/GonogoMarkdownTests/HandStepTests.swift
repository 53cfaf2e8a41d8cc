import GonogoCore
import Testing

/// What a person is to do between a block and what is expected behind it.
struct HandStepTests {
  private static let block = "# T\n\n## Run\n\n```bash\ncurl -s localhost/x\n```\n\n"

  private func doubts(_ text: String) -> [String?] {
    read(Self.block + text).stated.filter { !$0.isLoose }.map(\.doubt)
  }

  @Test(arguments: [
    "Now open the dashboard.", "Restart the worker.", "Wait five minutes.", "Wait.",
    "Now, restart.",
    "Log in as admin and click Save.", "Check the dashboard.", "Please refresh the page.",
    "You should now open the page.", "In the browser, open the admin page.", "Then run it again.",
    "On the replica, run the same.", "Do the same on the replica.", "Step 3: Restart nginx",
    "Once the pods are up, repeat on the replica.", "Finally, switch to the other tab.",
    "Run the tests.", "Check the logs.", "Review the pull request.", "On the replica:",
    "In PowerShell:", "Staging:", "Same on the second node.", "Have the DBA promote the replica.",
    "It takes a while; then reload the page.", "Unplug the cable.", "Call the on-call engineer.",
    "In Grafana, reload dashboards.", "Ask a colleague to delete the user.",
    "The worker has to be restarted now.",
    "It is time to open the dashboard!", "Let the load test run for an hour.", "Press Ctrl+C.",
    "(Restart the worker.)", "👉 Restart the worker",
  ])
  func asksAboutWhatStandsBehindIt(step: String) {
    #expect(doubts("\(step)\n\nExpected: no errors\n") == [step])
    #expect(doubts("\(step)\nExpected: no errors\n") == [step])
    #expect(doubts("- \(step)\n- Expected: no errors\n") == [step])
    #expect(doubts("- [ ] \(step)\n\nExpected: no errors\n").last == step)
    #expect(doubts("\(step)\n\nExpected output:\n\n```text\nfoo\n```\n") == [step])
    #expect(doubts("\(step)\n\nExpected:\n\n- no errors\n") == [step])
  }

  @Test(arguments: [
    "Reinicie el servicio.", "Haga clic en Guardar.", "En el navegador, abra la página.",
    "Öffnen Sie das Dashboard.", "Den Dienst neu starten.", "Warten Sie fünf Minuten.",
    "Ouvrez le tableau de bord.", "Redémarrez le service.", "Abra o painel.",
    "Aguarde cinco minutos.", "打开仪表板。", "然后重启服务。", "ダッシュボードを開きます。",
    "サービスを再起動してください。",
  ])
  func readsItInManyLanguages(step: String) {
    #expect(doubts("\(step)\n\nExpected: no errors\n") == [step])
  }

  @Test(arguments: [
    "This lists the tables.", "Check the output.", "Review the results above.", "Check for errors.",
    "Verify that all pods are running.", "Check that it is green.", "Confirm the exit code.",
    "The server restarts.", "It opens the page.", "If it fails, restart the worker.",
    "Restart the worker if it hangs.", "Note the name in the output.", "See the docs for details.",
    "Open connections: 3.", "Verify:", "Check the following:", "Click to expand output.",
    "Look at the status column.", "The restart takes a minute.", "On success:",
    "In the output:", "All of this is quick.", "Prüfen Sie die Ausgabe.",
    "Esto reinicia el servicio.",
    "检查输出。", "TLS must be enabled.", "Errors have to be rare.",
  ])
  func readsOnBehindOtherSentences(sentence: String) {
    #expect(doubts("\(sentence)\n\nExpected: no errors\n").last == .some(nil))
  }

  @Test func readsTheSentenceBeforeOnTheSameLine() {
    let step = "On the replica, run the same."
    #expect(doubts("\(step) Expected: 0\n") == [step])
    #expect(doubts("Restart it. Errors must be below 5.\n") == ["Restart it."])
    #expect(doubts("Open connections must be below 5. Errors must be below 3.\n") == [nil, nil])
    #expect(doubts("This is quick. Expected: 0\n") == [nil])
    #expect(doubts("Errors must be below 5. Then restart the worker.\n") == [nil])
  }

  @Test func readsStepsInTablesAndQuotes() {
    let table = "| What | Who |\n|---|---|\n| Restart the worker | ops |\n"
    #expect(doubts(table + "\nExpected: no errors\n") == ["Restart the worker"])
    let counts = "| What | Count |\n|---|---|\n| Open connections | 3 |\n"
    #expect(doubts(counts + "\nExpected: no errors\n") == [nil])
    #expect(
      doubts("> Restart the worker.\n\nExpected: no errors\n") == ["Restart the worker."])
  }

  @Test func startsAnewBehindEachBlockAndHeading() {
    let next = "Open the page.\n\n```bash\nls\n```\n\nExpected: no errors\n"
    #expect(doubts(next) == [nil])
    #expect(doubts("Open the page.\n\n## Next\n\n```bash\nls\n```\n\nExpected: 0\n") == [nil])
    // The lead-in of the command itself comes before it.
    let lead = "# T\n\nOpen a terminal and run:\n\n```bash\nls\n```\n\nExpected: no errors\n"
    #expect(read(lead).claims.map(\.doubt) == [nil])
  }

  @Test func asksAboutReasonsToActBehindIt() {
    let claims = read(Self.block + "Restart the worker.\n\nAlert if:\n\n- errors > 5\n").claims
    #expect(claims.map(\.kind) == [.trigger])
    #expect(claims.map(\.doubt) == ["Restart the worker."])
  }

  @Test(arguments: ["powershell", "python", "promql", "http"])
  func asksAboutWhatStandsBehindAProgramOfAnotherLanguage(tag: String) {
    #expect(doubts("```\(tag)\nGet-Thing\n```\n\nExpected: no errors\n") == ["Get-Thing"])
  }

  @Test(arguments: ["`kubectl rollout restart deploy/x`", "Then `make seed`."])
  func asksBehindACommandInALine(step: String) {
    #expect(doubts("\(step)\n\nExpected: no errors\n") == [step.replacing("`", with: "")])
    #expect(doubts("This is what `make seed` did.\n\nExpected: no errors\n") == [nil])
  }

  @Test func asksBehindCommandsWithoutATag() {
    #expect(doubts("```\nmake seed\n```\n\nExpected: no errors\n") == ["make seed"])
    #expect(doubts("    make seed\n\nExpected: no errors\n") == ["make seed"])
    #expect(doubts("```\nsome output\n```\n\nExpected: no errors\n") == [nil])
  }

  @Test func asksBehindHTML() {
    let step = "Open the dashboard."
    #expect(doubts("<p>\(step)</p>\n\nExpected: no errors\n") == [step])
    #expect(doubts("<!-- \(step) -->\n\nExpected: no errors\n") == [nil])
  }

  @Test(arguments: ["", "text", "json", "yaml"])
  func readsOnBehindABlockThatIsNoProgram(tag: String) {
    #expect(doubts("```\(tag)\n{}\n```\n\nExpected: no errors\n") == [nil])
  }

  @Test func readsManyExpectationsBehindOneStepInLinearTime() {
    let many = String(repeating: "Expected: no errors\n", count: 5_000)
    let claims = read(Self.block + "Restart the worker.\n" + many).claims
    #expect(claims.count == 5_000)
    #expect(claims.allSatisfy { $0.doubt == "Restart the worker." })
  }
}
