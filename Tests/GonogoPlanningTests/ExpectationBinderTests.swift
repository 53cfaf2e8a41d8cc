import GonogoCore
import GonogoMarkdown
import GonogoPlanning
import Testing

/// Which command decides a sentence, and when nobody can say.
struct ExpectationBinderTests {
  /// The plan for `text` with one claim put in by hand.
  private func planned(
    _ text: String, _ claim: String, line: Int, kind: Claim.Kind = .expectation,
    codes: [String] = [], sample: Claim.Sample? = nil
  ) -> Plan {
    var checklist = MarkdownReader.read(Document(path: "a.md", bytes: Array(text.utf8)))
    let section = checklist.sections.last { $0.location.line <= line }?.id ?? 0
    checklist.claims = [
      Claim(
        id: 0, kind: kind, section: section, text: claim, codes: codes, sample: sample,
        location: SourceLocation(line: line))
    ]
    var planner = Planner(checklist: checklist)
    return planner.plan()
  }

  /// The commands that decide the only claim, or why a person does.
  private func decider(_ plan: Plan) -> String {
    let rule = plan.claimRules[0]
    if rule.isPersonal { return "person" }
    guard let ids = rule.commands else { return "section" }
    return ids.map { plan.commands[$0].text }.joined(separator: "; ")
  }

  static let one = "# A\n\n```bash\nredis-cli ping\n```\n\nExpected\n"

  @Test(arguments: [
    ("PONG", "redis-cli ping"), ("Exit code 0", "redis-cli ping"), ("No output", "redis-cli ping"),
    ("Redis is healthy", "redis-cli ping"), ("Response is ok", "redis-cli ping"),
    ("Database is healthy", "person"), ("Redis 2 is healthy", "person"),
    ("Redis is not healthy", "person"), ("Returns 200", "redis-cli ping"),
    ("Dashboard returns 200", "person"),
  ])
  func takesTheOnlyCommandUnlessTheWordsSpeakAgainstIt(claim: String, wanted: String) {
    #expect(decider(planned(Self.one, claim, line: 7)) == wanted)
  }

  @Test func takesNothingFromAForm() {
    let form = "# A\n\n```bash\n# redis\n- [ ] redis-cli ping\n```\n\nExpected\n"
    #expect(decider(planned(form, "Redis is healthy", line: 8)) == "person")
  }

  @Test func neverTakesACommandBelowOrOfAnotherSection() {
    let below = "# A\n\nExpected\n\n```bash\nredis-cli ping\n```\n"
    #expect(decider(planned(below, "PONG", line: 3)) == "person")
    let other = "# A\n\n```bash\nredis-cli ping\n```\n\n# B\n\nExpected\n"
    #expect(decider(planned(other, "PONG", line: 9)) == "person")
  }

  static let several = """
    # A

    ```bash
    # Cache
    redis-cli ping

    # Web
    curl -s http://x.test/health

    # Queue
    queue-stat
    ```

    Expected

    """

  @Test(arguments: [
    ("Queue is active", "queue-stat"), ("No output", "person"), ("PONG", "person"),
    ("Cache is active", "person"), ("Returns 200", "person"), ("Exit code 0", "person"),
    ("Queue of the cache is active", "person"),
  ])
  func asksWhichOfSeveralIsMeant(claim: String, wanted: String) {
    #expect(decider(planned(Self.several, claim, line: 14)) == wanted)
  }

  @Test func givesAStatusToTheOnlyCommandThatAsksAServer() {
    let text = "# A\n\n```bash\n# Build\nmake\n\n# Web\ncurl -si http://x.test\n```\n\nExpected\n"
    #expect(decider(planned(text, "Returns 200", line: 11)) == "curl -si http://x.test")
    // Without -i, -I or -w it shows none.
    let silent = text.replacing("-si", with: "-s")
    #expect(decider(planned(silent, "Returns 200", line: 11)) == "person")
    #expect(decider(planned(text, "PONG", line: 11)) == "person")
  }

  @Test(arguments: [
    ("`shop-db` is `Up`", false), ("`shop-web` is `Up`", true), ("The shop is `Up`", false),
  ])
  func takesNoCommandThatDoesNotNameTheThing(claim: String, isPersonal: Bool) {
    let plan = plan(
      "# A\n\n```bash\ndocker ps --filter name=shop-db\n```\n\n**Expected**:\n\n- \(claim)\n")
    #expect(plan.claimRules[0].isPersonal == isPersonal)
  }

