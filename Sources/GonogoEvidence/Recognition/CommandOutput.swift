/// What one command printed: valid UTF-8, control sequences already taken out.
package struct CommandOutput: Sendable {
  /// The shell text that was run.
  package let command: String
  /// Everything it wrote to standard output.
  package let stdout: String
  /// Everything it, and the shell about it, wrote to standard error.
  package let stderr: String
  /// True when a part of either stream was not kept. Nothing is then read that a missing part could
  /// have contradicted: only the times that close standard error.
  package let isTruncated: Bool
  /// The exit status, nil when it is not known. Needed where silence is the answer
  /// (`git status --short` prints nothing in a clean tree, and nothing when it could not look).
  package let exitStatus: Int32?

  /// The lines of `stdout`, without their line ends; a final line end starts no line.
  let lines: [Substring]
  /// The lines of `stderr`, in the same way.
  let errorLines: [Substring]
  /// The simple commands in `command`.
  let commands: [ShellCommand]
  /// Which of them printed what is in `stdout`.
  let speakers: Speakers

  /// The output of `command`; see the properties for the meaning of each argument.
  package init(
    command: String, stdout: String, stderr: String, isTruncated: Bool, exitStatus: Int32? = nil
  ) {
    self.command = command
    self.stdout = stdout
    self.stderr = stderr
    self.isTruncated = isTruncated
    self.exitStatus = exitStatus
    lines = stdout.outputLines
    errorLines = stderr.outputLines
    commands = ShellCommand.all(in: command)
    speakers = Speakers(commands)
  }

  /// The one simple command whose program is `program`; nil when there is none or more than one.
  func onlyCommand(_ program: String) -> ShellCommand? {
    let matching = commands.filter { $0.program == program }
    return matching.count == 1 ? matching[0] : nil
  }
}
