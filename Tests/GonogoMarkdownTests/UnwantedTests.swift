import GonogoCore
import Testing

/// What must not come out, and blocks that only show what is seen somewhere.
struct UnwantedTests {
  private static let block = "# T\n\n## Run\n\n```bash\ncurl -s localhost/x\n```\n\n"

  // MARK: Sentences

  @Test(arguments: [
    "The output should never contain `FATAL`.", "The output should not contain passwords.",
    "Passwords must never appear in the log.", "It must not list the root user.",
    "`FATAL` is not expected.", "No `X`: it should no longer appear.", "It mustn't show the token.",
    "La salida no debe contener contraseñas.", "Das Passwort darf nicht erscheinen.",
    "La sortie ne doit pas contenir de secrets.", "A saída não deve conter senhas.", "不应出现错误。",
    "パスワードが表示されてはいけません。",
  ])
  func readsADemandThatSomethingIsNotThere(sentence: String) {
    let plain = sentence.replacing("`", with: "")
    #expect(read(Self.block + sentence + "\n").claims.map(\.text) == [plain])
    #expect(read(Self.block + "- \(sentence)\n").claims.map(\.text) == [plain])
    #expect(read(Self.block + "Some text.\n\n\(sentence)\n").claims.map(\.text) == [plain])
  }

  @Test(arguments: [
    "This must not be run in production.", "If it is slow, the list should not contain `x`.",
    "Does the output not contain `x`?", "You should never commit secrets.",
    "Never share the token.", "It does not contain `x`.",
  ])
  func takesGuidanceForNone(sentence: String) {
    #expect(read(Self.block + sentence + "\n").claims.isEmpty)
  }

  @Test(arguments: [
    "Not expected", "Unexpected", "Not allowed", "Should not contain", "No esperado", "Unerwartet",
    "Nicht erwartet", "Inattendu", "意外",
  ])
  func asksAboutWhatALabelDoesNotWant(label: String) {
    for text in ["\(label): FATAL\n", "**\(label):** FATAL\n", "- \(label): FATAL\n"] {
      let claims = read(Self.block + text).claims
      #expect(claims.map(\.text) == ["FATAL"])
      #expect(claims.map(\.kind) == [.trigger])
      #expect(claims.map(\.doubt) == [label])
    }
    #expect(read(Self.block + "\(label):\n\n- FATAL\n").claims.map(\.kind) == [.trigger])
  }

  @Test func takesOtherLabelsForNone() {
    for text in ["Unexpected errors are rare: see below.\n", "Expected: FATAL\n"] {
      #expect(read(Self.block + text).claims.allSatisfy { !$0.isTrigger })
    }
  }

  // MARK: Limits

  @Test(arguments: [
    "Latency should fall below 5 ms.", "Errors should drop below 5.", "Errors should stay below 5.",
    "Free memory should rise above 90%.", "Response time should remain under 2 s.",
    "Errors must never exceed 5.", "The rate is expected to stay above 90%.",
    "La latencia debe bajar por debajo de 5 ms.", "Die Latenz sollte unter 5 ms bleiben.",
  ])
  func readsHowAValueShouldMove(sentence: String) {
    #expect(read(Self.block + sentence + "\n").shownClaims == ["expectation \(sentence)"])
  }

  @Test(arguments: [
    ("Expected errors: < 5", "errors: < 5"), ("Expected error count: 0", "error count: 0"),
    ("Expected rows: 3", "rows: 3"), ("Erwartete Fehler: < 5", "Fehler: < 5"),
    ("Errores esperados: 0", "Errores: 0"), ("Expected warnings: none", "warnings: none"),
    ("Acceptable errors: at most 5", "errors: at most 5"),
  ])
  func readsALabelThatNamesWhatIsCounted(text: String, claim: String) {
    #expect(read(Self.block + text + "\n").shownClaims == ["expectation \(claim)"])
    #expect(read(Self.block + "- \(text)\n").shownClaims == ["expectation \(claim)"])
    let comment = "# T\n\n```bash\nls\n# \(text)\n```\n"
    #expect(read(comment).shownClaims == ["expectation \(claim)"])
  }

  @Test(arguments: [
    "Expected duration: 5 minutes", "Expected end: 2026-01-17 18:32", "Expected owner: the team",
    "Expected downtime: none",
  ])
  func readsNoForecast(text: String) {
    #expect(read(Self.block + text + "\n").claims.isEmpty)
  }

  // MARK: Graded lists and headings

  @Test func readsAnExactNumberInAGradedList() {
    let text = Self.block + "- ✅ Errors = 0\n- 🚨 Errors > 5\n"
    #expect(read(text).shownClaims == ["expectation Errors = 0", "trigger Errors > 5"])
    #expect(read(text).claims.map(\.doubt) == [nil, nil])
  }

