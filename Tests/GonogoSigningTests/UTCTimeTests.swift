import GonogoSigning
import Testing

@Suite struct UTCTimeTests {
  // The seconds were checked with date -u -d.
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_795_450_385, "2026-11-23T16:13:05Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func writesAndReads(_ seconds: Int, _ text: String) {
    #expect(UTCTime.text(seconds) == text)
    #expect(UTCTime.seconds(text) == seconds)
  }

  @Test func readsBackEveryDayOfFourCenturies() {
    for day in 0..<146_097 {
      let seconds = day * 86_400 + day % 86_400
      #expect(UTCTime.text(seconds).flatMap { UTCTime.seconds($0) } == seconds)
    }
  }

  @Test(arguments: [
    "", "2026-11-23T16:13:05", "2026-11-23 16:13:05Z", "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-01-00T00:00:00Z",
    "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2016-12-31T23:59:60Z",
    "1969-12-31T23:59:59Z", "+026-01-01T00:00:00Z", "2026-01-01t00:00:00Z", "２026-01-01T00:00Z",
  ])
  func refusesWhatIsNoTime(_ text: String) { #expect(UTCTime.seconds(text) == nil) }

  @Test(arguments: [-1, 253_402_300_800, .min, .max])
  func hasNoTextForOtherYears(_ seconds: Int) { #expect(UTCTime.text(seconds) == nil) }
}
