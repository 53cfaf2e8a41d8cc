import GonogoCore
import Testing

/// Documents made for other tools.
@Suite struct ForeignTests {
  private func step(_ info: String) throws -> Step {
    try #require(read("```\(info)\nls\n```\n").steps.first)
  }

  @Test(arguments: [
    "shellscript", "azurecli", "azurecli-interactive", "bash,ignore", "bash:run.sh",
    "bash title=\"x\"",
    "{.bash .numberLines}", "bash {1,3-5}", "sh {#anchor .class}",
  ])
  func readsTagsAsOthersWriteThem(info: String) {
    let checklist = read("```\(info)\nls\n```\n")
    #expect(checklist.steps.count == 1)
    #expect(checklist.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (#"sh {"id":"01","name":"a","terminalRows":"9"}"#, "a"), (#"sh {"id":"01"}"#, "01"),
    ("sh { name=a interactive=false }", "a"), (#"sh {"name": "a", "mimeType": "text/plain"}"#, "a"),
  ])
  func takesRunmesNames(info: String, name: String) throws {
    let step = try step(info)
    #expect(step.attributes.name == name)
    #expect(step.obstacle == nil && step.attributes.hazard == nil)
  }

  @Test func saysOnceWhatOnlyANotebookShows() {
    let block = "```sh {\"terminalRows\":\"9\"}\nls\n```\n\n"
    let checklist = read(block + block)
    #expect(checklist.diagnostics.map(\.severity) == [.note])
  }

  @Test(arguments: [
    (#"{"excludeFromRunAll":"true"}"#, Obstacle.Kind.skip),
    (#"{"interpreter":"/usr/bin/python3"}"#, .language),
  ])
  func leavesOutWhatRunmeLeavesOut(braces: String, kind: Obstacle.Kind) throws {
    #expect(try step("sh \(braces)").obstacle?.kind == kind)
  }

  @Test(arguments: [
    #"{"cwd":"/srv"}"#, #"{"interactive":"true"}"#, #"{"promptEnv":"auto"}"#,
    "{ interactive=true }",
  ])
  func marksWhatCannotRunByItself(braces: String) throws {
    #expect(try step("sh \(braces)").attributes.hazard != nil)
  }

  @Test(arguments: [("off", true), ("on", false)])
  func followsWhatItSaysOfTheNetwork(word: String, isOffline: Bool) throws {
    for braces in ["network=\(word)", "network: \(word)", "\"network\":\"\(word)\""] {
      #expect(try step("bash {\(braces)}").attributes.isOffline == isOffline)
    }
  }

  @Test(arguments: [
    ("bash {background}", true), ("bash {background=true}", true),
    ("sh {background: false}", false),
    (#"sh {"background":"true"}"#, true), (#"sh {"background":"false"}"#, false),
    ("sh { background=true name=a interactive=false }", true),
  ])
  func followsWhatGoesOnInTheBackground(info: String, isMeant: Bool) throws {
    let step = try step(info)
    #expect(step.attributes.runsInBackground == isMeant)
    #expect(step.obstacle == nil && step.attributes.hazard == nil)
    #expect(read("```\(info)\nls\n```\n").diagnostics.isEmpty)
  }

  @Test(arguments: ["bash {background=maybe}", "sql {background=true}"])
  func refusesABackgroundThatCannotBe(info: String) {
    let checklist = read("```\(info)\nselect 1\n```\n")
    #expect(checklist.shownDiagnostics == ["block-attribute 1"])
    #expect(checklist.steps.first?.attributes.runsInBackground == false)
  }

  @Test(arguments: ["interpreter=x", "env=A", "cwd=/srv", "retries=3", "network=no"])
  func refusesWhatItDoesNotFollowYet(attribute: String) {
    let checklist = read("```bash {\(attribute)}\nls\n```\n")
    #expect(checklist.shownDiagnostics == ["block-attribute 1"])
    #expect(checklist.diagnostics.allSatisfy { $0.severity == .error && $0.cure != nil })
  }

  @Test(arguments: ["shell @mdsh", "shell mdsh", "shell +echo x", "bash timeout=5s", "bash#setup"])
  func warnsOfMarksItDoesNotFollow(info: String) {
    let checklist = read("```\(info)\nls\n```\n")
    #expect(checklist.diagnostics.map(\.severity) == [.warning])
  }

  @Test func asksAboutAScoreAndNeverReckonsIt() throws {
    let checklist = read(
      "```bash\nls\n```\n\n<!-- expected_similarity=0.3 -->\n\n```bash\nnot a command\n```\n")
    #expect(checklist.steps.map(\.obstacle?.kind) == [nil, .output])
    #expect(checklist.claims.first?.sample?.text == "not a command")
    #expect(checklist.expectedOutputs.map(\.pattern) == [nil])
  }

  @Test func takesABlockWithoutALanguageForOneSampleOnly() {
    let checklist = read(
      "```bash\nls\n```\n\n<!-- expected_similarity=\"a+\" -->\n```\naa\n```\n")
    #expect(checklist.claims.map(\.sample?.line) == [7])
    #expect(checklist.claims.map(\.location.line) == [5])
  }

  @Test func takesAnExpressionForOne() {
    let checklist = read(
      "```bash\nls\n```\n\n<!--expected_similarity=\"a+ b\"-->\n```output\naa b\n```\n")
    #expect(checklist.expectedOutputs.map(\.pattern) == ["a+ b"])
    #expect(checklist.expectedOutputs.map(\.step) == [0])
  }

  @Test func saysThatPrerequisitesAreNotRun() {
    let checklist = read(
      "# Prerequisites\n\nx\n\n# A\n\n```bash\nls\n```\n<!-- expected_similarity=1 -->\n```output\nx\n```\n"
    )
    #expect(checklist.shownDiagnostics == ["foreign-document 1"])
    #expect(read("# Prerequisites\n\n```bash\nls\n```\n").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("skip", Obstacle.Kind.skip), ("file=x.sh", .template),
  ])
  func leavesOutWhatMDXLeavesOut(label: String, kind: Obstacle.Kind) throws {
    let checklist = read("<!-- $MDX \(label) -->\n```sh\nls\n```\n")
    #expect(checklist.steps.first?.obstacle?.kind == kind)
  }

  @Test func marksWhatMDXRunsElsewhere() {
    let checklist = read("<!-- $MDX dir=sub -->\n```sh\nls\n```\n")
    #expect(checklist.steps.first?.attributes.hazard != nil)
    #expect(checklist.diagnostics.map(\.severity) == [.warning])
  }

  @Test func readsTheFrontMatterOfRunme() {
    let checklist = read("---\ncwd: ../x\nshell: fish\nskipPrompts: true\n---\n\n```sh\nls\n```\n")
    #expect(checklist.steps.first?.attributes.hazard != nil)
    #expect(checklist.diagnostics.map(\.location?.line) == [2, 3, 4])
  }

  @Test func warnsOfATaskFile() {
    let text = "## Tasks\n\n### build\n\nRequires: test\n\n```sh\nls\n```\n"
    #expect(read(text).shownDiagnostics == ["foreign-document 1"])
    #expect(read("## Tasks\n\n### build\n\nNow:\n\n```sh\nls\n```\n").diagnostics.isEmpty)
  }
}
