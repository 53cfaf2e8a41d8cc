import GonogoCore
import Testing

/// Lines of underscores that are blocks of their own: below headings, in items, in fences.
struct WritingLineTests {
  private func shown(_ text: String) -> [String] {
    let checklist = read(text)
    return checklist.blanks.map { blank in
      "\(blank.location.line) \(blank.label) \(checklist.text(blank.range))"
    }
  }

  @Test(arguments: [
    ("## Notes\n\n_____\n_____\n", ["3 Notes _____", "4 Notes _____"]),
    ("## Notes\n_____\n\n_____\n", ["2 Notes _____", "4 Notes _____"]),
    ("## Seen\n\n___\n___\n\ntext\n", ["3 Seen ___", "4 Seen ___"]),
    ("**Seen:**\r\n_____  \r\n_____\r\n", ["2 Seen _____", "3 Seen _____"]),
    ("> ## Notes\n> _____\n> _____\n", ["2 Notes _____", "3 Notes _____"]),
    ("## Notes\n\n____________\n\n## End\n", ["3 Notes ____________"]),
    ("## Notes\n\n____________", ["3 Notes ____________"]),
  ])
  func findsEveryLineToWriteOn(text: String, blanks: [String]) {
    #expect(shown(text) == blanks)
  }

  @Test(arguments: [
    "## Part\n\n___\n\ntext\n", "## Notes\n\n____________\n\ntext\n",
    "## Part\n\n____________\n\n## End\n",
    "text\n\n____\n\n____\n", "____\n____\n", "## Notes\n\n***\n***\n",
    "## Notes\n\n____\n\n---\n\n____\n",
  ])
  func leavesRulesBetweenPartsAlone(text: String) {
    #expect(shown(text) == [])
  }

  @Test(arguments: [
    ("### Went well\n- _____\n- _____\n", ["2 Went well _____", "3 Went well _____"]),
    ("Next steps:\n\n1. ____\n2. ____\n", ["3 Next steps ____", "4 Next steps ____"]),
    ("## Faults\n1. _____\n   - Cure: ____\n", ["2 Faults _____", "3 Cure ____"]),
    ("- **Gefunden:**\n  * _____\n", ["2 Gefunden _____"]), ("> ### 発見\n> - ____\n", ["2 発見 ____"]),
  ])
  func findsItemsThatAreALineToWriteOn(text: String, blanks: [String]) {
    #expect(shown(text) == blanks)
  }

  @Test(arguments: [
    "### Seen\n- ***\n- ---\n", "### Seen\n- __\n", "### Seen\n- a\n\n  ____\n\n  b\n",
  ])
  func leavesOtherItemsAlone(text: String) {
    #expect(shown(text) == [])
  }

  @Test(arguments: [
    (
      "```\nBy: ____\nSeen:\n- _____\n- _____\n```\n",
      ["2 By ____", "4 Seen _____", "5 Seen _____"]
    ),
    ("```text\nWhat was found?\n_____\n```\n", ["3 What was found _____"]),
    ("```\nTitle\n_____\nBy: ____\n```\n", ["4 By ____"]),
  ])
  func findsLinesBelowALabelInAForm(text: String, blanks: [String]) {
    #expect(shown(text) == blanks)
  }

  @Test(arguments: [
    "**LABEL:**\n____\n____\n", "### LABEL\n- ____\n- ____\n", "```\nLABEL:\n____\n____\n```\n",
  ])
  func leavesAllLinesButTheFirstToPeople(text: String) {
    // One value would else be written on each of them.
    for (label, isRoom) in [
      ("Load", false), ("Notes", true), ("Approved by (two signatures)", false),
    ] {
      let blanks = read(text.replacing("LABEL", with: label)).blanks
      #expect(blanks.count == 2)
      #expect(blanks.last?.isPersonal == true)
      #expect(blanks.map(\.isRoom) == [false, isRoom], "\(label)")
    }
  }
}
