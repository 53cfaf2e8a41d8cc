/// A list of commands being read: the text itself, a substitution or a compound command.
struct ShellList: Sendable {
  /// What encloses the list, which decides what ends it.
  enum Kind: Sendable {
    case text, subshell, substitution, braces, ifClause, loop, caseClause
  }

  /// What may come next.
  enum State: Sendable {
    /// A command: reserved words count here.
    case start
    /// More words of a simple command.
    case words
    /// Redirections or an operator: a compound command has just ended.
    case afterCompound
    case forName, forAfterName, forWords, forDo
    case caseWord, caseIn, casePattern(started: Bool)
    case functionName, functionAfterName
  }

  let kind: Kind
  var state: State
  /// True after `&&`, `||`, `|` or a function's name: a newline does not end the statement.
  var isContinuing = false
  /// The command being read.
  var command = SimpleCommand()
  /// The word being read.
  var word = ShellWordBuilder()
  /// The operator of a redirection whose target has not been read yet.
  var pendingRedirection: Redirection?
  /// The variable of a `for` or `select`, set when its body starts.
  var loopVariable: String?
  /// True when `coproc` has been read and its command has not.
  var isCoprocess = false
  /// True when `time` has been read: `-p` may follow.
  var isTimed = false
  /// True when the next command reads from a pipe.
  var isPiped = false
  /// True when the current pipeline has more than one element.
  var isPipeline = false
  /// What its success tells, as far as it has been read.
  var success = SuccessTally()
  /// How many assignments were known when the current pipeline began.
  var pipelineMark = 0
  /// How many were known when the list began.
  let listMark: Int
  /// How many commands were known when the current pipeline began.
  var commandMark = 0

  init(_ kind: Kind, state: State = .start, mark: Int) {
    self.kind = kind
    self.state = state
    self.listMark = mark
    self.pipelineMark = mark
  }
}
