/// Pipelines that show some of the rows that a program lists: `df -h | head -2`, `… | grep -v staging`.
///
/// What holds of the rows that are left need not hold of the others.
package enum CutOutput {
  /// The filter that cuts rows off what a command lists, as it is written, or nil.
  package static func filter(in text: String) -> String? {
    guard text.utf8.contains(0x7C) else { return nil }
    var lists = false
    var isPiped = false
    for command in ShellCommand.all(in: text) {
      if isPiped {
        if leavesOut(command) || lists && shortens(command) {
          return command.words.joined(separator: " ")
        }
      } else {
        lists = false
      }
      lists = lists || Self.lists(command.unwrapped)
      isPiped = command.isPipedOn
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
    case "head": true
    // From the second line on only the names of the columns are gone.
    case "tail": !command.words.contains("+2")
    case "grep", "egrep", "rg": !command.hasOption("v", "--invert-match")
    case "sed":
      command.hasOption("n", "--quiet", "--silent")
        || command.arguments.contains { $0.hasSuffix("d") || $0.hasSuffix("q") }
    case "awk", "gawk":
      command.arguments.contains {
        $0.contains("NR") && !$0.contains("NR>1") && !$0.contains("NR > 1")
      }
    default: false
    }
  }

  /// True for a program that prints a row for each of several things, unless it is asked for one.
  private static func lists(_ command: ShellCommand) -> Bool {
    switch command.program {
    case "df":
      command.operands(valued: ["-t", "--type", "-x", "--exclude-type", "-B"]).count != 1
    case "kubectl", "oc":
      (command.arguments.contains("get") || command.arguments.contains("top"))
        && command.operands(valued: ["-n", "--namespace", "-o", "--context", "-l", "--selector"])
          .count <= 2
    case "docker", "podman", "docker-compose":
      command.arguments.contains { ["ps", "stats", "images", "ls"].contains($0) }
    case "systemctl": command.arguments.first?.hasPrefix("list") == true
    case "ps", "ss", "netstat", "lsblk", "lsof", "helm": true
    default: false
    }
  }
}
