/// Lengths of time as people write limits: `90s`, `5min`, `1.5 h`.
package enum TimeSpan {
  /// The longest that is taken, in seconds: a year.
  package static let longest = 31_536_000.0

  /// The seconds that `text` means: a number, alone in seconds or with a unit of time, where `m` is
  /// minutes. Nil for anything else, for zero, and beyond `longest`.
  package static func seconds(_ text: some StringProtocol) -> Double? {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let rest = text.dropFirst(digits.count).drop { $0 == " " }
    let unit = rest == "m" ? Unit.named("min") : rest.isEmpty ? .second : Unit.named(rest)
    guard let number = Double(String(digits)), number > 0, let unit, unit.dimension == .time,
      number * unit.factor <= longest
    else { return nil }
    return number * unit.factor
  }
}
