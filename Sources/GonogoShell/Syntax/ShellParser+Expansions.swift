extension ShellParser {
  /// Reads what a `$` starts.
  mutating func dollar(inQuotes: Bool) {
    let isLeading =
      !inQuotes && list.word.text.isEmpty && list.word.expansionDepth == 0
      && !list.word.traits.isQuoted
    let isFirst = list.word.text.isEmpty && list.word.expansionDepth == 0
    openWord()
    guard let next = peek(1) else {
      list.word.append(ShellByte.dollar)
      position += 1
      return
    }
    switch next {
    case ShellByte.backslash where peek(2) == ShellByte.newline:
      // bash joins the lines first, and then it may be an expansion.
      facts.isUncertain = true
      list.word.append(ShellByte.dollar)
      position += 1
    case ShellByte.open: substitution()
    case ShellByte.openBrace: brace(inQuotes: inQuotes, isLeading: isLeading, isFirst: isFirst)
    case ShellByte.openBracket:
      list.word.appendExpansion()
      position += 2
      push(.brackets(depth: 0))
    case ShellByte.singleQuote where !inQuotes: ansiQuoted()
    case ShellByte.doubleQuote where !inQuotes: position += 1
    case _ where ShellByte.isNameStart(next): variable(isLeading: isLeading, isFirst: isFirst)
    case ShellByte.at, 0x2A:
      list.word.appendExpansion()
      list.word.traits.isSpread = true
      position += 2
    case _ where ShellByte.isDigit(next), ShellByte.hash, ShellByte.question, ShellByte.minus,
      ShellByte.dollar, ShellByte.bang:
      list.word.appendExpansion()
      if isLeading, ShellByte.isDigit(next) { list.word.traits.isSpread = true }
      position += 2
    default:
      list.word.append(ShellByte.dollar)
      position += 1
    }
  }

  private mutating func substitution() {
    list.word.appendExpansion()
    if peek(2) == ShellByte.open, closesAsArithmetic(from: position + 3) {
      position += 3
      push(.arithmetic(depth: 0, isCommand: false))
    } else {
      if peek(2) == ShellByte.backslash { facts.isUncertain = true }
      position += 2
      open(.substitution)
    }
  }

  private mutating func variable(isLeading: Bool, isFirst: Bool) {
    let start = position
    position += 1
    let name = readName()
    list.word.appendExpansion()
    if isLeading { list.word.traits.leadingVariable = name }
    if isFirst { list.word.traits.firstVariable = name }
    use(name, at: start, hasDefault: false)
  }

  /// Reads the name at `position`; empty when none stands there.
  mutating func readName() -> String {
    let start = position
    if let first = peek(), !ShellByte.isNameStart(first) { return "" }
    while let byte = peek(), ShellByte.isName(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Takes note of an expansion.
  mutating func use(_ name: String, at offset: Int, hasDefault: Bool) {
    if collects, !name.isEmpty, name != "_" { facts.use(name, at: offset, hasDefault: hasDefault) }
  }

  /// Reads the beginning of `${…}`, up to the operator.
  private mutating func brace(inQuotes: Bool, isLeading: Bool, isFirst: Bool) {
    let start = position
    list.word.appendExpansion()
    position += 2
    let isIndirect = peek() == ShellByte.bang
    var isLength = false
    if isIndirect { position += 1 }
    if peek() == ShellByte.hash, let next = peek(1), next != ShellByte.closeBrace {
      isLength = ShellByte.isName(next) || next == ShellByte.at || next == 0x2A
      if isLength { position += 1 }
    }
    // `${ command; }` and `${| command; }` of newer shells run commands.
    if let next = peek(),
      ShellByte.isBlank(next) || next == ShellByte.pipe || next == ShellByte.newline
    {
      facts.isUncertain = true
    }
    let name = readName()
    var isSpread = false
    if name.isEmpty {
      if let next = peek(), next != ShellByte.closeBrace {
        isSpread = next == ShellByte.at || next == 0x2A
        position += 1
      }
    } else if peek() == ShellByte.openBracket {
      isSpread = peek(1) == ShellByte.at || peek(1) == 0x2A
    }
    if isSpread, !isLength { list.word.traits.isSpread = true }
    let symbol = operatorAfterSubscript()
    let isDefault = isDefaultOperator(symbol)
    if isIndirect, symbol == 0x2A || symbol == ShellByte.at {
      // `${!prefix*}` lists names; it expands no variable.
    } else if !name.isEmpty {
      if isLeading { list.word.traits.leadingVariable = isIndirect ? "*" : name }
      if isFirst, symbol == ShellByte.closeBrace, !isIndirect {
        list.word.traits.firstVariable = name
      }
      use(name, at: start, hasDefault: isDefault && !isIndirect)
      let sets = symbol == ShellByte.equals || (symbol == ShellByte.colon && isAssigning)
      if collects, sets { facts.assign(name) }
    }
    if symbol == ShellByte.at { facts.isUncertain = true }
    let quotes = !inQuotes || [ShellByte.hash, 0x25, 0x2F, 0x5E, ShellByte.comma].contains(symbol)
    push(.brace(quotes: quotes))
  }

  private mutating func operatorAfterSubscript() -> UInt8 {
    guard peek() == ShellByte.openBracket else { return peek() ?? 0 }
    var ahead = 1
    while ahead < 64, let byte = peek(ahead), byte != ShellByte.closeBracket {
      if byte == ShellByte.singleQuote { facts.isUncertain = true }
      ahead += 1
    }
    return peek(ahead + 1) ?? 0
  }

  /// Whether the operator at `position` is `:=`; behind a subscript it is not looked for.
  private var isAssigning: Bool {
    peek() == ShellByte.colon && peek(1) == ShellByte.equals
  }

  private func isDefaultOperator(_ symbol: UInt8) -> Bool {
    var byte: UInt8? = symbol
    if symbol == ShellByte.colon {
      var ahead = 0
      while ahead < 66, let here = peek(ahead), here != ShellByte.colon { ahead += 1 }
      byte = peek(ahead + 1)
    }
    return byte == ShellByte.minus || byte == ShellByte.equals || byte == ShellByte.plus
  }

  /// Whether the parentheses after `((`, whose inside starts at `start`, close with `))`.
  mutating func closesAsArithmetic(from start: Int) -> Bool {
    var depth = 0
    var index = start
    defer { lookaheadBudget -= index - start }
    let end = min(limit, start + max(0, lookaheadBudget))
    while index < end {
      switch bytes[index] {
      case ShellByte.open: depth += 1
      case ShellByte.close:
        if depth == 0 { return index + 1 < limit && bytes[index + 1] == ShellByte.close }
        depth -= 1
      case ShellByte.backslash: index += 1
      case ShellByte.singleQuote, ShellByte.doubleQuote, ShellByte.backquote:
        let quote = bytes[index]
        index += 1
        while index < end, bytes[index] != quote {
          if bytes[index] == ShellByte.backslash, quote != ShellByte.singleQuote { index += 1 }
          index += 1
        }
      default: break
      }
      index += 1
    }
    hasFailed = true
    return false
  }
}
