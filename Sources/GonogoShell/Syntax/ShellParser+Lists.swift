extension ShellParser {
  /// Reads one token or part of one where commands stand.
  mutating func stepList() {
    let byte = bytes[position]
    if byte == ShellByte.space || byte == ShellByte.tab || byte == ShellByte.carriageReturn {
      // A block from a CRLF document: bash would choke on the CR; people who paste do not send it.
      let isBreak = byte != ShellByte.carriageReturn || peek(1) == ShellByte.newline
      if isBreak {
        endWord()
        position += 1
        return
      }
    }
    if byte == ShellByte.newline { return newline() }
    if byte == ShellByte.hash, list.word.start == nil { return comment() }
    if byte == ShellByte.backslash, peek(1) == ShellByte.newline {
      position += 2
      return
    }
    if lists.count == 1 { boundaries.touch(position) }
    switch byte {
    case ShellByte.semicolon: semicolon()
    case ShellByte.ampersand: ampersand()
    case ShellByte.pipe: pipe()
    case ShellByte.open: openParenthesis()
    case ShellByte.close: closeParenthesis()
    case ShellByte.less, ShellByte.greater: angle()
    default: stepWord(byte)
    }
    if lists.count == 1, contexts.count == 1 { boundaries.tokenEnd = position }
  }

  private mutating func comment() {
    let start = position
    while position < limit, bytes[position] != ShellByte.newline { position += 1 }
    if lists.count == 1 {
      var end = position
      if end > start, bytes[end - 1] == ShellByte.carriageReturn { end -= 1 }
      boundaries.comment(start..<end)
    }
  }

  private mutating func newline() {
    endWord()
    var endsStatement = false
    switch list.state {
    case .forAfterName, .forDo, .caseIn, .casePattern(started: false): break
    case .forWords: list.state = .forDo
    case .functionAfterName: startFunctionBody()
    case .casePattern, .forName, .caseWord, .functionName: hasFailed = true
    case .start, .words, .afterCompound:
      let wasContinuing = list.isContinuing && isAtStart
      if !wasContinuing {
        finishCommand()
        endPipeline()
        list.success.endStatement()
        endsStatement = true
      }
    }
    if list.pendingRedirection != nil { hasFailed = true }
    position += 1
    readHeredocs()
    // What cannot be read takes all that is left.
    if lists.count == 1, endsStatement, !hasFailed { boundaries.end() }
  }

  private var isAtStart: Bool {
    if case .start = list.state { return true }
    return false
  }

  private mutating func semicolon() {
    endWord()
    position += 1
    switch list.state {
    case .forAfterName, .forWords: list.state = .forDo
    case .forDo: break
    case .start, .words, .afterCompound:
      finishCommand()
      endPipeline()
      list.success.endStatement()
      let isDouble = peek() == ShellByte.semicolon
      guard isDouble || peek() == ShellByte.ampersand else { return }
      guard list.kind == .caseClause else {
        hasFailed = true
        return
      }
      position += 1
      if isDouble, peek() == ShellByte.ampersand { position += 1 }
      list.success.endBranch()
      list.state = .casePattern(started: false)
    default: hasFailed = true
    }
  }

  private mutating func ampersand() {
    if peek(1) == ShellByte.greater {
      endWord()
      let isAppend = peek(2) == ShellByte.greater
      redirect(isAppend ? "&>>" : "&>")
      return
    }
    endWord()
    guard acceptsOperator else {
      hasFailed = true
      return
    }
    finishCommand()
    endPipeline()
    if peek(1) == ShellByte.ampersand {
      position += 2
      list.isContinuing = true
      list.success.joinAnd()
    } else {
      list.success.endStatement()
      facts.inner.hasBackground = true
      position += 1
    }
  }

  private mutating func pipe() {
    endWord()
    if case .casePattern = list.state {
      position += 1
      return
    }
    guard acceptsOperator else {
      hasFailed = true
      return
    }
    finishCommand()
    if peek(1) == ShellByte.pipe {
      facts.inner.decides = true
      endPipeline()
      list.success.joinOr()
      position += 2
    } else {
      facts.forgetAssignments(after: list.pipelineMark)
      list.isPipeline = true
      list.isPiped = true
      position += peek(1) == ShellByte.ampersand ? 2 : 1
    }
    list.isContinuing = true
  }

  private var acceptsOperator: Bool {
    switch list.state {
    case .start, .words, .afterCompound: list.pendingRedirection == nil
    default: false
    }
  }

  private mutating func openParenthesis() {
    if list.word.start != nil, openInWord() { return }
    endWord()
    switch list.state {
    case .casePattern(started: false): position += 1
    case .forName where peek(1) == ShellByte.open:
      list.state = .forDo
      openArithmeticCommand()
    case .functionAfterName: if !functionParentheses() { hasFailed = true }
    case .words where isFunctionHeader && functionParentheses(): break
    case .words where list.isCoprocess && list.command.words.count == 1:
      list.command = SimpleCommand()
      openGroup()
    case .start: openGroup()
    default: hasFailed = true
    }
  }

  private var isFunctionHeader: Bool {
    list.command.words.count == 1 && list.command.assignments.isEmpty
      && list.command.redirections.isEmpty && list.pendingRedirection == nil
  }

  /// Reads the `()` of a function definition, if that is what stands here.
  private mutating func functionParentheses() -> Bool {
    var end = position + 1
    while end < limit, ShellByte.isBlank(bytes[end]) { end += 1 }
    guard end < limit, bytes[end] == ShellByte.close else { return false }
    if let name = list.command.words.first { facts.functions.insert(name.text) }
    position = end + 1
    startFunctionBody()
    return true
  }

  private mutating func startFunctionBody() {
    list.command = SimpleCommand()
    list.success.isFunction = true
    list.state = .start
    list.isContinuing = true
  }

  private mutating func openGroup() {
    list.isContinuing = false
    if peek(1) == ShellByte.open, closesAsArithmetic(from: position + 2) {
      openArithmeticCommand()
    } else {
      if peek(1) == ShellByte.backslash { facts.isUncertain = true }
      position += 1
      open(.subshell)
    }
  }

  private mutating func openArithmeticCommand() {
    if case .start = list.state {
      list.state = .afterCompound
      list.success.compound = SuccessPart(value: .proves)
    }
    position += 2
    push(.arithmetic(depth: 0, isCommand: true))
  }

  private mutating func closeParenthesis() {
    endWord()
    position += 1
    if case .casePattern = list.state {
      list.state = .start
      return
    }
    guard acceptsOperator, list.kind == .subshell || list.kind == .substitution else {
      hasFailed = true
      return
    }
    finishCommand()
    closeList()
  }
}
