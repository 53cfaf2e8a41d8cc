import GonogoCore
import GonogoEvidence
import GonogoPlanning
import Testing

struct PlannerTests {
  @Test func takesABlockApartWithLabelsAndLines() {
    let plan = plan(
      "# A\n\n```bash\n# Look\nls -l\n\n# Make\nmkdir x\ncd x\n\ntouch y\n```\n\n```sql\nselect 1;\n```\n"
    )
    #expect(plan.commands.map(\.text) == ["ls -l", "mkdir x", "cd x", "touch y", "select 1"])
    #expect(plan.commands.map(\.label) == ["Look", "Make", nil, nil, nil])
    #expect(plan.commands.map(\.line) == [5, 8, 9, 11, 15])
    #expect(plan.commands.map(\.group) == [0..<1, 1..<3, 1..<3, 3..<4, 4..<5])
    #expect(plan.commands.map(\.effect) == [.reads, .changes, .reads, .changes, .reads])
    #expect(plan.steps.map(\.commands) == [0..<4, 4..<5])
    #expect(plan.commands.map(\.name) == ["Look", "Make", "cd x", "touch y", "select 1"])
  }

  @Test func takesCommentsAloneForNoCommand() {
    let plan = plan("```bash\n# only\n# comments\n\n   \n```\n\n- [ ] a\n")
    #expect(plan.commands.isEmpty)
    #expect(plan.codes == [])
  }

  @Test func keepsABlockWholeWhereItsPiecesDoNotParse() {
    let text = "```bash\n# Label\n( a )\n( b )\n```\n"
    let checklist = plan(text).checklist
    var planner = Planner(checklist: checklist, parses: { _ in false })
    let plan = planner.plan()
    #expect(plan.commands.map(\.text) == ["( a )\n( b )"])
    #expect(plan.commands.map(\.label) == ["Label"])
    #expect(plan.commands.map(\.line) == [3])
  }

  @Test func listsWhatMustComeFromOutside() {
    let plan = plan(
      "```bash\necho $A ${B:-x} $C\n```\n\n```bash\nC=1\necho $C $B $D\n```\n\n```bash {skip}\necho $E\n```\n"
    )
    #expect(plan.variables.map(\.name) == ["A", "B", "C", "D"])
    #expect(plan.variables.map(\.isRequired) == [true, true, true, true])
    #expect(plan.variables.map(\.location.line) == [2, 2, 2, 7])
    #expect(PlannerTests.needs("echo ${B:-x}") == [false])
    #expect(PlannerTests.needs("X=1\necho $X") == [])
  }

  private static func needs(_ script: String) -> [Bool] {
    plan("```bash\n\(script)\n```\n").variables.map(\.isRequired)
  }

  @Test(arguments: ["", "# Title\n\nonly prose\n", "```python\nx\n```\n"])
  func refusesADocumentWithNothingToDo(text: String) {
    #expect(plan(text).codes == ["nothing-to-do"])
    #expect(plan(text).hasErrors)
  }

  @Test func believesAnAuthorOnlyWhoWarns() {
    func effect(_ info: String, _ command: String) -> Effect? {
      plan("```bash \(info)\n\(command)\n```\n").commands.first?.effect
    }
    #expect(effect("{mutates}", "ls") == .changes)
    #expect(effect("{readonly}", "rm x") == .changes)
    #expect(effect("{readonly}", "some-unknown-tool") == .unknown)
    #expect(effect("{readonly}", "ls") == .reads)
  }

  @Test(arguments: ["tail -f log", "watch ls", "vim x", "ssh host", "bash", "less x"])
  func warnsOfCommandsThatDoNotEndByThemselves(command: String) {
    #expect(plan("```bash\n\(command)\n```\n").commands.first?.hazard != nil)
  }

  @Test(arguments: ["ls", "grep -f x y", "ssh host uptime", "bash -c 'echo a'"])
  func doesNotWarnOfOrdinaryCommands(command: String) {
    #expect(plan("```bash\n\(command)\n```\n").commands.first?.hazard == nil)
  }

  // MARK: Directives

  @Test(arguments: [
    ("pass when", "directive"), ("frobnicate", "directive"),
    ("pass when a < 5 furlongs", "directive"),
    ("pass when passed(\"Nothing\")", "directive"), ("record x", "record-without-blank"),
    ("pass when 5 ms < 3 GB", "directive"), ("ask Ann, Bob; and <x>", ""),
  ])
  func reportsWhatIsWrongWithADirective(directive: String, code: String) {
    let plan = plan("# A\n\n```bash\n# Look\nls\n```\n\n- [ ] a <!-- gonogo: \(directive) -->\n")
    guard !code.isEmpty else { return }
    #expect(Set(plan.codes) == [code])
    #expect(plan.hasErrors)
    let location = plan.diagnostics.first?.location
    #expect(location?.line == 8)
    #expect((location?.column ?? 0) >= 22)
    #expect(plan.basis("a") != directive)
  }

