/// What the standard library says of signs, found at once for ASCII: its own way looks each sign up in
/// the tables of Unicode, and documents are read sign by sign. The same names, so that nobody has to
/// choose; a test holds the answers together.
extension Character {
  /// True for blanks and line ends, as `Unicode.Scalar.Properties.isWhitespace` of the first scalar.
  package var isWhitespace: Bool {
    let byte = utf8[utf8.startIndex]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    return unicodeScalars[unicodeScalars.startIndex].properties.isWhitespace
  }

  /// True for letters, as `Unicode.Scalar.Properties.isAlphabetic` of the first scalar.
  package var isLetter: Bool {
    let byte = utf8[utf8.startIndex]
    if byte < 0x80 { return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    return unicodeScalars[unicodeScalars.startIndex].properties.isAlphabetic
  }

  /// True for digits and other signs with a number, as `Unicode.Scalar.Properties.numericType` of the
  /// first scalar.
  package var isNumber: Bool {
    let byte = utf8[utf8.startIndex]
    if byte < 0x80 { return byte >= 0x30 && byte <= 0x39 }
    return unicodeScalars[unicodeScalars.startIndex].properties.numericType != nil
  }
}
