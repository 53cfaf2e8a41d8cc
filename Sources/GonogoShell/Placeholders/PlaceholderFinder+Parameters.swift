internal import GonogoCore

/// The parameters of a statement that a program or psql would fill: `?`, `$1`, `:id`, `%s`,
/// `'USER_ID'`. As they stand they give an error, or no rows where no rows are what is hoped for.
extension PlaceholderFinder {
  /// Reads the sign that begins here in a statement of SQL.
  mutating func readParameter(_ region: TextRegion) {
    guard region == .bare, !isShell else { return readQuoted(region) }
    switch bytes[position] {
    case ShellByte.question:
      // `data ? 'key'` asks whether JSON has a key.
      let next = byte(afterBlanks: position + 1)
      if takesValue(before: position), next != ShellByte.singleQuote, next != ShellByte.dollar {
        add("?", position + 1, region, false)
      }
    case ShellByte.dollar:
      var end = digits(from: position + 1)
      if end == position + 1 { end = nameEnd(from: end) }
      if end > position + 1, byte(end) != ShellByte.dollar, !definesParameters {
        add(text(position..<end), end, region, false)
      }
    case ShellByte.at:
      let end = nameEnd(from: position + 1)
      if end > position + 1, takesValue(before: position) {
        add(text(position..<end), end, region, false)
      }
    case ShellByte.colon:
      var end = position + 1
      while ShellByte.isName(byte(end)) { end += 1 }
      let before = byte(position - 1)
      if end > position + 1, !setsVariables, byte(end) != ShellByte.colon,
        ShellByte.isMeta(before) || before == ShellByte.equals || before == ShellByte.comma
      {
        add(text(position + 1..<end), end, region, true)
      }
    default: readFormat(region)
    }
  }

  /// `%s`, `%(name)s`: what Python puts in.
  private mutating func readFormat(_ region: TextRegion) {
    var end = position + 1
    if byte(end) == ShellByte.open {
      end += 1
      while ShellByte.isName(byte(end)) { end += 1 }
      guard byte(end) == ShellByte.close, end > position + 2 else { return }
      end += 1
    } else if !takesValue(before: position) {
      return
    }
    guard byte(end) == 0x73 || byte(end) == 0x64, !isWordByte(byte(end + 1)) else { return }
    add(text(position..<end + 1), end + 1, region, false)
  }

  /// `= '%s'`, `= '$1'`, `= '?'`: a text that is only such a sign; behind LIKE `'%s'` is a pattern.
  private mutating func readQuoted(_ region: TextRegion) {
    guard !isShell, region == .single, byte(position - 1) == ShellByte.singleQuote,
      byte(beforeBlanks: position - 1) == ShellByte.equals
    else { return }
    var end = position + 1
    while end - position < 40, isWordByte(byte(end)) { end += 1 }
    let name = text(position..<end)
    let isSign = bytes[position] == 0x25 ? name == "%s" : bytes[position] != ShellByte.colon
    if isSign, byte(end) == ShellByte.singleQuote { add(name, end, region, false) }
  }

  /// `= #{id}`, `= &id`, `= [id]`: what Ruby, SQL*Plus and people put in.
  mutating func readSign(_ region: TextRegion) {
    guard region == .bare, takesValue(before: position) else { return }
    let isSimple = bytes[position] == ShellByte.ampersand
    let opens = bytes[position] == ShellByte.hash ? position + 1 : position
    if !isSimple, ![ShellByte.openBrace, ShellByte.openBracket].contains(byte(opens)) { return }
    var end = nameEnd(from: opens + 1)
    guard end > opens + 1 else { return }
    let name = text(opens + 1..<end)
    if !isSimple {
      guard [ShellByte.closeBrace, ShellByte.closeBracket].contains(byte(end)) else { return }
      end += 1
    }
    add(name, end, region, false)
  }

  /// True at the first byte of a text in quotes.
  func opensText(_ region: TextRegion) -> Bool {
    region == .single && byte(position - 1) == ShellByte.singleQuote
      && (position < 2 || regions[position - 2] != .single)
  }