  @Test func takesTheWholeBlockForAShownOutput() {
    let sample = Claim.Sample(text: "a\n", line: 16)
    let plan = planned(Self.several, "Expected output:", line: 14, sample: sample)
    #expect((plan.claimRules[0].commands ?? []).count == 3)
  }

  @Test(arguments: [
    (["redis-cli ping", "PONG"], "`redis-cli ping` returns `PONG`", "redis-cli ping"),
    (["redis-cli info", "PONG"], "`redis-cli info` returns `PONG`", "person"),
    (["make lint"], "`make lint` → exit code 0", "person"),
  ])
  func takesTheCommandThatASentenceNames(codes: [String], claim: String, wanted: String) {
    let text = claim.replacing("`", with: "")
    #expect(decider(planned(Self.one, text, line: 7, codes: codes)) == wanted)
  }

  @Test(arguments: [
    // Under its command.
    ("one\n# Should return 200", 5, "one"), ("one\n# Should return 200\n\ntwo", 5, "one"),
    // On its line.
    ("one # Should return 200\ntwo", 4, "one"),
    // Above all of them.
    ("# Should return 200\none\n\ntwo", 4, "one"), ("# Web\n# Should return 200\none", 5, "one"),
    // Between two.
    ("one\n# Should return 200\ntwo", 5, "person"),
    ("one\n\n# Should return 200\ntwo", 6, "person"),
    ("one\n\n# Should return 200\n\ntwo", 6, "person"),
    // The last.
    ("one\n\n# Should return 200", 6, "one"), ("one\n\ntwo\n# Note\n# Should return 200", 8, "two"),
    ("# Should return 200", 4, "person"),
  ])
  func givesACommentToTheCommandItStandsBeside(block: String, line: Int, wanted: String) {
    let text = "# A\n\n```bash\n" + block + "\n```\n"
    #expect(decider(planned(text, "Should return 200", line: line)) == wanted)
  }

