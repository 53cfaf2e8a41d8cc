extension ShellParser {
  /// Reads inside `${…}` after the name.
  mutating func stepBrace(quotes: Bool) {
    let byte = bytes[position]
    switch byte {
    case ShellByte.closeBrace:
      position += 1
      pop()
    case ShellByte.singleQuote where !quotes: position += 1
    case ShellByte.doubleQuote:
      position += 1
      contexts.append(.doubleQuote)
    case ShellByte.dollar: dollar(inQuotes: !quotes)
    default: stepInside(byte)
    }
  }

  /// Reads inside arithmetic.
  mutating func stepArithmetic(_ depth: Int, isCommand: Bool) {
    let byte = bytes[position]
    switch byte {
    case ShellByte.open:
      position += 1
      replace(.arithmetic(depth: depth + 1, isCommand: isCommand))
    case ShellByte.close where depth > 0:
      position += 1
      replace(.arithmetic(depth: depth - 1, isCommand: isCommand))
    case ShellByte.close:
      guard peek(1) == ShellByte.close else {
        hasFailed = true
        return
      }
      position += 2
      pop()
      guard isCommand else { return }
      list.word = ShellWordBuilder()
      if lists.count == 1 { boundaries.tokenEnd = position }
    case _ where ShellByte.isNameStart(byte): arithmeticName()
    case _ where ShellByte.isDigit(byte):
      while let next = peek(), ShellByte.isName(next) || next == ShellByte.hash { position += 1 }
    default:
      // bash expands what stands in single quotes here.
      if byte == ShellByte.singleQuote { facts.isUncertain = true }
      stepInside(byte)
    }
  }

  /// In arithmetic a bare name is a variable; `=` (but not `==`) sets it.
  private mutating func arithmeticName() {
    let start = position
    let name = readName()
    var ahead = 0
    while let next = peek(ahead), ShellByte.isBlank(next) { ahead += 1 }
    let isSet = peek(ahead) == ShellByte.equals && peek(ahead + 1) != ShellByte.equals
    if !isSet { use(name, at: start, hasDefault: false) }
    let isCompound =
      peek(ahead + 1) == ShellByte.equals
      && [0x2B, 0x2D, 0x2A, 0x2F, 0x25, 0x26, 0x7C, 0x5E].contains(peek(ahead) ?? 0)
    let isStep =
      peek(ahead) == peek(ahead + 1)
      && (peek(ahead) == ShellByte.plus || peek(ahead) == ShellByte.minus)
    if isSet || isCompound || isStep { facts.assign(name) }
  }

  /// Reads inside `$[…]` and `name[…]=`.
  mutating func stepBrackets(_ depth: Int) {
    let byte = bytes[position]
    switch byte {
    case ShellByte.openBracket:
      position += 1
      replace(.brackets(depth: depth + 1))
    case ShellByte.closeBracket where depth > 0:
      position += 1
      replace(.brackets(depth: depth - 1))
    case ShellByte.closeBracket:
      pop()
      list.word.append(byte)
      position += 1
    default:
      if byte == ShellByte.singleQuote { facts.isUncertain = true }
      stepInside(byte)
    }
  }

  /// Inside `[[ … ]]` a quoted word may be an expression that is expanded once more.
  private mutating func suspectQuoted() {
    var index = position + 1
    while index < limit, bytes[index] != ShellByte.singleQuote {
      let byte = bytes[index]
      if byte == ShellByte.backquote || byte == ShellByte.dollar { facts.isUncertain = true }
      index += 1
    }
  }

  /// Reads inside `[[ … ]]`.
  mutating func stepConditional() {
    let byte = bytes[position]
    let before = position > 0 ? bytes[position - 1] : ShellByte.space
    if byte == ShellByte.hash, isSeparator(before) { return skipComment() }
    // After a parenthesis it is a comment to bash, unless a pattern is being read.
    if byte == ShellByte.hash, ShellByte.isMeta(before) { facts.isUncertain = true }
    if byte == ShellByte.singleQuote { suspectQuoted() }
    let isBoundary = ShellByte.isMeta(before)
    if isBoundary, byte == ShellByte.closeBracket, peek(1) == ShellByte.closeBracket {
      let after = peek(2)
      if after.map({ ShellByte.isMeta($0) || $0 == ShellByte.carriageReturn }) ?? true {
        position += 2
        pop()
        list.word = ShellWordBuilder()
        if lists.count == 1 { boundaries.tokenEnd = position }
        return
      }
    }
    if (byte == ShellByte.less || byte == ShellByte.greater) && peek(1) == ShellByte.open {
      position += 2
      return open(.substitution)
    }
    stepInside(byte)
  }

  /// Reads inside `name=( … )`.
  mutating func stepArray() {
    let byte = bytes[position]
    switch byte {
    case ShellByte.hash
    where isSeparator(bytes[position - 1]) || bytes[position - 1] == ShellByte.open:
      skipComment()
    case ShellByte.close:
      position += 1
      pop()
    case ShellByte.less, ShellByte.greater:
      if peek(1) == ShellByte.open {
        position += 2
        open(.substitution)
      } else {
        hasFailed = true
      }
    case ShellByte.open, ShellByte.semicolon, ShellByte.ampersand, ShellByte.pipe: hasFailed = true
    default: stepInside(byte)
    }
  }

  /// Reads inside a pattern group.
  mutating func stepGroup(_ depth: Int) {
    let byte = bytes[position]
    switch byte {
    case ShellByte.open:
      position += 1
      replace(.group(depth: depth + 1))
    case ShellByte.close:
      position += 1
      if depth > 0 { replace(.group(depth: depth - 1)) } else { pop() }
    default: stepInside(byte)
    }
  }

  /// Reads a here-document body, where only `$`, `` ` `` and `\` mean something.
  mutating func stepHeredoc() {
    let byte = bytes[position]
    if byte == ShellByte.backslash {
      position += 2
    } else if !stepQuoting(byte, inQuotes: true) {
      position += 1
    }
  }

  /// After a word has begun, `(` may start an array or a pattern group; false when it does not.
  mutating func openInWord() -> Bool {
    guard let last = list.word.text.last, list.word.expansionDepth == 0 else { return false }
    if list.word.isBare || list.word.text.contains(ShellByte.openBracket), last == ShellByte.equals,
      ShellParser.assignedName(ShellWord(text: String(decoding: list.word.text, as: UTF8.self)))
        != nil
    {
      list.word.appendExpansion()
      position += 1
      push(.array)
      return true
    }
    if [ShellByte.question, 0x2A, ShellByte.plus, ShellByte.at, ShellByte.bang].contains(last) {
      if list.word.text.count == 1, case .start = list.state, last == ShellByte.bang {
        return false
      }
      list.word.traits.isLiteral = false
      position += 1
      push(.group(depth: 0))
      return true
    }
    return false
  }

  private mutating func stepInside(_ byte: UInt8) {
    if !stepQuoting(byte, inQuotes: false) { position += 1 }
  }

  private mutating func skipComment() {
    while position < limit, bytes[position] != ShellByte.newline { position += 1 }
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    ShellByte.isBlank(byte) || byte == ShellByte.newline
  }
}
