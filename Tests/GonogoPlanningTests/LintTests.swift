import GonogoCore
import GonogoPlanning
import Testing

struct LintTests {
  private func lint(_ text: String, _ machine: LintMachine? = nil) -> [String] {
    Lint.check(plan(text), machine: machine).diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.line):\($0.column)" } ?? "?"
      return "\(diagnostic.severity.rawValue) \(diagnostic.code) \(place)"
    }
  }

  @Test func findsNothingInACleanChecklist() {
    let text = """
      # Release

      ```bash
      # Check the size
      time make check
      ```

      **Expected**: < 5 s

      ### GO if all:
      - [ ] The size was checked

      ### NO-GO if any:
      - [ ] Nobody is on duty
      """
    #expect(!lint(text).contains { !$0.hasPrefix("note") })
  }

  @Test(arguments: [
    ("ls | wc -l", "pass when podz == 5", true), ("ls | wc -l", "pass when value == 5", false),
    ("ls | wc -l", "pass when line_count == 5", false),
    ("printf 'free_space: 3 GB\\n'", "pass when free_space > 1 GB", false),
    ("printf 'free_space: 3 GB\\n'", "pass when free_spice > 1 GB", true),
    ("psql -c 'select count(*) as pods from x'", "pass when podz > 1", true),
    ("psql -c 'select count(*) as pods from x'", "pass when pods[1] > 1 and \"A\".pods > 1", false),
    // What these print stands in no text.
    ("./measure", "pass when podz > 1", false), ("kubectl get pods", "pass when podz > 1", false),
  ])
  func warnsOfANameThatNoCommandPrints(command: String, directive: String, isFound: Bool) {
    let text = "# A\n\n```bash\n\(command)\n```\n\n- [ ] It is well <!-- gonogo: \(directive) -->\n"
    #expect(lint(text).contains("warning unprinted-name 7:3") == isFound, "\(lint(text))")
  }

  @Test func pointsAtSecretsAndKeepsThemSecret() {
    let text =
      "- a\n\n  ```console\n  $ true\n  $ mysql -u app -pHunter22 shop -e 'select 1'\n  ```\n"
    let found = Lint.check(plan(text))
    #expect(found.secrets == ["Hunter22"])
    #expect(found.diagnostics.map(\.code) == ["secret-in-argument"])
    #expect(found.diagnostics[0].location == SourceLocation(line: 5, column: 20))
    for diagnostic in found.diagnostics {
      #expect(!(diagnostic.message + (diagnostic.cure ?? "")).contains("Hunter22"))
    }
  }

  @Test func findsSecretsInCommentsAndInSQL() {
    #expect(
      lint("```bash\n# key: AKIAABCDEFGHIJKLMNO1\ntrue\n```\n") == [
        "warning secret-in-argument 2:8"
      ])
    #expect(
      lint("```sql\nSELECT 'postgres://ada:Hunter22@db.a.test/x';\n```\n") == [
        "warning secret-in-argument 2:24"
      ])
  }

  @Test func findsPlaceholdersAndSwallowedFailures() {
    #expect(
      lint("```bash\ntrue; ssh <host>\n```\n") == ["warning unquoted-placeholder 2:11"])
    #expect(
      lint("> ```bash\n> grep -q x a || true\n> ```\n") == ["warning always-succeeds 2:15"])
    #expect(lint("```bash\necho '<host>'\n```\n").isEmpty)
  }

  @Test func findsBlocksThatCheckNothingAndCommandsThatDoNotEnd() {
    #expect(lint("```bash\n# open the dashboard\n```\n") == ["warning empty-block 1:1"])
    #expect(lint("```bash {skip}\n# later\n```\n").isEmpty)
    #expect(lint("```bash\ntail -f a.log\n```\n") == ["warning unattended-command 2:1"])
    #expect(lint("# Rollback\n\n```bash\ntail -f a.log || true\n```\n").isEmpty)
  }

  @Test func warnsOfExpectationsWhereACommandCouldHaveDecided() {
    let measured = "# A\n\n```bash\nmake\n```\n\n**Expected**: The moon is round\n"
    #expect(lint(measured) == ["warning expectation-not-understood 7:1"])
    let manual = "# A\n\n**Expected**: The moon is round\n"
    #expect(lint(manual) == ["note expectation-not-understood 3:1"])
    let asked = "# A\n\n**Expected**: The moon is round <!-- gonogo: ask -->\n"
    #expect(lint(asked).isEmpty)
  }

  @Test func notesCriteriaAndBlanksForPeople() {
    #expect(
      lint("# GO if all:\n- [ ] The moon is round\n") == ["note undecided-criterion 2:3"])
    #expect(lint("# A\n\nWeight: ____ kg\n") == ["note unfilled-blank 3:9"])
    #expect(lint("# A\n\n```bash\nmake\n```\n\nWeight: ____ kg\n").isEmpty)
  }

  @Test(arguments: [
    ("### GO if all:\n- [ ] All is quiet\n### NO-GO if any:\n- [ ] all is **quiet**.\n", 4)
  ])
  func refusesTheSameSentenceOnBothSides(text: String, line: Int) {
    #expect(lint(text).contains("error contradictory-criteria \(line):3"))
  }

  @Test(arguments: [
    "**Expected**:\n- Cache time < 5 s\n- Cache time > 10 s\n",
    "**Expected**:\n- Cache time < 5 s\n- Cache time >= 5000 ms\n",
    "# GO if all:\n- Cache time > 10 s\n# NO-GO if any:\n- Cache time > 5 s\n",
  ])
  func findsLimitsThatNoValueKeeps(text: String) {
    #expect(lint(text).contains { $0.hasPrefix("warning contradictory-limits") })
  }

  @Test(arguments: [
    "**Expected**:\n- Cache time < 10 s\n- Cache time > 5 s\n",
    "**Expected**:\n- Cache time <= 5 s\n- Cache time >= 5 s\n",
    "**Expected**:\n- Cache time < 5 s\n- Save time > 10 s\n",
    "**Expected**:\n- Cache time < 5 s\n- Load size > 10 MB\n",
    "**Expected**:\n- < 5 s\n- > 10 s\n",
    "# GO if all:\n- Cache time < 5 s\n# NO-GO if any:\n- Cache time > 10 s\n",
    "# One\n**Expected**: Cache time < 5 s\n# Two\n**Expected**: Cache time > 10 s\n",
  ])
  func acceptsLimitsThatGoTogether(text: String) {
    #expect(!lint(text).contains { $0.contains("contradictory") })
  }

  @Test(arguments: [
    ("Size < 5 GB, warning if > 1 GB", true), ("Free > 10 GB, critical if < 20 GB", true),
    ("Size < 1 GB, warning if > 5 GB", false), ("Free > 20 GB, critical if < 10 GB", false),
    ("Alert < 5 GB", false), ("ﬁle < 5 GB, warning if > 1 GB", true),
  ])
  func findsTiersTheWrongWayRound(text: String, isReversed: Bool) {
    let found = lint("**Expected**: \(text)\n").contains { $0.contains("reversed-tiers") }
    #expect(found == isReversed)
  }

  @Test func findsListsWithoutCriteria() {
    #expect(lint("- [ ] a\n\n# NO-GO if any:\n\nNothing.\n") == ["warning empty-criteria 3:1"])
    #expect(!lint("# NO-GO if any:\n\n## First\n\n- [ ] a\n").contains { $0.contains("empty") })
  }

  @Test func saysWhatThisMachineLacks() {
    let machine = LintMachine(
      missingTools: ["nosuch": nil, "hidden": "/opt/x/hidden"], unsetVariables: ["WHERE"])
    let text = "```bash\ntrue\nnosuch \"$WHERE\"\nnosuch\n  hidden --x\n```\n"
    #expect(
      lint(text, machine) == [
        "warning unset-variable 3:9", "warning missing-tool 3:1", "warning missing-tool 5:3",
      ])
    #expect(lint(text).isEmpty)
  }
}
