import GonogoCore
import Testing

struct BlankPlacesTests {
  @Test(arguments: [
    "disk [x](http://h/___/y)", "disk [x](<a ___ b>)", "[x](/u \"a ___ b\")",
    "<a href=\"___\">x</a>",
    "<a\nhref='___'>x</a>", "used \\____", "used ___\"x\"___", "___bold \"x\"___", "`a\n___`",
    "a <!-- hi\n____\n--> b", "<http://h/___/>", "``a ` ___\nb``", "![x](/a_(___)_b)",
    "a <? ___ ?>",
    "___(x)___ and", "<b ___ >",
  ])
  func findsNoneInMarkup(text: String) {
    #expect(read("Text\n" + text + "\n").blanks.map(\.label) == [])
  }

  @Test(arguments: [
    ("Size (____)", 1), ("(____) and (____)", 2), ("CPU: ____% RAM: ____%", 2),
    ("a < b: ____ > c", 1),
    ("Size: \"____\" or \"____\"", 2), ("[x] ____", 1), ("a](____", 1), ("Size: `x ____", 1),
    ("a <!-- never closed ____", 1), ("Code: `a` ____ `b`", 1), ("a \\` ____ `", 1),
    ("___ and ___", 2),
    ("a ____\nb ____", 2), ("Use ` here: ____", 1), ("<placeholder: ____ >", 1),
    ("5\" ___ 6\" ___", 2),
    ("| a | `x |\n|---|---|\n| b | ___ |\n| c` | ___ |", 2), ("[link](/a) ____", 1),
    ("____\"x\"____", 2), ("> a: ____\n> b: ____", 2), ("line\\\nx ____", 1),
  ])
  func findsThoseBesideMarkup(text: String, count: Int) {
    let checklist = read(text + "\n")
    #expect(checklist.blanks.count == count)
    for blank in checklist.blanks { #expect(checklist.text(blank.range).allSatisfy { $0 == "_" }) }
  }

  @Test func labelsEachLineByItself() {
    let checklist = read("Note `a\nb` Size: ____ GB\nTime: ____ <!-- gonogo: ask --> Rows: ____\n")
    #expect(checklist.blanks.map(\.label) == ["b Size", "Time", "Rows"])
    #expect(checklist.blanks.map(\.location.line) == [2, 3, 3])
    #expect(checklist.blanks.map(\.location.column) == [10, 7, 39])
  }

  @Test func countsColumnsInCharacters() {
    let checklist = read("é👩‍👩‍👧 ____ 日本: ____ x: ____\n")
    #expect(checklist.blanks.map(\.location.column) == [4, 13, 21])
  }

  @Test(arguments: [
    "a: ___ ", "`", "](", "<a ", "<!-- ", "](a (", "<? ", "[x](", "a: ___ <!-- gonogo: ask --> ",
  ])
  func readsALongLineInLinearTime(piece: String) {
    _ = read("x " + String(repeating: piece, count: 100_000 / piece.utf8.count) + "\n")
  }
}
