import GonogoCore
import Testing

/// Lead-ins that ask to make sure of something, and samples behind them.
struct ProbeTests {
  @Test(arguments: [
    "Verify that the `web` container is healthy:", "Confirm the table exists:",
    "2. Check that all nodes are ready:", "Make sure that the socket is listening:",
    "Use `systemctl` to see that the unit is active:", "Compruebe que el servicio está activo:",
    "Check that the node is ready.", "Verify that the node is ready by using `ctl`.",
    "Überprüfen Sie, ob der Knoten läuft, indem Sie `ctl` verwenden.",
    "Stellen Sie sicher, dass der Knoten angelegt wurde (mit Namen).",
    "Überprüfen Sie mit dem `ctl get`-Befehl, ob der Knoten bereit ist.",
    "Vérifiez que le nœud est prêt en utilisant `ctl`.", "Compruebe que el nodo está listo.",
  ])
  func takesALeadInThatStatesAnOutcomeForAnExpectation(text: String) {
    let checklist = read("# A\n\n\(text)\n\n   ```bash\n   systemctl is-active web\n   ```\n")
    #expect(checklist.claims.count == 1)
    #expect(checklist.claims.first?.isLeadIn == true)
    #expect(checklist.claims.first?.location.line == 3)
    #expect(checklist.steps.first?.obstacle == nil)
  }

  @Test(arguments: [
    "Run this:", "Check the logs:", "See the following:", "Verify whether the node is ready:",
    "Check if the node is ready:", "Test the deployment:", "The node is ready:",
    "Check the node.", "Verify that you are using the node.",
    "Then start the node so that it is ready:",
  ])
  func takesOtherLeadInsForNone(text: String) {
    #expect(read("# A\n\n\(text)\n\n```bash\nsystemctl is-active web\n```\n").claims.isEmpty)
  }

  @Test func takesTheOutputOfASessionForTheSampleOfItsLeadIn() throws {
    let checklist = read(
      "# A\n\nTest access with `curl`:\n\n```console\n$ curl x.test\nhello\n\n```\n")
    let claim = try #require(checklist.claims.first)
    #expect(claim.sample == Claim.Sample(text: "hello", line: 7))
    #expect(claim.location.line == 3)
    // It is run all the same.
    #expect(checklist.steps.map(\.script) == ["\ncurl x.test\n\n\n"].map { String($0.dropFirst()) })
  }

  @Test(arguments: [
    "Run `ls` to see the files:\n\n```console\n$ ls\na\n```",
    "Check the files:\n\n```console\n$ ls\na\n$ pwd\n/b\n```",
    "Check the files:\n\n```console\n$ ls\n```",
    "Check the file:\n\n```yaml\n$ ls\na\n```",
    "List the files:\n\n```console\n$ ls\na\n```",
  ])
  func takesNoSampleWhereNothingAsksForItOrSeveralCommandsPrint(text: String) {
    #expect(read("# A\n\n\(text)\n").claims.isEmpty)
  }

  @Test func takesASessionOfCommandsAloneForNoSample() {
    let text =
      "# A\n\n```sh\n$ enter web\n```\n\nYou should now have a prompt.\n\n```sh\n$ login db\n```\n"
    #expect(read(text).claims.allSatisfy { $0.sample == nil })
  }

  @Test(arguments: [
    ("The command prints a table that looks like:", "expectation"),
    ("If the query returns...", "expectation"), ("The run will end with:", "expectation"),
    ("However, if it returns something like:", "trigger"),
  ])
  func takesABlockBehindASentenceThatEndsOnItForASample(text: String, kind: String) {
    let checklist = read("# A\n\n```sql\nSELECT 1;\n```\n\n\(text)\n\n```\nEmpty set\n```\n")
    #expect(checklist.claims.map(\.kind.rawValue) == [kind])
    #expect(checklist.claims.first?.sample?.line == 10)
  }

