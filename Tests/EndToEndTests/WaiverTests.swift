import Foundation
import Testing

/// What people accept, and what they approve.
@Suite struct WaiverTests {
  private static let document = """
    # Waived

    ## 1. Checks

    ```bash
    # Fails
    false
    ```

    - [ ] The docs are new
    - [ ] It is cheap

    ## Decision

    ### GO if ALL true:
    - [ ] It is wanted

    ### NO-GO if ANY true:
    - [ ] It burns

    **Date**: ____ **Decision**: ____

    """

  private let folder: Workplace

  init() throws {
    folder = try Workplace()
    try folder.write(Self.document, "w.md")
  }

  private func run(_ arguments: [String], answers: String) throws -> Child.End {
    let text = answers.split(separator: ",").map { pair in
      let parts = pair.split(separator: "=")
      return "  \"\(parts[0])\":\n    \"\(parts[1])\": \(parts[2])\n"
    }
    try folder.write("version: 1\nsections:\n" + text.joined(), "a.yaml")
    return try folder.gonogo(
      ["run", "w.md", "--non-interactive", "--operator", "Ada", "--answers", "a.yaml"] + arguments)
  }

  private static let good =
    "GO if ALL true:=It is wanted=yes,NO-GO if ANY true:=It burns=no,1. Checks=It is cheap=yes"

  @Test func givesAConditionalGo() throws {
    let end = try run(["--waive", "Fails=known, ticket 12"], answers: Self.good)
    #expect(end.status == 0, "\(end.text)")
    #expect(end.output.contains("Decision: CONDITIONAL GO"))
    #expect(end.output.contains("waived by Ada: known, ticket 12"))
    let record = try folder.bash("cat output/w/*/w.completed.md").output
    #expect(record.contains("**Decision**: CONDITIONAL GO"))
    #expect(record.contains("### Waived\n\n- line 7: “Fails” is accepted by Ada at "))
    #expect(record.contains("“known, ticket 12”"))
    #expect(record.contains("- [ ] The docs are new"), "what is open stays empty")
    try folder.bash("rm -r output")
    let strict = try run(["--waive", "Fails=known", "--no-waivers"], answers: Self.good)
    #expect(strict.status == 1)
    #expect(strict.output.contains("CONDITIONAL GO"))
  }

  @Test(arguments: [
    ("Fails", "the reason is missing"), ("Fails=", "the reason is missing"),
    ("Fails=  ", "the reason is missing"), ("Nothing=why", "nothing in the checklist is called"),
  ])
  func refusesBeforeAnythingRuns(word: String, message: String) throws {
    let end = try run(["--waive", word], answers: Self.good)
    #expect(end.status == 64)
    #expect(end.errors.contains(message), "\(end.errors)")
    try #expect(folder.bash("ls output 2>/dev/null").output == "")
  }

  @Test func saysWhenAWaiverIsNotNeeded() throws {
    let end = try run(
      ["--waive", "Fails=known", "--waive", "It is wanted=sure"], answers: Self.good)
    #expect(end.output.contains("the waiver of line 16, “It is wanted”, does not count"))
    try #expect(!folder.bash("cat output/w/*/w.completed.md").output.contains("sure"))
  }

  /// The document itself says that this is a NO-GO.
  @Test func doesNotWaiveANoGoThatWasSeen() throws {
    let answers = Self.good.replacingOccurrences(of: "It burns=no", with: "It burns=yes")
    let end = try run(
      ["--waive", "Fails=known", "--waive", "It burns=never mind"], answers: answers)
    #expect(end.status == 1)
    #expect(end.output.contains("Decision: NO-GO"))
  }

  @Test func approvingAllLeavesOutWhatCannotRunByItself() throws {
    try folder.write(
      "# A\n\n## One\n\n```bash\ntouch made\ntimeout 1 cat\ntail -f made\n```\n", "w.md")
    let all = try folder.gonogo(
      ["run", "w.md", "--non-interactive", "--operator", "Ada", "--approve", "all"])
    #expect(all.status == 1)
    let journal = try folder.bash("cat output/w/*/journal.jsonl").output
    #expect(journal.contains("\"how\":\"--approve all\""))
    #expect(journal.contains("\"outcome\":\"notApproved\""))
    try folder.bash("rm -r output")
    _ = try folder.gonogo(
      [
        "run", "w.md", "--non-interactive", "--operator", "Ada", "--approve", "One",
        "--timeout", "2s",
      ])
    let named = try folder.bash("cat output/w/*/journal.jsonl").output
    #expect(!named.contains("\"outcome\":\"notApproved\""))
    #expect(named.contains("--approve “One”"))
    try #expect(folder.bash("cat output/w/*/w.completed.md").output.contains("command sha256 `"))
  }

  /// The document asks for its own approval in every way there is.
  @Test func nothingInADocumentApprovesIt() throws {
    try folder.write(
      "---\napprove: all\ngonogo:\n  env: []\n---\n# A\n\n```bash {readonly}\ntouch made\n```\n",
      "w.md")
    _ = try folder.gonogo(["run", "w.md", "--non-interactive", "--operator", "Ada"])
    try #expect(folder.bash("ls made 2>/dev/null").output == "")
    try folder.write("version: 1\napprove: all\nsections: {}\n", "w.gonogo.yaml")
    _ = try folder.gonogo(["run", "w.md", "--non-interactive", "--operator", "Ada"])
    try #expect(folder.bash("ls made 2>/dev/null").output == "")
  }

  @Test func acceptsWhatAPersonNamesAtTheEnd() throws {
    try folder.write("# A\n\n```bash\n# Fails\nfalse\n# Fails too\nfalse\n```\n", "w.md")
    let terminal = try PseudoTerminal(
      Product.path, ["run", "w.md", "--operator", "Ada Example"], in: folder.path)
    try terminal.wait(for: "This stands against a GO")
    try terminal.wait(for: "  > ")
    terminal.type("1")
    try terminal.wait(for: "say why it is accepted")
    try terminal.wait(for: "  > ")
    terminal.type("1 known since Monday")
    try terminal.wait(for: "is accepted")
    try terminal.wait(for: "  > ")
    terminal.type("2 the same")
    try terminal.wait(for: "Decision: CONDITIONAL GO")
    #expect(terminal.end() == 0)
    let journal = try folder.bash("cat output/w/*/journal.jsonl").output
    #expect(journal.contains("\"ev\":\"waiver\""))
  }

  /// Ctrl-C at a question ends the run, leaves the screen clean and forgets no answer.
  @Test func isResumedAtTheQuestionItWasInterruptedAt() throws {
    try folder.write(
      "# A\n\n```bash\ntouch made\n```\n\n- [ ] One is well\n- [ ] Two is well\n", "w.md")
    let terminal = try PseudoTerminal(
      Product.path, ["run", "w.md", "--operator", "Ada Example"], in: folder.path)
    try terminal.wait(for: "n[o]ne?")
    terminal.type("y")
    try terminal.wait(for: "  > ")
    terminal.type("1 y")
    try terminal.wait(for: "  > ")
    terminal.interrupt()
    #expect(terminal.end() == 130)
    #expect(terminal.shown.contains("\ngonogo: the run was interrupted"), "on a line of its own")
    let again = try PseudoTerminal(
      Product.path, ["resume", "--operator", "Ada Example"], in: folder.path)
    try again.wait(for: "1. [   ] Two is well")
    try again.wait(for: "  > ")
    again.type("1 y")
    try again.wait(for: "  > ")
    again.type("")
    #expect(again.end() == 0, "\(again.shown)")
    #expect(!again.shown.contains("Run this?"), "it was approved, and has run")
  }
}
