import Foundation
import Testing

/// Names from outside in what gonogo prints and writes: nothing in them is ever taken for a colour, a
/// cursor or another name.
@Suite(.serialized) struct VisibleNamesTests {
  private let folder: Workplace

  init() throws { folder = try Workplace() }

  private static let hidden = ["\u{1B}", "\u{7}", "\u{202E}", "\u{9B}"]

  private func expectPlain(_ text: String) {
    for character in Self.hidden { #expect(!text.contains(character), "\(text.debugDescription)") }
  }

  @Test(arguments: ["a\u{1B}[31mred.md", "a\u{1B}]0;t\u{7}.md", "a\u{202E}b.md", "a\u{9B}31m.md"])
  func aNameIsShownAndCanBePasted(_ name: String) throws {
    try folder.write("# A\n\n```bash\necho fine\n```\n", name)
    try folder.bash("ssh-keygen -q -t ed25519 -N '' -f ../key </dev/null")
    let end = try folder.gonogo([
      "run", name, "--non-interactive", "--operator", "Ada\u{1B}[31m L", "--principal", "ada@x.org",
      "--sign", "../key",
    ])
    #expect(end.status == 0, "\(end.text)")
    expectPlain(end.text)
    expectPlain(try folder.gonogo(["runs"]).output)
    try folder.bash(
      "printf 'ada@x.org namespaces=\"gonogo-operator.v1\" %s\\n' \"$(cut -d ' ' -f 1,2 ../key.pub)\" "
        + ">allowed_signers; cp output/*/*/*.signed.md .")
    let document = try folder.bash("cat output/*/*/*.signed.md").output
    expectPlain(document)
    let lines =
      document.components(separatedBy: "```bash\n").last?
      .components(separatedBy: "```\n").first ?? ""
    #expect(lines.contains("ssh-keygen"), "\(document)")
    let check = try folder.bash(lines)
    #expect(
      check.output.contains("Good \"gonogo-operator.v1\" signature for ada@x.org"), "\(check)")
    #expect(check.output.contains("nothing appended"), "\(check)")
  }

  @Test func anOperatorCannotColourTheCheck() throws {
    try folder.write("# A\n\n```bash\necho fine\n```\n", "a.md")
    try folder.gonogo([
      "run", "a.md", "--non-interactive", "--operator", "Ada", "--principal",
      "a\u{1B}[31m\u{202E}b",
    ])
    expectPlain(try folder.bash("cat output/a/*/a.completed.md").output)
  }

  @Test func aJournalCannotColourTheList() throws {
    let id = "20261129T215335Z-7148bb"
    try folder.bash(
      "mkdir -p output/z/\(id); printf '{\"ev\":\"run\",\"i\":0,\"prev\":\"%064d\",\"run\":\"\(id)\","
        + "\"source\":\"a.md\",\"t\":\"2026\\\\u001b[2J\\\\u001b[31mGO\\\\u000aGO\"}\\n' 0 >output/z/\(id)/journal.jsonl"
    )
    let end = try folder.gonogo(["runs"])
    #expect(end.output.contains("2026\\u{1B}[2J\\u{1B}[31mGO\\u{A}GO"), "\(end.text)")
    expectPlain(end.output)
  }
}
