import Testing

@testable import GonogoSandbox

/// What a report says besides statuses.
@Suite struct ReportDetailsTests {
  private func details(_ text: String) -> ReportDetails {
    ReportDetails(text.split(separator: " "))
  }

  @Test func readsWhatIsKnownOfParts() {
    let read = details("0 0 h3 e1 p s2:grep")
    #expect(read.failedProgram == 3)
    #expect(read.failedPart == 1)
    #expect(read.hiddenStatus == 2)
    #expect(read.hiddenProgram == "grep")
    #expect(read.hadPipefail)
    #expect(details("0 0") == ReportDetails())
  }

  @Test(arguments: ["s", "s:", "sx:grep", "s:grep"])
  func takesNoNumberFromWhatHasNone(_ word: String) {
    #expect(details(word).hiddenStatus == nil)
  }

  @Test func knowsAFailureWithoutAName() {
    #expect(details("s7:").hiddenStatus == 7)
    #expect(details("s7:").hiddenProgram?.isEmpty == true)
  }
}
