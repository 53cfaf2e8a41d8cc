import Foundation
import Testing

/// What a checklist leaves open is given once, before it runs.
@Suite struct InputTests {
  private static let checklist = """
    # Look

    ```bash
    echo "in <cluster>"
    echo <pod> "$ZONE"
    ```

    ```bash
    echo token <API_TOKEN> >&2
    ```

    ```bash
    tail -f /dev/null
    ```

    """

  @Test func refusesToRunWhileSomethingIsMissing() throws {
    let folder = try Workplace()
    try folder.write(Self.checklist, "a.md")
    let end = try folder.gonogo(["run", "a.md", "--operator", "Ada", "--non-interactive"])
    #expect(end.status == 69)
    for name in ["“cluster”", "“pod”", "ZONE is not set", "“API_TOKEN”"] {
      #expect(end.text.contains(name), "\(end.text)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/output"))
  }

  @Test func putsInWhatIsGiven() throws {
    let folder = try Workplace()
    try folder.write(Self.checklist, "a.md")
    let answers = try folder.write(
      "version: 1\ninputs:\n  cluster: blue one\n  ZONE: z1\n  API_TOKEN: open-sesame\n", "b.yaml")
    let end = try folder.gonogo([
      "run", "a.md", "--operator", "Ada", "--non-interactive", "--answers", answers,
      "--set", "<pod>=web-1",
    ])
    #expect(end.output.contains("in blue one"), "\(end.text)")
    #expect(end.output.contains("web-1 z1"))
    // What does not end is not run unasked, although it only reads.
    #expect(end.output.contains("not approved"), "\(end.text)")
    let kept = try folder.bash("cat output/a/*/journal.jsonl output/a/*/*.md output/a/*/evidence/*")
    #expect(
      kept.output.contains(#""inputs":{"API_TOKEN":null,"cluster":"blue one","pod":"web-1"}"#))
    #expect(!kept.output.contains("open-sesame"))
    #expect(!end.text.contains("open-sesame"))
  }

  @Test(arguments: ["pod=a;b", "pod=$(ls)", "pod=", "nothing=1", "pod", "cluster=a\"b"])
  func refusesAValueThatWouldBeCode(setting: String) throws {
    let folder = try Workplace()
    try folder.write(Self.checklist, "a.md")
    let end = try folder.gonogo(["plan", "a.md", "--set", setting])
    #expect(end.status == 64, "\(end.text)")
  }

  /// A name that is misspelt in the answers file is no reason to run against something else.
  @Test func refusesAnInputThatTheChecklistDoesNotAskFor() throws {
    let folder = try Workplace()
    try folder.write(Self.checklist, "a.md")
    let answers = try folder.write(
      "version: 1\ninputs:\n  cluster: blue\n  ZOEN: z1\n  pod: a\n  API_TOKEN: open-sesame\n",
      "b.yaml")
    let child = try Child(
      Product.path,
      ["run", "a.md", "--operator", "Ada", "--non-interactive", "--answers", answers],
      in: folder.path, environment: Child.environment.merging(["ZONE": "production"]) { $1 })
    let end = child.wait(limit: 60)
    #expect(end.status == 65, "\(end.text)")
    #expect(end.text.contains("“ZOEN”: the checklist asks for nothing of this name"))
    #expect(end.text.contains("ZONE"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/output"))
  }

  @Test func asksOnceOnATerminal() throws {
    let folder = try Workplace()
    try folder.write(
      "# Look\n\n```bash\necho <pod>\n```\n\n```bash\necho <other>\n```\n", "a.md")
    let terminal = try PseudoTerminal(
      Product.path, ["run", "a.md", "--operator", "Ada"], in: folder.path)
    try terminal.wait(for: "pod (Enter to leave its blocks out) =")
    terminal.type("a;b")
    try terminal.wait(for: "read by the shell")
    try terminal.wait(for: "pod (Enter to leave its blocks out) =")
    terminal.type("web-1")
    try terminal.wait(for: "other (Enter to leave its blocks out) =")
    terminal.type("")
    try terminal.wait(for: "web-1")
    try terminal.wait(for: "still holds the placeholder “other”")
    try terminal.wait(for: "This stands against a GO")
    try terminal.wait(for: "  > ")
    terminal.type("")
    try terminal.wait(for: "Decision: NO-GO")
  }
}
