internal import GonogoCore

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

  /// A command as it would be run: as `line`, and signs that look like a blank or like nothing, too.
  static func command(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .spaceSeparator, scalar != " " {
        result += escape(scalar)
      } else {
        append(scalar, to: &result, keepsLines: false)
      }
    }
    return result
  }

  /// Text for the terminal: lines stay, the marks of our own colours become them, everything else is made visible.
  static func styled(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      let colour = colours.first { scalar == $0.mark.first && rest.starts(with: $0.mark) }
      if let colour {
        result += colour.sequence
        rest = rest.dropFirst(colour.mark.count)
      } else {
        append(scalar, to: &result, keepsLines: true)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// What stands for a colour, by the number that a terminal knows it by, until it is written. It is
  /// another one in each process, so that nothing from outside is ever taken for a colour of ours.
  static func mark(_ number: String) -> String { "\u{E000}\(secret)\(number)\u{E001}" }

  private static let secret: String = {
    var generator = SystemRandomNumberGenerator()
    return String(generator.next(), radix: 36) + "-"
  }()

  private static let colours = (Terminal.Style.allCases.map(\.rawValue) + ["0"]).map {
    (mark: Array(mark($0).unicodeScalars), sequence: "\u{1B}[\($0)m")
  }

  /// JSON in which everything invisible is escaped.
  static func json(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x7F }) { return text }
    var result = ""
    var shown = text.startIndex
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar.value >= 0x7F, scalar.isHidden {
        result += text[shown..<index]
        shown = scalars.index(after: index)
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return result + text[shown...]
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
    } else if scalar.isHidden, !isEmojiStyle(scalar, after: result) {
      result += escape(scalar)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// True for the mark that makes a sign an emoji, where it stands behind one.
  private static func isEmojiStyle(_ scalar: Unicode.Scalar, after text: String) -> Bool {
    guard scalar == "\u{FE0F}" || scalar == "\u{FE0E}" else { return false }
    return text.unicodeScalars.last?.properties.isEmoji ?? false
  }
}
