extension ShellParser {
  /// Reads an operator that starts with `<` or `>`, or a process substitution.
  mutating func angle() {
    let isInput = bytes[position] == ShellByte.less
    if peek(1) == ShellByte.open {
      openWord()
      list.word.appendExpansion()
      position += 2
      open(.substitution)
      return
    }
    dropDescriptor()
    let next = peek(1)
    let after = peek(2)
    switch (isInput, next) {
    case (true, ShellByte.less) where after == ShellByte.less: redirect("<<<")
    case (true, ShellByte.less): heredoc()
    case (true, ShellByte.ampersand): redirect("<&")
    case (true, ShellByte.greater): redirect("<>")
    case (true, _): redirect("<")
    case (false, ShellByte.greater): redirect(">>")
    case (false, ShellByte.ampersand): redirect(">&")
    case (false, ShellByte.pipe): redirect(">|")
    case (false, _): redirect(">")
    }
  }

  /// Ends the word before the operator, unless it is the descriptor (`2>`, `{fd}>`).
  private mutating func dropDescriptor() {
    guard list.word.start != nil else { return }
    let text = list.word.text
    let isNumber = list.word.isBare && text.allSatisfy(ShellByte.isDigit)
    let isVariable =
      list.word.isBare && text.first == ShellByte.openBrace && text.last == ShellByte.closeBrace
      && text.count > 2 && text.dropFirst().dropLast().allSatisfy(ShellByte.isName)
    if isNumber || isVariable {
      list.word = ShellWordBuilder()
    } else {
      endWord()
    }
  }

  /// Reads the operator `symbol`; its target is the next word.
  mutating func redirect(_ symbol: String) {
    guard list.pendingRedirection == nil else {
      hasFailed = true
      return
    }
    list.pendingRedirection = Redirection(symbol: symbol)
    position += symbol.utf8.count
  }

  /// Files a redirection with the command it stands in.
  mutating func add(_ redirection: Redirection) {
    switch list.state {
    case .start:
      list.isContinuing = false
      list.state = .words
      list.command.isPiped = list.isPiped
      list.command.isNested = lists.count > 1
      list.command.redirections.append(redirection)
    case .words: list.command.redirections.append(redirection)
    case .afterCompound: if collects { facts.redirections.append(redirection) }
    default: hasFailed = true
    }
  }

  private mutating func heredoc() {
    guard list.pendingRedirection == nil else {
      hasFailed = true
      return
    }
    position += 2
    let stripsTabs = peek() == ShellByte.minus
    if stripsTabs { position += 1 }
    while let byte = peek(), ShellByte.isBlank(byte) { position += 1 }
    guard let (delimiter, isQuoted) = readDelimiter() else {
      hasFailed = true
      return
    }
    let index = facts.heredocs.count
    facts.heredocs.append(
      Heredoc(delimiter: delimiter, stripsTabs: stripsTabs, isQuoted: isQuoted))
    pendingHeredocs[pendingHeredocs.count - 1].append(index)
    add(Redirection(symbol: "<<", heredoc: index))
  }

  private mutating func readDelimiter() -> (text: [UInt8], isQuoted: Bool)? {
    var text: [UInt8] = []
    var isQuoted = false
    let start = position
    while let byte = peek(), !ShellByte.isMeta(byte) {
      position += 1
      switch byte {
      case ShellByte.backslash:
        guard let next = peek() else { return nil }
        position += 1
        if next == ShellByte.newline { continue }
        isQuoted = true
        text.append(next)
      case ShellByte.singleQuote, ShellByte.doubleQuote:
        isQuoted = true
        while let inner = peek(), inner != byte {
          text.append(inner)
          position += 1
          // Shells differ in what these mean in a delimiter.
          if inner == ShellByte.newline || inner == ShellByte.backslash { facts.isUncertain = true }
        }
        guard peek() != nil else { return nil }
        position += 1
      case ShellByte.carriageReturn where peek() == ShellByte.newline: break
      case ShellByte.dollar, ShellByte.backquote:
        facts.isUncertain = true
        text.append(byte)
      default: text.append(byte)
      }
    }
    return position == start ? nil : (text, isQuoted)
  }

  /// At the start of a line: reads the bodies that the line before asked for.
  mutating func readHeredocs() {
    let waiting = pendingHeredocs[pendingHeredocs.count - 1]
    guard !waiting.isEmpty else { return }
    pendingHeredocs[pendingHeredocs.count - 1] = []
    for index in waiting {
      let start = position
      let (bodyEnd, resume) = findHeredocEnd(facts.heredocs[index])
      position = resume
      if resume == bodyEnd { facts.isUncertain = true }
      if lists.count == 1 {
        let hasNewline = resume > start && bytes[resume - 1] == ShellByte.newline
        boundaries.tokenEnd = hasNewline ? resume - 1 : resume
      }
      if collects { readBody(of: index, start..<bodyEnd) }
    }
  }

  private mutating func readBody(of index: Int, _ range: Range<Int>) {
    let body = bytes[range]
    facts.heredocs[index].body = String(decoding: body, as: UTF8.self)
    guard !facts.heredocs[index].isQuoted else { return }
    let active: Set = [ShellByte.dollar, ShellByte.backquote, ShellByte.backslash]
    guard body.contains(where: active.contains) else { return }
    facts.heredocs[index].isLiteral = false
    readNested(Array(body), at: range.lowerBound, context: .heredoc)
  }

  /// Reads text that the shell takes apart on its own: a backquote or a here-document.
  mutating func readNested(_ text: [UInt8], at offset: Int, context: ShellContext) {
    guard level < Self.nestingLimit else {
      facts.isUncertain = true
      return
    }
    var inner = ShellParser(text, collects: true, level: level + 1)
    inner.contexts = [context]
    inner.parse()
    facts.absorb(inner.facts, at: offset)
    if case .list = context {
      list.success.substitution = SuccessPart(value: inner.facts.inner.success)
    }
  }

  /// The first byte of the line that ends the body, and of the line after it.
  private func findHeredocEnd(_ heredoc: Heredoc) -> (bodyEnd: Int, resume: Int) {
    var line = position
    var joined: [UInt8] = []
    while line < limit {
      var start = line
      if heredoc.stripsTabs { while start < limit, bytes[start] == ShellByte.tab { start += 1 } }
      var end = start
      while end < limit, bytes[end] != ShellByte.newline { end += 1 }
      // A final backslash joins the next line to this one, which may hide or make the delimiter.
      if !heredoc.isQuoted, endsWithEscape(bytes[start..<end]) {
        joined += bytes[start..<end - 1]
        line = end + 1
        continue
      }
      var textEnd = end
      if textEnd > start, bytes[textEnd - 1] == ShellByte.carriageReturn { textEnd -= 1 }
      let isEnd =
        joined.isEmpty
        ? bytes[start..<textEnd].elementsEqual(heredoc.delimiter)
        : (joined + bytes[start..<textEnd]).elementsEqual(heredoc.delimiter)
      if isEnd { return (min(line, limit), min(end + 1, limit)) }
      joined.removeAll(keepingCapacity: true)
      line = end + 1
    }
    return (limit, limit)
  }

  private func endsWithEscape(_ line: ArraySlice<UInt8>) -> Bool {
    !line.reversed().prefix { $0 == ShellByte.backslash }.count.isMultiple(of: 2)
  }
}
