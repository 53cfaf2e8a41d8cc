import Foundation
import GonogoCore
import GonogoMarkdown
import GonogoPlanning
import GonogoSandbox
import Testing

@testable import GonogoCommands

final class ShellCheckTests {
  static let isThere = Sandbox.find("shellcheck") != nil
  private var folders: [URL] = []

  deinit {
    for folder in folders { try? FileManager.default.removeItem(at: folder) }
  }

  private func plan(_ text: String) -> Plan {
    let checklist = MarkdownReader.read(Document(path: "a.md", bytes: Array(text.utf8)))
    var planner = Planner(checklist: checklist)
    return planner.plan()
  }

  private func findings(_ text: String, _ check: ShellCheck = ShellCheck()) throws -> [String] {
    try check.findings(in: plan(text)).get().map { finding in
      let place = finding.location.map { "\($0.line):\($0.column)" } ?? "?"
      return "\(finding.severity.rawValue) \(finding.code) \(place)"
    }
  }

  /// A program of that name and text in a folder of its own.
  private func program(_ script: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    folders.append(folder)
    let path = folder.appendingPathComponent("shellcheck").path
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  @Test(.enabled(if: isThere, "shellcheck is not installed; make lint installs it"))
  func showsFindingsAtTheirPlaceInTheDocument() throws {
    #expect(try findings("# A\n\n```bash\nls\necho $1\n```\n") == ["note SC2086 5:6"])
    #expect(try findings("- a\n\n  ```bash\n  echo $1\n  ```\n") == ["note SC2086 4:8"])
    #expect(try findings("> ```console\n> $ echo $1\n> 3\n> ```\n") == ["note SC2086 2:10"])
    #expect(try findings("```bash\necho é✅ $1\n```\n") == ["note SC2086 2:9"])
    #expect(try findings("```bash\n\techo $1\n```\n") == ["note SC2086 2:7"])
    #expect(try findings("```bash\nrm -rf \"$x/\"*\n```\n") == ["warning SC2115 2:8"])
  }

  @Test(.enabled(if: isThere, "shellcheck is not installed; make lint installs it"))
  func leavesOutWhatIsNoFaultInAChecklist() throws {
    let text = """
      ```bash
      x=1
      cd /tmp
      echo "$FROM_OUTSIDE"
      ```

      ```bash
      exit 0
      ```

      ```bash
      y=2
      echo "$x"
      ```
      """
    #expect(try findings(text) == [])
  }

  @Test(.enabled(if: isThere, "shellcheck is not installed; make lint installs it"))
  func showsWhatIsTheSameOnceABlock() throws {
    let text = "```bash\necho $1\necho $2\n```\n\n```bash\necho $3\n```\n"
    #expect(try findings(text) == ["note SC2086 2:6", "note SC2086 7:6"])
    let first = try ShellCheck().findings(in: plan(text)).get().first
    #expect(first?.message.hasSuffix(" (and 1 more in this block)") == true)
  }

  @Test(.enabled(if: isThere, "shellcheck is not installed; make lint installs it"))
  func passesOverWhatIsNoScript() throws {
    #expect(try findings("```bash\necho $1 <name>\n```\n") == [])
    #expect(try findings("```bash {skip}\necho $1\n```\n") == [])
    #expect(try findings("# Rollback\n\n```bash\necho $1\n```\n") == ["note SC2086 4:6"])
  }

  @Test(.enabled(if: isThere, "shellcheck is not installed; make lint installs it"))
  func goesOnAfterABlockItCannotParse() throws {
    let text = "```bash\nif true; then\n```\n\n```bash\necho $1\n```\n\n```bash\ncat <<X\n```\n"
    #expect(try findings(text) == ["note SC2086 6:6"])
  }

  @Test func saysWhyItFoundNothing() throws {
    let text = "```bash\ntrue\n```\n"
    #expect(throws: ShellCheck.Absence.self) { try findings(text, ShellCheck(program: nil)) }
    for script in ["exit 4", "echo nonsense", "kill -9 $$", "echo '{\"comments\": 3}'"] {
      let check = ShellCheck(program: try program(script))
      #expect(throws: ShellCheck.Absence.self) { try findings(text, check) }
    }
    #expect(throws: ShellCheck.Absence.self) {
      try findings(text, ShellCheck(program: "/nonexistent/shellcheck"))
    }
    // Without a block there is nothing to be missed.
    #expect(try findings("text\n", ShellCheck(program: nil)) == [])
  }
}
