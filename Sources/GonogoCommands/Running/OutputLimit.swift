/// How much of what a command prints is kept as evidence.
enum OutputLimit {
  /// 2 MiB, in bytes.
  static let standard = 2 << 20
  /// The values that make sense, in bytes: a screen of text, and what a run can still hold in memory.
  static let range: ClosedRange<UInt64> = 4 << 10...256 << 20

  /// Reads `512KiB`, `10MB`.
  ///
  /// - Throws: `CommandFailure` for anything that is no size in `range`.
  static func bytes(_ text: String?) throws(CommandFailure) -> Int {
    guard let text else { return standard }
    guard let bytes = LimitOptions.size(text), range.contains(bytes) else {
      throw CommandFailure(
        .usage, "--output-limit \(text): this is no size from 4 KiB to 256 MiB",
        cure: "write a number with its unit: 512KiB, 10MB")
    }
    return Int(bytes)
  }
}
