import GonogoCore
import Testing

struct ExpectationTests {
  @Test(arguments: [
    "**Expected:** < 10 s", "Expected: < 10 s", "> **Expected:** < 10 s", "- **Expected:** < 10 s",
    "- Expected: < 10 s", "1. Expected result: < 10 s", "Resultado esperado: < 10 s",
    "**Resultado esperado**: < 10 s", "Erwartet: < 10 s", "Erwartetes Ergebnis: < 10 s",
    "Résultat attendu : < 10 s", "Comportamento esperado: < 10 s", "预期结果：< 10 s",
    "**預期結果**：< 10 s", "期待値：< 10 s", "예상 결과: < 10 s", "Expected (p95): < 10 s",
    "**Expected:**\n< 10 s", "**Expected:**\n\n< 10 s", "Target: < 10 s", "- Threshold: < 10 s",
    "**Umbral:** < 10 s", "目標：< 10 s", "预期结果 | Expected: < 10 s",
    "**Expected:** < 10 s  \n**Actual:** ____ s", "Expected: < 10 s\nActual: later",
  ])
  func readsALabelInEveryLanguage(text: String) {
    #expect(read("# A\n\n\(text)\n").shownClaims == ["expectation < 10 s"])
  }

  @Test(arguments: [
    "**Expected:** <exit 0 / output>", "**Expected:** [what happens]", "**Expected:** ____",
    "Expected: TBD", "Target: production", "Target launch: Monday", "Expected duration: 5 minutes",
    "**Goal:** Validate the system over 72 hours", "Threshold: see the wiki",
    "Result: 8 of 9 passed",
    "**Actual:** < 10 s", "Output: /tmp/report", "Verify: `curl -f https://x.test/`",
    "The expected latency is low: < 10 s", "- “Expected”: yes", "- “ABORT if: > 5%”: yes",
  ])
  func takesOtherLabelsForNone(text: String) {
    #expect(read("# A\n\n\(text)\n").claims.isEmpty)
  }

