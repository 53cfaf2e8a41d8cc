/// A command without structure: assignments, words, redirections.
struct SimpleCommand: Sendable, Hashable {
  /// Names given a value in front of the command word, or alone.
  var assignments: [String] = []
  /// The command word and its arguments.
  var words: [ShellWord] = []
  /// Where its input comes from and its output goes.
  var redirections: [Redirection] = []
  /// True when a value it assigns holds, quoted, what arithmetic would expand once more.
  var hidesExpansion = false
  /// Whether it reads from a pipe.
  var isPiped = false
  /// Whether it stands in a function body, a loop or another compound command.
  var isNested = false

  /// True when nothing of it has been read yet.
  var isEmpty: Bool { assignments.isEmpty && words.isEmpty && redirections.isEmpty }
}