  @Test(arguments: [("🚨 Errors > 5", Claim.Kind.trigger), ("✅ Errors < 5", .expectation)])
  func asksAboutTheOnlyGradeOfAList(entry: String, kind: Claim.Kind) {
    let claims = read(Self.block + "- \(entry)\n").claims
    #expect(claims.map(\.kind) == [kind])
    #expect(claims.map(\.doubt) == [entry])
    #expect(read("# T\n\n- \(entry)\n").claims.allSatisfy { $0.doubt != nil })
  }

  @Test(arguments: [("☐ Step 3.", "Step 3."), ("3. ☐", "3."), ("☐ 3", "3"), ("Step 3 ☐", "Step 3")])
  func readsABoxInAHeadingWithoutWords(heading: String, text: String) {
    let claims = read("# T\n\n### \(heading)\n").claims
    #expect(claims.map(\.text) == [text])
    #expect(claims.allSatisfy { $0.box != nil })
  }

  @Test func takesAStateInAHeadingForNoBox() {
    #expect(read("# T\n\n### ⬜ Pending\n").claims.isEmpty)
  }

  // MARK: Blocks

  @Test(arguments: [
    "You should never see:", "You should not see:", "If you see the following, stop:",
    "The output must never contain:", "Should not look like this:", "Unexpected output:",
    "Not expected:", "No debería ver:", "Das darf nicht erscheinen:", "Vous ne devriez pas voir :",
    "Não deve ver:", "不应看到：",
  ])
  func runsNoBlockThatMustNotBeSeen(lead: String) {
    for tag in ["bash", "console", "sql", "text", ""] {
      let checklist = read(Self.block + "\(lead)\n\n```\(tag)\n$ cat /etc/shadow\n```\n")
      #expect(checklist.steps.dropFirst().allSatisfy { $0.obstacle?.kind == .output })
      #expect(checklist.claims.map(\.kind) == [.trigger])
      #expect(checklist.claims.allSatisfy { $0.doubt != nil })
    }
    let first = read("# T\n\n\(lead)\n\n```bash\ncat /etc/shadow\n```\n")
    #expect(first.steps.map(\.obstacle?.kind) == [.output])
  }

  @Test(arguments: [
    "In the audit log you should see the attacker's command:", "In the browser you should see:",
    "In the shell history you should see:", "The audit log should show the command:",
    "You should see in the logs:", "On the dashboard you will see:",
  ])
  func runsNoBlockThatIsSeenElsewhere(lead: String) {
    for tag in ["bash", "text"] {
      let checklist = read(Self.block + "\(lead)\n\n```\(tag)\ncat /etc/shadow\n```\n")
      #expect(checklist.steps.dropFirst().allSatisfy { $0.obstacle?.kind == .output })
      #expect(checklist.claims.map(\.kind) == [.expectation])
      #expect(checklist.claims.allSatisfy { $0.doubt != nil })
    }
  }

  @Test func trustsTheBlockThatReadsThePlace() {
    for command in ["kubectl logs deploy/x", "journalctl -u x"] {
      let text =
        "# T\n\n```bash\n\(command)\n```\n\nIn the logs you should see:\n\n```text\nup\n```\n"
      #expect(read(text).claims.map(\.doubt) == [nil])
    }
    let text = "# T\n\n```bash\ntail app.log\n```\n\nExpected: In the log, no errors\n"
    #expect(read(text).claims.map(\.doubt) == [nil])
  }

  @Test(arguments: ["Bad output:", "Previous output:", "Wrong result:", "If you see this output:"])
  func runsNoBlockOfAnotherOutput(lead: String) {
    let steps = read("# T\n\n\(lead)\n\n```bash\ncat /etc/shadow\n```\n").steps
    #expect(steps.map(\.obstacle?.kind) == [.output])
  }

  @Test(arguments: ["Unexpected output", "What you should not see"])
  func runsNoBlockBelowSuchAHeading(heading: String) {
    let checklist = read("# T\n\n## \(heading)\n\n```bash\ncat /etc/shadow\n```\n")
    #expect(checklist.steps.map(\.obstacle?.kind) == [.output])
    #expect(checklist.claims.map(\.kind) == [.trigger])
  }

  @Test(arguments: [
    "You should see all pods running:", "You should not see any errors when running:",
    "Check the logs:", "The log must not contain passwords. Check it:", "Run:",
    "Look in the log with:",
    "To see it in the log, run:", "Get the output:",
  ])
  func runsOtherBlocks(lead: String) {
    let steps = read("# T\n\n\(lead)\n\n```bash\nkubectl get pods\n```\n").steps
    #expect(steps.allSatisfy { $0.obstacle == nil })
  }
}
