/// Text that can be shown: nothing in it moves the cursor, hides or turns anything.
enum VisibleText {
  /// One line: control and direction characters become `\u{…}`, tabs become blanks.
  static func line(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result, keepsLines: false) }
    return result
  }

  /// Several lines: LF stays.
  static func lines(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &result, keepsLines: true) }
    return result
  }

  /// How many columns a line takes in a terminal: Chinese, Japanese and Korean signs and emoji two.
  static func width(_ text: String) -> Int {
    text.reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      let isWide =
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
          0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
          true
        default: scalar.properties.isEmojiPresentation
        }
      return width + (isWide ? 2 : 1)
    }
  }

  private static func append(
    _ scalar: Unicode.Scalar, to result: inout String, keepsLines: Bool
  ) {
    if scalar.value >= 0x20, scalar.value < 0x7F {
      result.unicodeScalars.append(scalar)
    } else if scalar == "\t" {
      result += keepsLines ? "\t" : " "
    } else if scalar == "\n", keepsLines {
      result += "\n"
    } else {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
