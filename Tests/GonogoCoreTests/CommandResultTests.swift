import GonogoCore
import Testing

struct CommandResultTests {
  @Test(
    arguments: [
      (0, [0], 0, Verdict.pass), (0, [], 0, .pass), (1, [1], 0, .fail), (0, [1, 0], 0, .fail),
      (0, [141, 0], 0, .pass), (0, [141, 141, 0], 0, .pass), (0, [0, 141, 2, 0], 0, .fail),
      (141, [0, 141], 0, .fail), (1, [0, 1], 1, .pass), (0, [0], 1, .fail), (1, [2, 1], 1, .fail),
      (127, [127], 0, .fail), (130, [130], 0, .fail),
    ] as [(Int, [Int], Int, Verdict)])
  func judgesStatusAndPipeline(status: Int, pipeline: [Int], expected: Int, verdict: Verdict) {
    let result = CommandResult(
      command: 0, outcome: .ran, status: status, pipeline: pipeline, expectedStatus: expected)
    #expect(result.verdict == verdict)
  }

  @Test(arguments: [
    (CommandResult.Outcome.timedOut, Verdict.fail), (.lost, .fail), (.interrupted, .unknown),
    (.notApproved, .skipped), (.notRun, .skipped),
  ])
  func neverPassesWhatDidNotRunToItsEnd(outcome: CommandResult.Outcome, verdict: Verdict) {
    let result = CommandResult(command: 0, outcome: outcome, status: 0, pipeline: [0])
    #expect(result.verdict == verdict)
  }

  @Test func doesNotKnowWithoutAStatus() {
    #expect(CommandResult(command: 0, outcome: .ran).verdict == .unknown)
  }

  @Test(arguments: [
    ("", nil), ("a\nb\n", "b"), ("a\n  \n\t\n", "a"), ("\n\n", nil), ("x\r\ny", "y"),
  ])
  func findsTheLastLineThatSaysSomething(text: String, line: String?) {
    let record = OutputRecord(
      bytes: text.utf8.count, digest: "", text: text, isTruncated: false, file: nil)
    #expect(record.lastLine == line)
  }
}
