import GonogoCore
import Testing

/// Rows and columns of tables with nothing in them.
struct EmptyRowTests {
  private func labels(_ header: String, _ rows: String...) -> [String] {
    let count = header.split(separator: "|").count
    let rule = String(repeating: "|---", count: count) + "|"
    return labels(of: ["Load: ____", "", header, rule] + rows)
  }

  private func labels(of lines: [String]) -> [String] {
    read(lines.joined(separator: "\n") + "\n").blanks.dropFirst().map(\.label)
  }

  @Test func findsEveryCellOfARowThatIsDrawnForWhatComes() {
    #expect(labels("| Check | Cure |", "| | |", "|  |  |") == ["Check", "Cure", "Check", "Cure"])
    #expect(
      labels("| Check | State | Cure |", "| Example | ❌ | wait |", "| | | |").suffix(3) == [
        "Check", "State", "Cure",
      ])
    #expect(
      labels("| Date | Who ran it | Result |", "| 2026-01-02 | Mona | PASS |", "| | | |") == [
        "Date", "Who ran it", "Result",
      ])
  }

  @Test func leavesEmptyRowsToPeople() {
    let blanks = read("Load: ____\n\n| Check | Cure |\n|---|---|\n| | |\n").blanks
    #expect(blanks.map(\.isPersonal) == [false, true, true])
    #expect(blanks.map(\.isRoom) == [false, true, true])
    #expect(blanks.dropFirst().allSatisfy { $0.shape == .emptyCell && $0.range.isEmpty })
  }

  @Test func leavesRowsThatAreOnlyLeftOverAlone() {
    #expect(
      labels("| Date | Result |", "| 2026-01-02 | PASS |", "| | |", "| 2026-01-03 | PASS |") == [])
    #expect(labels("| Tool | Use |", "| make | builds |", "| | |") == [])
    #expect(labels("| | |", "| | |") == [])
    #expect(read("# Tools\n\n| Tool | Use |\n|---|---|\n| | |\n").blanks.isEmpty)
  }

  @Test func findsWhatIsToBeWrittenBesideBoxes() {
    let rows = ["| load | ☐ | |", "| disk | ☐ | |"]
    #expect(
      labels("| What | Status | Where seen |", rows[0], rows[1]) == [
        "load: Where seen", "disk: Where seen",
      ])
    #expect(
      labels("| What | Status | Evidence |", rows[0], "| disk | ☐ | a.txt |") == ["load: Evidence"])
    #expect(labels("| What | Status | Where seen |", "| load | ☑ | |", "| disk | ☑ | |") == [])
    #expect(labels("| What | Kind | Where seen |", rows[0], rows[1]) == [])
  }

  @Test func findsAColumnThatAsksWhereSomethingIs() {
    #expect(
      labels("| Report | Type | Location |", "| load | PDF | |", "| disk | URL | |") == [
        "load: Location", "disk: Location",
      ])
    #expect(labels("| Report | Type | Location |", "| load | PDF | a |", "| disk | URL | |") == [])
    #expect(labels("| Report | Type | Meaning |", "| load | PDF | |", "| disk | URL | |") == [])
  }

  @Test func findsTheRestOfARowThatIsPending() {
    let done = "| 2026-01-02 | a.dump | 3 min | PASS |"
    let open = "| _(pending)_ | | | |"
    #expect(
      labels("| Date | Copy | Duration | Result |", done, open) == [
        "Date", "pending: Copy", "pending: Duration", "pending: Result",
      ])
    #expect(
      labels("| Date | Copy | Duration | Result |", done, "| 2026-01-03 | | 4 min | PASS |") == [])
  }
}
