import GonogoCore
import Testing

struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (86_399, "1970-01-01T23:59:59Z"), (86_400, "1970-01-02T00:00:00Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (951_868_800, "2000-03-01T00:00:00Z"),
    (1_000_000_000, "2001-09-09T01:46:40Z"), (1_078_012_800, "2004-02-29T00:00:00Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"), (4_107_456_000, "2100-02-28T00:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"), (-1, "1969-12-31T23:59:59Z"),
    (-86_400, "1969-12-31T00:00:00Z"), (1_795_449_929, "2026-11-23T16:05:29Z"),
  ])
  func writesKnownTimes(seconds: Int, text: String) {
    #expect(Timestamp(seconds).iso8601 == text)
    #expect(Timestamp(seconds).date == String(text.prefix(10)))
  }

  @Test func neverGoesBack() {
    var last = ""
    for day in stride(from: 0, to: 80_000, by: 13) {
      let date = Timestamp(day * 86_400).date
      #expect(date > last)
      last = date
    }
  }
}
