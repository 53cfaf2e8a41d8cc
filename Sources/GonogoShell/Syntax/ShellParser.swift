/// Reads shell text once, from left to right, with a stack of its own.
///
/// It finds where top-level statements begin and end and, when asked, every simple command at any
/// depth. It accepts what bash accepts; of what bash refuses it may accept some, because the
/// callers ask bash itself. Time is linear in the text, memory too.
struct ShellParser {
  /// Nesting beyond this is treated as unreadable; nobody writes it and bash itself gives up.
  static let depthLimit = 1000
  /// How often a backquote or here-document may stand in another.
  static let nestingLimit = 6

  let bytes: [UInt8]
  /// Whether commands and variables are collected; the splitter has no use for them.
  let collects: Bool
  let level: Int
  var position = 0
  /// The end of the text.
  let limit: Int
  var lists: [ShellList]
  var contexts: [ShellContext] = [.list]
  /// Here-documents whose bodies have not come yet, for the text and each open substitution.
  var pendingHeredocs: [[Int]] = [[]]
  var facts = ShellFacts()
  var boundaries = StatementBoundaries()
  /// True when the text cannot be read on from `position`.
  var hasFailed = false
  /// Bytes that looking ahead for the end of `((` may still cost.
  var lookaheadBudget: Int

  init(_ bytes: [UInt8], collects: Bool, level: Int = 0) {
    self.bytes = bytes
    self.collects = collects
    self.level = level
    self.limit = bytes.count
    self.lists = [ShellList(.text, mark: 0)]
    self.lookaheadBudget = 8 * bytes.count + 4096
  }

  /// The innermost list of commands. Not by `_read`: a debug build goes on reading what that has
  /// lent after it was given back.
  var list: ShellList {
    get { lists[lists.count - 1] }
    _modify { yield &lists[lists.count - 1] }
  }

  /// True when no construct is open and no word or statement half read.
  var isComplete: Bool {
    guard !hasFailed, contexts.count == 1, lists.count == 1, !list.isContinuing else {
      return false
    }
    switch list.state {
    case .start, .words, .afterCompound: return list.pendingRedirection == nil
    default: return false
    }
  }

  /// Reads the whole text.
  mutating func parse() {
    while !hasFailed, position < limit {
      step()
      if contexts.count > Self.depthLimit { hasFailed = true }
    }
    finish()
  }

  /// Whether some lines end in CR LF and others do not: what ends a here-document is then in doubt.
  private var hasMixedLineEnds: Bool {
    guard collects, bytes.contains(ShellByte.carriageReturn) else { return false }
    var previous: UInt8 = 0
    var newlines = 0
    var pairs = 0
    var returns = 0
    for byte in bytes {
      if byte == ShellByte.carriageReturn { returns += 1 }
      if byte == ShellByte.newline {
        newlines += 1
        if previous == ShellByte.carriageReturn { pairs += 1 }
      }
      previous = byte
    }
    return pairs != newlines || returns != pairs
  }

  private mutating func step() {
    switch contexts[contexts.count - 1] {
    case .list: stepList()
    case .doubleQuote: stepDoubleQuote()
    case .brace(let quotes): stepBrace(quotes: quotes)
    case .arithmetic(let depth, let isCommand): stepArithmetic(depth, isCommand: isCommand)
    case .brackets(let depth): stepBrackets(depth)
    case .conditional: stepConditional()
    case .array: stepArray()
    case .group(let depth): stepGroup(depth)
    case .heredoc: stepHeredoc()
    }
  }

  private mutating func finish() {
    if !hasFailed, case .list? = contexts.last { endWord() }
    if !hasFailed, lists.count == 1, contexts.count == 1, isComplete {
      if !list.isContinuing { finishCommand() }
      endPipeline()
      facts.inner.success = list.success.part(of: .text).value
    }
    if contexts.count == 1, lists.count == 1, !pendingHeredocs[0].isEmpty {
      facts.isUncertain = true
    }
    if !isComplete || hasMixedLineEnds { facts.isUncertain = true }
    boundaries.close(at: isComplete ? boundaries.tokenEnd : bytes.count)
  }

  /// The byte `ahead` bytes further on, nil beyond the end.
  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < limit ? bytes[position + ahead] : nil
  }

  /// Opens a context inside the current word, whose text it is not part of.
  mutating func push(_ context: ShellContext) {
    list.word.expansionDepth += 1
    contexts.append(context)
  }

  /// Leaves the innermost context, opened with `push`.
  mutating func pop() {
    contexts.removeLast()
    list.word.expansionDepth = max(0, list.word.expansionDepth - 1)
  }

  /// Changes the innermost context in place.
  mutating func replace(_ context: ShellContext) {
    contexts[contexts.count - 1] = context
  }

  /// Opens a list of commands.
  mutating func open(_ kind: ShellList.Kind, state: ShellList.State = .start) {
    let mark = facts.assigned.count
    var inner = ShellList(kind, state: state, mark: mark)
    inner.isPiped = list.isPiped
    inner.commandMark = facts.commands.count
    inner.success.isForeign = list.success.isForeign
    inner.success.isSeen = list.success.isSeen && kind != .subshell && kind != .substitution
    lists.append(inner)
    contexts.append(.list)
    if kind == .substitution {
      facts.inner.hasSubstitution = true
      pendingHeredocs.append([])
    }
  }

  /// Closes the innermost list of commands; a compound command goes on with redirections.
  mutating func closeList() {
    endPipeline()
    guard lists.count > 1 else {
      hasFailed = true
      return
    }
    var inner = lists.removeLast()
    contexts.removeLast()
    closeSuccess(inner.success.part(of: inner.kind), of: inner.kind)
    if inner.kind == .subshell || inner.kind == .substitution {
      facts.forgetAssignments(after: inner.listMark)
    }
    if inner.kind == .substitution {
      // bash would look for the body after the substitution; nobody means that.
      if let open = pendingHeredocs.popLast(), !open.isEmpty { hasFailed = true }
    } else {
      list.state = .afterCompound
      list.isContinuing = false
    }
    if lists.count == 1 { boundaries.tokenEnd = position }
  }
}
