import GonogoCore
import Testing

/// Fences that hold labels with nothing behind them.
struct FenceFormTests {
  @Test(arguments: [
    ("Home: pass / fail\nLogin: pass / fail", ["Home", "Login"]),
    ("Waited: yes / no\nSeen at: ________", ["Waited", "Seen at"]),
  ])
  func findsAnswersToPick(fence: String, labels: [String]) {
    #expect(read("# A\n\n```\n\(fence)\n```\n").blanks.map(\.label) == labels)
  }

  @Test func picksNothingOutOfOtherTexts() {
    let text = "# A\n\n```\nuse: yes / no\nreads the settings\n```\n"
    #expect(read(text).blanks.isEmpty)
  }

  private func shown(_ lines: [String], tag: String = "text") -> [String] {
    let text = "```\(tag)\n" + lines.joined(separator: "\n") + "\n```\n"
    let checklist = read(text)
    let bytes = Array(text.utf8)
    return checklist.blanks.map { blank in
      // A place behind a label is the end of its line.
      let isAtEnd = blank.range.isEmpty && bytes[blank.range.lowerBound] == 0x0A
      return isAtEnd ? blank.label : "\(blank.label) \(checklist.text(blank.range))"
    }
  }

  @Test(arguments: [
    (["day:", "old release:", "log of the check:"], ["day", "old release", "log of the check"]),
    (["Present:", "Talked about:", "", "Decided:"], ["Present", "Talked about", "Decided"]),
    (
      ["Owner:", "Date:", "Result: PASS / FAIL", "Seen:"],
      ["Owner", "Date", "Result PASS / FAIL", "Seen"]
    ),
    (["date:", "operator:", "notes:"], ["date", "operator", "notes"]),
    (["- the day:", "- the hour:", "- the place:"], ["the day", "the hour", "the place"]),
    (["日付：", "担当者：", "結果："], ["日付", "担当者", "結果"]),
    (
      ["Drill", "=====", "begun at:", "ended at:", "5xx before/after:"],
      [
        "begun at", "ended at", "5xx before/after",
      ]
    ),
  ])
  func findsThePlacesOfAForm(lines: [String], labels: [String]) {
    #expect(shown(lines) == labels)
    #expect(shown(lines, tag: "") == labels)
    #expect(shown(lines, tag: "yaml") == [])
  }

  @Test(arguments: [
    ["services:", "volumes:", "networks:"], ["a day:", "old release:"],
    ["the day:", "old release: 1.2", "new release:", "log:"],
    ["the day:", "  old release:", "  new release:"],
    ["the day:", "the day:", "the hour:"], ["name_of_it:", "kind of it:", "size of it:"],
    ["the day:", "text", "old release:", "new release:"],
    ["Menu", "text", "the day:", "the hour:", "the place:"],
    ["Course:", "- the day:", "- the hour:", "- the place:"],
    ["Format of days:", "old release:", "new release:", "the log:"],
  ])
  func leavesSettingsAndListingsAlone(lines: [String]) {
    #expect(shown(lines) == [])
  }

  @Test(arguments: [
    (
      ["Ready", "- Disk: {DISK_FREE}GB free", "- Memory: {MEM_FREE}GB"],
      ["Disk {DISK_FREE}", "Memory {MEM_FREE}"]
    ),
    (["- Disk: {DISK_FREE}GB free"], []), (["- Disk: {free}GB", "- Memory: {mem}GB"], []),
    (["- Disk: ${DISK_FREE}", "- Memory: ${MEM_FREE}"], []),
    (
      ["Moving [Service Name] to v[Version] now", "Cause: [What it is]", "Link: [Link to it]"],
      [
        "Service Name [Service Name]", "Version [Version]", "Cause [What it is]",
        "Link [Link to it]",
      ]
    ),
    (["Moving [Service Name] to v[Version] now"], []),
    (
      ["Begun: [TIME]", "Ended: [TIME]", "Current status: Under way / Over"],
      ["Begun [TIME]", "Ended [TIME]", "Current status Under way / Over"]
    ),
    (["Current status: Under way / Over"], []),
  ])
  func findsThePlacesOfAMessage(lines: [String], blanks: [String]) {
    #expect(shown(lines, tag: "") == blanks)
  }

  @Test func readsGroupsOfPlacesBelowALabel() {
    let lines = [
      "Requests:    _______", "", "Times:", "  Average:   _______ms", "  Longest:   _______ms", "",
      "Data:", "  Sent:      _______MB",
    ]
    #expect(
      shown(lines, tag: "") == [
        "Requests _______", "Average _______", "Longest _______", "Sent _______",
      ])
  }
}
