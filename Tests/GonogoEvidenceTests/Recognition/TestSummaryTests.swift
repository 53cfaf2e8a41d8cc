import Testing

@testable import GonogoEvidence

/// What test runners, coverage tools and audits say at their end.
@Suite struct TestSummaryTests {
  @Test func countsGoTests() {
    let verbose = """
      === RUN   TestAdd
      --- PASS: TestAdd (0.00s)
      === RUN   TestTable
      === RUN   TestTable/one
      --- PASS: TestTable (0.00s)
          --- PASS: TestTable/one (0.00s)
      === RUN   TestLater
          a_test.go:5: later
      --- SKIP: TestLater (0.00s)
      PASS
      ok  \texample.org/shop/a\t0.011s\tcoverage: 50.0% of statements
      ?   \texample.org/shop/b\t[no test files]

      """
    #expect(
      found(GoTestRecognizer(), "go test -v -cover ./...", verbose) == [
        "passed_packages = 1 (1.0)", "failed_packages = 0 (0.0)", "untested_packages = 1 (1.0)",
        "passed = 2 (2.0)", "failed = 0 (0.0)", "skipped = 1 (1.0)",
        "coverage = 50.0% (50.0 %)",
      ])
    let died = verbose + "=== RUN   TestDead\nFAIL\texample.org/shop/c\t0.1s\nFAIL\n"
    #expect(found(GoTestRecognizer(), "go test -v ./...", died).count == 3)
  }

  @Test func readsGoEvents() {
    func event(_ action: String, _ test: String?) -> String {
      let name = test.map { ",\"Test\":\"\($0)\"" } ?? ""
      return "{\"Action\":\"\(action)\",\"Package\":\"shop\"\(name)}\n"
    }
    let recognizer = GoTestJSONRecognizer()
    let good = event("run", "A") + event("output", "A") + event("pass", "A") + event("pass", nil)
    #expect(
      found(recognizer, "go test -json ./...", good) == [
        "passed = 1 (1.0)", "failed = 0 (0.0)", "skipped = 0 (0.0)", "passed_packages = 1 (1.0)",
        "failed_packages = 0 (0.0)",
      ])
    let bad = event("run", "A/b") + event("run", "A") + event("fail", "A") + event("fail", nil)
    #expect(found(recognizer, "go test -json", bad)[1] == "failed = 1 (1.0)")
    #expect(found(recognizer, "go test -json", event("run", "B") + good).isEmpty)
    #expect(found(recognizer, "go test -json", good + "# shop/c\n").isEmpty)
    #expect(found(recognizer, "go test -json | head -3", good).isEmpty)
    #expect(found(recognizer, "cat x", good).isEmpty)
    #expect(found(recognizer, "go test -json", event("run", "A")).isEmpty)
  }

  private let coverage = """
    Name      Stmts   Miss  Cover
    -----------------------------
    shop.py       4      1    75%
    -----------------------------
    TOTAL         4      1    75%

    """

  @Test func readsCoverageOfPython() {
    let tests = coverage + "2 passed, 1 skipped in 1.01s\n"
    let all = [
      "passed = 2 (2.0)", "skipped = 1 (1.0)", "failed = 0 (0.0)", "coverage = 75% (75.0 %)",
    ]
    #expect(foundByAll("pytest -q --cov=shop", tests) == all)
    #expect(
      found(CoverageReportRecognizer(), "coverage report", coverage)
        == ["coverage = 75% (75.0 %)"])
    #expect(found(CoverageReportRecognizer(), "python -m coverage report", coverage).count == 1)
    #expect(found(CoverageReportRecognizer(), "cat x", coverage).isEmpty)
    #expect(found(CoverageReportRecognizer(), "coverage report | tail -1", coverage).isEmpty)
    #expect(found(CoverageReportRecognizer(), "coverage report", coverage + coverage).isEmpty)
    let other = "Name  Stmts  Cover\nTOTAL 4 75%\n"
    #expect(found(CoverageReportRecognizer(), "coverage report", other).isEmpty)
    let short = "Name Stmts Miss Cover\nTOTAL 4 75%\n"
    #expect(found(CoverageReportRecognizer(), "coverage report", short).isEmpty)
  }

  @Test func readsVitest() {
    let summary = """
       Test Files  1 failed | 2 passed (3)
            Tests  1 failed | 5 passed | 1 skipped (7)
         Start at  19:41:39
         Duration  1.20s (transform 44ms, setup 0ms)

      """
    let recognizer = VitestRecognizer()
    #expect(
      found(recognizer, "npx vitest run", summary) == [
        "passed = 5 (5.0)", "failed = 1 (1.0)", "skipped = 1 (1.0)", "total = 7 (7.0)",
      ])
    let good = " Test Files  1 passed (1)\n      Tests  5 passed (5)\n"
    #expect(found(recognizer, "npm test", good)[1] == "failed = 0 (0.0)")
    #expect(found(recognizer, "npm test", good + "     Errors  1 error\n").isEmpty)
    #expect(found(recognizer, "npm test", good + good).isEmpty)
    #expect(found(recognizer, "npm test", good, isTruncated: true).isEmpty)
    for bad in [
      " Test Files  1 failed (1)\n      Tests  5 passed (5)\n", "      Tests  5 passed (5)\n",
      " Test Files  1 passed (1)\n      Tests  5 passed (6)\n",
      " Test Files  1 passed (1)\n      Tests  5 bestanden (5)\n",
    ] {
      #expect(found(recognizer, "npm test", bad).isEmpty)
    }
  }

  @Test func readsCoverageOfJavaScript() {
    let table = """
      ----------|---------|----------|---------|---------|-------------------
      File      | % Stmts | % Branch | % Funcs | % Lines | Uncovered Line #s
      ----------|---------|----------|---------|---------|-------------------
      All files |   85.71 |    66.66 |     100 |   85.71 |
       cart.js  |   85.71 |    66.66 |     100 |   85.71 | 12-14
      ----------|---------|----------|---------|---------|-------------------

      """
    let summary = "Test Suites: 1 passed, 1 total\nTests:       5 passed, 5 total\n"
    #expect(
      found(JestRecognizer(), "npx jest --coverage", table, stderr: summary).suffix(4) == [
        "% Stmts = 85.71 (85.71 %)", "% Branch = 66.66 (66.66 %)", "% Funcs = 100 (100.0 %)",
        "% Lines = 85.71 (85.71 %)",
      ])
    #expect(
      found(JestRecognizer(), "npx jest", table + table, stderr: summary).count == 3)
  }

  @Test(arguments: ["# ", "ℹ "])
  func readsNodeTests(mark: String) {
    let names = ["tests", "suites", "pass", "fail", "cancelled", "skipped", "todo"]
    func summary(_ counts: [Int]) -> String {
      zip(names, counts).map { "\(mark)\($0) \($1)\n" }.joined() + "\(mark)duration_ms 153.5\n"
    }
    let recognizer = NodeTestRecognizer()
    #expect(
      found(recognizer, "node --test", "ok 1 - adds\n" + summary([3, 0, 1, 1, 0, 1, 0])) == [
        "tests = 3 (3.0)", "pass = 1 (1.0)", "fail = 1 (1.0)", "cancelled = 0 (0.0)",
        "skipped = 1 (1.0)", "todo = 0 (0.0)",
      ])
    #expect(found(recognizer, "node --test", summary([4, 0, 1, 1, 0, 1, 0])).isEmpty)
    let twice = summary([1, 0, 1, 0, 0, 0, 0])
    #expect(found(recognizer, "npm test", twice + twice).isEmpty)
    #expect(found(recognizer, "npm test", "\(mark)pass 3\n\(mark)fail 0\n").isEmpty)
    #expect(found(recognizer, "npm test", twice, isTruncated: true).isEmpty)
  }

  @Test(
    arguments: [
      ("npm audit", "found 0 vulnerabilities", [0, 0, 0, 0, 0]),
      ("pnpm audit", "No known vulnerabilities found", [0, 0, 0, 0, 0]),
      (
        "npm ci", "\nadded 5 packages, and audited 6 packages in 1s\n\nfound 0 vulnerabilities",
        [0, 0, 0, 0, 0]
      ),
      (
        "npm audit --omit=dev",
        "# npm audit report\n\n5 vulnerabilities (2 moderate, 3 high)\n\nTo address all issues, run:\n  npm audit fix",
        [5, 0, 2, 3, 0]
      ),
    ])
  func readsAudits(command: String, stdout: String, counts: [Int]) {
    let names =
      ["vulnerabilities"]
      + ["low", "moderate", "high", "critical"].map {
        "\($0)_vulnerabilities"
      }
    #expect(
      found(AuditRecognizer(), command, stdout + "\n")
        == zip(names, counts).map { "\($0) = \($1) (\($1).0)" })
  }

  @Test func readsAuditsOfOneSeverity() {
    // npm does not list what is merely informative, so that the total is not known.
    #expect(
      found(AuditRecognizer(), "npm audit | tail -3", "1 critical severity vulnerability\n") == [
        "low_vulnerabilities = 0 (0.0)", "moderate_vulnerabilities = 0 (0.0)",
        "high_vulnerabilities = 0 (0.0)", "critical_vulnerabilities = 1 (1.0)",
      ])
  }

  @Test(
    arguments: [
      ("npm audit", "6 vulnerabilities (2 moderate, 3 high)"), ("cat x", "found 0 vulnerabilities"),
      ("npm audit", "found 0 vulnerabilities\nfound 0 vulnerabilities"),
      ("npm audit", "npm error audit endpoint returned an error"), ("npm audit", ""),
      ("npm test", "found 0 vulnerabilities"), ("npm audit --json", "found 0 vulnerabilities"),
      ("npm audit; npm audit", "found 0 vulnerabilities"), ("npm audit", "0 vulnerabilities"),
      ("npm audit", "2 vulnerabilities (1 grave, 1 high)"),
    ])
  func refusesOtherAudits(command: String, stdout: String) {
    #expect(found(AuditRecognizer(), command, stdout).isEmpty)
    #expect(
      found(AuditRecognizer(), "npm audit", "found 0 vulnerabilities", isTruncated: true).isEmpty)
  }
}
