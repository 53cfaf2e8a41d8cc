/// A language in an argument or on standard input, which decides what its program does.
enum CommandLanguage: String, Sendable, Hashable, CaseIterable {
  /// SQL and backslash commands, as psql takes them.
  case postgres
  /// SQL as the mysql client takes it.
  case mysql
  /// SQL and dot commands, as sqlite3 takes them.
  case sqlite
  /// A sed script.
  case sed
  /// An awk program.
  case awk
  /// A shell script after `-c` or on standard input.
  case shell
  /// A shell script made of all arguments, run here.
  case line
  /// A shell script made of the arguments after the first, run elsewhere.
  case remote

  /// Those of programs that run a command or a script: what follows its name is not theirs.
  static let scripts: Set<CommandLanguage> = [.shell, .line, .remote]
}
