import GonogoCore
import Testing

/// Places of templates that are to be filled: versions, stand-ins, dashes of open rows, prompts.
struct FormPlacesTests {
  private func shown(_ text: String) -> [String] {
    let checklist = read(text + "\n")
    return checklist.blanks.map { "\($0.shape.rawValue) \(checklist.text($0.range))" }
  }

  private static let open = "Cut the vX.Y branch.\n\n"

  @Test(arguments: [
    ("Push the `vX.Y` branch.", "mask `vX.Y`"), ("Compare it with `X.Y-1`.", "mask `X.Y-1`"),
    ("Begin the `X.Y+1` cycle.", "mask `X.Y+1`"),
    ("Set the `backport/X.Y` label.", "mask `backport/X.Y`"),
  ])
  func findsVersionsInCodeSpansBesideOthersInTheOpen(text: String, blank: String) {
    #expect(shown(Self.open + text) == ["mask vX.Y", blank])
    #expect(shown(text) == [])
  }

  @Test(arguments: [
    "Run `git push origin vX.Y` now.", "The format is `vX.Y` here.", "Use `X.Yz` and `X`.",
  ])
  func leavesCommandsAndFormsOfVersionsAlone(text: String) {
    #expect(shown(Self.open + text) == ["mask vX.Y"])
  }

  @Test func findsVersionsInAMessageThatStandsIndented() {
    let text =
      "- [ ] Tell everybody:\n\n      We have now cut the vX.Y branch of it.\n\n      git checkout vX.Y\n"
    #expect(shown(text) == ["mask vX.Y"])
    #expect(shown("```\nvX.Y.Z: https://x.test/vX.Y.Z\n```") == ["mask vX.Y.Z"])
  }

  @Test(arguments: [
    ("**Went well:**\n\n- [ ] Item 1\n- [ ] Item 2", ["placeholder Item 1", "placeholder Item 2"]),
    (
      "**Fallos:**\n\n- [ ] Riesgo 1 + plan\n- [ ] Riesgo 2 + plan",
      [
        "placeholder Riesgo 1 + plan", "placeholder Riesgo 2 + plan",
      ]
    ),
    (
      "Owner: ____\n\n- Change 1\n- Change 2",
      [
        "underscores ____", "placeholder Change 1", "placeholder Change 2",
      ]
    ),
    ("A list:\n\n- Item 1\n- Item 2", []), ("- [ ] Item 1", []), ("- [ ] Item 2\n- [ ] Item 3", []),
    ("- [ ] Node 1\n- [ ] Node 2", []), ("- [ ] Item 1\n- [ ] Item 2 is done", []),
  ])
  func findsEntriesThatStandForOthers(text: String, blanks: [String]) {
    #expect(shown(text) == blanks)
  }

  @Test(arguments: [
    ("**Issues:** (none / list)", ["placeholder (none / list)"]),
    ("**Fallos:** (Ninguno / Describir)", ["placeholder (Ninguno / Describir)"]),
    ("**Learned:** (document it for the next run)", ["placeholder (document it for the next run)"]),
    ("**Mode:** (fast / safe)", []), ("**Issues:** (none)", []),
    ("**Reviewer**: @username", ["mask @username"]),
    ("**Reviewer**: @your-handle <!-- who looked at it -->", ["mask @your-handle"]),
    ("**Reviewer**: @mona", []), ("Mail: name@x.test", []),
    ("### Run of 3 (YYYY-MM-DD)", ["mask YYYY-MM-DD"]),
    ("## Lauf - TT.MM.JJJJ", ["mask TT.MM.JJJJ"]),
    ("### Format of a date (YYYY-MM-DD)", []), ("### Run of 3 (2026-01-02)", []),
    (
      "Add the link here: [Example: the last one](https://x.test/1)",
      [
        "brackets [Example: the last one](https://x.test/1)"
      ]
    ),
    ("More is here: [the manual](https://x.test/1)", []),
    ("See: [Example: the last one](https://x.test/1)", []),
    ("```\nDate: DD/MM/YYYY HH:MM\nDown: XX min\n```", ["mask DD/MM/YYYY HH:MM", "mask XX"]),
    ("```\nDown: XX min\n```", []),
  ])
  func findsValuesThatShowWhatIsToBeWritten(text: String, blanks: [String]) {
    #expect(shown(text) == blanks)
  }

  private func table(_ header: String, _ rows: String...) -> String {
    let count = header.split(separator: "|").count
    let rule = Array(repeating: "---", count: count).joined(separator: "|")
    return (["| \(header) |", "|\(rule)|"] + rows.map { "| \($0) |" }).joined(separator: "\n")
  }

  @Test func findsTheDashesOfRowsThatWaitForTheirResult() {
    let head = "Task | Status | Time | Notes"
    #expect(
      shown(table(head, "Stop | ⏳ | XX:XX | tell them", "Start | ⏳ | - | -")) == [
        "placeholder ⏳", "mask XX:XX", "placeholder ⏳", "dashCell -", "dashCell -",
      ])
    #expect(shown(table(head, "Stop | done | 10:02 | ok", "Start | done | - | -")) == [])
  }

  @Test func findsTheRowThatWaitsForTheNextRound() {
    let head = "Day | By | Findings | Closed | Remarks"
    let first = "2026-02-01 | Ann | 3 | 2 | first"
    #expect(shown(table(head, first, "2026-03-01 | - | - | - | next")).count == 3)
    #expect(shown(table(head, first, "2026-03-01 | Bob | - | 1 | next")) == [])
    #expect(shown(table(head, "2026-03-01 | - | - | - | next", first)) == [])
    #expect(shown(table("Test | Status | Cause", "- | - | -")).count == 3)
    #expect(shown(table("Key | Value | Default", "- | - | -")) == [])
  }

  @Test func findsTheNamesOfNobody() {
    #expect(shown(table("Action | Owner | Status", "Mend it | @name | open")) == ["mask @name"])
    #expect(shown(table("Action | Owner | Status", "Mend it | @mona | open")) == [])
    #expect(shown(table("Action | Syntax | Use", "Mend it | @name | open")) == [])
  }

  @Test func findsThePromptsOfAForm() {
    #expect(
      shown("## What\n\n<!-- One sentence -->\n\n## Why\n<!-- The reason for it -->\n\n-\n-\n")
        == ["comment <!-- One sentence -->", "label ", "label "])
    #expect(
      shown("## What\n<!-- One sentence -->\n\n## Why\n<!-- The reason for it -->\n").count == 2)
    #expect(shown("## What\n\n<!-- One sentence -->\n") == [])
    #expect(shown("## A\n<!-- toc start -->\n\n## B\n<!-- prettier ignore -->\n") == [])
    #expect(shown("## A\n<!-- One sentence -->\nIt is so.\n\n## B\n<!-- A word -->\nSo.\n") == [])
  }
}
