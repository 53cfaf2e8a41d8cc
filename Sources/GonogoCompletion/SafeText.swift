internal import GonogoCore

/// Text from outside, made harmless for a line of Markdown.
package enum SafeText {
  /// At most this many characters of one value are written into a document.
  package static let limit = 300

  /// `text` on one line, without control and direction characters, with every character that means
  /// something to Markdown escaped: it shows as it is and can tick, close or forge nothing.
  package static func inline(_ text: String, limit: Int = SafeText.limit) -> String {
    var result = ""
    var count = 0
    var wasBlank = true
    var underscores = 0
    for scalar in text.unicodeScalars {
      if count == limit {
        result += "…"
        break
      }
      if scalar.properties.isWhitespace {
        if !wasBlank { result += " " }
        wasBlank = true
        continue
      }
      if isHidden(scalar) { continue }
      if scalar == "_" {
        // Three underscores in a row would be a blank again.
        underscores += 1
        result += underscores.isMultiple(of: 3) ? "&#95;" : "\\_"
      } else {
        underscores = 0
        if isMark(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
      wasBlank = false
      count += 1
    }
    while result.last == " " { result.removeLast() }
    return result
  }

  /// Safe text that stands first in a line: what opens a list, a rule or a heading there is escaped,
  /// too.
  static func opening(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "-+=:".contains(first) { return "\\" + text }
    let rest = text.drop { $0.isASCII && $0.isNumber }
    guard first.isNumber, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first.map(\.isWhitespace) ?? true
    else { return text }
    return text.prefix(text.count - rest.count) + "\\" + rest
  }

  /// `text` on one line for the inside of a fence, where nothing is escaped and only what opens a
  /// line could close it.
  static func verbatim(_ text: String, limit: Int = SafeText.limit, opensLine: Bool) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit {
        result += "…"
        break
      }
      if scalar.properties.isWhitespace {
        if !result.isEmpty, result.last != " " { result += " " }
        continue
      }
      if isHidden(scalar) { continue }
      // A fence's own marks, a quote's, a signature's first dash.
      if opensLine, result.isEmpty, "`~->".unicodeScalars.contains(scalar) { continue }
      result.unicodeScalars.append(scalar)
      count += 1
    }
    while result.last == " " { result.removeLast() }
    return result
  }

  /// `text` with every character that cannot be seen as `\u{…}`; with `isCommand` blanks other than the
  /// usual one, too. What is told of a run is told as it was: without such a character a command
  /// would read as another one.
  static func revealed(_ text: String, isCommand: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isBlank = scalar.properties.isWhitespace
      if isBlank ? isCommand && scalar.value > 0x7F : isHidden(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Characters that cannot be seen or that turn the direction of what follows.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    // But for what makes a sign an emoji.
    scalar.isHidden && scalar != "\u{FE0F}" && scalar != "\u{FE0E}"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    "\\`*_[]<>|~#&".unicodeScalars.contains(scalar)
  }
}
