extension ShellParser {
  /// Ends the word being read, if one is, and gives it its place in the command.
  mutating func endWord() {
    guard list.word.start != nil else { return }
    let word = list.word.finish(at: position)
    if lists.count == 1 { boundaries.tokenEnd = position }
    if var redirection = list.pendingRedirection {
      redirection.target = word
      list.pendingRedirection = nil
      add(redirection)
      return
    }
    switch list.state {
    case .start: startCommand(with: word)
    case .words: addWord(word)
    case .afterCompound: if !reserved(word, opens: false) { hasFailed = true }
    case .forName:
      list.loopVariable = word.literal
      list.state = .forAfterName
    case .forAfterName:
      if word.text == "in" { list.state = .forWords } else { startLoopBody(word) }
    case .forWords: if word.mayBecomeExpansion { facts.isUncertain = true }
    case .forDo: startLoopBody(word)
    case .caseWord: list.state = .caseIn
    case .caseIn:
      if word.text == "in" { list.state = .casePattern(started: false) } else { hasFailed = true }
    case .casePattern(let started):
      if !started, word.text == "esac", !word.isQuoted {
        closeList()
      } else {
        list.state = .casePattern(started: true)
      }
    case .functionName:
      facts.functions.insert(word.text)
      list.state = .functionAfterName
    case .functionAfterName:
      list.state = .start
      list.success.isFunction = true
      if !reserved(word, opens: true) { hasFailed = true }
    }
  }

  private mutating func startCommand(with word: ShellWord) {
    if reserved(word, opens: true) { return }
    if list.isTimed, word.text == "-p" { return }
    list.isContinuing = false
    list.state = .words
    list.command.isPiped = list.isPiped
    list.command.isNested = lists.count > 1
    addWord(word)
  }

  private mutating func addWord(_ word: ShellWord) {
    if list.command.words.isEmpty, let name = Self.assignedName(word) {
      list.command.assignments.append(name)
      if word.mayBecomeExpansion { list.command.hidesExpansion = true }
      return
    }
    if list.isCoprocess, list.command.words.count == 1, list.command.assignments.isEmpty,
      isOpener(word)
    {
      // `coproc NAME { … }`: what looked like the command was the coprocess's name.
      list.command = SimpleCommand()
      list.state = .start
      if reserved(word, opens: true) { return }
    }
    list.command.words.append(word)
  }

  private func isOpener(_ word: ShellWord) -> Bool {
    guard word.isLiteral, !word.isQuoted else { return false }
    return ["{", "if", "while", "until", "for", "case", "select", "[["].contains(word.text)
  }

  /// The name that `NAME=…`, `NAME+=…` or `NAME[…]=…` sets; nil for any other word.
  static func assignedName(_ word: ShellWord) -> String? {
    let text = word.text.utf8
    guard let first = text.first, ShellByte.isNameStart(first) else { return nil }
    let name = text.prefix(while: ShellByte.isName)
    // With the name or the sign quoted it is a program that happens to be called so.
    if let quoted = word.quotedFrom, quoted <= name.count { return nil }
    var rest = text.dropFirst(name.count)
    if rest.first == ShellByte.openBracket {
      guard let end = rest.firstIndex(of: ShellByte.closeBracket) else { return nil }
      rest = rest[rest.index(after: end)...]
    }
    if rest.first == ShellByte.plus { rest = rest.dropFirst() }
    guard rest.first == ShellByte.equals else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// Acts on a reserved word; false when `word` is none here.
  private mutating func reserved(_ word: ShellWord, opens: Bool) -> Bool {
    guard word.isLiteral, !word.isQuoted else { return false }
    switch word.text {
    case "then" where list.kind == .ifClause, "elif" where list.kind == .ifClause,
      "else" where list.kind == .ifClause, "do" where list.kind == .loop:
      list.state = .start
      list.isContinuing = true
      switch word.text {
      case "then", "do": list.success.endCondition()
      default: list.success.endBranch(isElse: word.text == "else")
      }
    case "fi" where list.kind == .ifClause, "done" where list.kind == .loop,
      "esac" where list.kind == .caseClause, "}" where list.kind == .braces:
      closeList()
    case "then", "elif", "else", "do", "fi", "done", "esac", "}": hasFailed = true
    case _ where !opens: return false
    case "if":
      facts.inner.decides = true
      openCompound(.ifClause)
    case "while", "until":
      facts.inner.decides = true
      facts.loops.append(facts.commands.count)
      openCompound(.loop)
      list.success.isUntil = word.text == "until"
    case "for", "select": openCompound(.loop, state: .forName)
    case "case": openCompound(.caseClause, state: .caseWord)
    case "{": openCompound(.braces)
    case "[[":
      list.isContinuing = false
      list.state = .afterCompound
      list.success.compound = SuccessPart(value: .proves, program: "[[")
      push(.conditional)
    case "function":
      list.isContinuing = false
      list.state = .functionName
    case "time": list.isTimed = true
    case "!":
      facts.inner.decides = true
      list.success.isNegated = true
    case "coproc": list.isCoprocess = true
    default: return false
    }
    if ["time", "!", "coproc"].contains(word.text) { list.isContinuing = false }
    return true
  }

  private mutating func openCompound(_ kind: ShellList.Kind, state: ShellList.State = .start) {
    if kind == .loop { facts.inner.areSeveral = true }
    list.isContinuing = false
    open(kind, state: state)
  }

  private mutating func startLoopBody(_ word: ShellWord) {
    guard word.isLiteral, !word.isQuoted, word.text == "do" || word.text == "{" else {
      hasFailed = true
      return
    }
    let variable = list.loopVariable
    if word.text == "{" {
      // `for … { … }` has no `done`.
      var body = ShellList(.braces, mark: list.listMark)
      body.isPiped = list.isPiped
      lists[lists.count - 1] = body
    } else {
      list.state = .start
    }
    if let variable { facts.assign(variable) }
    list.pipelineMark = facts.assigned.count
    list.commandMark = facts.commands.count
  }

  /// Files the simple command being read, if there is one, and makes ready for the next.
  mutating func finishCommand() {
    noteSuccess()
    if case .words = list.state {
      let command = list.command
      list.command = SimpleCommand()
      if collects { facts.commands.append(command) }
      if command.words.isEmpty {
        for name in command.assignments { facts.assign(name) }
      } else {
        for name in AssigningBuiltins.names(setBy: command) { facts.assign(name) }
      }
    }
    list.state = .start
    list.isContinuing = false
    list.isCoprocess = false
    list.isTimed = false
  }

  /// Ends a pipeline: what its elements set, they set in subshells.
  mutating func endPipeline() {
    if list.isPipeline {
      facts.forgetAssignments(after: list.pipelineMark)
      notePipeline()
    }
    list.success.endPipeline()
    list.isPipeline = false
    list.isPiped = lists.count > 1 ? lists[lists.count - 2].isPiped : false
    list.pipelineMark = facts.assigned.count
    list.commandMark = facts.commands.count
  }

  /// Takes note of a pipeline whose programs nobody outside can see end. Printing cannot fail in a
  /// way that matters, so `$(echo "$X" | cut -c 1)` is none.
  private mutating func notePipeline() {
    let isHidden = lists.contains { $0.kind == .subshell || $0.kind == .substitution } || level > 0
    guard isHidden else { return }
    let programs = facts.commands.dropFirst(list.commandMark).dropLast()
    let onlyPrint = programs.allSatisfy { command in
      ["echo", "printf"].contains(command.words.first?.text ?? "")
    }
    if !onlyPrint { facts.inner.hasHiddenPipeline = true }
  }
}
