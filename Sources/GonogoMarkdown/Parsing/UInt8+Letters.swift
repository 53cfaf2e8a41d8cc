extension UInt8 {
  /// True for an ASCII letter or digit.
  var isLetterOrDigit: Bool { (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) }
}
