internal import GonogoCore

/// Times as signature blocks write them: `2026-11-23T16:13:05Z`.
package enum UTCTime {
  /// The last second of the year 9999.
  static let last = 253_402_300_799

  /// The time that lies `seconds` after 1970 began; nil outside the years 1970 to 9999.
  package static func text(_ seconds: Int) -> String? {
    guard (0...last).contains(seconds) else { return nil }
    return Timestamp(seconds).iso8601
  }

  /// The seconds since 1970 of a time that is written exactly as `text` writes it, else nil.
  package static func seconds(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return nil }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
    let days = day(year: number(0..<4), month: number(5..<7), day: number(8..<10))
    let clock = number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19)
    // Writing it again catches every separator, month, day and leap second that should not be there.
    let result = days * 86_400 + clock
    return Self.text(result) == String(text) ? result : nil
  }

  /// The day, counted from 1970-01-01, of a Gregorian date; any number for dates that do not exist.
  private static func day(year: Int, month: Int, day: Int) -> Int {
    // Years are counted from 1 March, so that the leap day comes last and months need no table.
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = month <= 2 ? month + 9 : month - 3
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return 365 * shifted + leapDays + (153 * monthFromMarch + 2) / 5 + day - 1 - 719_468
  }
}
