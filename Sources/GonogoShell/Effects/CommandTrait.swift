/// A property of a command that is not its effect.
enum CommandTrait: String, Sendable, Hashable, CaseIterable {
  /// It does not end by itself.
  case endless
  /// It wants a person at a terminal.
  case interactive
  /// It starts a shell that takes the lines which follow.
  case shell
  /// It opens a prompt of another language that takes the lines which follow.
  case prompt
  /// It writes below `.git`.
  case repository
}
