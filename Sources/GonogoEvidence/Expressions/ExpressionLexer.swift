/// Cuts a directive's text into words.
struct ExpressionLexer {
  /// Words that are no names unless they stand between backquotes.
  static let keywords: Set<String> = [
    "and", "or", "not", "of", "within", "contains", "matches", "true", "false",
  ]

  private let characters: [Character]
  private let base: Int
  private var position = 0

  /// A lexer of `characters`, the first of which stands `base` characters into the directive.
  init(_ characters: ArraySlice<Character>, base: Int) {
    self.characters = Array(characters)
    self.base = base
  }

  /// Whether `name` can be written without backquotes.
  static func isPlainName(_ name: String) -> Bool {
    guard let first = name.first, isWordStart(first), !keywords.contains(name) else { return false }
    return name.allSatisfy(isWordPart)
  }

  private static func isWordStart(_ character: Character) -> Bool {
    character.isLetter || character == "_"
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static func isDigit(_ character: Character?) -> Bool {
    character.map { ("0"..."9").contains($0) && $0.isASCII } ?? false
  }

  /// All words, the last of which is `.end`.
  mutating func tokens() throws(DirectiveError) -> [ExpressionToken] {
    var found: [ExpressionToken] = []
    while true {
      while let next = peek(), next.isWhitespace { position += 1 }
      let start = position
      guard let next = peek() else {
        found.append(ExpressionToken(kind: .end, offset: base + start))
        return found
      }
      let kind: ExpressionToken.Kind =
        if Self.isDigit(next) {
          try number()
        } else if Self.isWordStart(next) {
          .word(word())
        } else if next == "\"" {
          .text(try delimited(by: "\"", what: "text"))
        } else if next == "`" {
          .name(try delimited(by: "`", what: "name"))
        } else {
          try symbol(next)
        }
      found.append(ExpressionToken(kind: kind, offset: base + start))
    }
  }

  private func peek(_ distance: Int = 0) -> Character? {
    let index = position + distance
    return characters.indices.contains(index) ? characters[index] : nil
  }

  private mutating func word() -> String {
    let start = position
    while let next = peek(), Self.isWordPart(next) { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func skipDigits() {
    while Self.isDigit(peek()) { position += 1 }
  }

  private mutating func number() throws(DirectiveError) -> ExpressionToken.Kind {
    let start = position
    skipDigits()
    if peek() == ".", Self.isDigit(peek(1)) {
      position += 1
      skipDigits()
    }
    if peek() == "e" || peek() == "E" {
      let signed = peek(1) == "-" || peek(1) == "+"
      if Self.isDigit(peek(signed ? 2 : 1)) {
        position += signed ? 2 : 1
        skipDigits()
      }
    }
    if peek() == ",", Self.isDigit(peek(1)) {
      throw DirectiveError(
        "a number is written without thousands separators and with a decimal point",
        at: base + start, cure: "write 1000, not 1,000; write 0.5, not 0,5")
    }
    let text = String(characters[start..<position])
    guard let value = Double(text), value.isFinite else {
      throw DirectiveError("the number is too large", at: base + start)
    }
    return .number(value)
  }

  /// Reads up to the closing `delimiter`; a backslash stands for itself except before the
  /// delimiter and before another backslash, so that patterns need no doubling.
  private mutating func delimited(
    by delimiter: Character, what: String
  ) throws(DirectiveError) -> String {
    let start = position
    position += 1
    var text = ""
    while let next = peek() {
      position += 1
      if next == delimiter {
        if text.isEmpty {
          throw DirectiveError("the \(what) is empty", at: base + start)
        }
        return text
      }
      if next == "\\", let escaped = peek(), escaped == delimiter || escaped == "\\" {
        position += 1
        text.append(escaped)
      } else {
        text.append(next)
      }
    }
    throw DirectiveError(
      "the \(what) that begins here is never closed", at: base + start,
      cure: "close it with \(delimiter)")
  }

  private mutating func symbol(_ first: Character) throws(DirectiveError) -> ExpressionToken.Kind {
    let start = position
    let pair = peek(1).map { String([first, $0]) } ?? String(first)
    if ["<=", ">=", "==", "!="].contains(pair) {
      position += 2
      return .symbol(pair)
    }
    if let cure = Self.cures[pair] ?? Self.cures[String(first)] {
      throw DirectiveError("`\(first)` is not used here", at: base + start, cure: cure)
    }
    if first == "-", start > 0, Self.isWordPart(characters[start - 1]),
      let next = peek(1), Self.isWordStart(next)
    {
      throw DirectiveError(
        "a hyphen inside a name", at: base + start,
        cure: "put blanks around a minus, or the name between backquotes: `db-size`")
    }
    guard "+-*/<>()[].%".contains(first) else {
      throw DirectiveError("`\(first)` means nothing here", at: base + start)
    }
    position += 1
    return .symbol(String(first))
  }

  private static let cures: [String: String] = [
    "=": "write == to compare", "&": "write and", "|": "write or", "!": "write not",
    "≤": "write <=", "≥": "write >=", "≠": "write !=", "'": "put texts between straight \" quotes",
    "“": "put texts between straight \" quotes", "”": "put texts between straight \" quotes",
    "×": "write *", "÷": "write /", "$": "name a capture; shell variables are not known here",
  ]
}
