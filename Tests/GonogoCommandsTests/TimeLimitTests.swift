import Testing

@testable import GonogoCommands

struct TimeLimitTests {
  @Test(
    arguments: [
      (nil, 300.0), ("90", 90), ("90s", 90), ("5min", 300), ("5m", 300), ("1.5 h", 5400),
      ("500ms", 0.5),
      ("1d", 86_400),
    ] as [(String?, Double)])
  func readsATime(text: String?, seconds: Double) throws {
    #expect(try TimeLimit.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "0", "-5s", "soon", "5GB", "s", "5 parsecs", "1e9", "1000d", "5s5s", ".", "nan", "inf",
  ])
  func refusesWhatIsNone(text: String) {
    #expect(throws: CommandFailure.self) { try TimeLimit.seconds(text) }
  }
}
