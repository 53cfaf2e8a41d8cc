/// Pipelines that show some of the rows that a program lists: `df -h | head -2`, `… | grep -v staging`.
///
/// What holds of the rows that are left need not hold of the others.
package enum CutOutput {
  /// The filter that cuts rows off what a command lists, as it is written, or nil.
  package static func filter(in text: String) -> String? {
    guard text.utf8.contains(0x7C) else { return nil }
    let commands = ShellCommand.all(in: text)
    for (command, next) in zip(commands, commands.dropFirst()) where command.isPipedOn {
      if leavesOut(next) { return next.words.joined(separator: " ") }
      if shortens(next), lists(command.unwrapped) { return next.words.joined(separator: " ") }
    }
    return nil
  }

  /// `grep -v staging`; `ps | grep -v grep` leaves out itself.
  private static func leavesOut(_ command: ShellCommand) -> Bool {
    ["grep", "egrep", "rg"].contains(command.program)
      && command.hasOption("v", "--invert-match") && command.words.last != "grep"
  }

  private static func shortens(_ command: ShellCommand) -> Bool {
    switch command.program {
    case "head", "tail": true
    case "sed": command.hasOption("n", "--quiet", "--silent")
    case "awk", "gawk": command.arguments.contains { $0.contains("NR") }
    default: false
    }
  }

  /// True for a program that prints a row for each of several things, unless it is asked for one.
  private static func lists(_ command: ShellCommand) -> Bool {
    switch command.program {
    case "df":
      command.operands(valued: ["-t", "--type", "-x", "--exclude-type", "-B"]).isEmpty
    case "kubectl", "oc":
      command.arguments.contains("get") || command.arguments.contains("top")
    case "docker", "podman", "docker-compose":
      command.arguments.contains { ["ps", "stats", "images", "ls"].contains($0) }
    case "systemctl": command.arguments.first?.hasPrefix("list") == true
    case "ps", "ss", "netstat", "lsblk", "lsof", "helm": true
    default: false
    }
  }
}