  @Test func wantsEveryWordOfABox() {
    #expect(
      decider(planned(Self.one, "Redis is healthy", line: 7, kind: .item)) == "redis-cli ping")
    #expect(
      decider(planned(Self.one, "Redis of the shop is healthy", line: 7, kind: .item)) == "person")
    #expect(decider(planned(Self.one, "Returns 200", line: 7, kind: .item)) == "redis-cli ping")
  }

  @Test func looksForANumberAmongAllThatStandsAbove() {
    let plan = planned(Self.several, "Queue depth < 5", line: 14)
    #expect(decider(plan) == "section")
    #expect(plan.basis("Queue depth < 5") == "limit < 5")
    #expect(decider(planned("# A\n\nExpected\n", "Queue depth < 5", line: 3)) == "person")
    #expect(decider(planned(Self.one, "Latency within 5% of baseline", line: 7)) == "person")
  }

  @Test func judgesABoundStatement() {
    let plan = planned(Self.one, "PONG", line: 7)
    var assessor = Assessor(plan: plan)
    #expect(assessor.judge(claim: 0).verdict == .unknown)
    func answer(_ text: String) -> ClaimResult {
      assessor.observations.commands[0] = CommandResult(
        command: 0, outcome: .ran, status: 0, pipeline: [0],
        stdout: OutputRecord(
          bytes: text.utf8.count, digest: "", text: text, isTruncated: false, file: nil))
      return assessor.judge(claim: 0)
    }
    #expect(answer("PONG\n").verdict == .pass)
    #expect(answer("PONG\n").source.name == "inferred")
    #expect(answer("NOAUTH\n").verdict == .unknown)
    #expect(answer("").verdict == .unknown)
  }

  @Test func judgesARangeByTheOneValueThatFits() {
    let plan = planned(Self.one, "Ping latency between 10 ms and 50 ms", line: 7)
    var assessor = Assessor(plan: plan)
    assessor.observe(0, [value("ping_latency", 20, "ms")])
    #expect(assessor.judge(claim: 0).verdict == .pass)
    assessor.observe(0, [value("ping_latency", 51, "ms")])
    #expect(assessor.judge(claim: 0).verdict == .fail)
    assessor.observe(0, [value("disk_latency", 20, "ms")])
    #expect(assessor.judge(claim: 0).verdict == .unknown)
    assessor.observe(0, [value("ping_latency", 20, "MB")])
    #expect(assessor.judge(claim: 0).verdict == .unknown)
  }

  @Test func judgesALimitByTheBlankOnItsLine() throws {
    let plan = plan("# A\n\n- [ ] P95 latency: ____ ms (must be < 400 ms)\n")
    let claim = try #require(plan.checklist.claims.first)
    let blank = try #require(plan.checklist.blanks.first)
    guard case .blank(blank.id, _) = plan.claimRules[claim.id].basis else {
      Issue.record("\(plan.claimRules[claim.id].basis)")
      return
    }
    var assessor = Assessor(plan: plan)
    #expect(assessor.judge(claim: claim.id).verdict == .unknown)
    func filled(_ text: String, _ source: Source) -> Verdict {
      assessor.observations.blanks[blank.id] = BlankResult(
        blank: blank.id, text: text, source: source, because: "")
      return assessor.judge(claim: claim.id).verdict
    }
    #expect(filled("350", .inferred("x")) == .pass)
    #expect(filled("350 ms", .inferred("x")) == .pass)
    #expect(filled("0.5 s", .inferred("x")) == .fail)
    #expect(filled("400", .inferred("x")) == .fail)
    #expect(filled("350", .none) == .unknown)
    #expect(filled("about 350", .inferred("x")) == .unknown)
    #expect(filled("350 MB", .inferred("x")) == .unknown)
  }

  @Test func leavesALimitBesideTwoBlanksToAPerson() {
    let two = plan("# A\n\n- [ ] P95: ____ ms P99: ____ ms (must be < 400 ms)\n")
    #expect(two.claimRules.allSatisfy { $0.isPersonal })
    let other = plan("# A\n\n- [ ] Size: ____ GB (must be < 400 ms)\n")
    #expect(other.claimRules.allSatisfy { $0.isPersonal })
  }

  // MARK: Samples and lists

  /// The commands that decide each claim of a whole document, or why a person does.
  private func deciders(_ text: String) -> [String] {
    let plan = plan(text)
    return plan.claimRules.map { rule in
      guard !rule.isPersonal, let ids = rule.commands else { return "person" }
      return ids.map { plan.commands[$0].text }.joined(separator: "; ")
    }
  }

  @Test(arguments: [
    ("```bash\nls\n```\n\nCheck the file:\n\n```console\n$ cat a\nx\n```\n", "cat a"),
    ("```bash\nls\n```\n\nThe output looks like:\n\n```\nx\n```\n", "ls"),
    ("```bash\nls\n```\n\nVerify that the file exists:\n\n```bash\nstat a\n```\n", "person"),
    ("```bash\n$EDITOR a\n```\n\nIt looks like:\n\n```\nx\n```\n", "person"),
    ("```bash\nvim a\n```\n\nIt looks like:\n\n```\nx\n```\n", "person"),
    ("```bash {skip}\nls\n```\n\nIt looks like:\n\n```\nx\n```\n", "person"),
    (
      "```bash\nls\n```\n\nYour `a.yaml` file should look like this:\n\n```yaml\nx\n```\n", "person"
    ),
    (
      "```bash\ncat a.yaml\n```\n\nThe file should look like this:\n\n```yaml\nx\n```\n",
      "cat a.yaml"
    ),
    ("```bash\nls\n```\n\nYou should see this:\n\n```bash\ndf a\n```\n\n```\nx\n```\n", "df a"),
    ("```bash\nfor i in 1 2; do curl x.test; done\n# Expected: P95 < 5 ms\n```\n", "person"),
    (
      "```bash\nfor i in 1 2; do curl x.test; done\n# Expected: time < 5 ms\n```\n",
      "for i in 1 2; do curl x.test; done"
    ),
    ("```bash\nfree -m\n\n# Requirements:\n# - Memory: > 8 GB\n```\n", "person"),
  ])
  func bindsASampleToWhatItShowsAndNothingToWhatIsOnlyNear(text: String, wanted: String) {
    #expect(deciders("# A\n\n" + text) == [wanted])
  }

  /// Its lines look like commands and none of them ever runs.
  @Test(arguments: ["Exit code 0", "load < 4", "0 errors"])
  func bindsNothingToABlockThatIsAForm(claim: String) {
    let text = "# A\n\n```bash\n- [ ] uptime\n  → \(claim)\n```\n"
    let plan = planned(text, claim, line: 5)
    #expect(decider(plan) == "person")
    #expect(plan.claimRules[0].why.contains("a form"))
  }
}
