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
    guard let seconds = TimeSpan.seconds(text) else {
      throw CommandFailure(
        .usage, "--timeout \(text): this is no time",
        cure: "write a number with its unit: 90s, 5min")
    }
    return seconds
  }
}
