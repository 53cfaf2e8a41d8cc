/// What a command holds besides its last pipeline, whose statuses alone the shell keeps.
package enum InnerPipelines: Sendable, Hashable {
  /// No other pipeline of several programs.
  case none
  /// One whose statuses can be caught on the way. `decides` is true where a failing program may be
  /// meant: conditions, `||` and `!`.
  case visible(decides: Bool)
  /// One in a subshell, whose statuses nobody outside can see.
  case hidden
}
