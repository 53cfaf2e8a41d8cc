import GonogoCore
import GonogoEvidence
import Testing

/// "All tests pass", by what the program that ran them counted; "working tree clean", by git.
struct TestRunJudgeTests {
  private func observed(_ text: String, _ stdout: String) -> ObservedCommand {
    func output(_ text: String) -> OutputRecord {
      OutputRecord(
        bytes: text.utf8.count, digest: "", text: text, isTruncated: false, file: nil)
    }
    let captures = Recognition().captures(
      in: CommandOutput(
        command: text, stdout: stdout, stderr: "", isTruncated: false, exitStatus: 0))
    let result = CommandResult(
      command: 0, outcome: .ran, status: 0, pipeline: [0], stdout: output(stdout),
      stderr: output(""), captures: captures)
    return ObservedCommand(name: text, text: text, result: result)
  }

  private func verdict(_ noun: String, _ text: String, _ stdout: String) -> Verdict {
    AssertionJudge.judge(.all(noun: noun, state: "pass"), [observed(text, stdout)]).verdict
  }

  @Test(arguments: [
    ("tests", "pytest", "== 5 passed in 0.12s ==\n", Verdict.pass),
    ("tests", "python -m pytest -q", "5 passed in 0.12s\n", .pass),
    ("5 tests", "pytest", "== 5 passed in 0.12s ==\n", .pass),
    ("6 tests", "pytest", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "pytest", "== 5 passed, 1 skipped in 0.12s ==\n", .unknown),
    ("tests", "pytest", "== 5 passed, 9 deselected in 0.12s ==\n", .unknown),
    ("tests", "pytest", "== 5 passed, 1 xfailed in 0.12s ==\n", .unknown),
    ("tests", "pytest", "== 1 failed, 5 passed in 0.12s ==\n", .fail),
    ("tests", "pytest", "no tests ran in 0.01s\n", .unknown),
    ("tests", "pytest -k smoke", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "pytest -m fast", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "pytest --lf", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "pytest tests/a.py::test_b", "== 1 passed in 0.12s ==\n", .unknown),
    ("tests", "pytest tests/unit/test_login.py", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "pytest -ksmoke", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "pytest -qk smoke", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "PYTEST_ADDOPTS=-ksmoke pytest", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "cat reports/pytest", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "pytest -n 4 -q", "== 5 passed in 0.12s ==\n", .pass),
    ("tests", "go test ./pkg/login", "ok  \ta.test/b\t0.012s\n", .unknown),
    ("tests", "go test", "ok  \ta.test/b\t0.012s\n", .unknown),
    ("tests", "pytest | tail -1", "== 5 passed in 0.12s ==\n", .unknown),
    ("integration tests", "pytest", "== 5 passed in 0.12s ==\n", .unknown),
    ("integration tests", "pytest tests/integration", "== 5 passed in 0.12s ==\n", .pass),
    ("checks", "pytest", "== 5 passed in 0.12s ==\n", .unknown),
    ("tests", "go test ./...", "ok  \ta.test/b\t0.012s\n", .pass),
    ("tests", "go test ./...", "ok  \ta.test/b\t0.012s\nFAIL\ta.test/c\t0.1s\nFAIL\n", .fail),
    ("tests", "go test -run X ./...", "ok  \ta.test/b\t0.012s\n", .unknown),
    (
      "tests", "cargo test",
      "running 3 tests\ntest a ... ok\ntest b ... ok\ntest c ... ok\n\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n",
      .pass
    ),
    (
      "tests", "cargo test",
      "running 3 tests\ntest a ... ok\ntest b ... ok\ntest c ... ok\n\ntest result: ok. 3 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s\n",
      .unknown
    ),
    ("tests", "./run-tests.sh", "5 passed\n", .unknown),
  ])
  func judgesThatAllTestsPass(noun: String, text: String, stdout: String, wanted: Verdict) {
    #expect(verdict(noun, text, stdout) == wanted)
  }

  @Test(arguments: [
    ("Tests pass", "pass", "== 5 passed in 0.12s ==\n", Verdict.pass),
    ("Tests passing", "passing", "== 5 passed in 0.12s ==\n", .pass),
    ("Build passes", "pass", "== 5 passed in 0.12s ==\n", .unknown),
    ("Lint passes", "pass", "== 5 passed in 0.12s ==\n", .unknown),
    ("System tests pass", "pass", "== 5 passed in 0.12s ==\n", .unknown),
    ("Both tests pass", "pass", "== 5 passed in 0.12s ==\n", .unknown),
    ("New tests pass", "pass", "== 5 passed in 0.12s ==\n", .unknown),
  ])
  func judgesAStateOfTests(subject: String, state: String, stdout: String, wanted: Verdict) {
    let judgement = AssertionJudge.judge(
      .state(state), in: subject, [observed("pytest", stdout)])
    #expect(judgement.verdict == wanted)
  }

  @Test(arguments: [
    ("working tree", "git status --porcelain", "", Verdict.pass),
    ("repository", "git status --porcelain", "", .pass),
    ("working tree", "git status --porcelain", "?? new\n", .fail),
    ("working tree", "git status --porcelain -uno", "", .unknown),
    ("working tree", "git status --porcelain src", "", .unknown),
    ("logs", "git status --porcelain", "", .unknown),
    ("working tree", "git diff --stat", "", .unknown),
  ])
  func judgesTheWorkingTree(subject: String, text: String, stdout: String, wanted: Verdict) {
    let judgement = AssertionJudge.judge(
      .state("clean"), in: subject, [observed(text, stdout)])
    #expect(judgement.verdict == wanted)
  }

  @Test func takesRowsForNoTroubleWhereThereAreToBeNone() {
    func line(_ text: String, about claim: String) -> String? {
      OutputTrouble.line(in: observed("psql", text).result, about: claim)
    }
    #expect(line("(0 rows)\n", about: "No rows") == nil)
    #expect(line("(0 rows)\n", about: "All rows are migrated") == "(0 rows)")
    #expect(line("no tests ran in 0.01s\n", about: "No tests fail") != nil)
  }
}
