import GonogoCore
import Testing

@testable import GonogoCommands

struct AnswerLineTests {
  @Test(arguments: [
    ("", AnswerLine.done), ("   ", .done), ("1 y", .answer([1], .yes, note: nil)),
    ("1 3-5 y", .answer([1, 3, 4, 5], .yes, note: nil)),
    ("1,2 no", .answer([1, 2], .no, note: nil)),
    ("all y", .answer([1, 2, 3, 4, 5], .yes, note: nil)),
    ("2 n not today", .answer([2], .no, note: "not today")),
    ("3 na no such table", .answer([3], .notApplicable, note: "no such table")),
    ("4 ?", .answer([4], .notYet, note: nil)), ("4 = 12.5", .value(4, "12.5")),
    ("4=12.5 ms", .value(4, "12.5 ms")), ("  2   =  x = y", .value(2, "x = y")),
    ("2 n a = b", .answer([2], .no, note: "a = b")), ("5-5 Y", .answer([5], .yes, note: nil)),
  ])
  func readsALine(text: String, line: AnswerLine) {
    #expect(AnswerLine.parse(text, count: 5) == line)
  }

  @Test(arguments: [
    "y", "0 y", "6 y", "1-9 y", "5-1 y", "1", "1 2", "1 maybe", "1 na", "1 =", "-1 y", "1- y",
    "x y",
    "99999999999999999999 y", "1-99999999999999 y", "= 5", "6 = 1", "0 = 1", "1.5 y", "١ y",
  ])
  func refusesWhatItCannotBeSureOf(text: String) {
    guard case .wrong(let why) = AnswerLine.parse(text, count: 5) else {
      Issue.record("“\(text)” is read as \(AnswerLine.parse(text, count: 5))")
      return
    }
    #expect(!why.isEmpty)
  }

  @Test(arguments: ["1 y", "all y", "1 = 2", ""])
  func survivesNoQuestions(text: String) {
    let line = AnswerLine.parse(text, count: 0)
    if case .answer = line { #expect(text.isEmpty) }
  }
}
