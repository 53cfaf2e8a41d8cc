import GonogoCore
import GonogoEvidence
import GonogoPlanning
import GonogoRunner
import Testing

struct RunnerTests {
  private static let two = """
    # One

    ```bash
    ls
    mkdir a
    ```

    ```bash
    pwd
    ```

    # Two

    ```bash
    date
    ```

    """

  @Test func runsInDocumentOrder() throws {
    let stage = Stage()
    let outcome = try stage.run(Self.two)
    #expect(stage.ran == ["ls", "mkdir a", "pwd", "date"])
    #expect(stage.opened == [0, 1, 2])
    #expect(stage.finished == [0, 1, 2])
    #expect(
      stage.events == [
        "section One", "approved mkdir a", "start ls", "ran ls", "start mkdir a", "ran mkdir a",
        "start pwd", "ran pwd", "end One pass", "section Two", "start date", "ran date",
        "end Two pass", "decided GO",
      ])
    #expect(outcome.decision.answer == .go)
    #expect(outcome.stopped == nil)
  }

  // MARK: Approval

  @Test func asksOnlyForWhatMayChangeSomething() throws {
    let stage = Stage()
    _ = try stage.run("# A\n\n```bash\nls\nmkdir a\nsome-tool\ntail -f x\n```\n")
    #expect(stage.approvalsAsked == ["mkdir a", "some-tool", "tail -f x"])
  }

  @Test func doesNotRunWhatWasNotApproved() throws {
    let stage = Stage()
    stage.refused = ["mkdir a"]
    let outcome = try stage.run(Self.two)
    #expect(stage.ran == ["ls", "pwd", "date"])
    #expect(stage.events.contains("notApproved mkdir a"))
    #expect(outcome.decision.answer == .noGo)
    #expect(outcome.decision.reasons.map(\.line) == [5])
    #expect(outcome.decision.reasons.map(\.verdict.isOpen) == [true])
  }

  @Test func opensNoShellWhereNothingMayRun() throws {
    let stage = Stage()
    stage.refused = ["mkdir a"]
    _ = try stage.run("# A\n\n```bash\nmkdir a\n```\n")
    #expect(stage.opened == [])
  }

  // MARK: Failures

  @Test func runsTheRestOfAStepAfterAFailure() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(2)
    let outcome = try stage.run(Self.two)
    #expect(stage.ran == ["ls", "mkdir a", "pwd", "date"])
    #expect(outcome.sections.map(\.verdict) == [.fail, .pass])
    #expect(outcome.decision.answer == .noGo)
  }

  @Test(arguments: [CommandResult.Outcome.timedOut, .lost])
  func runsNothingMoreOfAStepThatIsGone(outcome: CommandResult.Outcome) throws {
    let stage = Stage()
    stage.endings["ls"] = .cut(outcome)
    let result = try stage.run(Self.two)
    #expect(stage.ran == ["ls", "pwd", "date"])
    #expect(result.observations.commands[1]?.outcome == .notRun)
    #expect(result.decision.answer == .noGo)
  }

  @Test func runsNothingMoreAfterACommandEndedTheShell() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(0, endsStep: true)
    let result = try stage.run(Self.two)
    #expect(stage.ran == ["ls", "pwd", "date"])
    #expect(result.observations.commands[1]?.verdict == .skipped)
    #expect(result.decision.answer == .noGo)
  }

  @Test func passesOverABlockThatMustNotRun() throws {
    let stage = Stage()
    let outcome = try stage.run("# A\n\n```bash\necho <name>\n```\n\n```bash {skip}\nls\n```\n")
    #expect(stage.ran == [])
    #expect(
      stage.events.filter { $0.hasPrefix("passed over") } == ["passed over 0", "passed over 1"])
    #expect(outcome.decision.answer == .noGo)
  }

  // MARK: Stopping

  private static func stopping(_ sentence: String) -> String {
    "# One\n\n```bash\nls\n```\n\n\(sentence)\n\n## Under\n\n- [ ] inner\n\n"
      + "# Two\n\n```bash\ndate\n```\n\n- [ ] asked\n\n# GO if all\n\n- [ ] criterion\n"
  }

  @Test func stopsWhereTheDocumentSaysSo() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(1)
    let outcome = try stage.run(Self.stopping("**If Fails**: Don't proceed"))
    #expect(stage.ran == ["ls"])
    #expect(outcome.stopped?.line == 7)
    #expect(outcome.decision.answer == .noGo)
    #expect(outcome.decision.reasons.contains { $0.line == 7 })
    #expect(outcome.observations.commands[1]?.outcome == .notRun)
    #expect(!stage.events.contains("section Two"))
  }

  /// What stands under the section belongs to it; after it nobody is asked any more.
  @Test func asksNobodyAfterAStop() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(1)
    stage.replies["asked"] = .says(.yes)
    stage.replies["criterion"] = .says(.yes)
    let outcome = try stage.run(Self.stopping("**If Fails**: Don't proceed"))
    #expect(stage.asked.flatMap { $0 } == ["inner"])
    #expect(outcome.observations.claims.map { $0?.verdict } == [.unknown, .unknown, .unknown])
  }

  /// The commands below it are not what is left to look at.
  @Test func runsNothingBelowWhatFailed() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(1)
    let text =
      "# One\n\n```bash\nls\n```\n\nIf this fails, stop.\n\n## Under\n\n```bash\ndate\n```\n"
    let outcome = try stage.run(text)
    #expect(stage.ran == ["ls"])
    #expect(outcome.stopped?.line == 7)
  }

  @Test func leavesOutTheCommandsThatTheirCommentsForbid() throws {
    let stage = Stage()
    let text = "# One\n\n```bash\nls\n# rollback:\npwd\n\n# Look\ndate\n```\n"
    let outcome = try stage.run(text)
    #expect(stage.ran == ["ls", "date"])
    #expect(outcome.observations.commands[1]?.outcome == .notRun)
    #expect(outcome.decision.answer == .noGo)
  }

  @Test func doesNotStopWhereTheDocumentDoesNot() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(1)
    _ = try stage.run(Self.stopping("**If Slower**: look at it"))
    #expect(stage.ran == ["ls", "date"])
  }

  @Test func doesNotStopAtWhatIsOnlyOpen() throws {
    let stage = Stage()
    _ = try stage.run(Self.stopping("**If Fails**: Don't proceed"))
    #expect(stage.ran == ["ls", "date"])
  }

  @Test func goesOnWhenTold() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(1)
    var options = RunOptions()
    options.keepGoing = true
    let outcome = try stage.run(Self.stopping("**If Fails**: Don't proceed"), options)
    #expect(stage.ran == ["ls", "date"])
    #expect(outcome.decision.answer == .noGo)
  }

  @Test func stopsAtAnyFailureWhenTold() throws {
    let stage = Stage()
    stage.endings["ls"] = .ran(1)
    var options = RunOptions()
    options.stopOnFail = true
    let outcome = try stage.run(Self.two, options)
    #expect(stage.ran == ["ls", "mkdir a", "pwd"])
    #expect(outcome.stopped != nil)
  }

  // MARK: Interruption

  @Test func endsWhenInterrupted() throws {
    let stage = Stage()
    stage.interruptsAfter = "ls"
    let outcome = try stage.run(Self.stopping(""))
    #expect(stage.ran == ["ls"])
    #expect(outcome.wasInterrupted)
    #expect(stage.asked == [])
    #expect(stage.finished == [0])
    #expect(outcome.decision.answer == .noGo)
    #expect(outcome.decision.reasons.contains { $0.text.contains("interrupted") })
  }

  @Test func endsWhenInterruptedWhileAsking() throws {
    let stage = Stage()
    stage.interruptsAtQuestion = "inner"
    let outcome = try stage.run(Self.stopping(""))
    #expect(stage.asked == [["inner"]])
    #expect(stage.ran == ["ls"])
    #expect(outcome.wasInterrupted)
    #expect(outcome.decision.answer == .noGo)
  }

  @Test(arguments: 0..<14)
  func endsAtOnceWhenTheJournalFails(event: Int) {
    let stage = Stage()
    stage.failsAt = event
    #expect(throws: RunFailure.self) { try stage.run(Self.two) }
    #expect(stage.events.count == event)
    // A command is journalled before it starts, so none has run that the journal does not know.
    let started = stage.events.count { $0.hasPrefix("start ") }
    #expect(stage.ran.count == started)
  }
}
