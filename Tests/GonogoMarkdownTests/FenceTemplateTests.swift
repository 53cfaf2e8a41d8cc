import GonogoCore
import Testing

struct FenceTemplateTests {
  private func shown(_ lines: [String], tag: String = "") -> [String] {
    let checklist = read("# T\n\n```\(tag)\n\(lines.joined(separator: "\n"))\n```\n")
    return checklist.blanks.map { "\($0.shape.rawValue) \(checklist.text($0.range))" }
  }

  @Test(arguments: [
    (
      ["Title: [Short name]", "Impact: [Who is hit]"],
      ["brackets [Short name]", "brackets [Who is hit]"]
    ),
    (
      ["Fehler: [Was geschah]", "Schritte:", " 1. [Erster Schritt]", "Erwartet: [Was sollte]"],
      ["brackets [Was geschah]", "brackets [Erster Schritt]", "brackets [Was sollte]"]
    ),
    (
      ["When: YYYY-MM-DD", "Ticket: OPS-NNN", "Outage: XX min"],
      ["mask YYYY-MM-DD", "mask OPS-NNN", "mask XX"]
    ),
    (
      ["Owner: @[your name]", "Level: [P1/P2/P3]", "Sign: 🔴/🟡/🟢", "Stage: A1/A2/A3"],
      ["brackets [your name]", "choice [P1/P2/P3]", "choice 🔴/🟡/🟢", "choice A1/A2/A3"]
    ),
    (
      ["Start: [HH:MM UTC]", "Next: [HH:MM UTC] (every hour)", "Cause:", "Cure:"],
      ["brackets [HH:MM UTC]", "brackets [HH:MM UTC]", "label ", "label "]
    ),
    (["[List the files that were found]"], ["brackets [List the files that were found]"]),
    (["Answer: \"I would like [say your wish]\""], ["brackets [say your wish]"]),
    (
      ["We are about to begin the work, see <Link to the issue>"], ["angle <Link to the issue>"]
    ),
    (["Release: <RELEASE_NAME>"], ["angle <RELEASE_NAME>"]),
    (
      [
        "INCIDENT", "Start: [TIME] UTC", "- [TIME]: new master [NODE]", "ETA: [X] minutes",
        "@[NAME]",
      ],
      [
        "brackets [TIME]", "brackets [TIME]", "brackets [NODE]", "brackets [X]", "brackets [NAME]",
      ]
    ),
    (
      ["<output summary — last 10-20 lines, any retries>"],
      ["angle <output summary — last 10-20 lines, any retries>"]
    ),
    (["The team has just published vX.Y.Z, thanks to all."], ["mask vX.Y.Z"]),
    (
      ["Service: <service-name>", "Impact: <who is hit>", "- <what was done>"],
      ["angle <service-name>", "angle <who is hit>", "angle <what was done>"]
    ),
    (
      ["1. [Bug ID] - [Status]", "2. [Bug ID] - [Status]"],
      ["brackets [Bug ID]", "brackets [Status]", "brackets [Bug ID]", "brackets [Status]"]
    ),
  ])
  func findsThePlacesOfATextToBeFilled(lines: [String], blanks: [String]) {
    #expect(shown(lines) == blanks)
    #expect(shown(lines, tag: "text") == blanks)
    #expect(shown(lines, tag: "bash").isEmpty)
  }

  @Test(arguments: [
    ["[INFO] started", "[WARN] slow"], ["- [X] one", "- [X] two"], ["<div class=\"a b\">"],
    ["<a>"], ["[TIME] only once"], ["[Unit]", "[Service]"],
    ["branches: [main]", "os: [linux]"],
    ["Access Modes: [ReadWriteOnce]", "Finalizers: [kubernetes.io/pvc]"],
    ["Menu:", "[New task]", "[End task]"], ["│ Roles: [Admin user] │", "│ Name: [Full name] │"],
    ["User: [sends nothing at all]", "Bot: hello"], ["Usage: tool <FILE> [OPTIONS]"],
    ["$ tool <FILE NAME>", "Name: [The name]", "Other: [The other]"],
    ["tool upgrade <CLUSTER> --version=<VERSION>"], ["Events: <none>", "Labels: <none>"],
    ["<type>(<scope>): <subject>"], ["Backup: XX.XX MB", "Packed: XX.XX MB"], ["[Details]"],
    ["[All of the output]", "", "done", "", "[More of the output]"],
    ["Cols: [a, b]", "Rows: [c, d]"], ["Steps:", "Build", "Test"],
    ["https://a.b/v/<RELEASE_NAME>/x"],
  ])
  func leavesListingsAndLogsAlone(lines: [String]) {
    #expect(shown(lines).isEmpty)
  }

  @Test func picksOneOfTheWordsInAFence() {
    let blanks = read("```\nState: [OPEN/CLOSED]\nBy: [Your name]\n```\n").blanks
    #expect(blanks.first?.options.map(\.text) == ["OPEN", "CLOSED"])
    #expect(blanks.allSatisfy { $0.isInFence })
  }
}
