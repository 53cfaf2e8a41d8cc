/// The bytes that may stand between those of a secret.
enum SkippedBytes {
  /// What wraps a long line.
  static let wrapping: Set<UInt8> = [0x0A, 0x0D]
  /// What spreads out a text or quotes it anew: blanks, line ends, backslash and quotes.
  static let spreading: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x5C, 0x27, 0x22]
}
