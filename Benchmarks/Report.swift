internal import Glibc

/// Prints what was measured.
enum Report {
  /// A heading.
  static func title(_ text: String) {
    print("\n\(text)")
    print("  " + padded("", 44) + "   least  median    most")
  }

  /// A line of times in milliseconds, each divided by `count`; for gonogo also its memory. That of a
  /// small program cannot be told: before it is loaded it counts as large as this program.
  static func times(_ measurement: Measurement, per count: Int = 1) {
    let (least, median, most) = measurement.seconds
    let scale = 1000 / Double(count)
    let isOurs = measurement.name.hasPrefix("gonogo")
    let size = isOurs ? "   \(fixed(measurement.megabytes, 0)) MB at most" : ""
    print(
      "  " + padded(measurement.name, 44) + number(least * scale) + number(median * scale)
        + number(most * scale) + " ms\(size)")
    flush()
  }

  /// A line of ratios, and whether they are within the aim.
  static func ratio(
    _ name: String, _ measurement: Measurement, to floor: Measurement, aim: Double? = nil
  ) {
    let (least, median, most) = measurement.ratio(to: floor)
    print(
      "  " + padded(name, 44) + number(least) + number(median) + number(most) + " x"
        + verdict(median, aim, "x"))
    flush()
  }

  /// Says whether a median in milliseconds is within the aim.
  static func aim(_ measurement: Measurement, below milliseconds: Double) {
    let median = measurement.seconds.median * 1000
    print("  " + padded("", 44) + verdict(median, milliseconds, "ms"))
    flush()
  }

  /// A remark.
  static func note(_ text: String) {
    print("  \(text)")
    flush()
  }

  /// A message on standard error.
  static func complain(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = unsafe write(STDERR_FILENO, bytes, bytes.count)
  }

  private static func verdict(_ value: Double, _ aim: Double?, _ unit: String) -> String {
    guard let aim else { return "" }
    return "   aim \(fixed(aim, 1)) \(unit): \(value <= aim ? "met" : "MISSED")"
  }

  /// Shows what has been printed, even where the output is a file.
  private static func flush() { fflush(nil) }

  private static func number(_ value: Double) -> String {
    let text = fixed(value, value < 100 ? 2 : 0)
    return String(repeating: " ", count: max(1, 8 - text.count)) + text
  }

  /// `value` with so many decimals.
  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard abs(scaled) < 1e15 else { return "\(value)" }
    let digits = String(Int(abs(scaled)))
    let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = scaled < 0 ? "-" : ""
    return decimals == 0
      ? sign + filled : "\(sign)\(filled.dropLast(decimals)).\(filled.suffix(decimals))"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
