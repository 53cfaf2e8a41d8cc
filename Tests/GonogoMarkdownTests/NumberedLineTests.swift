import GonogoCore
import Testing

/// Numbers with nothing behind them, drawn to write on.
struct NumberedLineTests {
  private func blanks(_ text: String) -> [String] {
    let checklist = read("# A\n\n## Open points\n\n" + text)
    return checklist.blanks.map { "\($0.location.line):\($0.location.column) \($0.label)" }
  }

  @Test func findsThePlaceBehindEachNumber() {
    #expect(blanks("1. \n2. \n") == ["5:4 Open points", "6:4 Open points"])
    #expect(blanks("**Lessons:**\n\n1) \n2) \n3) \n").count == 3)
    let checklist = read("# A\n\nLessons:\n\n1. \n2. \n")
    #expect(checklist.blanks.map(\.isRoom) == [true, true])
    #expect(checklist.blanks.map(\.isPersonal) == [true, true])
  }

  @Test(arguments: ["1. \n", "1.\n2.\n", "1. a\n2. \n", "1. a\n2. b\n"])
  func takesOthersForNone(list: String) { #expect(blanks(list) == []) }
}
