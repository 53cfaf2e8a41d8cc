/// Whose words an output is.
struct Speakers {
  /// The one command whose words are the whole of standard output: the others are silent, write to
  /// a file, or feed it through a pipe. Wrappers (`sudo -u x`, `timeout 5`, `docker exec NAME`) are
  /// taken off; `| tee FILE` changes nothing. Nil when two speak, or when it stands in a loop or a
  /// condition.
  let whole: ShellCommand?
  /// The same, but where filters only choose among its lines (`| grep Plan`, `| tail -1`) the
  /// command before them.
  let byLine: ShellCommand?

  /// Programs that leave standard output alone, as they are used between others.
  private static let silent: Set<Substring> = [
    "", "cd", "export", "set", "true", ":", "unset", "shopt", "sleep", "mkdir", "touch", "test",
    "[", "[[", "source", ".", "umask", "chmod",
  ]

  /// True for a program that prints nothing.
  static func isSilent(_ command: ShellCommand) -> Bool { silent.contains(command.program) }

  /// Who speaks in `commands`.
  init(_ commands: [ShellCommand]) {
    var found: Int?
    for (index, command) in commands.enumerated() where command.printsToOutput {
      if Self.silent.contains(command.unwrapped.program), !command.isNested { continue }
      guard found == nil, !command.isNested else {
        whole = nil
        byLine = nil
        return
      }
      found = index
    }
    guard let found else {
      whole = nil
      byLine = nil
      return
    }
    whole = Self.source(commands, from: found) { LineFilter.isCopy($0) }
    byLine = Self.source(commands, from: found) { LineFilter.isOne($0) }
  }

  /// Back from the end of a pipeline, past filters.
  private static func source(
    _ commands: [ShellCommand], from end: Int, past isFilter: (ShellCommand) -> Bool
  ) -> ShellCommand? {
    var index = end
    while isFilter(commands[index].unwrapped), index > 0, commands[index - 1].isPipedOn {
      index -= 1
      if commands[index].isNested { return nil }
    }
    return commands[index].unwrapped
  }
}
