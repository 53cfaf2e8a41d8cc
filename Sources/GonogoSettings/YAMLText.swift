/// Texts as YAML spells them, on one line each.
enum YAMLText {
  /// True when `text` can be a key: longer ones need another form (YAML 1.1, "simple keys").
  static func isKey(_ text: String) -> Bool { key(text).unicodeScalars.count <= 1000 }

  /// A key, between quotes.
  static func key(_ text: String) -> String { quoted(text) }

  /// A value: as it is where nothing in it means something to YAML, else between quotes.
  static func value(_ text: String) -> String {
    let special = Set(":#,[]{}\"'&*!|>%@`\\".unicodeScalars)
    let first = text.unicodeScalars.first
    let isPlain =
      first.map { $0.properties.isAlphabetic } ?? false && text.last != " "
      && text.unicodeScalars.allSatisfy {
        (0x20..<0x7F).contains($0.value) && !special.contains($0)
      }
    return isPlain ? text : quoted(text)
  }

  /// Single quotes where the text holds what double quotes would have to escape, else double ones.
  private static func quoted(_ text: String) -> String {
    let isClean = text.unicodeScalars.allSatisfy(isPrintable)
    if isClean, text.contains("\"") || text.contains("\\") {
      return "'" + text.replacing("'", with: "''") + "'"
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        result += "\\"
        result.unicodeScalars.append(scalar)
      } else if isPrintable(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return result + "\""
  }

  /// A remark behind `#`: nothing in it ends the line or moves the cursor.
  static func comment(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if isPrintable(scalar) { result.unicodeScalars.append(scalar) } else { result += " " }
    }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: true
    }
  }
}