  /// `= 'PLACEHOLDER'`, `= 'ID'`, `= '2024-XX-XX'`, `= 'user@example.com'`: a text that only stands for one.
  mutating func readStandInText(_ region: TextRegion) {
    var end = position
    while end - position < 60, byte(end) != ShellByte.singleQuote, byte(end) != ShellByte.newline {
      end += 1
    }
    guard byte(end) == ShellByte.singleQuote, end > position,
      byte(beforeBlanks: position - 1) == ShellByte.equals, isStandIn(text(position..<end))
    else { return readWordOfText(region) }
    add(text(position..<end), end, region, false)
  }

  private mutating func readWordOfText(_ region: TextRegion) {
    if isWordByte(bytes[position]) { readWord(region) }
  }

  private func isStandIn(_ content: String) -> Bool {
    let words = content.split { !$0.isLetter }
    if words.contains(where: { Self.standIns.contains($0.lowercased()) }) { return true }
    if words.contains(where: { $0.count >= 2 && $0.allSatisfy { $0 == "X" } }) { return true }
    if content.holds("@example.") || content.holds("@domain.") { return true }
    if words.count == 1, Self.bareNames.contains(content) { return true }
    let first = words.first?.lowercased() ?? ""
    return words.count >= 3 && words[1] == "of" && Self.bareNames.contains(first.uppercased())
  }

  private static let standIns: Set<String> = [
    "placeholder", "replace", "replaceme", "changeme", "todo", "tbd", "fixme", "insert", "your",
  ]
  private static let bareNames: Set<String> = [
    "ID", "UUID", "GUID", "NAME", "EMAIL", "VALUE", "DATE", "USERNAME", "USER", "HOST", "TOKEN",
  ]

  /// True for `user_id = 'USER_ID'`: a text that is only the name of what its column holds.
  func isNameOfColumn(_ start: Int, _ end: Int, _ region: TextRegion) -> Bool {
    guard region == .single, byte(start - 1) == ShellByte.singleQuote,
      byte(end) == ShellByte.singleQuote, byte(beforeBlanks: start - 1) == ShellByte.equals
    else { return false }
    var last = start - 2
    while ShellByte.isBlank(byte(last)) || byte(last) == ShellByte.equals { last -= 1 }
    var first = last
    while ShellByte.isName(byte(first - 1)) { first -= 1 }
    guard first <= last else { return false }
    let column = text(first..<last + 1).lowercased()
    // Catalogues hold names in capitals.
    if column.hasSuffix("name") || column.hasSuffix("key") { return false }
    let parts = Set(column.split(separator: "_"))
    return text(start..<end).lowercased().split { $0 == "_" || $0 == "-" }
      .contains { parts.contains($0) }
  }

  // MARK: What is around

  private func byte(beforeBlanks index: Int) -> UInt8 {
    var index = index - 1
    while index >= 0, ShellByte.isBlank(byte(index)) || byte(index) == ShellByte.newline {
      index -= 1
    }
    return byte(index)
  }

  private func byte(afterBlanks index: Int) -> UInt8 {
    var index = index
    while ShellByte.isBlank(byte(index)) { index += 1 }
    return byte(index)
  }

  private func nameEnd(from start: Int) -> Int {
    guard ShellByte.isNameStart(byte(start)) else { return start }
    var end = start
    while ShellByte.isName(byte(end)) { end += 1 }
    return end
  }

  private func digits(from start: Int) -> Int {
    var end = start
    while ShellByte.isDigit(byte(end)) { end += 1 }
    return end
  }

  /// True where only a value can stand: behind a sign that compares, `(`, `,` and some words.
  private func takesValue(before index: Int) -> Bool {
    switch byte(beforeBlanks: index) {
    case ShellByte.equals, ShellByte.less, ShellByte.greater, ShellByte.open, ShellByte.comma:
      return true
    case ShellByte.pipe:
      return text(max(0, index - 4)..<index).holds("||")
    default:
      var end = index
      while end > 0, ShellByte.isBlank(byte(end - 1)) { end -= 1 }
      var start = end
      while end - start < 12, isWordByte(byte(start - 1)) { start -= 1 }
      return Self.wordsBeforeValues.contains(text(start..<end).lowercased())
    }
  }

  private static let wordsBeforeValues: Set<String> = [
    "like", "ilike", "limit", "offset", "between", "and", "values", "interval", "select", "set",
  ]
}
