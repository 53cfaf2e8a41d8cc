import GonogoCore
import GonogoPlanning
import Testing

struct DecisionTests {
  private static let document = """
    # A

    ```bash
    a
    ```

    - [ ] item

    # GO if all

    - [ ] g1
    - g2

    # NO-GO if any

    - [ ] n1

    """

  /// Decides with the item, the two GO criteria and the NO-GO criterion so settled.
  private func decide(
    in document: String = Self.document, status: Int? = 0, _ verdicts: [Verdict?]
  ) -> Decision {
    var assessor = Assessor(plan: plan(document))
    if let status { assessor.observe(0, status: status) }
    for (id, verdict) in verdicts.enumerated() {
      guard let verdict else { continue }
      assessor.observations.claims[id] = ClaimResult(
        claim: id, verdict: verdict, source: .none, because: "said so")
    }
    return DecisionRule.decide(assessor)
  }

  @Test func goesWhenAllHoldsAndNothingForbids() {
    let decision = decide([.pass, .pass, .pass, .fail])
    #expect(decision.answer == .go)
    #expect(decision.reasons == [])
  }

  @Test func saysBesideAGoWhatDidNotRunAndWhatIsOpen() {
    let decision = decide(status: nil, [nil, .pass, .pass, .fail])
    #expect(decision.answer == .go)
    #expect(decision.left == "1 command not run, 1 item open")
    #expect(decision.rule.hasPrefix("1 command not run, 1 item open; GO when"))
    #expect(decide([.pass, .pass, .pass, .fail]).left == nil)
    #expect(decide(status: nil, [nil, .fail, .pass, .fail]).left == nil)
  }

  /// What was under way and left open when the run was resumed may have done half of its work.
  @Test(arguments: [(CommandResult.Outcome.interrupted, false), (.notApproved, true)])
  func neverGoesBesideACommandThatWasLeftOpen(outcome: CommandResult.Outcome, goes: Bool) {
    var assessor = Assessor(plan: plan(Self.document))
    assessor.observations.commands[0] = CommandResult(command: 0, outcome: outcome)
    for (id, verdict) in [Verdict.pass, .pass, .pass, .fail].enumerated() {
      assessor.observations.claims[id] = ClaimResult(
        claim: id, verdict: verdict, source: .none, because: "said so")
    }
    #expect((DecisionRule.decide(assessor).answer == .go) == goes)
  }

  static let verdicts: [Verdict?] = [.pass, .fail, .unknown, .skipped, nil]

  @Test(arguments: verdicts, verdicts)
  func neverGoesOtherwise(go: Verdict?, noGo: Verdict?) {
    let decision = decide([.pass, .pass, go, noGo])
    let isGo = go == .pass && noGo == .fail
    #expect((decision.answer == .go) == isGo)
    #expect(decision.reasons.isEmpty == isGo)
  }

  @Test(arguments: verdicts)
  func countsAnItemThatFailedEvenIfNoCriterionSpeaksOfIt(item: Verdict?) {
    let decision = decide([item, .pass, .pass, .fail])
    if item == .fail { #expect(decision.answer == .noGo) }
    if item == .pass { #expect(decision.answer == .go) }
  }

  @Test func countsACommandThatFailed() {
    #expect(decide(status: 1, [.pass, .pass, .pass, .fail]).answer == .noGo)
  }

  @Test func namesEveryReasonInDocumentOrder() {
    let decision = decide(status: 1, [.fail, .unknown, .fail, .pass])
    #expect(decision.answer == .noGo)
    #expect(decision.reasons.map(\.line) == [4, 7, 11, 12, 16])
    #expect(decision.reasons.map(\.verdict) == [.fail, .fail, .unknown, .fail, .fail])
  }

  @Test(
    arguments: [
      (0, Verdict.pass, Decision.Answer.go), (1, .pass, .noGo), (0, .unknown, .noGo),
      (0, .fail, .noGo), (0, .skipped, .noGo), (nil, .pass, .noGo),
    ] as [(Int?, Verdict, Decision.Answer)])
  func needsEverythingWhereThereAreNoCriteria(status: Int?, item: Verdict, answer: Decision.Answer)
  {
    let decision = decide(in: "# A\n\n```bash\na\n```\n\n- [ ] b\n", status: status, [item])
    #expect(decision.answer == answer)
  }

  /// Two open boxes and a NO-GO list that does not hold are no GO.
  @Test func needsEverythingWhereThereIsOnlyANoGoList() {
    let text = "# A\n\n```bash\na\n```\n\n- [ ] b\n\n# NO-GO if any\n\n- [ ] n\n"
    #expect(decide(in: text, [.unknown, .fail]).answer == .noGo)
    #expect(decide(in: text, [.pass, .fail]).answer == .go)
    #expect(decide(in: text, [.pass, .pass]).answer == .noGo)
  }

  @Test func doesNotGoOnNothing() {
    let assessor = Assessor(plan: plan("# Title\n\nprose\n"))
    #expect(DecisionRule.decide(assessor).answer == .noGo)
  }

  @Test func doesNotGoWhenTheRunEndedBeforeItsEnd() {
    let plan = plan("# A\n\n```bash\na\n```\n")
    var assessor = Assessor(plan: plan)
    assessor.observe(0)
    #expect(DecisionRule.decide(assessor).answer == .go)
    let reason = Reason(verdict: .unknown, section: 1, line: 3, text: "interrupted")
    let decision = DecisionRule.decide(assessor, interruption: reason)
    #expect(decision.answer == .noGo)
    #expect(decision.reasons == [reason])
  }
}
