extension Substring {
  /// True when each Character is a single code point that is spelled in one way only, so that
  /// comparing bytes or code points comes to the same as comparing Characters. False where that is
  /// not sure.
  package var isBytewise: Bool {
    var isASCII = true
    let bytes = utf8.span
    for index in bytes.indices {
      if bytes[index] >= 0x80 { isASCII = false }
      // A line end of two bytes is one Character.
      if bytes[index] == 0x0D { return false }
    }
    if isASCII { return true }
    var isBehindPicture = false
    for scalar in unicodeScalars {
      guard scalar.standsAlone || (isBehindPicture && scalar == "\u{FE0F}") else { return false }
      isBehindPicture = scalar.isPicture
    }
    return true
  }
}

extension Unicode.Scalar {
  /// True for the code points that never join others to one Character and that no others spell:
  /// those of the common scripts, and signs. Only what is surely so.
  fileprivate var standsAlone: Bool {
    switch value {
    case 0x00...0x0C, 0x0E...0x24F, 0x391...0x3C9, 0x410...0x44F: true
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2190...0x2328, 0x232B...0x2ADB: true
    case 0x3000...0x3029, 0x3041...0x3096, 0x30A1...0x30FE, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0xAC00...0xD7A3, 0xFF01...0xFF9D: true
    default: isPicture
    }
  }

  /// True for pictures without digits, which a variation selector may follow without a change of meaning.
  fileprivate var isPicture: Bool {
    switch value {
    case 0x2600...0x2775, 0x2794...0x27BF, 0x1F300...0x1F3FA, 0x1F400...0x1F64F, 0x1F680...0x1F6FF,
      0x1F7E0...0x1F7EB, 0x1F900...0x1F9FF:
      true
    default: false
    }
  }
}
