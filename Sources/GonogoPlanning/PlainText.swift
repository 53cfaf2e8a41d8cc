/// Texts of a document compared as people copy them.
enum PlainText {
  /// Lower case, single blanks, straight quotes, no marks, no status emoji, no final colon.
  static func key(_ text: String) -> String {
    var key = ""
    var wasBlank = true
    for character in text {
      if character.isWhitespace {
        if !wasBlank { key.append(" ") }
        wasBlank = true
      } else if character == "’" || character == "‘" {
        key.append("'")
        wasBlank = false
      } else if character.isASCII {
        if character != "*", character != "`" { key += character.lowercased() }
        wasBlank = wasBlank && (character == "*" || character == "`")
      } else if !marks.contains(character) {
        key += character.lowercased()
        wasBlank = false
      }
    }
    while let last = key.last, " :：.".contains(last) { key.removeLast() }
    return key
  }

  /// True when a number opens the text: then it names that number and no other.
  static func hasNumber(_ text: String) -> Bool {
    key(text).drop { !$0.isLetter && !$0.isNumber }.first?.isNumber ?? false
  }

  private static let marks: Set<Character> = ["✅", "❌", "⚠️", "⚠", "☐"]

  /// A heading without its number and decoration: `## 🚀 1. Health` is `health`.
  static func heading(_ text: String) -> String {
    let key = key(text)
    let rest = key.drop { !$0.isLetter }
    return rest.isEmpty ? key : String(rest)
  }
}
