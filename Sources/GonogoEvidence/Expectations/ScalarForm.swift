/// What a scalar of a sentence is to whoever reads it.
enum ScalarForm {
  /// The ASCII sign for a full-width form or a typographic variant; itself for all others.
  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x80: scalar
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
    case 0xA0, 0x2009, 0x202F, 0x3000: " "
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300C, 0x300D, 0x300E, 0x300F: "\""
    case 0x2010...0x2015, 0x2212: "-"
    case 0x3001: ","
    case 0x3002: "."
    case 0x301C, 0x223C: "~"
    case 0x2192, 0x21D2, 0x27A1, 0x2794: "→"
    case 0x2264, 0x2A7D, 0x2266: "≤"
    case 0x2265, 0x2A7E, 0x2267: "≥"
    case 0x2026: "…"
    default: scalar
    }
  }

  /// True for signs of scripts written without blanks between words, and of Korean, whose endings
  /// are written without one.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// `0` to `9`.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }

  /// A letter that is part of a word with others.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (scalar.value | 0x20) >= 0x61 && (scalar.value | 0x20) <= 0x7A }
    return !isUnspaced(scalar) && scalar.properties.isAlphabetic
  }

  /// Space, tab or line end.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x20 || (scalar.value >= 9 && scalar.value <= 13)
  }
}
