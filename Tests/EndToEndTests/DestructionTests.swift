import Foundation
import Testing

/// Commands that destroy something are shown apart and approved apart.
@Suite struct DestructionTests {
  private let folder: Workplace

  init() throws {
    folder = try Workplace()
    try folder.bash("mkdir old new; echo x >old/file")
    try folder.write(
      """
      # Clean up

      ## 1. Make

      ```bash
      # Make a file
      touch made
      ```

      ## 2. Remove

      ```bash
      # Remove the old ones
      rm -rf old
      ```

      """, "clean.md")
  }

  private func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder.path)/\(name)")
  }

  private static let run = ["run", "clean.md", "--operator", "Ada", "--approve", "all"]

  @Test func theyAreNotCoveredByApprovingAll() throws {
    let plan = try folder.gonogo(["plan", "clean.md"])
    #expect(plan.output.contains("! it destroys: files and folders (`rm -r`)"), "\(plan.output)")
    let json = try folder.gonogo(["plan", "clean.md", "--format", "json"])
    #expect(json.output.contains(#""hazard":"it destroys: files and folders (`rm -r`)""#))
    let end = try folder.gonogo(Self.run + ["--non-interactive"])
    #expect(end.status == 1)
    #expect(end.output.contains("“Remove the old ones” was not approved, so it did not run"))
    #expect(isThere("made") && isThere("old/file"))
    let named = try folder.gonogo(
      Self.run + ["--non-interactive", "--approve", "2. Remove"])
    #expect(named.status == 0, "\(named.text)")
    #expect(!isThere("old"))
  }

  @Test func theyAreAskedAboutWithWhatTheyDestroy() throws {
    let terminal = try PseudoTerminal(
      Product.path, ["run", "clean.md", "--operator", "Ada"], in: folder.path)
    try terminal.wait(for: "touch made")
    try terminal.wait(for: "[s]ection")
    terminal.type("a")
    try terminal.wait(for: "Beware: it destroys: files and folders (`rm -r`)")
    try terminal.wait(for: "rm -rf old")
    try terminal.wait(for: "[s]ection")
    terminal.type("n")
    try terminal.wait(for: "Enter to leave it")
    terminal.type("")
    #expect(terminal.end() == 1, "\(terminal.shown)")
    #expect(isThere("made") && isThere("old/file"))
  }
}
