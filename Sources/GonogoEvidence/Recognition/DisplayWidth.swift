/// How many columns of a terminal a character takes, as psql and kubectl count them.
enum DisplayWidth {
  /// 0 for combining marks and zero-width characters, 2 for wide East Asian characters and emoji,
  /// else 1. Blocks are taken as a whole: where this is wrong a table does not line up and is left
  /// alone.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let code = scalar.value
    if code < 0x300 { return 1 }
    for range in zero where range.contains(code) { return 0 }
    for range in wide where range.contains(code) { return 2 }
    return 1
  }

  /// The width of a whole text.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  private static let zero: [ClosedRange<UInt32>] = [
    0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x200B...0x200F,
    0x20D0...0x20F0, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
  ]
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
