extension StringProtocol {
  /// True when a letter of a script without blanks between words stands in the text: Chinese, Japanese,
  /// Korean, their punctuation and wide forms. Emoji are none.
  ///
  /// By bytes, since every text is asked: in UTF-8 the signs from U+3000 to U+D7FF begin with 0xE3 to 0xED,
  /// wide forms with 0xEF 0xBC to 0xBE, and the rare ideographs from U+20000 on with 0xF0 0xA0.
  var hasWideSigns: Bool {
    var lead: UInt8 = 0
    for byte in utf8 {
      if Self.isWide(byte, behind: lead) { return true }
      lead = byte
    }
    return false
  }

  /// True when the first sign is one of them.
  var opensWide: Bool {
    guard let first = utf8.first else { return false }
    return Self.isWide(first, behind: 0)
      || utf8.dropFirst().first.map { Self.isWide($0, behind: first) } == true
  }

  private static func isWide(_ byte: UInt8, behind lead: UInt8) -> Bool {
    0xE3...0xED ~= byte || lead == 0xEF && 0xBC...0xBE ~= byte || lead == 0xF0 && byte >= 0xA0
  }
}
