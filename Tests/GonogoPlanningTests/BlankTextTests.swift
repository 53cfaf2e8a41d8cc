import GonogoCore
import GonogoEvidence
import Testing

@testable import GonogoPlanning

struct BlankTextTests {
  private func choice(_ words: [String]) -> Blank {
    Blank(
      id: 0, section: 0, label: "a", range: 0..<0, shape: .choice,
      options: words.map { Blank.Option(text: $0) }, location: SourceLocation(line: 1))
  }

  @Test(
    arguments: [
      (["PASS", "FAIL"], true, "PASS"), (["PASS", "FAIL"], false, "FAIL"),
      (["Yes", "No"], true, "Yes"),
      (["GO", "NO-GO", "CONDITIONAL"], false, "NO-GO"), (["LOW", "HIGH"], true, nil),
      (["PASS", "APPROVED", "FAIL"], true, nil), (["NOT DONE", "DONE"], false, "NOT DONE"),
    ] as [([String], Bool, String?)])
  func picksTheWordForATruth(words: [String], truth: Bool, expected: String?) {
    #expect(BlankText.text(of: .truth(truth), for: choice(words)) == expected)
  }

  @Test(arguments: [("fail", "FAIL"), ("no-go", "NO-GO"), ("perhaps", nil)] as [(String, String?)])
  func picksTheWordThatWasPrinted(text: String, expected: String?) {
    let blank = choice(["FAIL", "NO-GO", "OK"])
    #expect(BlankText.text(of: .text(text), for: blank) == expected)
  }

  @Test func asksForChoicesAndNames() {
    let plan = plan("```bash\ntime true\n```\n\nReal: [PASS/FAIL]\nSignature: ____\nreal: ____ s\n")
    let isAsked = plan.blankRules.map { rule in
      if case .person = rule.basis { return true }
      return false
    }
    #expect(isAsked == [true, true, false])
  }
}
