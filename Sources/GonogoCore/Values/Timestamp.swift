/// Points in time as records write them, in UTC.
package struct Timestamp: Sendable, Equatable {
  /// Seconds since 1970-01-01 UTC.
  package let seconds: Int

  /// The time at `seconds` since 1970-01-01 UTC.
  package init(_ seconds: Int) {
    self.seconds = seconds
  }

  /// The time that `iso8601` writes; nil for any other text.
  package init?(iso8601 text: String) {
    let fields = text.split(whereSeparator: { "-T:Z".contains($0) }).map { Int($0) }
    guard text.utf8.count == 20, fields.count == 6, !fields.contains(nil) else { return nil }
    let numbers = fields.compactMap { $0 }
    let (year, month, day) = (numbers[0] - (numbers[1] <= 2 ? 1 : 0), numbers[1], numbers[2])
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    self.init(days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
    // What is no date, the 31st of February, is not written back as it was.
    guard iso8601 == text else { return nil }
  }

  /// `2026-11-23`.
  package var date: String {
    let (year, month, day) = Self.civil(days: floorDivision(seconds, 86_400))
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// `2026-11-23T16:05:29Z`.
  package var iso8601: String {
    let rest = seconds - floorDivision(seconds, 86_400) * 86_400
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { Self.padded($0, 2) }
    return "\(date)T\(time.joined(separator: ":"))Z"
  }

  private func floorDivision(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  /// Year, month and day of a day counted from 1970-01-01, in the proleptic Gregorian calendar:
  /// eras of 400 years, years that begin in March.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
