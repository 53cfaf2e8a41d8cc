/// Durations as people read them.
enum ElapsedText {
  /// `45 ms`, `3.2 s`, `4 min 05 s`.
  static func text(nanoseconds: UInt64) -> String {
    let milliseconds = nanoseconds / 1_000_000
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    return seconds(Double(milliseconds / 100) / 10)
  }

  /// `3.2 s`, `4 min 05 s`.
  static func seconds(_ seconds: Double) -> String {
    if seconds < 100 {
      return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
    }
    let whole = Int(seconds.rounded())
    let rest = whole % 60
    return "\(whole / 60) min \(rest < 10 ? "0" : "")\(rest) s"
  }
}
