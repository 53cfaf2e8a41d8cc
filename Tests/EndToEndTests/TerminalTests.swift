import Foundation
import Testing

/// A person at a terminal.
@Suite struct TerminalTests {
  private static let checklist = """
    # With a person

    ## 1. Change

    ```bash
    # Make a file
    touch one

    # Make another
    touch two
    ```

    ```bash
    # Look at them
    ls
    ```

    ## 2. Remove

    ```bash
    # Take one away
    rm one
    ```

    ## 3. People

    - [ ] The team knows
    - [ ] The budget is there
    - [ ] The date is set
    - Call this number: ____

    ## Decision

    ### GO if all of these hold:
    - [ ] We want it

    **Date**: ____
    **Completed by**: ____
    **Decision**: ____
    **Notes**: ____

    """

  @Test func approvesAndAnswers() throws {
    let folder = try Workplace()
    try folder.write(Self.checklist, "people.md")
    let terminal = try PseudoTerminal(
      Product.path, ["run", "people.md", "--operator", "Ada Example"], in: folder.path)
    try terminal.wait(for: "Run this?")
    try terminal.wait(for: "touch one")
    try terminal.wait(for: "[s]ection")
    terminal.type("s")
    // The second change of the section needs no second approval; the other section does.
    try terminal.wait(for: "Run this?")
    try terminal.wait(for: "rm one")
    try terminal.wait(for: "[s]ection")
    terminal.type("n")
    try terminal.wait(for: "For you to say")
    try terminal.wait(for: "The date is set")
    try terminal.wait(for: "  > ")
    terminal.type("1-3 y")
    try terminal.wait(for: "  > ")
    terminal.type("2 n because the year is over")
    try terminal.wait(for: "  > ")
    terminal.type("nonsense")
    try terminal.wait(for: "  > ")
    terminal.type("4 = 555-1234")
    try terminal.wait(for: "  > ")
    terminal.type("")
    try terminal.wait(for: "We want it")
    try terminal.wait(for: "  > ")
    terminal.type("1 y")
    try terminal.wait(for: "  > ")
    terminal.type("")
    try terminal.wait(for: "This stands against a GO")
    try terminal.wait(for: "  > ")
    terminal.type("")
    try terminal.wait(for: "Notes")
    terminal.type("said at a terminal")
    #expect(terminal.end() == 1)
    #expect(terminal.shown.contains("Decision: NO-GO"))

    let output = folder.path + "/output/people"
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: output).first)
    let end = Child.End(
      status: 1, output: terminal.shown, errors: "", peakMemory: 0, wasStopped: false)
    let run = try FinishedRun(
      end: end, folder: output + "/" + name, source: folder.path + "/people.md")
    run.expectOnly(
      ticked: [27, 29, 35],
      filled: [
        30: "555-1234", 37: name.date, 38: "Ada Example", 39: "NO-GO", 40: "said at a terminal",
      ])
    #expect(run.report.steps.map(\.outcome) == ["ran", "ran", "ran", "notApproved"])
    let said = run.report.claims.filter { $0.line < 30 }
    #expect(said.map(\.source.answer) == ["yes", "no", "yes"])
    #expect(said.map(\.source.note) == [nil, "because the year is over", nil])
    #expect(said.allSatisfy { $0.source.by == "Ada Example" && $0.source.at != nil })
    let approvals = run.journal.records("approval")
    #expect(approvals.map(\.line) == [7, 10, 22])
    #expect(approvals.map(\.approved) == [true, true, false])
    try #expect(folder.bash("ls one two").status == 0)
    #expect(run.appended.contains("because the year is over"))
  }

  @Test func runsNothingMoreWhenTheTerminalIsGone() throws {
    let folder = try Workplace()
    try folder.write(Self.checklist, "people.md")
    let terminal = try PseudoTerminal(
      Product.path, ["run", "people.md", "--operator", "Ada Example"], in: folder.path)
    try terminal.wait(for: "[s]ection")
    terminal.hangUp()
    let status = terminal.end()
    #expect(status > 0, "it ends by itself, and not with a GO")
    try #expect(folder.bash("ls one two").output == "")
    try #expect(folder.bash("ls output/people/*/people.signed.md").output == "")
  }

  /// A `y` typed while a command runs is no answer to a question that comes later, whichever it is.
  @Test func takesNoAnswerThatWasTypedBeforeItsQuestion() throws {
    let folder = try Workplace()
    try folder.write(
      """
      # Typed ahead

      ```bash
      # Wait
      touch started
      until [ -e typed ]; do sleep 0.05; done
      ```

      ```bash
      # Take it away
      rm started
      ```

      - [ ] The team knows

      """, "ahead.md")
    let terminal = try PseudoTerminal(
      Product.path, ["run", "ahead.md", "--operator", "Ada Example"], in: folder.path)
    try terminal.wait(for: "touch started")
    try terminal.wait(for: "[s]ection")
    terminal.type("y")
    try terminal.wait(for: "until [")
    try terminal.wait(for: "[s]ection")
    terminal.type("y")
    let deadline = Date(timeIntervalSinceNow: 60)
    while !FileManager.default.fileExists(atPath: folder.path + "/started") {
      try #require(Date() < deadline)
      usleep(5000)
    }
    terminal.type("y\n1 y\nall it is fine\nall")
    try folder.write("", "typed")
    try terminal.wait(for: "rm started")
    try terminal.wait(for: "[s]ection")
    try #expect(folder.bash("test -e started").status == 0)
    terminal.type("n")
    try terminal.wait(for: "For you to say")
    try terminal.wait(for: "  > ")
    terminal.type("")
    try terminal.wait(for: "This stands against a GO")
    try terminal.wait(for: "  > ")
    terminal.type("")
    #expect(terminal.end() == 1)
    try #expect(folder.bash("test -e started").status == 0)
    #expect(!terminal.shown.contains("is accepted"))
  }
}
