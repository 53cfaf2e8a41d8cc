import GonogoCore
import GonogoEvidence
import GonogoPlanning
import GonogoRunner
import Testing

/// Blocks that go on while others are run.
struct BackgroundTests {
  private static let server =
    "# Database Health Check\n\n```bash {background=true}\nserve\n```\n\n# Ask\n\n```bash\nls\n```\n\n"

  @Test func goesOnAtOnceAndEndsItAtTheEnd() throws {
    let stage = Stage()
    let outcome = try stage.run(Self.server)
    #expect(stage.ran == ["ls"])
    #expect(
      stage.events == [
        "section Database Health Check", "approved serve", "background 0 [0]",
        "end Database Health Check unknown", "section Ask",
        "start ls", "ran ls", "end Ask pass", "end background", "background serve",
        "over 0 by gonogo", "decided GO",
      ])
    #expect(
      outcome.backgrounds == [BackgroundRun(step: 0, since: 1, until: 2, ending: .byGonogo)])
  }

  /// What was still running is never a pass, and by itself it does not forbid a GO.
  @Test func leavesOpenWhatWasStillRunning() throws {
    let outcome = try Stage().run(Self.server)
    #expect(outcome.observations.commands[0]?.verdict == .unknown)
    #expect(outcome.sections.map(\.verdict) == [.unknown, .pass])
    #expect(outcome.decision.answer == .go)
    #expect(outcome.decision.rule.hasSuffix("until the end (1 command) is open"))
  }

  /// Criteria that rest on the block in the background.
  private static let resting = [
    "- [ ] c <!-- gonogo: pass when passed(\"Database Health Check\") -->",
    "- [ ] Database healthy",
    "- [ ] c <!-- gonogo: pass when passed(\"line 3\") -->",
    "- [ ] c <!-- gonogo: pass when exit(\"line 3\") == 0 -->",
  ]

  @Test(arguments: resting)
  func ticksNothingThatRestsOnIt(criterion: String) throws {
    let outcome = try Stage().run(Self.server + "# GO if all\n\n\(criterion)\n")
    #expect(outcome.observations.claims[0]?.verdict.isOpen == true)
    #expect(outcome.decision.answer == .noGo)
  }

  @Test func needsSomethingThatIsChecked() throws {
    let outcome = try Stage().run("# Server\n\n```bash {background=true}\nserve\n```\n")
    #expect(outcome.decision.answer == .noGo)
    #expect(
      outcome.decision.reasons.map(\.text) == ["nothing in this document was checked"])
  }

  @Test func asksAboutItEvenWhereItOnlyReads() throws {
    let stage = Stage()
    stage.refused = ["date"]
    let outcome = try stage.run("# A\n\n```bash {background=true}\ndate\n```\n\n```bash\nls\n```\n")
    #expect(stage.approvalsAsked == ["date"])
    #expect(stage.inBackground.isEmpty)
    #expect(outcome.observations.commands[0]?.outcome == .notApproved)
    #expect(outcome.decision.answer == .noGo)
  }

  /// A failure counts whenever it comes: while another command runs, or while people are asked the
  /// last question.
  @Test(arguments: ["ls", "criterion"])
  func countsAFailure(after: String) throws {
    let stage = Stage()
    stage.late["serve"] = (after, .ran(1))
    stage.replies["criterion"] = .says(.yes)
    let outcome = try stage.run(Self.server + "# GO if all\n\n- [ ] criterion\n")
    #expect(outcome.observations.commands[0]?.verdict == .fail)
    #expect(outcome.decision.answer == .noGo)
    #expect(outcome.decision.reasons.map(\.line) == [4])
    #expect(outcome.backgrounds.map(\.ending) == [.byItself])
  }

  @Test(arguments: resting)
  func countsAnEndThatIsGood(criterion: String) throws {
    let stage = Stage()
    stage.late["serve"] = ("ls", .ran(0))
    let outcome = try stage.run(Self.server + "# GO if all\n\n\(criterion)\n")
    #expect(outcome.observations.commands[0]?.verdict == .pass)
    #expect(outcome.observations.claims[0]?.verdict == .pass)
    #expect(outcome.decision.answer == .go)
    #expect(outcome.decision.rule.contains("background") == false)
  }

  @Test func endsItOnlyAfterTheLastQuestion() throws {
    let stage = Stage()
    _ = try stage.run(Self.server + "# GO if all\n\n- [ ] The page looks well\n")
    let asked = try #require(stage.events.firstIndex { $0.hasSuffix(": The page looks well") })
    let ended = try #require(stage.events.firstIndex(of: "end background"))
    #expect(asked < ended)
  }

  @Test func runsItsCommandsInOrderAndSaysWhichWereNotReached() throws {
    let stage = Stage()
    stage.late["prepare"] = ("ls", .ran(0))
    let outcome = try stage.run(
      "# A\n\n```bash {background=true}\nprepare\nserve\ncheck\n```\n\n```bash\nls\n```\n")
    #expect(
      outcome.observations.commands.map { $0?.outcome } == [.ran, .background, .notRun, .ran])
    #expect(outcome.decision.answer == .noGo, "a check that was not run is lacking")
    #expect(outcome.decision.reasons.map(\.line) == [6])
  }

  @Test(arguments: [CommandResult.Outcome.timedOut, .lost])
  func runsNothingMoreOfOneThatIsGone(outcome: CommandResult.Outcome) throws {
    let stage = Stage()
    stage.late["serve"] = ("ls", .cut(outcome))
    let result = try stage.run(
      "# A\n\n```bash {background=true}\nserve\ncheck\n```\n\n```bash\nls\n```\n")
    #expect(result.observations.commands.map { $0?.outcome } == [outcome, .notRun, .ran])
    #expect(result.decision.answer == .noGo)
  }

  /// “If fails: don't proceed” holds also where the failure comes late.
  @Test(arguments: [false, true])
  func stopsWhereTheDocumentSaysSo(keepsGoing: Bool) throws {
    let stage = Stage()
    stage.late["serve"] = ("ls", .ran(1))
    var options = RunOptions()
    options.keepGoing = keepsGoing
    let outcome = try stage.run(
      "# Server\n\n```bash {background=true}\nserve\n```\n\n**If fails**: Don't proceed\n\n"
        + "# Ask\n\n```bash\nls\n```\n\n# Go on\n\n```bash\ndate\n```\n", options)
    #expect(stage.ran == (keepsGoing ? ["ls", "date"] : ["ls"]))
    #expect((outcome.stopped == nil) == keepsGoing)
    #expect(outcome.decision.answer == .noGo)
  }

  @Test func endsItWhenInterrupted() throws {
    let stage = Stage()
    stage.interruptsAfter = "ls"
    let outcome = try stage.run(Self.server)
    #expect(outcome.wasInterrupted)
    #expect(outcome.observations.commands[0]?.outcome == .interrupted)
    #expect(stage.events.suffix(3) == ["end background", "interrupted serve", "over 0 by gonogo"])
  }
}
