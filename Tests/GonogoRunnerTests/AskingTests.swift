import GonogoCore
import GonogoEvidence
import GonogoPlanning
import GonogoRunner
import Testing

struct AskingTests {
  @Test(arguments: [
    (Attestation.Answer.yes, Verdict.pass), (.no, .fail), (.notYet, .unknown),
    (.notApplicable, .unknown),
  ])
  func takesAWord(answer: Attestation.Answer, verdict: Verdict) throws {
    let stage = Stage()
    stage.replies["a"] = .says(answer)
    let outcome = try stage.run("# A\n\n- [ ] a\n")
    let result = outcome.observations.claims[0]
    #expect(result?.verdict == verdict)
    #expect(outcome.decision.answer == (answer == .yes ? .go : .noGo))
    guard case .attestation(let word) = result?.source else {
      Issue.record("the word is not kept")
      return
    }
    #expect(word.by == "Ann")
    #expect(word.time == 5)
  }

  @Test func asksTheQuestionsOfASectionTogetherAfterItsCommands() throws {
    let stage = Stage()
    _ = try stage.run(
      "# A\n\n- [ ] a\n\nX: ____ ms\n\n- [ ] b\n\n```bash\nls\n```\n\n# B\n\n- [ ] c\n\n# GO if all\n\n- [ ] g\n\n# NO-GO if any\n\n- [ ] n\n"
    )
    #expect(stage.asked == [["a", "X", "b"], ["c"], ["g"], ["n"]])
    #expect(stage.questions.map(\.unit) == [nil, "ms", nil, nil, nil, nil])
    #expect(stage.questions.map(\.isTrigger) == [false, false, false, false, false, true])
    #expect(stage.questions.map(\.isRequired) == [false, false, false, false, true, false])
    #expect(stage.questions.map(\.line) == [3, 5, 7, 15, 19, 23])
  }

  @Test func asksNobodyWhatEvidenceSays() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(0, "write_time: 400 ms\n")
    stage.replies["Write time <500ms"] = .says(.no)
    let text =
      "# A\n\n```bash\n# Measure the write time\nls\n```\n\n**Expected**: Write time <500ms\n"
    let outcome = try stage.run(text)
    #expect(stage.asked == [])
    #expect(outcome.observations.claims[0]?.verdict == .pass)
    #expect(outcome.observations.claims[0]?.source.name == "inferred")
  }

  /// Where somebody wrote down what decides, no word can replace a missing measurement.
  @Test(arguments: ["pass when x < 5 ms", "fail when x > 5 ms", "skip"])
  func letsNobodyTalkAWrittenRuleAway(directive: String) throws {
    let stage = Stage()
    stage.replies["a"] = .says(.yes)
    let outcome = try stage.run(
      "# A\n\n```bash\nls\n```\n\n- [ ] a <!-- gonogo: \(directive) -->\n")
    #expect(stage.asked == [])
    #expect(outcome.observations.claims[0]?.verdict.isOpen == true)
  }

  @Test func asksARoleWhereTheAuthorSays() throws {
    let stage = Stage()
    _ = try stage.run("# A\n\n- [ ] a <!-- gonogo: ask the release manager -->\n")
    #expect(stage.questions.map(\.role) == ["the release manager"])
  }

  @Test func fillsABlankWithAnAnswer() throws {
    let stage = Stage()
    stage.replies["X"] = .value("12", Attestation(by: "Ann", time: 5, answer: .yes, note: nil))
    let outcome = try stage.run("# A\n\nX: ____ ms\n\n- [ ] a <!-- gonogo: skip -->\n")
    #expect(outcome.observations.blanks[0]?.text == "12")
    #expect(outcome.observations.blanks[0]?.source.name == "attested")
  }

  @Test func doesNotAskAboutASignOff() throws {
    let stage = Stage()
    _ = try stage.run("# A\n\n```bash\nls\n```\n\nDate: ____\nCompleted by: ____\nNotes: ____\n")
    #expect(stage.asked == [])
  }

  /// The question shows what comes near, so that nobody has to look for it.
  @Test func showsTheValuesThatMayBeMeant() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(0, "max_time: 4 ms\ntime_max: 5 ms\n")
    _ = try stage.run("# A\n\n```bash\nls\n```\n\nMax time: ____ ms\n")
    #expect(stage.questions.map(\.text) == ["Max time"])
    #expect(stage.questions.first?.evidence.contains("max_time = 4 ms") == true)
    #expect(stage.questions.first?.evidence.contains("time_max = 5 ms") == true)
  }

  @Test func decidesACriterionByAnAnswerGivenBefore() throws {
    let text =
      "# A\n\n- [ ] Time allocated for monitoring\n\n# NO-GO if any\n\n- [ ] No time allocated for monitoring\n"
    let stage = Stage()
    stage.replies["Time allocated for monitoring"] = .says(.yes)
    let good = try stage.run(text)
    #expect(good.observations.claims.map { $0?.verdict } == [.pass, .fail])
    #expect(good.decision.answer == .go)
    let second = Stage()
    second.replies["Time allocated for monitoring"] = .says(.no)
    let bad = try second.run(text)
    #expect(bad.observations.claims.map { $0?.verdict } == [.fail, .pass])
    #expect(bad.decision.answer == .noGo)
  }

  @Test func asksTheDatabaseOnlyForTheRuleThatNeedsIt() throws {
    let stage = Stage()
    stage.queries["SHOW x"] = .value("10")
    let outcome = try stage.run(
      "# A\n\n- [ ] a <!-- gonogo: pass when sql(\"SHOW x\") < 20 -->\n- [ ] b\n")
    #expect(stage.queried == ["SHOW x"])
    #expect(outcome.observations.claims[0]?.verdict == .pass)
    let without = Stage()
    let open = try without.run("# A\n\n- [ ] a <!-- gonogo: pass when sql(\"SHOW x\") < 20 -->\n")
    #expect(open.observations.claims[0]?.verdict == .unknown)
  }
}
