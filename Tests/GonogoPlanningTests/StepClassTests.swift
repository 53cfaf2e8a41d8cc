import GonogoCore
import GonogoMarkdown
import GonogoPlanning
import Testing

/// What becomes of each block: run, asked, never run.
@Suite struct StepClassTests {
  private func classes(_ text: String, given: Set<String> = []) -> [String] {
    let plan = plan(text)
    return plan.steps.map { planned in
      let become = plan.stepClass(of: planned, given: given)
      return ([become.kind.rawValue] + become.why).joined(separator: " ")
    }
  }

  private func only(_ script: String) -> String? { classes("```bash\n\(script)\n```\n").first }

  @Test(arguments: [
    ("ls", "run"), ("A=1\necho $A", "run"), ("rm x", "ask mutates"), ("./x", "ask opaque"),
    ("echo <x>", "ask placeholder"), ("echo ...", "ask placeholder"), ("echo $A", "ask variable"),
    ("tail -f x", "ask endless"), ("less x", "ask opaque interactive"),
    ("ssh a", "ask opaque interactive"),
    ("psql a", "ask opaque interactive"), ("# a", "never comment"), ("- [ ] a", "never output"),
    ("ssh a\nls", "never inner-shell"), ("sudo -i\nls", "never inner-shell"),
    ("kubectl exec -it p -- bash\nls", "never inner-shell"),
    ("psql a\nselect 1;", "never inner-shell"),
    ("su - x\nls", "never inner-shell"), ("rails console\nUser.count", "never inner-shell"),
    ("ssh <host>\nls", "never inner-shell"), ("ssh a ls\nls", "ask opaque"),
    ("ssh a <<'E'\nls\nE\nls", "ask opaque"), ("ssh a \\\n  -p 22", "ask opaque interactive"),
    ("rm <x>", "ask placeholder mutates"), ("ls tag1,tag2", "ask placeholder"),
    ("ls --tag1 $value1 a.tag1 A=tag1", "ask variable"),
    ("rm -rf x", "ask mutates destructive"),
    ("psql -c 'drop table a'", "ask mutates destructive"),
  ])
  func sortsABlock(script: String, expected: String) { #expect(only(script) == expected) }

  @Test func takesAVariableForGivenWhenItIs() {
    #expect(classes("```bash\necho $A\n```\n", given: ["A"]) == ["run"])
  }

  @Test func runsNothingBelowAnOpenedShell() {
    let text = """
      # A
      ```bash
      ssh web1
      ```
      ```bash
      ls
      ```
      # B
      ```bash
      ls
      ```
      ```bash
      exit
      ```
      ```bash
      ls
      ```
      """
    #expect(
      classes(text) == [
        "ask opaque interactive", "never inner-shell", "ask inner-shell", "never inner-shell",
        "run",
      ])
  }

  @Test func takesABlockForThePromptThatWasLeftOpen() {
    let text = """
      # A
      ```bash
      kubectl exec -it p -- bash
      ```
      # B
      In the session you opened:
      ```bash
      ls
      ```
      """
    #expect(
      classes(text) == ["ask interactive opaque", "never inner-shell"].map { $0 }
        || classes(text) == ["ask opaque interactive", "never inner-shell"])
  }

  @Test func takesTheNextStepsForTheHostThatWasLoggedInTo() {
    let text = """
      # A
      ## By hand
      ### Step 1: Log in
      ```bash
      ssh host
      ```
      ### Step 2: Look
      ```bash
      ls
      ```
      #### More
      ```bash
      ls
      ```
      ## After
      ```bash
      ls
      ```

      """
    #expect(
      classes(text).dropFirst() == ["never inner-shell", "never inner-shell", "ask inner-shell"])
  }

  @Test func doesNotTakeShellForWhatADatabasePromptTakes() {
    #expect(
      classes("```bash\npsql a\n```\n\n```bash\nls\n```\n") == ["ask opaque interactive", "run"])
  }

  @Test(arguments: [
    ("The output is:", "notAfter=Aug 6 2030", "never output"),
    ("For example:", "failed to connect: no route", "never output"),
    ("For example:", "frobnicate list --all", "ask opaque marked"),
    ("You can also output them as JSON:", "frobnicate list", "ask opaque"),
    ("It often looks like:", "ls", "ask example"),
    ("You will see something like:", "blue 3", "never output"),
    ("The output of this shows the date:", "ls", "run"), ("Run this:", "frobnicate", "ask opaque"),
    ("To look at the output of it, use the `list` command like so:", "frobnicate a", "ask opaque"),
    ("To print the result of it, use this command:", "frobnicate a", "ask opaque"),
    ("Specify the region:", "A=b", "ask marked"), ("Set it:", "A=b # CHANGEME", "ask marked"),
  ])
  func readsWhatStandsAboveABlock(leadIn: String, script: String, expected: String) {
    #expect(classes("\(leadIn)\n\n```bash\n\(script)\n```\n") == [expected])
  }

  @Test func asksWhereTheAuthorMarkedABlock() {
    #expect(classes("```sh {\"interactive\":\"true\"}\nls\n```\n") == ["ask marked"])
  }

  @Test func saysWhatABlockInTheBackgroundIsBesides() {
    let plan = plan("```bash {background}\nrm -rf x\n```\n")
    let hazard = plan.commands.first?.hazard
    #expect(hazard?.kind == .background)
    #expect(
      hazard?.text == "it goes on in the background, at most until the run ends; "
        + "it destroys: files and folders (`rm -r`)")
  }

  /// Where SQL may not write it destroys nothing.
  @Test(arguments: [("sql", nil), ("sql {mutates}", Hazard.Kind.destructive)])
  func saysOfSQLWhatItDestroysOnlyWhereItMayWrite(info: String, kind: Hazard.Kind?) {
    let plan = plan("```\(info)\nDROP TABLE a;\n```\n")
    #expect(plan.commands.first?.hazard?.kind == kind)
  }

  /// Doubts about a block hold for a query as well: it may be another machine's, or not be meant.
  @Test(arguments: [
    "Optional:", "On the replica server:", "## Option B: by hand",
    "## Procedure B: it is read-only",
  ])
  func asksAboutAQueryThatMayNotBeMeant(above: String) {
    #expect(classes("# A\n\n\(above)\n\n```sql\nselect 1;\n```\n") == ["ask marked"])
    #expect(classes("# A\n\n## Next\n\n```sql\nselect 1;\n```\n") == ["run"])
  }

  @Test func goesOnWithNumberedProcedures() {
    #expect(classes("# A\n\n## Procedure 2: look\n\n```bash\nls\n```\n") == ["run"])
  }
}
