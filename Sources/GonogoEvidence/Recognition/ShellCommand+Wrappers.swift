extension ShellCommand {
  /// The command inside `sudo -u x`, `timeout 5`, `docker exec NAME`, `docker compose exec SERVICE`
  /// or `kubectl exec POD --`, whose output it is; the command itself when there is no wrapper, or
  /// one with options that are not known.
  var unwrapped: ShellCommand {
    var words = self.words[...]
    // Nobody wraps a wrapper more often; a line made to be slow does.
    for _ in 0..<6 {
      guard let rest = Self.unwrap(words), !rest.isEmpty else { break }
      words = rest
    }
    guard words.count < self.words.count else { return self }
    var inner = self
    inner.words = Array(words)
    return inner
  }

  /// The operands after the program: options passed over, together with the next word for those in
  /// `valued`. Everything after `--` is one.
  func operands(valued: Set<String> = []) -> [String] {
    var operands: [String] = []
    var skips = false
    for (index, argument) in arguments.enumerated() {
      if skips {
        skips = false
      } else if argument == "--" {
        return operands + arguments.dropFirst(index + 1)
      } else if argument.hasPrefix("-"), argument != "-" {
        skips = valued.contains(argument)
      } else {
        operands.append(argument)
      }
    }
    return operands
  }

  /// True when an option is given: `names` whole, or `letter` alone or among other letters.
  func hasOption(_ letter: Character?, _ names: String...) -> Bool {
    arguments.contains { argument in
      if names.contains(argument) { return true }
      guard let letter, argument.hasPrefix("-"), !argument.hasPrefix("--") else { return false }
      return argument.contains(letter)
    }
  }

  private static func unwrap(_ words: ArraySlice<String>) -> ArraySlice<String>? {
    guard let first = words.first else { return nil }
    let rest = words.dropFirst()
    switch first.split(separator: "/").last ?? "" {
    // The reader has taken `sudo` and `env` themselves away.
    case "-u", "-g", "-U": return rest.dropFirst()
    case "-n", "-E", "-H", "--": return rest
    case "sudo", "env", "command", "nohup", "exec": return rest
    case "timeout":
      return options(rest, valued: ["-k", "-s", "--kill-after", "--signal"])?.dropFirst()
    case "nice", "ionice": return options(rest, valued: ["-n", "-c"])
    case "docker", "podman", "nerdctl":
      if rest.first == "exec" { return container(rest.dropFirst()) }
      guard rest.first == "compose" else { return nil }
      return compose(rest.dropFirst())
    case "docker-compose": return compose(rest)
    case "kubectl", "oc":
      guard rest.contains("exec"), let end = rest.firstIndex(of: "--") else { return nil }
      return rest[rest.index(after: end)...]
    default: return nil
    }
  }

  private static func compose(_ words: ArraySlice<String>) -> ArraySlice<String>? {
    let valued: Set<String> = [
      "-f", "--file", "-p", "--project-name", "--env-file", "--profile", "--project-directory",
    ]
    guard let rest = options(words, valued: valued), rest.first == "exec" else { return nil }
    return container(rest.dropFirst())
  }

  private static func container(_ words: ArraySlice<String>) -> ArraySlice<String>? {
    let valued: Set<String> = [
      "-e", "--env", "-u", "--user", "-w", "--workdir", "--env-file", "--index",
    ]
    let flags: Set<String> = [
      "-i", "-t", "-it", "-ti", "-T", "--interactive", "--tty", "--privileged", "--no-TTY",
    ]
    var rest = words
    while let word = rest.first, word.hasPrefix("-") {
      if valued.contains(word) {
        rest = rest.dropFirst(2)
      } else if flags.contains(word) || word.hasPrefix("--") && word.contains("=") {
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return rest.dropFirst()
  }

  private static func options(
    _ words: ArraySlice<String>, valued: Set<String>
  ) -> ArraySlice<String>? {
    var rest = words
    while let word = rest.first, word.hasPrefix("-") {
      rest = rest.dropFirst(valued.contains(word) ? 2 : 1)
    }
    return rest.isEmpty ? nil : rest
  }
}