  @Test func refusesAConditionOnABlank() {
    #expect(
      plan("A: ____ <!-- gonogo: pass when x -->\n\n- [ ] b\n").codes == ["condition-on-blank"])
  }

  @Test func refusesTwoDirectivesForOneThing() {
    let text = "# A\n\n- [ ] a <!-- gonogo: ask -->\n"
    #expect(plan(text, bindings: [binding("A", "a", "skip")]).codes == ["conflicting-directives"])
    let twice = "- [ ] a <!-- gonogo: ask --> <!-- gonogo: skip -->\n"
    #expect(plan(twice).codes == ["conflicting-directives"])
  }

  @Test(arguments: [
    ("pass when passed(\"A\")", 0), ("pass when x > 1 and passed(\"1. Outer\")", 16),
    ("fail when not passed(\"Outer\")", 14), ("pass when passed(\"a\")", 0),
  ])
  func refusesASentenceThatWaitsForItself(directive: String, offset: Int) throws {
    let text = "# 1. Outer\n\n## A\n\n```bash\nls\n```\n\n- [ ] b <!-- gonogo: \(directive) -->\n"
    let plan = plan(text)
    #expect(plan.codes == ["refers-to-itself"])
    let location = try #require(plan.diagnostics.first?.location)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[location.line - 1]
    #expect(line.dropFirst(location.column - 1).hasPrefix("passed("))
  }

  @Test(arguments: [
    "pass when passed(\"Look\")", "pass when passed(\"B\")", "pass when exit(\"Look\") == 0",
  ])
  func letsASentenceReferToWhatIsNotItself(directive: String) {
    let text =
      "# B\n\n```bash\ntrue\n```\n\n# A\n\n```bash\n# Look\nls\n```\n\n- [ ] b <!-- gonogo: \(directive) -->\n"
    #expect(plan(text).codes == [])
  }

  @Test func letsACriterionReferToAnySection() {
    let text = """
      # A

      ```bash
      ls
      ```

      # GO if all

      - [ ] b <!-- gonogo: pass when passed("A") -->

      """
    #expect(plan(text).codes == [])
    let blank = "# A\n\n```bash\nls\n```\n\nX: ____ <!-- gonogo: record passed(\"A\") -->\n"
    #expect(plan(blank).codes == ["refers-to-itself"])
  }

  // MARK: Sidecar

  static let document = """
    # ✅ 1. Health check

    ```bash
    # Look
    ls
    ```

    - [ ] **It's** well.
    - [ ] twice
    - [ ] twice

    Time: ____ ms

    # 2. Other

    - [ ] there

    # Other

    # Same

    # Same

    """

  @Test(arguments: [
    ("✅ 1. Health check", "It's well."), ("1. health check", "it’s well"),
    ("Health Check", "**It's** well"),
  ])
  func findsWhatASidecarNames(section: String, text: String) {
    let plan = plan(Self.document, bindings: [binding(section, text, "ask ops")])
    #expect(plan.codes == [])
    #expect(plan.basis("It's well.") == "person")
    #expect(plan.claimRules[0].writtenAt == "a.gonogo.yaml:4")
  }

  @Test(arguments: [
    ("Health chek", "x", "unknown-section", "Health check", 3),
    ("Same", "x", "unknown-section", "", 3),
    ("Health check", "It is well", "unknown-text", "well", 4),
    ("Health check", "twice", "unknown-text", "", 4),
    ("1. Health check", "there", "unknown-text", "", 4), ("", "x", "unknown-text", "", 4),
  ])
  func reportsWhatASidecarDoesNotFind(
    section: String, text: String, code: String, hint: String, line: Int
  ) {
    let plan = plan(Self.document, bindings: [binding(section, text, "ask")])
    #expect(plan.codes == [code])
    #expect(plan.diagnostics.first?.file == "a.gonogo.yaml")
    #expect(plan.diagnostics.first?.location?.line == line)
    #expect(
      plan.diagnostics.first?.cure?.lowercased().contains(hint.lowercased()) == true || hint.isEmpty
    )
    #expect(plan.claimRules.allSatisfy { $0.writtenAt == nil })
  }

  @Test func pointsIntoTheDirectiveOfASidecar() {
    let plan = plan(
      Self.document,
      bindings: [binding("1. Health check", "It's well.", "pass when passed(\"Lok\")")])
    #expect(plan.codes == ["directive"])
    #expect(plan.diagnostics.first?.location == SourceLocation(line: 4, column: 30))
    #expect(plan.diagnostics.first?.cure?.contains("look") == true)
  }

  // MARK: Names

  @Test func givesACommentTheNameOfEveryCommandUnderIt() {
    let plan = plan("# A\n\n```bash {name=blk}\n# Flip\nset\nunset\n\n# Other\nls\n```\n")
    #expect(plan.target("flip") == .commands(0..<2))
    #expect(plan.target("FLIP.") == .commands(0..<2))
    #expect(plan.target("blk") == .step(0))
    #expect(plan.target("a") == .section(1))
    guard case .none(let nearest) = plan.names.target("Oter") else {
      Issue.record("a name that nothing has was found")
      return
    }
    #expect(nearest == ["other"])
  }

  @Test func refusesANameThatIsTwoThings() {
    let plan = plan(
      "# Look\n\n```bash\n# Look\nls\n```\n\n```bash\n# Twice\na\n\n# Twice\nb\n```\n")
    guard case .ambiguous(let places) = plan.names.target("look") else {
      Issue.record("one of two was taken")
      return
    }
    #expect(places.count == 2)
    guard case .ambiguous = plan.names.target("Twice") else {
      Issue.record("one of two was taken")
      return
    }
  }

  @Test func prefersAHeadingAsItIsWritten() {
    let plan = plan("# 1. Logs\n\n```bash\na\n```\n\n# Logs\n\n```bash\nb\n```\n")
    #expect(plan.target("Logs") == .section(2))
    #expect(plan.target("1. Logs") == .section(1))
  }
}
