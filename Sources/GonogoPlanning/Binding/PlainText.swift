/// Texts of a document compared as people copy them.
enum PlainText {
  /// Lower case, single blanks, straight quotes, no marks, no status emoji, no final colon.
  static func key(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return key(ofASCII: text) }
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

  private static func key(ofASCII text: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    var wasBlank = true
    for byte in text.utf8 {
      switch byte {
      case 0x09...0x0D, 0x20:
        if !wasBlank { key.append(0x20) }
        wasBlank = true
      case UInt8(ascii: "*"), UInt8(ascii: "`"): break
      case 0x41...0x5A:
        key.append(byte | 0x20)
        wasBlank = false
      default:
        key.append(byte)
        wasBlank = false
      }
    }
    while let last = key.last, " :.".utf8.contains(last) { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
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

  /// The bytes of a text, ASCII letters in lower case.
  static func lowered(_ text: String) -> [UInt8] {
    text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// True when `phrase` occurs in `bytes`.
  static func holds(_ phrase: String, in bytes: [UInt8]) -> Bool {
    let wanted = Array(phrase.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return true
    }
    return false
  }
}
