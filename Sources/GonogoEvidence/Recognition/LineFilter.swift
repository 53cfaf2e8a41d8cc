/// Programs that pass lines on as they are, some of them left out.
enum LineFilter {
  /// True for what passes on every line: `tee` and a `cat` of nothing else.
  static func isCopy(_ command: ShellCommand) -> Bool {
    command.program == "tee" || (command.program == "cat" && command.arguments.isEmpty)
  }

  /// True for `head`, `tail` and `grep` with options that change no line and add none.
  static func isOne(_ command: ShellCommand) -> Bool {
    switch command.program {
    case "tee", "cat": return isCopy(command)
    case "head", "tail":
      return command.arguments.allSatisfy { $0.hasPrefix("-") || $0.smallCount != nil }
        && !command.arguments.contains { $0.hasPrefix("-c") || $0.hasPrefix("--bytes") }
    case "grep", "egrep", "fgrep":
      let options = command.arguments.filter { $0.hasPrefix("-") }
      return options.count + 1 == command.arguments.count
        && options.allSatisfy { $0.utf8.dropFirst().allSatisfy { "iEFwxa".utf8.contains($0) } }
    default: return false
    }
  }
}
