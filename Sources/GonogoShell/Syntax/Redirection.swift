/// One redirection of a command.
struct Redirection: Sendable, Hashable {
  /// `<`, `>`, `>>`, `<<`, `<<<`, `<&`, `>&`, `<>`, `>|`, `&>` or `&>>`; `<<-` counts as `<<`.
  var symbol: String
  /// The file, descriptor or here-string; empty for a here-document.
  var target = ShellWord()
  /// Which of `ShellFacts.heredocs` feeds it, for `<<`.
  var heredoc: Int?
}
