import GonogoCore
import GonogoPlanning
import Testing

struct DecisionSentenceTests {
  private func decide(_ text: String, _ verdicts: [Verdict?]) -> Decision {
    var assessor = Assessor(plan: plan(text))
    assessor.observeAllPassing()
    for (id, verdict) in verdicts.enumerated() {
      guard let verdict else { continue }
      assessor.observations.claims[id] = ClaimResult(
        claim: id, verdict: verdict, source: .none, because: "said so")
    }
    return DecisionRule.decide(assessor)
  }

  private func answers(_ text: String, _ verdicts: [Verdict?]) -> Bool {
    decide(text, verdicts).answer == .go
  }

  private static let recommended =
    "# T\n\nAll items not marked Recommended must be checked.\n\n- [ ] a\n- [ ] b (recommended)\n"

  @Test(arguments: DecisionTests.verdicts, DecisionTests.verdicts)
  func letsOnlyRecommendedItemsStayOpenOrFail(plain: Verdict?, recommended: Verdict?) {
    let decision = decide(Self.recommended, [plain, recommended])
    #expect((decision.answer == .go) == (plain == .pass))
    if plain == .pass, recommended != .pass { #expect(decision.rule.contains("1 did not pass")) }
  }

  @Test func neverLoosensWithoutASentence() {
    let text = "# T\n\n- [ ] a (recommended)\n- [ ] 🔴 b\n- [ ] c\n"
    #expect(!answers(text, [.unknown, .pass, .pass]))
    #expect(!answers(text, [.pass, .pass, .unknown]))
    #expect(answers(text, [.pass, .pass, .pass]))
  }

  @Test(arguments: DecisionTests.verdicts, DecisionTests.verdicts)
  func letsOthersStayOpenWhereOnlyCriticalOnesCount(critical: Verdict?, plain: Verdict?) {
    let text = "# T\n\nAll CRITICAL items must be checked.\n\n- [ ] a (CRITICAL)\n- [ ] b\n"
    let isGo = critical == .pass && plain != .fail
    #expect(answers(text, [critical, plain]) == isGo)
  }

  @Test func needsAllWhereNothingIsMarkedCritical() {
    let text = "# T\n\nAll CRITICAL items must be checked.\n\n- [ ] a\n- [ ] b\n"
    #expect(!answers(text, [.pass, .unknown]))
    #expect(answers(text, [.pass, .pass]))
  }

  @Test func needsAllBoxesBesideAGoList() {
    let lists = "# T\n\n- [ ] a\n\n## GO if all\n\n- [ ] b\n"
    #expect(answers(lists, [.unknown, .pass]))
    #expect(!answers("All items must be checked.\n\n" + lists, [.unknown, .pass]))
    #expect(answers("All items must be checked.\n\n" + lists, [.pass, .pass]))
  }

  private static let bands =
    "# T\n\n75-100% = GO, 50-74% = Conditional, <50% = NO-GO\n\n- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n"
    + "- [ ] e (optional)\n"

  @Test(
    arguments: [
      ([Verdict.pass, .pass, .pass, .pass, .pass], true),
      ([.pass, .pass, .pass, .unknown, nil], true),
      ([.pass, .pass, .unknown, .unknown, .pass], false), ([nil, nil, nil, nil, nil], false),
      ([.pass, .pass, .pass, .fail, nil], false),
    ] as [([Verdict?], Bool)])
  func takesTheBandOfTheScore(verdicts: [Verdict?], isGo: Bool) {
    #expect(answers(Self.bands, verdicts) == isGo)
  }

  @Test func namesTheBandAsTheReason() {
    let decision = decide(Self.bands, [.pass, .pass, .unknown, .unknown, nil])
    #expect(decision.reasons.map(\.text) == ["2 of 4 boxes are ticked (50%): Conditional"])
    #expect(decision.reasons.map(\.line) == [3])
  }

  @Test func leavesOutWhatDoesNotApply() {
    var assessor = Assessor(plan: plan(Self.bands))
    for id in 0..<4 {
      let answer: Attestation.Answer = id < 2 ? .yes : .notApplicable
      assessor.observations.claims[id] = ClaimResult(
        claim: id, verdict: id < 2 ? .pass : .unknown,
        source: .attestation(Attestation(by: "x", time: 0, answer: answer, note: "n")),
        because: "said so")
    }
    #expect(DecisionRule.decide(assessor).answer == .go)
  }

  @Test func needsEverythingWhereTheRuleIsNotCertain() {
    let text = "# T\n\n8 of 10 items must pass.\n\n- [ ] a\n- [ ] b\n"
    #expect(!answers(text, [.pass, .unknown]))
    #expect(answers(text, [.pass, .pass]))
    #expect(plan(text).codes == ["unclear-decision"])
    #expect(decide(text, [.pass, .pass]).rule.contains("not certain"))
  }

  @Test func doesNotCountABlockForACaseThatNeedNotArise() {
    let text = "# T\n\n- [ ] a\n\nIf it fails, run:\n\n```bash\nb\n```\n"
    var assessor = Assessor(plan: plan(text))
    assessor.observations.claims[0] = ClaimResult(
      claim: 0, verdict: .pass, source: .none, because: "said so")
    #expect(DecisionRule.decide(assessor).answer == .go)
  }

  @Test(
    arguments: [
      ("- [ ] a", DecisionBasis.Kind.everything, []), ("## GO if all\n\n- a", .lists, [3]),
      ("All items must be checked.\n\n- [ ] a", .allBoxes, [3]),
      ("## Check\n\nBefore declaring it done:\n\n- [ ] a", .allBoxes, [5]),
      ("All CRITICAL items must pass.\n\n- [ ] 🔴 a", .severity, [3]),
      ("≥90% = GO, <90% = NO-GO\n\n- [ ] a", .bands, [3]),
      ("GO if all pods run and the queue is empty.", .sentence, [3]),
      ("## Hotfix GO criteria\n\n- a\n\n## NO-GO if any\n\n- b", .lists, [3, 7]),
      ("## Decision\n\nA GO needs two votes.", .sentence, [5]),
      ("8 of 10 items must pass.", .unclear, [3]),
      ("## Success criteria\n\n- a", .lists, [3]),
      ("Decision: ____\n\nCompleted by: ____", .choice, []),
      ("- [ ] a\n\n**Final decision:** [ ] Approved [ ] Rejected", .choice, []),
      ("- [ ] a\n\n## Approval\n\nStatus: APPROVED / REJECTED", .choice, []),
      ("- [ ] a\n\n## Database\n\nStatus: PASS / FAIL", .everything, []),
    ] as [(String, DecisionBasis.Kind, [Int])])
  func namesItsBasis(text: String, kind: DecisionBasis.Kind, lines: [Int]) {
    let basis = DecisionBasis(plan("# T\n\n\(text)\n").checklist)
    #expect(basis.kind == kind)
    #expect(basis.lines == lines)
  }

  // MARK: Boxes that feed the decision

  private func feeding(_ text: String) -> [String] {
    let checklist = plan(text).checklist
    let basis = DecisionBasis(checklist)
    return checklist.claims.filter { basis.kind(of: $0) == .goCriterion }.map { $0.text }
  }

  private static let parts = "## B\n\n- [ ] b\n- [ ] c (optional)\n\n### C\n\n- [ ] d\n"

  @Test(arguments: [
    ("# T\n\nAll items must be checked.\n\n", ["b", "c (optional)", "d"]),
    ("# T\n\n## A\n\nAll items must be checked.\n\n", ["b", "c (optional)", "d"]),
    ("# T\n\n## A\n\nAll items must be checked.\n\n- [ ] a\n\n", ["a"]),
    ("# T\n\n## A\n\nAll items not marked Optional must be checked.\n\n", ["b", "d"]),
    ("# T\n\n## A\n\n### Ready to proceed?\n\n- [ ] a\n\n", ["a"]),
    ("# T\n\n## A\n\n- [ ] x\n\nI confirm that:\n\n- [ ] a\n\n", ["a"]),
    ("# T\n\nAll items must be checked.\n\n## GO/NO-GO decision\n\n- [ ] a\n\n", ["a"]),
    (
      "# T\n\nAll items must be checked.\n\n## Decision\n\n", ["b", "c (optional)", "d"]
    ),
    (
      "# T\n\nAll items must be checked.\n\n## Work\n\nEvery box must be ticked.\n\n- [ ] x\n\n"
        + "## Final decision\n\n- [ ] a\n\n", ["x", "a"]
    ),
    ("# T\n\n", []),
  ])
  func knowsWhichBoxesARuleSpeaksOf(head: String, boxes: [String]) {
    #expect(feeding(head + Self.parts) == boxes)
  }

  @Test func countsTheBoxesOfTheListThatTheBandsSpeakOf() {
    let bands = "## D\n\n- All 2 items pass: GO\n- < 2 items pass: NO-GO\n"
    #expect(feeding("# T\n\n## A\n\n- [ ] a\n\n" + Self.parts + bands) == ["b", "c (optional)"])
    #expect(feeding("# T\n\n## A\n\n- [ ] a\n\n" + bands).isEmpty)
  }

  @Test(arguments: [
    ("# T\n\nAll items not marked Recommended must be checked.\n\n- [ ] a\n", "all-boxes"),
    (recommended, "severity"),
    ("# T\n\n- All 2 items pass: GO\n- < 2 items pass: NO-GO\n\n- [ ] a\n", "bands"),
    ("# T\n\n## A\n\n### Exit criteria\n\n| Criterion | Status |\n|---|---|\n| a | ⏳ |\n", "none"),
    ("# T\n\n## Success criteria\n\n- a\n", "lists"),
    ("# T\n\nDid it pass?\n- Yes → GO\n- No → NO-GO\n", "sentence"),
    ("# T\n\n## Rollback triggers\n\n- a > 5%\n", "lists"),
  ])
  func namesTheRule(text: String, rule: String) {
    #expect(DecisionBasis(plan(text).checklist).kind.rawValue == rule)
  }

  @Test(arguments: [
    "# T\n\n- [ ] a\n\n### Ready to proceed?\n\n- [ ] b\n",
    "# T\n\nAll items must be checked.\n\n- [ ] a\n\n## GO/NO-GO decision\n\n- [ ] b\n",
    "# T\n\n- [ ] a\n\nGo: all green\nNo-Go: open faults\n",
    "# T\n\n- [ ] a\n\nDid it pass?\n- Yes → GO\n- No → NO-GO\n",
    "# T\n\n- All 2 items pass: GO\n- < 2 items pass: NO-GO\n\n- [ ] a\n- [ ] b\n",
    "# T\n\n- [ ] a\n\n## Customer GO criteria\n\n- [ ] b\n",
    "# T\n\n- [ ] a\n\n## Decision\n\nGO only if the team agrees.\n",
    "# T\n\n- [ ] a\n\n## Decision\n\nNO-GO unless the lead signs.\n",
    "# T\n\n- [ ] a\n\n## Decision\n\nGO requires the word of two people.\n",
    "# T\n\n- [ ] a\n\n## GO if any of these holds\n\n- [ ] b\n",
    "# T\n\n- [] a\n\n## GO\n\n- [ ] b\n",
  ])
  func letsNothingStayOpenBesideThem(text: String) {
    let claims = plan(text).checklist.claims
    let held = claims.map { $0.isTrigger ? Verdict.fail : .pass }
    #expect(answers(text, held))
    for id in claims.indices {
      var open = held
      open[id] = .unknown
      #expect(!answers(text, open))
    }
  }

  @Test func leavesASentenceOfSeveralThingsToAPerson() {
    let text =
      "# T\n\n## Health\n\n```bash\n# Check health\ncurl -f localhost\n```\n\n"
      + "If health and smoke look well, the drill is considered successful.\n"
    let rule = plan(text).claimRules.last
    #expect(rule?.isPersonal == true)
  }

  @Test func letsNothingStayOpenForALegend() {
    let text =
      "# T\n\n## Symbols\n\n- 🔴 Blocking: do not deploy without this\n\n## A\n\n- [ ] a\n- [ ] 🔴 b\n"
    let basis = DecisionBasis(plan(text).checklist)
    #expect(basis.kind == .severity)
    #expect(basis.sentence == "GO when everything passed")
  }

  @Test func feedsTheDecisionWithTheBoxesOfASectionThatAsksForAll() {
    let text =
      "# T\n\n- [ ] a\n\n## Check\n\nBefore declaring it done:\n\n- [ ] b\n- [ ] Error rate < 1%\n"
    let checklist = plan(text).checklist
    let basis = DecisionBasis(checklist)
    let fed = checklist.claims.filter { basis.kind(of: $0) == .goCriterion }
    #expect(fed.map(\.location.line) == [9, 10])
  }

  @Test func feedsTheDecisionWithNothingThatIsWrittenWhenAllIsOver() {
    let text =
      "# T\n\nAll items must be checked before launch.\n\n- [ ] a\n\n## Lessons learned\n\n- [ ] b\n\n## C\n\n- [ ] Item 1\n"
    let checklist = plan(text).checklist
    let basis = DecisionBasis(checklist)
    #expect(checklist.claims.map { basis.kind(of: $0) } == [.goCriterion, .item, .item])
  }
}
