/// Takes SQL apart; gives up where dialects or settings would read the text differently.
struct SQLLexer {
  private let text: [UInt8]
  private let dialect: CommandLanguage
  private var position = 0
  private var tokens: [SQLToken] = []
  private var semicolons: [Int] = []

  /// Where the semicolons that end statements stand in `text`; nil when that is in doubt.
  static func semicolons(in text: [UInt8], _ dialect: CommandLanguage) -> [Int]? {
    var lexer = SQLLexer(text: text, dialect: dialect)
    return lexer.run() ? lexer.semicolons : nil
  }

  /// The tokens of `text`; nil when where a string or comment ends is in doubt.
  static func tokens(of text: [UInt8], _ dialect: CommandLanguage) -> [SQLToken]? {
    var lexer = SQLLexer(text: text, dialect: dialect)
    return lexer.run() ? lexer.tokens : nil
  }

  private init(text: [UInt8], dialect: CommandLanguage) {
    self.text = text
    self.dialect = dialect
  }

  private func peek(_ ahead: Int = 0) -> UInt8 {
    position + ahead < text.count ? text[position + ahead] : 0
  }

  private mutating func run() -> Bool {
    if text.contains(0) { return false }
    while position < text.count {
      guard step() else { return false }
    }
    return true
  }

  private mutating func step() -> Bool {
    let byte = text[position]
    switch byte {
    case ShellByte.space, ShellByte.tab, ShellByte.newline, ShellByte.carriageReturn, 0x0C:
      position += 1
    case ShellByte.minus where peek(1) == ShellByte.minus: return lineComment()
    case 0x2F where peek(1) == 0x2A: return blockComment()
    case ShellByte.hash where dialect == .mysql: return false
    case ShellByte.singleQuote: return string(ShellByte.singleQuote, escapes: false)
    case ShellByte.doubleQuote: return quotedName(ShellByte.doubleQuote)
    case ShellByte.backquote:
      return dialect == .postgres ? false : quotedName(ShellByte.backquote)
    case ShellByte.openBracket where dialect == .sqlite: return false
    case ShellByte.dollar: return dollar()
    case ShellByte.backslash: return meta()
    case ShellByte.dot where dialect == .sqlite && isLineStart: return meta()
    case ShellByte.colon where dialect == .postgres: return colon()
    case _ where ShellByte.isDigit(byte): number()
    case _ where ShellByte.isNameStart(byte) || byte >= 0x80: return word()
    default:
      if byte == ShellByte.semicolon { semicolons.append(position) }
      tokens.append(.symbol(byte))
      position += 1
    }
    return true
  }

  /// Only where a statement starts does a dot start a command of sqlite3's own.
  private var isLineStart: Bool {
    (position == 0 || text[position - 1] == ShellByte.newline)
      && (tokens.last == nil || tokens.last == .symbol(ShellByte.semicolon) || lastIsMeta)
  }

  private var lastIsMeta: Bool {
    if case .meta = tokens.last { return true }
    return false
  }

  private mutating func lineComment() -> Bool {
    if dialect == .mysql, ![ShellByte.space, ShellByte.tab, ShellByte.newline, 0].contains(peek(2))
    {
      return false
    }
    while position < text.count, text[position] != ShellByte.newline {
      // Some end a comment at a lone carriage return.
      if text[position] == ShellByte.carriageReturn, peek(1) != ShellByte.newline { return false }
      position += 1
    }
    return true
  }

  private mutating func blockComment() -> Bool {
    position += 2
    // MySQL runs what stands in `/*! … */`; `/*+` is a hint.
    if peek() == ShellByte.bang || (peek() == 0x4D && peek(1) == ShellByte.bang) { return false }
    while position < text.count {
      if peek() == 0x2F, peek(1) == 0x2A { return false }
      if peek() == 0x2A, peek(1) == 0x2F {
        position += 2
        return true
      }
      position += 1
    }
    return false
  }

  private mutating func string(_ quote: UInt8, escapes: Bool) -> Bool {
    position += 1
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte == ShellByte.backslash {
        if escapes {
          position += 1
        } else if peek() == quote || dialect == .mysql {
          return false
        }
      } else if byte == quote {
        if peek() != quote {
          tokens.append(.value)
          return true
        }
        position += 1
      }
    }
    return false
  }

  private mutating func quotedName(_ quote: UInt8) -> Bool {
    guard string(quote, escapes: false) else { return false }
    tokens[tokens.count - 1] = .name
    return true
  }

  private mutating func dollar() -> Bool {
    guard dialect == .postgres else {
      tokens.append(.symbol(ShellByte.dollar))
      position += 1
      return true
    }
    var end = position + 1
    while end < text.count, ShellByte.isName(text[end]) || text[end] >= 0x80 { end += 1 }
    let isTag = end < text.count && text[end] == ShellByte.dollar && !ShellByte.isDigit(peek(1))
    guard isTag else {
      tokens.append(.value)
      position = end
      return true
    }
    let tag = Array(text[position...end])
    position = end + 1
    while position + tag.count <= text.count {
      if text[position] == ShellByte.dollar,
        text[position..<position + tag.count].elementsEqual(tag)
      {
        position += tag.count
        tokens.append(.value)
        return true
      }
      position += 1
    }
    return false
  }

  private mutating func colon() -> Bool {
    if peek(1) == ShellByte.colon || peek(1) == ShellByte.equals {
      position += 2
      tokens.append(.symbol(ShellByte.colon))
      return true
    }
    // psql puts a variable's text here.
    if ShellByte.isNameStart(peek(1))
      || [
        ShellByte.singleQuote, ShellByte.doubleQuote,
        ShellByte.openBrace,
      ].contains(peek(1))
    {
      return false
    }
    tokens.append(.symbol(ShellByte.colon))
    position += 1
    return true
  }

  private mutating func number() {
    while ShellByte.isName(peek()) || peek() == ShellByte.dot { position += 1 }
    tokens.append(.value)
  }

  private mutating func word() -> Bool {
    let start = position
    while ShellByte.isName(peek()) || peek() >= 0x80 || peek() == ShellByte.dollar { position += 1 }
    let name = String(decoding: text[start..<position], as: UTF8.self).lowercased()
    if peek() == ShellByte.singleQuote {
      switch name {
      case "e": return dialect == .postgres && string(ShellByte.singleQuote, escapes: true)
      case "b", "x", "n": return string(ShellByte.singleQuote, escapes: false)
      default: break
      }
    }
    if name == "u", peek() == ShellByte.ampersand { return false }
    tokens.append(.word(name))
    return true
  }

  private mutating func meta() -> Bool {
    guard dialect != .mysql else { return false }
    position += 1
    let start = position
    while position < text.count, text[position] > ShellByte.space { position += 1 }
    let name = String(decoding: text[start..<position], as: UTF8.self)
    let rest = position
    while position < text.count, text[position] != ShellByte.newline { position += 1 }
    tokens.append(.meta(name, String(decoding: text[rest..<position], as: UTF8.self)))
    return true
  }
}
