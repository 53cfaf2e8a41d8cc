import GonogoCore
import GonogoMarkdown
import GonogoPlanning
import Testing

/// What has to be given before a run, and what becomes of it.
@Suite struct InputTests {
  private func plan(_ text: String, _ given: GivenInputs = GivenInputs()) -> Plan {
    let checklist = MarkdownReader.read(Document(path: "a.md", bytes: Array(text.utf8)))
    var planner = Planner(checklist: checklist, given: given)
    return planner.plan()
  }

  private static let text = """
    ```bash
    # Look at <it>
    kubectl get <pod> -n "<name space>"
    echo $ZONE
    ```

    ```bash
    kubectl logs <pod>
    ```

    ```bash
    echo <other> ...
    ```

    ## If it fails

    ```bash
    echo <never> $NEVER
    ```
    """

  @Test func listsWhatIsNeededOnce() {
    let inputs = plan(Self.text).inputs
    #expect(inputs.map(\.name) == ["pod", "name space", "ZONE"])
    #expect(inputs.map(\.kind) == [.placeholder, .placeholder, .variable])
    #expect(inputs.map(\.location.line) == [3, 3, 4])
    #expect(inputs.map(\.steps) == [[0, 1], [0], [0]])
  }

  @Test func runsNothingThatStillHoldsAPlaceholder() {
    let plan = plan(Self.text, GivenInputs(values: ["pod": "web-1"]))
    #expect(plan.steps.map { plan.isRun($0) } == [false, true, false, false])
    #expect(plan.steps[0].missing == ["name space"])
    #expect(plan.steps[0].obstacle?.text.contains("name space") == true)
    #expect(plan.steps[2].obstacle?.text.contains("...") == true)
  }

  @Test func putsValuesIn() {
    let plan = plan(Self.text, GivenInputs(values: ["pod": "web-1", "name space": "a b"]))
    #expect(plan.commands[0].text == "kubectl get web-1 -n \"a b\"")
    #expect(plan.commands[0].line == 3)
    #expect(plan.commands[2].text == "kubectl logs web-1")
  }

  @Test func judgesWhatIsRunAndNotWhatIsWritten() {
    let text = "```bash\nkubectl <verb> pods\n```\n"
    #expect(plan(text, GivenInputs(values: ["verb": "get"])).commands[0].effect == .reads)
    #expect(plan(text, GivenInputs(values: ["verb": "delete"])).commands[0].effect == .changes)
    #expect(plan(text).commands[0].effect == .unknown)
  }

  @Test func keepsSecretsOutOfSight() {
    let text = "```bash\ncurl -H 'A: <TOKEN>' x > <TOKEN>\n```\n"
    let plan = plan(text, GivenInputs(values: ["TOKEN": "sesame"], hidden: ["TOKEN"]))
    #expect(plan.commands[0].text == "curl -H 'A: sesame' x > sesame")
    #expect(plan.commands[0].shown == "curl -H 'A: <TOKEN>' x > <TOKEN>")
    #expect(!plan.commands[0].name.contains("sesame"))
    #expect(!plan.commands[0].effectReason.contains("sesame"))
  }

  @Test func leavesOutWhatNeedsADeclinedVariable() {
    let plan = plan(
      "```bash\necho $A\n```\n\n```bash\nls\n```\n", GivenInputs(declined: ["A"]))
    #expect(plan.steps.map { plan.isRun($0) } == [false, true])
    #expect(plan.inputs.isEmpty)
  }

  @Test(arguments: [
    ("<x>", "a-b.c/d:1@2", true), ("<x>", "a b", false), ("<x>", "a;b", false),
    ("<x>", "$(ls)", false), ("<x>", "`ls`", false), ("<x>", "a\nb", false), ("<x>", "a>b", false),
    ("<x>", "*", false), ("<x>", "~", false), ("<x>", "'", false), ("<x>", "", false),
    ("\"<x>\"", "a b", true), ("\"<x>\"", "a?b=1&c", true), ("\"<x>\"", "a\"b", false),
    ("\"<x>\"", "$A", false), ("\"<x>\"", "a\\b", false), ("\"<x>\"", "a;b", false),
    ("'<x>'", "a b", true), ("'<x>'", "a'b", false), ("'<x>'", "$A", false),
    ("\"<x>\" <x>", "a b", false), ("<x>", "日本", true),
  ])
  func takesOnlyValuesThatAreNoCode(places: String, value: String, isGood: Bool) throws {
    let input = try #require(plan("```bash\necho \(places)\n```\n").inputs.first)
    #expect((InputValue.fault(value, for: input) == nil) == isGood)
  }

  @Test func asksForTheScoresOfInnovationEngineAndMatchesItsExpressions() {
    let text = """
      ```bash
      ls
      pwd
      ```

      <!-- expected_similarity=0.3 -->
      ```output
      a
      ```

      <!-- expected_similarity="a+b" -->
      ```output
      ab
      ```

      <!-- expected_similarity="*no expression" -->
      ```output
      ab
      ```
      """
    let plan = plan(text)
    let shown = plan.claimRules.map { rule in
      if case .directive(let directive) = rule.basis { return "\(directive)" }
      return rule.isPersonal ? "asked" : "other"
    }
    #expect(shown == ["asked", "pass when output(\"line 1\") matches \"a+b\"", "asked"])
    #expect(!plan.hasErrors)
  }
}
