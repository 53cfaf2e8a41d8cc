extension ShellParser {
  /// Opens a word here unless one is open.
  mutating func openWord() {
    if list.word.start == nil { list.word.start = position }
  }

  /// Reads part of a word where commands stand.
  mutating func stepWord(_ byte: UInt8) {
    openWord()
    switch byte {
    case ShellByte.openBracket: openBracket()
    case ShellByte.openBrace:
      list.word.traits.hasBraceList = true
      list.word.append(byte)
      position += 1
    default:
      if stepQuoting(byte, inQuotes: false) { return }
      var end = position + 1
      while end < limit, ShellByte.isPlain(bytes[end]), bytes[end] != ShellByte.carriageReturn {
        end += 1
      }
      list.word.append(bytes[position..<end])
      position = end
    }
  }

  /// The subscript of an assignment is read as a whole, blanks and all.
  private mutating func openBracket() {
    let text = list.word.text
    var isSubscript =
      list.word.isBare && list.command.words.isEmpty && list.pendingRedirection == nil
    if case .start = list.state {} else if case .words = list.state {} else { isSubscript = false }
    list.word.append(ShellByte.openBracket)
    position += 1
    if isSubscript, let first = text.first, ShellByte.isNameStart(first),
      text.allSatisfy(ShellByte.isName)
    {
      push(.brackets(depth: 0))
      // The closing bracket belongs to the word's text again.
    }
  }

  /// Reads a quote, an escape or an expansion; false when `byte` starts none.
  mutating func stepQuoting(_ byte: UInt8, inQuotes: Bool) -> Bool {
    switch byte {
    case ShellByte.dollar: dollar(inQuotes: inQuotes)
    case ShellByte.backquote: backquote(inQuotes: inQuotes)
    case ShellByte.backslash: escape()
    case ShellByte.singleQuote where !inQuotes: singleQuoted()
    case ShellByte.doubleQuote where !inQuotes:
      list.word.quote()
      position += 1
      contexts.append(.doubleQuote)
    default: return false
    }
    return true
  }

  private mutating func escape() {
    guard let next = peek(1) else {
      position += 1
      return
    }
    if next != ShellByte.newline {
      list.word.quote()
      list.word.append(next)
      suspect([next])
    }
    position += 2
  }

  private mutating func singleQuoted() {
    let start = position + 1
    guard let end = find(ShellByte.singleQuote, from: start) else { return }
    list.word.quote()
    list.word.append(bytes[start..<end])
    suspect(bytes[start..<end])
    position = end + 1
  }

  /// What is quoted in a default value or an array is no text of the word; arithmetic may expand it
  /// later all the same.
  private mutating func suspect(_ quoted: ArraySlice<UInt8>) {
    guard list.word.expansionDepth > 0 else { return }
    if quoted.contains(ShellByte.dollar) || quoted.contains(ShellByte.backquote) {
      facts.isUncertain = true
    }
  }

  /// The next `byte` from `start` on; without one the text is unreadable.
  private mutating func find(_ byte: UInt8, from start: Int) -> Int? {
    var end = start
    while end < limit, bytes[end] != byte { end += 1 }
    guard end < limit else {
      hasFailed = true
      return nil
    }
    return end
  }

  /// Reads `$'…'`.
  mutating func ansiQuoted() {
    openWord()
    list.word.quote()
    position += 2
    let start = position
    while position < limit, bytes[position] != ShellByte.singleQuote {
      position += bytes[position] == ShellByte.backslash ? 2 : 1
    }
    guard position < limit else {
      hasFailed = true
      return
    }
    let text = bytes[start..<position]
    if text.contains(ShellByte.backslash) {
      list.word.appendExpansion()
      if Self.spellsBytes(text) { facts.isUncertain = true }
    } else {
      list.word.append(text)
    }
    position += 1
  }

  /// True when bytes are written as numbers (`\x24`), so that nobody sees what the text becomes.
  private static func spellsBytes(_ text: ArraySlice<UInt8>) -> Bool {
    var isEscaped = false
    for byte in text {
      if isEscaped, ShellByte.isDigit(byte) || [0x78, 0x75, 0x55, 0x63].contains(byte) {
        return true
      }
      isEscaped = byte == ShellByte.backslash && !isEscaped
    }
    return false
  }

  /// Reads `` `…` `` as a whole; what is in it is read apart.
  private mutating func backquote(inQuotes: Bool) {
    openWord()
    let start = position + 1
    var text: [UInt8] = []
    position = start
    while let byte = peek(), byte != ShellByte.backquote {
      if byte == ShellByte.backslash, let next = peek(1) {
        let isEscape =
          next == ShellByte.backquote || next == ShellByte.dollar || next == ShellByte.backslash
          || (inQuotes && next == ShellByte.doubleQuote)
        if collects {
          if !isEscape { text.append(byte) }
          text.append(next)
        }
        position += 2
      } else {
        if collects { text.append(byte) }
        position += 1
      }
    }
    guard position < limit else {
      hasFailed = true
      return
    }
    position += 1
    list.word.appendExpansion()
    if collects { readNested(text, at: start, context: .list) }
  }

  /// Reads inside `"…"`.
  mutating func stepDoubleQuote() {
    let byte = bytes[position]
    switch byte {
    case ShellByte.doubleQuote:
      contexts.removeLast()
      position += 1
    case ShellByte.backslash: escapeInQuotes()
    default:
      if stepQuoting(byte, inQuotes: true) { return }
      var end = position + 1
      while end < limit {
        let next = bytes[end]
        if next == ShellByte.doubleQuote || next == ShellByte.backslash || next == ShellByte.dollar
          || next == ShellByte.backquote
        {
          break
        }
        end += 1
      }
      list.word.append(bytes[position..<end])
      position = end
    }
  }

  private mutating func escapeInQuotes() {
    guard let next = peek(1) else {
      position += 1
      return
    }
    switch next {
    case ShellByte.newline: break
    case ShellByte.dollar, ShellByte.backquote, ShellByte.doubleQuote, ShellByte.backslash:
      list.word.append(next)
      suspect([next])
    default:
      list.word.append(ShellByte.backslash)
      list.word.append(next)
    }
    position += 2
  }
}
