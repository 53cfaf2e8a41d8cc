/// A call of git: its subcommand and what follows.
struct GitCommand {
  /// `status`, `log`, …
  let subcommand: String
  /// What follows the subcommand.
  let arguments: [String]

  /// The call that `command` is, options before the subcommand passed over; nil when it is none.
  init?(_ command: ShellCommand) {
    guard command.program == "git" else { return nil }
    var words = command.arguments
    while let word = words.first, word.hasPrefix("-") {
      words = words.dropFirst(["-C", "-c", "--git-dir", "--work-tree"].contains(word) ? 2 : 1)
    }
    guard let subcommand = words.first else { return nil }
    self.subcommand = subcommand
    arguments = Array(words.dropFirst())
  }

  /// The one call of `git SUBCOMMAND` whose output this is, all other commands being ones that leave
  /// standard output alone; nil when it goes through a filter or something else prints too.
  static func only(_ subcommand: String, in output: CommandOutput) -> GitCommand? {
    let silent: Set<Substring> = ["cd", "export", "set", "true", ":", "unset", "shopt"]
    var found: GitCommand?
    for command in output.commands {
      if let call = GitCommand(command), call.subcommand == subcommand {
        guard found == nil, command.printsToOutput, !command.isNested else { return nil }
        found = call
      } else if !silent.contains(command.program) {
        guard let call = GitCommand(command),
          ["fetch", "checkout", "switch", "pull"].contains(
            call.subcommand), found == nil, command.printsToOutput
        else { return nil }
      }
    }
    return found
  }
}
