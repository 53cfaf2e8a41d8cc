extension ShellParser {
  /// Programs that find nothing out, so that they succeed whatever is wrong.
  private static let trivial: Set<String> = [
    "echo", "printf", "true", ":", "export", "declare", "typeset", "readonly", "local", "unset",
    "alias", "unalias", "set", "shopt", "trap", "umask", "break", "continue", "shift", "sleep",
    "date", "pwd", "whoami", "hostname", "uname", "basename", "dirname", "seq", "clear",
  ]
  private static let shells: Set<String> = ["sh", "bash", "dash", "zsh", "ksh", "ash"]

  /// Takes note of what the success of the command that ends here tells.
  mutating func noteSuccess() {
    guard collects else { return }
    switch list.state {
    case .words:
      guard !list.command.isEmpty else { return }
      let part = simplePart(list.command, list.success.substitution)
      list.success.add(part)
    case .afterCompound:
      list.success.add(list.success.compound ?? SuccessPart(value: .proves))
    default: return
    }
  }

  /// Takes note of what the success of a list that has just been closed tells.
  mutating func closeSuccess(_ part: SuccessPart, of kind: ShellList.Kind) {
    if kind == .substitution {
      list.success.substitution = part
    } else if list.success.isFunction {
      // Defining a function runs none of it.
      list.success.isFunction = false
      list.success.compound = SuccessPart(value: .trivial)
    } else {
      list.success.compound = part
    }
  }

  private func simplePart(_ command: SimpleCommand, _ inside: SuccessPart?) -> SuccessPart {
    var words = command.words[...]
    if words.isEmpty {
      // `X=$(…)` ends as what it runs does.
      let isPlain = command.redirections.isEmpty
      return isPlain ? inside ?? SuccessPart(value: .trivial) : SuccessPart(value: .proves)
    }
    while let first = words.first?.literal, ["sudo", "builtin", "command"].contains(first),
      words.dropFirst().first?.text.hasPrefix("-") == false
    {
      words.removeFirst()
    }
    guard let program = words.first?.literal else { return SuccessPart(value: .proves) }
    let arguments = words.dropFirst()
    switch program {
    case "false": return SuccessPart(value: .proves, failsSurely: true)
    case "break": return SuccessPart(value: .trivial, breaks: true, program: program)
    case "exit", "return":
      guard let status = arguments.first?.literal else { return SuccessPart(value: .proves) }
      return status == "0"
        ? SuccessPart(value: .trivial) : SuccessPart(value: .proves, failsSurely: true)
    case "eval":
      if let script = arguments.first?.literal, arguments.count == 1 {
        return scriptPart(script, isForeign: false)
      }
    case _ where Self.trivial.contains(program):
      if writesFile(command) { break }
      let finds = inside.map { $0.value != .trivial } ?? false
      return SuccessPart(value: finds ? .hidesFailure : .trivial, program: program)
    default:
      if let script = script(of: program, arguments) {
        return scriptPart(script, isForeign: true)
      }
      // What a shell is fed is read nowhere else, and of it only the end is seen.
      if Self.shells.contains(program) || program == "ssh",
        command.redirections.contains(where: { $0.heredoc != nil })
      {
        return SuccessPart(value: .hidesFailure)
      }
    }
    return SuccessPart(value: .proves, program: program)
  }

  /// The script in `sh -c '…'`, also behind `docker exec NAME`, or what `ssh` runs elsewhere.
  private func script(of program: String, _ arguments: ArraySlice<ShellWord>) -> String? {
    // A user's name stands before the options of these.
    let runsAsUser = program == "su" || program == "runuser"
    var shell = runsAsUser || Self.shells.contains(program)
    var isOption = false
    for word in arguments {
      if isOption { return word.literal }
      guard let text = word.literal else {
        shell = false
        continue
      }
      if shell, text.hasPrefix("-"), !text.hasPrefix("--"), text.hasSuffix("c") {
        isOption = true
      } else {
        shell = Self.shells.contains(text) || (shell && (text.hasPrefix("-") || runsAsUser))
      }
    }
    let runsElsewhere = program == "ssh" || arguments.contains { $0.literal == "ssh" }
    guard runsElsewhere, let last = arguments.last?.literal, last.contains(" ") else {
      return nil
    }
    return last
  }

  private func scriptPart(_ script: String, isForeign: Bool) -> SuccessPart {
    guard level < Self.nestingLimit else { return SuccessPart(value: .hidesFailure) }
    var parser = ShellParser(Array(script.utf8), collects: true, level: level + 1)
    parser.lists[0].success.isSeen = false
    // `set -e` makes it end where something fails; a pipeline has to be told apart.
    let start = script.prefix(24)
    let stops = start.contains("set -e") || start.contains("set -o errexit")
    parser.lists[0].success.isForeign = isForeign && !(stops && !script.contains("| "))
    parser.parse()
    return SuccessPart(value: parser.facts.inner.success)
  }

  private func writesFile(_ command: SimpleCommand) -> Bool {
    command.redirections.contains { redirection in
      guard redirection.symbol.contains(">"), redirection.symbol != ">&" else { return false }
      return redirection.target.literal.map { !$0.hasPrefix("/dev/") } ?? true
    }
  }
}
