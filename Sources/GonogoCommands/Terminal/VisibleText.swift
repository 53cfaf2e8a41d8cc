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
