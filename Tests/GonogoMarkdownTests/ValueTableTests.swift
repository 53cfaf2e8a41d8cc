import GonogoCore
import Testing

/// Tables that are forms: a label in the first column, the values still to be written.
@Suite struct ValueTableTests {
  private func shown(_ rows: [String]) -> [String] {
    let checklist = read("# T\n\n" + rows.joined(separator: "\n") + "\n")
    return checklist.blanks.map {
      "\($0.label): \($0.shape.rawValue) \(checklist.text($0.range))"
    }
  }

  @Test(arguments: [
    (
      ["| Field | Value |", "|---|---|", "| OS | |", "| **Node** | `<node version>` |"],
      ["OS: emptyCell ", "Node: angle <node version>"]
    ),
    (
      ["| Artifact | Location / Path |", "|---|---|", "| Report | |", "| Logs | |"],
      ["Report: Location / Path: emptyCell ", "Logs: Location / Path: emptyCell "]
    ),
    (
      ["| Campo | Valor |", "|---|---|", "| Versión | `<versión>` |", "| Rama | main |"],
      ["Versión: angle <versión>"]
    ),
    (
      ["| Vai tro | Ten | Ngay |", "|---|---|---|", "| IT Lead | | |", "| PM | | |"],
      [
        "IT Lead: Ten: emptyCell ", "IT Lead: Ngay: emptyCell ", "PM: Ten: emptyCell ",
        "PM: Ngay: emptyCell ",
      ]
    ),
    (
      ["| Gate | Status |", "|---|---|", "| Build | `⏳ / ✅ / ❌` |"],
      ["Build: Status: choice ⏳ / ✅ / ❌"]
    ),
  ])
  func findsTheCellsToFill(rows: [String], blanks: [String]) {
    #expect(shown(rows) == blanks)
  }

  @Test(arguments: [
    ["| Key | Value |", "|---|---|", "| port | 80 |", "| host | web |"],
    ["| Flag | Meaning |", "|---|---|", "| a | |", "| b | x |"],
    ["| Key | Value |", "|---|---|", "| tag | `<div class=\"a\">` |", "| b | x |"],
    ["| A | B | C |", "|---|---|---|", "| x | | |", "| y | z | |"],
    ["| A | B | C |", "|---|---|---|", "| | | |", "| | | |"],
  ])
  func findsNoneInATableOfFacts(rows: [String]) {
    #expect(shown(rows) == [])
  }

  @Test func picksFromACodeSpanWithSigns() {
    let checklist = read("# T\n\n**Status:** `⏳ Pending / ✅ Passed / ❌ Failed`\n")
    #expect(checklist.blanks.map(\.shape) == [.choice])
    #expect(checklist.blanks.first?.options.map(\.text) == ["Pending", "Passed", "Failed"])
  }
}
