/// What a command holds besides the last pipeline, whose statuses alone the shell keeps.
package struct InnerParts: Sendable, Hashable {
  /// True when it is made of several commands: a list, a loop, a group, a substitution, a function.
  package var areSeveral = false
  /// True where a failing command may be meant: a condition, `||` or `!`.
  package var decides = false
  /// True when a pipeline of several programs stands where nobody outside can see how they ended:
  /// in a subshell or in a substitution, unless all but its last program only print.
  package var hasHiddenPipeline = false
  /// True when something is left running in the background.
  package var hasBackground = false
  /// True when it holds `$(…)`, a backquote or a process substitution.
  package var hasSubstitution = false
  /// What its success tells.
  package var success = Success.proves
}
