import GonogoCore
import Testing

@testable import GonogoCommands

struct BlankValueTests {
  @Test(
    arguments: [
      ("PASS", "PASS"), ("pass", "PASS"), ("2", "FAIL"), ("no go", "NO-GO"), ("4", nil), ("0", nil),
      ("maybe", nil), ("", nil),
    ] as [(String, String?)])
  func picksByWordOrNumber(text: String, expected: String?) {
    let options = ["PASS", "FAIL", "NO-GO"]
    #expect(BlankValue.picked(text, options) == expected)
    #expect((BlankValue.fault(text, options: options) == nil) == (expected != nil))
  }

  @Test func takesAnythingWhereNothingIsToBePicked() {
    #expect(BlankValue.fault("anything", options: []) == nil)
    #expect(BlankValue.picked("1", []) == nil)
  }
}
