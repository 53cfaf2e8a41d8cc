extension CommandOutput {
  /// The command whose words are the whole of standard output, or nil; see `Speakers`.
  var speaker: ShellCommand? { speakers.whole }

  /// The speaker when it is one of `programs`.
  func speaker(_ programs: Substring...) -> ShellCommand? {
    speakers.whole.flatMap { programs.contains($0.program) ? $0 : nil }
  }

  /// The command that is one of `programs` and speaks, or speaks through filters that only choose
  /// among its lines. For formats whose every line says by itself what it means.
  func lineSpeaker(_ programs: Substring...) -> ShellCommand? {
    speakers.byLine.flatMap { programs.contains($0.program) ? $0 : nil }
  }

  /// True when every command but `program` is silent or a filter behind it.
  func othersLeaveOutputAlone(than program: Substring) -> Bool {
    commands.indices.allSatisfy { index in
      let command = commands[index].unwrapped
      if command.program == program || Speakers.isSilent(command) { return true }
      return index > 0 && commands[index - 1].isPipedOn && LineFilter.isOne(command)
    }
  }

  /// True when nothing was printed because there was nothing to print: the command ended well and
  /// complained of nothing.
  var isSilentSuccess: Bool { !isTruncated && exitStatus == 0 && stdout.isEmpty && stderr.isBlank }
}
