internal import GonogoCore

/// The time limit of a step.
enum TimeLimit {
  /// Five minutes, in seconds.
  static let standard = 300.0

  /// Reads `90s`, `5min`, `90`.
  ///
  /// - Throws: `CommandFailure` for anything that is no time above zero.
  static func seconds(_ text: String?) throws(CommandFailure) -> Double {
    guard let text else { return standard }
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let rest = text.dropFirst(digits.count).drop { $0 == " " }
    let unit = rest == "m" ? Unit.named("min") : rest.isEmpty ? .second : Unit.named(rest)
    guard let number = Double(digits), number > 0, let unit, unit.dimension == .time,
      number * unit.factor <= 31_536_000
    else {
      throw CommandFailure(
        .usage, "--timeout \(text): this is no time",
        cure: "write a number with its unit: 90s, 5min")
    }
    return number * unit.factor
  }
}
