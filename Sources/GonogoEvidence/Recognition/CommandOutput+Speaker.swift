extension CommandOutput {
  /// Programs that leave standard output alone, as they are used between others.
  private static let silent: Set<Substring> = [
    "", "cd", "export", "set", "true", ":", "unset", "shopt", "sleep", "mkdir", "touch", "test",
    "[", "[[", "source", ".", "umask", "chmod",
  ]

  /// The one command whose words are the whole of standard output: the others are silent, write to
  /// a file, or feed it through a pipe. Wrappers (`sudo -u x`, `timeout 5`, `docker exec NAME`) are
  /// taken off; `| tee FILE` changes nothing. Nil when two speak, or when it stands in a loop or a
  /// condition.
  var speaker: ShellCommand? { speaker { LineFilter.isCopy($0) } }

  /// The speaker when it is one of `programs`.
  func speaker(_ programs: Substring...) -> ShellCommand? {
    speaker.flatMap { programs.contains($0.program) ? $0 : nil }
  }

  /// The command that is one of `programs` and speaks, or speaks through filters that only choose
  /// among its lines (`| grep Plan`, `| tail -1`). For formats whose every line says by itself what
  /// it means.
  func lineSpeaker(_ programs: Substring...) -> ShellCommand? {
    speaker { LineFilter.isOne($0) }.flatMap { programs.contains($0.program) ? $0 : nil }
  }

  private func speaker(through isFilter: (ShellCommand) -> Bool) -> ShellCommand? {
    var found: Int?
    for (index, command) in commands.enumerated() where command.printsToOutput {
      if Self.silent.contains(command.unwrapped.program), !command.isNested { continue }
      guard found == nil, !command.isNested else { return nil }
      found = index
    }
    guard var index = found else { return nil }
    while isFilter(commands[index].unwrapped), index > 0, commands[index - 1].isPipedOn {
      index -= 1
      if commands[index].isNested { return nil }
    }
    return commands[index].unwrapped
  }

  /// True when nothing was printed because there was nothing to print: the command ended well and
  /// complained of nothing.
  var isSilentSuccess: Bool { !isTruncated && exitStatus == 0 && stdout.isEmpty && stderr.isBlank }
}