  @Test(arguments: [
    ("In some cases you may see what looks like:", "```\nx\n```"),
    ("It looks like:", "```bash\nls\n```"), ("It looks like:", "```yaml\na: b\n```"),
    ("Nobody knows what it looks like to them:", "```\nx\n```"),
  ])
  func takesNoBlockForASampleThatMayBeSomethingElse(text: String, block: String) {
    let checklist = read("# A\n\n```sql\nSELECT 1;\n```\n\n\(text)\n\n\(block)\n")
    #expect(checklist.claims.isEmpty)
  }

  @Test func readsCasesToTryAndASecondSample() {
    let text = """
      # A

      **Test case - empty name:**
      ```
      Error: no name
      ```

      **Expected answer:**
      ```json
      {"a": 1}
      ```

      **After the first import:**
      ```json
      {"a": 2}
      ```

      **Configuration:**
      ```yaml
      a: 3
      ```

      """
    let checklist = read(text)
    #expect(checklist.claims.map { $0.sample?.line } == [5, 10, 15])
  }

  @Test(arguments: [
    "Überprüfen Sie den Knoten:", "Verify the node with this command:", "Valide el nodo:",
  ])
  func takesABareLabelForASampleWhereTheCommandChecksSomething(lead: String) {
    for label in ["Beispielausgabe", "Example output", "Salida de ejemplo", "Exemple de sortie"] {
      let checklist = read(
        "# A\n\n\(lead)\n\n```bash\nctl get\n```\n\n\(label)\n\n```output\nok 1\n```\n")
      #expect(checklist.claims.map { $0.sample?.text } == ["ok 1"])
      #expect(checklist.claims.map(\.location.line) == [9])
    }
  }

  @Test(arguments: [
    "Rufen Sie die Knoten ab:\n\n```bash\nctl get\n```\n\nBeispielausgabe\n\n```output\nok\n```",
    "Verify the node:\n\n```bash\nctl get\n```\n\nExample output\n\n```bash\nok\n```",
    "Verify the node:\n\n```bash\nctl get\n```\n\nExample output.\n\n```text\nok\n```",
    "Verify the node:\n\nExample output\n\n```text\nok\n```",
  ])
  func takesOtherBareLabelsForNone(text: String) {
    #expect(read("# A\n\n\(text)\n").claims.isEmpty)
  }

  @Test(arguments: [
    ("Make sure the daemon is running", true), ("Verify no errors in the logs", true),
    ("Ensure that the volume is mounted.", true), ("Vérifiez que le service est actif", true),
    ("Asegúrese de que el servicio está en ejecución", true),
    ("Certifique-se de que o serviço está pronto", true), ("确认服务正常", true),
    ("Verifique se o serviço está pronto", false),
    ("Check the daemon", false), ("Install the daemon so that it is running", false),
    ("Make sure to read the manual", false), ("Check whether the daemon is running", false),
    ("If the daemon is down, make sure it is running", false),
  ])
  func takesABulletThatAsksToMakeSureForAnExpectation(text: String, isOne: Bool) {
    #expect(read("# A\n\n- \(text)\n- Buy coffee\n").claims.count == (isOne ? 1 : 0))
  }

  @Test func takesATitleOverWhatIsToBeDoneForNone() {
    let item = "1. **Check that the queue is enabled**\n   - Set the flag:\n   - Start it anew.\n"
    #expect(read("# A\n\n\(item)").claims.isEmpty)
  }

  @Test(arguments: [
    ("Escalate to the team at once if:", true), ("Abortar si:", true),
    ("Escalate to the team:", false), ("Write to the team if:", false),
  ])
  func takesAnOrderThatEndsWithIfForReasonsToAct(lead: String, isOne: Bool) {
    let claims = read("# A\n\n\(lead)\n\n- Load > 9\n").claims
    #expect(claims.map(\.doubt) == [isOne ? nil : lead])
    #expect(claims.allSatisfy { $0.isTrigger })
  }
}
