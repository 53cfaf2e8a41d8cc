import GonogoCore
import Testing

/// Code spans and messages that only show what is to be written.
struct CodeValueTests {
  private func shown(_ text: String) -> [String] {
    let checklist = read(text + "\n")
    return checklist.blanks.map { blank in
      let words = blank.options.map(\.text).joined(separator: ",")
      let unit = blank.unit?.symbol ?? ""
      return [blank.shape.rawValue, checklist.text(blank.range), unit + words].filter {
        !$0.isEmpty
      }
      .joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("- **Plan**: `[Where the plan is kept]`", ["brackets `[Where the plan is kept]`"]),
    ("- **Asked**: `[@username]`", ["brackets `[@username]`"]),
    ("- **Risk**: `[Low / Medium / High]`", ["choice [Low / Medium / High] Low,Medium,High"]),
    (
      "| Item | Details |\n|---|---|\n| Copy | `[e.g. a.dump]` |\n| Mode | full |",
      ["brackets `[e.g. a.dump]`"]
    ),
    ("**Address:** `____.____.____ `", ["underscores `____.____.____ `"]),
    ("- Took: `___ min`", ["underscores ___ min"]), ("- Used: `____%`", ["underscores ____ %"]),
    ("- **Date:** `YYYY-MM-DD`", ["mask `YYYY-MM-DD`"]),
    ("- **Operator:** `<name>`", ["angle `<name>`"]),
    ("- **Operator:** `<name>`\n- **Run:** `<run_id>`", ["angle `<name>`", "angle `<run_id>`"]),
  ])
  func findsCodeSpansThatStandForAValue(text: String, blanks: [String]) {
    #expect(shown(text) == blanks)
  }

  @Test(arguments: [
    "- **Kinds**: `[string]`", "- **Kinds**: `[a, b]`", "- **Call**: `[--all NAME]`",
    "- **Set**: `['a b']`",
    "- **Plan**: `[Where it is]` or not", "Give it `[Some name]`",
    "- **File**: `[path/to the/file]`",
    "| Command | Words |\n|---|---|\n| a | `[file name]` |\n| b | c |", "**Name:** `__init__`",
    "**Sign:** `_._._`",
    "- Took: `___ apples`", "- **Format of the date:** `YYYY-MM-DD`", "- **Tag:** `YYYY-MM-DD`",
    "- **Run:** `<run_id>`", "- **Usage:** `<name>`", "- **Date:** `<a>b</a>`",
  ])
  func leavesOtherCodeSpansAlone(text: String) {
    #expect(shown(text) == [])
  }

  @Test(arguments: [
    (
      "Tell them: \"Moving [Service Name] to v[Version] now, see [Link]\"",
      ["brackets [Service Name]", "brackets [Version]", "brackets [Link]"]
    ),
    ("1. Post \"drill of <part> is on, led by <name>\".", ["angle <part>", "angle <name>"]),
    (
      "*\"Now [Service Name] is down (#[Ticket])\"* and \"on\"",
      ["brackets [Service Name]", "brackets [Ticket]"]
    ),
  ])
  func findsThePlacesOfAMessageInQuotationMarks(text: String, blanks: [String]) {
    #expect(shown(text) == blanks)
  }

  @Test(arguments: [
    "Say \"the [Service Name] is on now\"", "The [Service Name] of [Some Team] is on now",
    "\"on\" the [Service Name] of [Some Team] \"off\"", "It prints \"[Info] [Main] \"",
    "Say \"see [Manual Page](a.md) and [Other Page](b.md) of it\"",
    "It is \"get /x/<part>/of/<name> at all\"",
    "Send \"{ of [Service Name], all of [Some Team] }\"",
    "Say \"the [Service Name] of\n[Some Team] is on\"",
    "Say \"this is <b>not</b> one of <i>those</i> at all\"",
  ])
  func leavesOtherQuotationsAlone(text: String) {
    #expect(shown(text) == [])
  }

  @Test(arguments: [
    ("- **Made:** `[YYYY-MM-DD HH:MM:SS UTC]`", 1), ("- Took: `[X minutes]`", 1),
    ("- ID: `[ID]`", 1),
    ("- Rate: `[X%]`", 1), ("- Who: `[Full Name / Account]`", 1), ("- Team: `[Team]`", 1),
    ("- List: `[a, b]`", 0), ("- Path: `[a/b c]`", 0), ("- Flag: `[--all]`", 0),
    ("- Set: `[x]`", 0),
  ])
  func findsMasksAndNamesInBracketsOfACodeSpan(line: String, count: Int) {
    #expect(read("# A\n\n\(line)\n").blanks.count == count)
  }
}
