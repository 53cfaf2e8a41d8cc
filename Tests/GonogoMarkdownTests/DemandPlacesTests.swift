import GonogoCore
import Testing

/// Places beside labels and boxes where something is demanded.
struct DemandPlacesTests {
  @Test(arguments: ["Error rate < 1%", "RAM: ≥ 512 MB", "p95 response time < 2000 ms"])
  func readsBulletsUnderABoxThatStateALimit(bullet: String) {
    let text = "# T\n\n## S\n\n- [ ] **Results meet the targets**\n  - \(bullet)\n"
    #expect(
      read(text).shownClaims == ["item Results meet the targets", "expectation \(bullet)"])
  }

  @Test(arguments: [("Alerts are set", "CPU > 80%"), ("Alarmas listas", "Errors > 5%")])
  func takesLimitsOfAlertsUnderABoxForReasons(box: String, bullet: String) {
    let text = "# T\n\n## S\n\n- [ ] \(box)\n  - \(bullet)\n"
    let claims = read(text).claims.filter { $0.kind != .item }
    #expect(claims.map(\.kind) == [.trigger])
    #expect(claims.allSatisfy { $0.doubt != nil })
  }

  @Test(arguments: [
    "On staging", "Tomorrow", "After the failover", "Replica checked", "Region west", "In 24 hours",
  ])
  func asksAboutLimitsUnderABoxOfAnotherPlaceOrTime(box: String) {
    let text = "# T\n\n## S\n\n- [ ] \(box)\n  - p95 < 400 ms\n"
    #expect(read(text).claims.map { $0.doubt != nil } == [false, true])
  }

  @Test(arguments: ["p95 less than 400 ms", "errors = 0", "errors: 0", "latency under 400 ms"])
  func readsLimitsInWordsUnderABox(bullet: String) {
    let text = "# T\n\n## S\n\n- [ ] The cache works\n  - \(bullet)\n"
    #expect(read(text).claims.map(\.text) == ["The cache works", bullet])
  }

  @Test func asksWhetherMoreThanSoMuchUnderABoxIsWanted() {
    let text = "# T\n\n## S\n\n- [ ] The cache works\n  - hit rate > 90%\n"
    #expect(read(text).claims.map(\.doubt) == [nil, "The cache works"])
  }

  @Test(arguments: ["Estimated time: < 5 min", "Reduce the load < 5"])
  func readsNoOtherBulletsUnderABox(bullet: String) {
    let text = "# T\n\n## S\n\n- [ ] **Results are there**\n  - \(bullet)\n"
    #expect(read(text).claims.filter { $0.kind == .expectation }.isEmpty)
  }

  @Test func readsBulletsUnderABoxThatStateAResult() {
    let text = """
      # A

      - [ ] The release is tested
        - Jobs of the release branch are green in CI (see the wiki).
        - No new alerts since the freeze.
        - Report attached, with 0 errors.
        - Link to the report.
        - Optional: local suite green.
        - If it fails, make it green.
        - Run `make test`
        - Is everything green?

      - Suites green

      """
    #expect(
      read(text).shownClaims == [
        "item The release is tested",
        "expectation Jobs of the release branch are green in CI (see the wiki).",
        "expectation No new alerts since the freeze.",
        "expectation Report attached, with 0 errors.",
      ])
  }

  @Test func readsListsOfLimitsBehindTheirLabel() {
    let text = """
      # A

      **Resource requirements**:

      - Memory: 至少 4 GB
      - At least 3 workers
      - Reduce costs by > 30%
      - A network

      **Criteria**:

      - Requests open > 7 days

      ## Key metrics to watch

      - Response time < 200ms
      - No 5xx errors in the log
      - Sockets open
      - Restart it when load > 5

      """
    #expect(
      read(text).shownClaims == [
        "expectation Memory: 至少 4 GB", "expectation At least 3 workers",
        "expectation Response time < 200ms", "expectation No 5xx errors in the log",
      ])
  }

  @Test func readsAVersionBehindItsLabel() {
    #expect(
      read("# A\n\n**Minimum version**: v2.5\n").shownClaims
        == ["expectation Minimum version: v2.5"])
    #expect(read("# A\n\n**Recommended version**: v3\n").claims.isEmpty)
  }

  @Test func readsWhatShowsThatSomethingWasDone() {
    let text =
      "# A\n\nBeweis: Exitcode 0.\n\nProof: the log shows “done”.\n\nEvidence: link to the ticket\n"
    #expect(
      read(text).shownClaims == [
        "expectation Exitcode 0.", "expectation the log shows “done”.",
      ])
  }

  @Test func readsCommentsThatListLimits() {
    let text = """
      # A

      ```bash
      ab -n 10 http://x.test/

      # Expected metrics:
      # - Mean time: 10-15ms
      # - Failed requests: 0
      # - a nice page

      # Minimum requirements per host:
      # - Memory: 8+ GB

      # Roll back if:
      # - Error rate > 5%

      # Steps:
      # - wait > 5 minutes

      # No error events expected
      # No error handling here
      ```

      """
    let claims = read(text).claims
    #expect(
      claims.map { "\($0.kind.rawValue) \($0.text)" } == [
        "expectation Mean time: 10-15ms", "expectation Failed requests: 0",
        "expectation Memory: 8+ GB", "trigger Error rate > 5%",
        "expectation No error events expected",
      ])
    #expect(claims.map(\.context) == [nil, nil, "Minimum requirements per host", nil, nil])
  }

  @Test func readsTablesOfSeveritiesAndSigns() {
    let text = """
      # A

      | Question | Severity |
      |---|---|
      | Is latency > 5s? | P1 |
      | Is the site down? | P1 |

      | Severity | Answer within |
      |---|---|
      | P1 | < 15 min |

      ## Red flags

      | Signal | Action |
      |---|---|
      | Date moved > 2 times | reset |

      """
    #expect(
      read(text).shownClaims == [
        "trigger Is latency > 5s?", "trigger Date moved > 2 times",
      ])
  }

  @Test func takesTheTargetOfARowAndNotItsName() {
    let text = """
      # A

      | Criteria | Target | Actual |
      |---|---|---|
      | Latency | < 2 s | 1 s |
      | Rollback time | < 10 min | 3 min |
      | Rollback if errors | > 5% | |
      | Lead time | 3–10 days | |

      | Item | Current | Target | Done |
      |---|---|---|---|
      | Orphans | {{NOW}} | 0 | ☐ |

      """
    #expect(
      read(text).shownClaims == [
        "expectation Latency: < 2 s", "expectation Rollback time: < 10 min",
        "trigger Rollback if errors: > 5%", "expectation Lead time: 3–10 days", "item Orphans: 0",
      ])
  }

  @Test func readsTheReasonsForARollbackOfAPlanForOne() {
    let text =
      "# A\n\n## Rollback\n\n### Rollback triggers\n\n- Error rate > 5%\n\n### Steps\n\n- Load > 5\n\n```bash\ndate\n```\n"
    let checklist = read(text)
    #expect(checklist.shownClaims == ["noGoCriterion Error rate > 5%"])
    #expect(checklist.steps.first?.obstacle?.kind == .conditional)
  }

  @Test func readsListsOfSignsInABlockThatIsNoCode() {
    let text =
      "# A\n\n```checklist\n□ Contrast > 4.5:1\n□ All tests passing (0 failures)\n□ Wiki updated\n```\n\n```\n□ Load < 5\nand more\n```\n"
    #expect(
      read(text).shownClaims == [
        "expectation Contrast > 4.5:1", "expectation All tests passing (0 failures)",
      ])
  }

  @Test func takesALimitInALabelForNoMarkup() {
    let text =
      "# A\n\n```bash\nls\n```\n\n**Expected answer (at < 50 rows):**\n\n```json\n{}\n```\n"
    #expect(read(text).claims.map { $0.sample?.line } == [10])
  }

  @Test func readsLimitsInABlockOfText() {
    let text = """
      # A

      ```
      Answer time:   Target < 40 ms   (see the script)
      Answer time:   < 40 ms measured
      Load:          Target none

      Alerts:
        - Queue length > 90
        - Queue full
      Notes:
        - Queue length > 50
      ```

      ```yaml
      Answer time: Target < 40 ms
      ```

      """
    #expect(
      read(text).shownClaims == ["expectation Answer time: < 40 ms", "trigger Queue length > 90"])
  }

  @Test func readsNamesThatAnOutputMustHold() {
    let text = """
      # A

      ```bash
      ls parts

      # The output should contain:
      # - part-one (in C)
      # - part_two.md
      # - further parts
      ```

      """
    let claims = read(text).claims
    #expect(claims.map(\.text) == ["part-one (in C)", "part_two.md", "further parts"])
    #expect(claims.map(\.codes) == [["part-one"], ["part_two.md"], []])
  }

  @Test func readsRequirementsOfMachinesAndPrograms() {
    let text = """
      # A

      ## System requirements

      - **Memory**: 16 GB+
      - **Disk**: at least 20 GB
      - **System**: Linux, or 2 others

      ## Programs

      | Program | Required version | Use |
      |---|---|---|
      | Node.js | >= 20.1.0 | build |
      | Shell | any | scripts |

      ## Optional programs

      | Program | Required version | Use |
      |---|---|---|
      | Docker | >= 20.1 | images |

      """
    #expect(
      read(text).shownClaims == [
        "expectation Memory: 16 GB+", "expectation Disk: at least 20 GB",
        "expectation Node.js: >= 20.1.0",
      ])
  }

  @Test func knowsSectionsThatOnlyShowAnExample() {
    let text = """
      # Example of a release

      ## Example: a new rule

      ### Checks

      ## Checks

      """
    #expect(read(text).sections.map(\.isExample) == [false, false, true, true, false])
  }
}
