internal import GonogoCore

/// The text of a block of HTML as its reader sees it.
enum TagText {
  /// A line of it.
  struct Line {
    /// Its text without tags and comments, and with the signs that HTML has names and numbers for.
    var text = ""
    /// True when a checkbox ends on it.
    var hasCheckbox = false
  }

  /// Its lines; none where it holds a script or a style, which nobody reads.
  static func lines(of html: String) -> [Line] {
    let start = ChecklistBuilder.trimmed(html.prefix(16)).lowercased()
    guard !start.hasPrefix("<script"), !start.hasPrefix("<style") else { return [] }
    var lines: [Line] = []
    var tag: String?
    var isComment = false
    for line in html.lines {
      var read = Line()
      var rest = line
      while let sign = rest.first {
        if isComment {
          guard let end = rest.firstRange(of: "-->") else { break }
          isComment = false
          rest = rest[end.upperBound...]
        } else if let open = tag {
          rest.removeFirst()
          guard sign == ">" else {
            tag = open + String(sign)
            continue
          }
          read.hasCheckbox = read.hasCheckbox || isCheckbox(open)
          // "<td>Restore</td><td>failed</td>"
          if separates(open), read.text.last.map({ $0 != " " }) == true { read.text.append(" ") }
          tag = nil
        } else if sign == "<", rest.hasPrefix("<!--") {
          isComment = true
          rest = rest.dropFirst(4)
        } else if sign == "<", rest.dropFirst().first.map(opensTag) == true {
          // "errors < 5" opens no tag.
          tag = ""
          rest.removeFirst()
        } else {
          read.text.append(sign)
          rest.removeFirst()
        }
      }
      if let open = tag { tag = open + " " }
      read.text = String(ChecklistBuilder.trimmed(spelled(read.text)))
      lines.append(read)
    }
    return lines
  }

  /// What its comments say, in order; one that is not closed is none.
  static func comments(in html: String) -> [Substring] {
    var comments: [Substring] = []
    var rest = html[...]
    while let open = rest.firstRange(of: "<!--") {
      let after = rest[open.upperBound...]
      guard let close = after.firstRange(of: "-->") else { break }
      comments.append(ChecklistBuilder.trimmed(after[..<close.lowerBound]))
      rest = after[close.upperBound...]
    }
    return comments
  }

  /// True where some tag is a checkbox.
  static func holdsCheckbox(_ html: String) -> Bool {
    !html.isEmpty && html.utf8.contains(0x3C) && isCheckbox(html)
  }

  /// True for a tag between two texts that are read apart.
  private static func separates(_ tag: String) -> Bool {
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
    return ["td", "th", "tr", "li", "p", "br", "div", "dt", "dd"].contains(name)
  }

  private static func isCheckbox(_ tag: String) -> Bool {
    let tag = tag.lowercased()
    return tag.holds("input") && tag.holds("checkbox")
  }

  private static func opensTag(_ sign: Character) -> Bool { sign.isLetter || "/!?".contains(sign) }

  /// The text with each `&le;` and `&#9744;` as the sign it stands for.
  private static func spelled(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
      if let end = part.prefix(10).firstIndex(of: ";"), let sign = sign(part[..<end]) {
        text += sign + part[end...].dropFirst()
      } else {
        text += "&" + part
      }
    }
  }

  private static func sign(_ name: Substring) -> String? {
    if let sign = names[String(name)] { return sign }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
      .flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  private static let names = [
    "lt": "<", "gt": ">", "le": "≤", "ge": "≥", "nbsp": " ", "amp": "&",
  ]
}
