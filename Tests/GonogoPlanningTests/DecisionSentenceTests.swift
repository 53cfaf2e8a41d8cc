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
      ("All CRITICAL items must pass.\n\n- [ ] 🔴 a", .severity, [3]),
      ("≥90% = GO, <90% = NO-GO\n\n- [ ] a", .bands, [3]),
      ("GO if all pods run and the queue is empty.", .sentence, [3]),
      ("8 of 10 items must pass.", .unclear, [3]),
      ("## Success criteria\n\n- a", .lists, [3]),
      ("Decision: ____\n\nCompleted by: ____", .choice, []),
    ] as [(String, DecisionBasis.Kind, [Int])])
  func namesItsBasis(text: String, kind: DecisionBasis.Kind, lines: [Int]) {
    let basis = DecisionBasis(plan("# T\n\n\(text)\n").checklist)
    #expect(basis.kind == kind)
    #expect(basis.lines == lines)
  }
}