  @Test func readsLabelsInSubBulletsWithTheItemAround() {
    let checklist = read(
      "- [ ] **CPU** is calm (`top`)\n  - Expected: load < 2\n  - Threshold: At least 4 cores\n  - Note: x\n"
    )
    #expect(
      checklist.shownClaims == [
        "item CPU is calm (top)", "expectation load < 2", "expectation At least 4 cores",
      ])
    #expect(checklist.claims.map(\.codes) == [["top"], [], []])
    #expect(checklist.claims.last?.context == "[ ] CPU is calm (top)")
    #expect(checklist.claims.map(\.location.line) == [1, 2, 3])
  }

  /// Nothing shown may be forgotten or be what is expected: a person is asked, not passed over.
  @Test(arguments: ["```\n```", "```text\n\n```", "```output\n```"])
  func listsAnExpectedOutputThatShowsNothing(block: String) {
    let checklist = read("# A\n\n```bash\nx\n```\n\nExpected output:\n\n\(block)\n")
    #expect(checklist.shownClaims == ["expectation Expected output"])
    #expect(checklist.claims.first?.sample == nil)
  }

  @Test(arguments: [
    ("$ echo a\nok", 5), ("$ echo a\n\n$ echo b\nfine", 7), ("$ echo a", nil),
    ("$ echo a \\\n> b", nil), ("# a comment\n$ echo a", nil),
  ])
  func notesWhatASessionShowsAndNothingComparesIt(session: String, line: Int?) {
    let checklist = read("# A\n\n```console\n\(session)\n```\n")
    #expect(checklist.steps.first?.shownLine == line)
  }

  @Test func comparesWhatASessionShowsWhereItsLeadInAsks() {
    let checklist = read("# A\n\nVerify that it is up:\n\n```console\n$ echo a\nok\n```\n")
    #expect(checklist.claims.first?.sample?.line == 7)
    #expect(checklist.steps.first?.shownLine == nil)
  }

  @Test(arguments: [
    ("# Should contain `mode: prod`\nx", "Should contain mode: prod"),
    ("# Count failed jobs (should be 0)\nx", "Count failed jobs (should be 0)"),
    ("x\n# => 0", "=> 0"), ("x\n# -> \"ok\"", "-> \"ok\""), ("x\n# Output: 0", "0"),
  ])
  func readsWhatACommentSaysOfTheOutput(block: String, text: String) {
    let checklist = read("# A\n\n```bash\n\(block)\n```\n")
    #expect(checklist.shownClaims == ["expectation \(text)"])
  }

  @Test(arguments: [
    "# Output: /tmp/report", "# -> next", "# Use `x` here",
  ])
  func takesOtherCommentsForNone(comment: String) {
    #expect(read("# A\n\n```bash\n\(comment)\nx\n```\n").claims.isEmpty)
  }

  @Test func givesEachClaimTheCodeOfItsOwnLine() {
    let checklist = read("Run `a b`.\n**Expected:** `c` and `d`\n**Expected:** `e`\n")
    #expect(checklist.claims.map(\.codes) == [["c", "d"], ["e"]])
  }

  // MARK: Samples

  @Test(arguments: [
    ("**Expected output:**", "```\n"), ("Expected output:", "```json\n"),
    ("**Expected:**", "```text\n"), ("You should see something like this:", "```\n"),
    ("The output should look like:", "```\n"), ("Results:", "```output\n"),
    ("Running it should return a list that looks like this:", "```\n"),
    ("Expected response:", "```bash\n"), ("La salida esperada es:\n\nSalida esperada:", "```\n"),
    ("预期输出：", "```\n"), ("Erwartete Ausgabe:", "```\n"), ("次のように表示されます：", "```\n"),
    ("### Expected output", "```\n"), ("Results:\n\n<!-- expected_similarity=0.3 -->", "```json\n"),
    ("<!-- expected_similarity=0.3 -->", "```text\n"),
  ])
  func readsTheBlockThatShowsWhatMustComeOut(lead: String, fence: String) {
    let checklist = read("# A\n\n```bash\na\n```\n\n\(lead)\n\n\(fence)one\ntwo\n```\n")
    #expect(checklist.claims.map(\.kind) == [.expectation])
    #expect(checklist.claims.first?.sample?.text == "one\ntwo")
    #expect(checklist.steps.filter { $0.obstacle == nil }.map(\.script) == ["a\n"])
  }

  @Test(arguments: ["bash", "sh", "shell"])
  func runsTheCommandBelowWhatShouldBeSeen(tag: String) {
    let lead = "# A\n\n```bash\na\n```\n\nYou should see all of the pods:\n\n"
    let command = "```\(tag)\nkubectl get pods \\\n  -n web\n```\n"
    let alone = read(lead + command)
    #expect(alone.claims.isEmpty)
    #expect(alone.steps.filter { $0.obstacle == nil }.count == 2)
    let shown = read(lead + command + "\n<details>\n\n```text\nNAME   READY\nweb-1  1/1\n```\n")
    #expect(shown.claims.map { $0.sample?.line } == [17])
    #expect(shown.claims.first?.location.line == 7)
    #expect(shown.steps.filter { $0.obstacle == nil }.count == 2)
  }

  @Test(arguments: [
    "NAME   READY\nweb-1  1/1", "web-1 is up", "git version 2.43.0", "kubectl: not found",
    "docker is running", "node v20.1.0", "terraform   1.5   ok", "kubectl get pods\nweb-1 1/1",
  ])
  func showsOutputInABlockOfShell(text: String) {
    let checklist = read(
      "# A\n\n```bash\na\n```\n\nYou should see this:\n\n```bash\n\(text)\n```\n")
    #expect(checklist.claims.first?.sample?.text == text)
    #expect(checklist.steps.filter { $0.obstacle == nil }.map(\.script) == ["a\n"])
  }

  @Test(arguments: [
    "Your `app.yaml` file should now look like this:", "The final manifest should look like this.",
    "Die Datei sollte wie folgt aussehen:", "El archivo debería verse así:",
    "Le fichier devrait ressembler à ceci :", "Your updated file should look similar to this:",
  ])
  func readsHowAFileShouldLook(lead: String) {
    let text = "\(lead)\n\n<details>\n<summary>Open</summary>\n\n```yaml\na: 1\n```\n"
    #expect(read("# A\n\n\(text)").claims.map { $0.sample?.isFile } == [true])
    #expect(read("# A\n\n```bash\na\n```\n\n\(text)").claims.map { $0.sample?.isFile } == [true])
  }

  @Test(arguments: [
    "The output should look like this:", "You should see the file in the list like this:",
  ])
  func tellsOutputFromFiles(lead: String) {
    let checklist = read("# A\n\n```bash\na\n```\n\n\(lead)\n\n```\na: 1\n```\n")
    #expect(checklist.claims.map { $0.sample?.isFile } == [false])
    #expect(read("# A\n\n\(lead)\n\n```yaml\na: 1\n```\n").claims.isEmpty)
  }

  @Test(arguments: [
    "The configuration looks like this:", "Create a file similar to the following:", "Verify:",
    "Results for last week are below. Have a look:", "Note:",
  ])
  func takesOtherBlocksForNoSample(lead: String) {
    let checklist = read("# A\n\n```bash\na\n```\n\n\(lead)\n\n```text\none\n```\n")
    #expect(checklist.claims.isEmpty)
  }

  @Test(arguments: [
    "## Success criteria\n\n```yaml\nready: true\n```",
    "```bash\nb\n```\n\n<!--\nold text\n<!-- expected_similarity=0.3 -->\n\n```json\n{}\n```",
  ])
  func takesWhatIsDemandedOrHiddenForNoSample(text: String) {
    #expect(read("# A\n\n```bash\na\n```\n\n\(text)\n").claims.isEmpty)
  }

  @Test func takesStepsOfAnAnswerForNoSample() {
    let claims = read("# A\n\n```bash\na\n# Expected:\n# 1. ACK at once\n# 2. PING later\n```\n")
      .claims
    #expect(claims.map { $0.sample == nil } == [true])
  }

  @Test(arguments: [
    ("- Within a minute, expect `open_jobs == 0`.", 1),
    ("- If it is off, expect `open_jobs == 0`.", 0),
    ("- Expect `open_jobs == 0` again.", 1), ("- By then, expect the team to answer.", 0),
  ])
  func readsWhatIsExpectedAfterAWhile(item: String, count: Int) {
    #expect(read("# A\n\n```bash\na\n```\n\nThen:\n\n\(item)\n").claims.count == count)
  }

  @Test func findsTheSentenceThatLeadsToASample() {
    let text = "You should see the following output. It means that all is well."
    let table = "NAME   READY   STATUS\nweb-1  1/1     Running"
    for tag in ["text", "", "bash"] {
      let checklist = read("# A\n\n```bash\na\n```\n\n\(text)\n\n```\(tag)\n\(table)\n```\n")
      #expect(checklist.claims.map { $0.sample?.text } == [table])
    }
    let command = read("# A\n\n```bash\na\n```\n\n\(text)\n\n```bash\n./b\n```\n")
    #expect(command.claims.allSatisfy { $0.sample == nil })
  }

  @Test(arguments: [
    "Expect during the run:", "Expected after the restart:", "**Erwartet nach dem Neustart:**",
    "Esperado durante la prueba:",
  ])
  func readsALabelThatSaysWhen(label: String) {
    #expect(read("# A\n\n\(label)\n\n- load < 2\n").shownClaims == ["expectation load < 2"])
    #expect(read("# A\n\nExpect delays in the run:\n\n- load\n").claims.isEmpty)
  }

  @Test func takesABlockWithoutACommandBeforeItForNoResult() {
    #expect(read("# A\n\nResult:\n\n```\none\n```\n").claims.isEmpty)
    #expect(read("# A\n\n```output\none\n```\n").claims.isEmpty)
  }

  @Test func runsWhatStandsBehindALabelOfACheck() {
    let checklist = read("# A\n\n**Verify:**\n\n```bash\na\n```\n")
    #expect(checklist.claims.isEmpty)
    #expect(checklist.steps.first?.obstacle == nil)
  }

  // MARK: Sentences

  @Test(arguments: [
    "This should return `200`.", "The output should contain the `notAfter` field.",
    "You should see 3 pods.", "The status must be healthy.", "The result should be 0.",
    "La salida debe mostrar `ok`.",
  ])
  func readsASentenceRightBehindACommand(sentence: String) {
    let text = "# A\n\n```bash\na\n```\n\n\(sentence) Then go on.\n"
    let plain = sentence.replacing("`", with: "")
    #expect(read(text).shownClaims == ["expectation \(plain)"])
    #expect(read("# A\n\n\(sentence)\n").claims.isEmpty)
  }

  @Test(arguments: [
    "You should be careful with `rm`.", "This must be run on `host-1`.",
    "You must set 3 variables.", "This should help.", "Should it return 200?",
    "If it works it should return 200.", "Backups should be made every 2 days.",
    "The team should see to that.",
  ])
  func takesGuidanceForNoExpectation(sentence: String) {
    #expect(read("# A\n\n```bash\na\n```\n\n\(sentence)\n").claims.isEmpty)
  }

  @Test(arguments: [
    ("- `curl -I https://x.test` → 200 OK", true), ("- `GET /health` -> 200", true),
    ("- `npm run check` → Should exit 0", true), ("- `./load` => < 5 ms", true),
    ("- `src/main` → the entry point", false), ("- `a` → 200", false), ("- x → 200", false),
    ("- `POST /tasks` → creates a task", false),
  ])
  func readsACommandWithItsResult(line: String, isClaim: Bool) {
    #expect(read("# A\n\n\(line)\n").claims.isEmpty == !isClaim)
  }

  // MARK: Comments in blocks

  @Test(arguments: [
    ("a\n# Expected: 200", "200"), ("a  # Expected: v2.x", "v2.x"),
    ("a\n# Should return 200", "Should return 200"), ("a\n# → 200", "→ 200"),
    ("a\n# Esperado: PONG", "PONG"), ("a\n# 预期：成功", "成功"), ("a\n# Erwartung: leer", "leer"),
    ("a\n# Expected:\n# one\n# two\n\nb", "one two"), ("a # (MUST be <80%)", "(MUST be <80%)"),
    ("a\n# Threshold: < 5 s", "< 5 s"), ("a \"\n# no\n\" # Expected: x", "x"),
  ])
  func readsAComment(script: String, text: String) {
    let checklist = read("# A\n\n```bash\n\(script)\n```\n")
    #expect(checklist.shownClaims == ["expectation \(text)"])
  }

  @Test(arguments: [
    "a\n# Expected values for staging", "a\n# → take a screenshot", "a\n# Output: /tmp/report",
    "a '# Expected: x'", "cat <<EOF\n# Expected: x\nEOF", "cat <<-'END'\n# Expected: x\nEND",
    "a ${#Expected: x}", "a\n# must be run as root", "a\n# Expected: <value>",
  ])
  func takesOtherCommentsForNone(script: String) {
    #expect(read("# A\n\n```bash\n\(script)\n```\n").claims.isEmpty)
  }

  @Test func givesACommentItsLine() {
    let checklist = read(
      "# A\n\n```sql\nSELECT 1; -- Expected: 1\n```\n\n```bash\na\n\n# Expected:\n# - b\n# - c\n```\n"
    )
    #expect(checklist.shownClaims == ["expectation 1", "expectation b", "expectation c"])
    #expect(checklist.claims.map(\.location.line) == [4, 11, 12])
    #expect(checklist.claims.allSatisfy { $0.box == nil && $0.emoji == nil })
  }

  // MARK: Tables

  @Test func readsTheRowsOfATableOfTargets() {
    let checklist = read(
      """
      # A

      | # | Metric | Target | Actual |
      |---|--------|--------|--------|
      | 1 | **p95** | < 200 ms | ___ |
      | 2 | Errors | 0 | |
      | 3 | Owner | Monday | |
      | 4 | Rate `a\\|b` | ≥ 95% | 96% |

      | Step | Expected result |
      |---|---|
      | Log in | The page opens |
      | Log out | |
      """)
    #expect(
      checklist.shownClaims == [
        "expectation p95: < 200 ms", "expectation Errors: 0", "expectation 3: Owner: Monday",
        "expectation Rate a|b: ≥ 95%",
        "expectation Log in: The page opens",
      ])
    #expect(checklist.claims.map(\.location.line) == [5, 6, 7, 8, 12])
    #expect(checklist.claims.map(\.isLoose) == [false, false, true, false, false])
  }

  @Test(arguments: [
    "| Name | Goal |\n|---|---|\n| Users | 1000 |",
    "| Name | Value |\n|---|---|\n| p95 | < 1 s |", "| Target |\n| < 1 s |",
  ])
  func takesOtherTablesForNone(table: String) {
    #expect(read("# A\n\n\(table)\n").claims.isEmpty)
  }

  @Test func takesATickInAReportForNothing() {
    #expect(read("# Done\n\n- ✅ All 12 tests passed\n- ✅ p95 < 2 s\n").claims.isEmpty)
  }
}
