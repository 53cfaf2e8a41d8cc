import GonogoCore
import Testing

struct StepTests {
  @Test(arguments: [
    ("bash", Step.Language.shell), ("sh", .shell), ("Shell", .shell), ("zsh", .shell),
    ("console", .shell), ("sql", .sql), ("postgresql", .sql), ("bash {name=a}", .shell),
    ("bash title=x", .shell),
  ])
  func runsAFence(info: String, language: Step.Language) throws {
    let checklist = read("text\n\n```\(info)\nselect 1\n```\n")
    let step = try #require(checklist.steps.first)
    #expect(step.language == language)
    #expect(step.firstLine == 4)
    #expect(checklist.diagnostics.isEmpty)
  }

  @Test(arguments: ["", "python", "yaml", "text", "markdown", "bashful", "json", "output"])
  func showsOtherFencesWithoutRunningThem(info: String) {
    #expect(read("```\(info)\nrm -rf x\n```\n").steps.isEmpty)
  }

  @Test func doesNotRunIndentedCodeCommentsOrTemplates() {
    let checklist = read(
      "    rm -rf x\n\n<!--\n```bash\nrm -rf x\n```\n-->\n\n````markdown\n```bash\nrm x\n```\n````\n"
    )
    #expect(checklist.steps.isEmpty)
    #expect(checklist.diagnostics.isEmpty)
  }

  @Test func takesTheIndentOfItsContainerAway() throws {
    let step = try #require(read("1. do\n\n   ```bash\n   a\n     b\n   ```\n").steps.first)
    #expect(step.script == "a\n  b\n")
    #expect(step.firstLine == 4)
  }

  @Test(arguments: [
    "$ one\nout\n$ two \\\n> more\nout\n", "$ one\nout\n$ two \\\nmore\nout\n",
  ])
  func takesOnlyWhatFollowsAPrompt(text: String) throws {
    let console = try #require(read("```console\n\(text)```\n").steps.first)
    #expect(console.script == "one\n\ntwo \\\nmore\n\n")
    let bash = try #require(read("```bash\n\(text)```\n").steps.first)
    #expect(bash.script == console.script)
  }

  @Test func keepsBytesOfACarriageReturnBlockRunnable() throws {
    let step = try #require(read("```bash\r\na\r\nb\r\n```\r\n").steps.first)
    #expect(step.script == "a\nb\n")
  }

  @Test func readsAttributes() throws {
    let info = "bash {name=base timeout=90s mutates expect-exit=3}"
    let step = try #require(read("```\(info)\ntrue\n```\n").steps.first)
    #expect(step.attributes.name == "base")
    #expect(step.attributes.timeout == 90)
    #expect(step.attributes.mutates == true)
    #expect(step.attributes.expectedExit == 3)
  }

  @Test(arguments: [
    (#"{"name":"a b","timeout":"2min"}"#, "a b", 120.0), ("{name: a, timeout: 2min}", "a", 120),
    ("{ name = a , timeout=120 }", "a", 120), ("{name='a' timeout=2m}", "a", 120),
  ])
  func readsAttributesInEveryForm(braces: String, name: String, timeout: Double) throws {
    let checklist = read("```bash \(braces)\ntrue\n```\n")
    let step = try #require(checklist.steps.first)
    #expect(checklist.diagnostics.isEmpty)
    #expect(step.attributes.name == name)
    #expect(step.attributes.timeout == timeout)
  }

  @Test(arguments: [
    "{timout=5s}", "{timeout=soon}", "{timeout=0}", "{timeout=5GB}", "{expect-exit=256}",
    "{expect-exit=x}", "{timeout=-5s}", "{timeout=99999999999999s}", "{color=red}",
  ])
  func refusesAttributesItDoesNotUnderstand(braces: String) {
    let checklist = read("text\n\n```bash \(braces)\ntrue\n```\n")
    #expect(checklist.shownDiagnostics == ["block-attribute 3"])
    #expect(checklist.diagnostics.allSatisfy { $0.severity == .error && $0.cure != nil })
  }

  @Test func passesOverWhatIsMarkedSkip() {
    #expect(read("```bash {skip}\ntrue\n```\n").steps.first?.obstacle?.kind == .skip)
    #expect(read("```bash {skip=false}\ntrue\n```\n").steps.first?.obstacle == nil)
  }
}
