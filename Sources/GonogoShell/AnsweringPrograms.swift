/// Programs that end with 1 to say no, and with more where they could not do their work (POSIX for
/// `grep`, `diff`, `cmp` and `test`; procps for `pgrep`).
package enum AnsweringPrograms {
  private static let all: Set<String> = [
    "grep", "egrep", "fgrep", "rg", "diff", "cmp", "test", "[", "[[", "pgrep", "zgrep",
  ]

  /// True when the program of this name does.
  package static func contains(_ name: String) -> Bool { all.contains(name) }

  /// True for a command that is one `grep` through named files and says by its status 1 that nothing
  /// fits. Not in a pipeline, whose source may be empty for another reason; not of what a sandbox shows
  /// differently (processes, the home, `/tmp`) or what may be none (`-r`); not where it would be silent
  /// anyway (`-q`, `-L`, output thrown away).
  static func isSearchOfFiles(_ facts: ShellFacts) -> Bool {
    guard !facts.inner.areSeveral, facts.commands.count == 1, let command = facts.commands.first,
      command.redirections.isEmpty, facts.redirections.isEmpty, command.assignments.isEmpty,
      ["grep", "egrep", "fgrep"].contains(command.words.first?.literal)
    else { return false }
    var operands: [String] = []
    for word in command.words.dropFirst() {
      guard let text = word.literal, !word.hasBraceList else { return false }
      if text.hasPrefix("-"), operands.isEmpty {
        guard text.utf8.count > 1, text.dropFirst().allSatisfy({ plainOptions.contains($0) }) else {
          return false
        }
      } else {
        operands.append(text)
      }
    }
    return operands.count > 1 && operands.dropFirst().allSatisfy(isFileInReach)
  }

  private static let plainOptions = Set("cEFGHhinoPvwxa")

  /// A file of the working directory or of the system.
  private static func isFileInReach(_ path: String) -> Bool {
    guard !path.hasPrefix("~"), !path.hasPrefix("-"), !path.contains(where: { "*?[".contains($0) })
    else { return false }
    guard path.hasPrefix("/") else { return !path.split(separator: "/").contains("..") }
    return ["/var/log/", "/etc/", "/srv/", "/opt/", "/usr/"].contains { path.hasPrefix($0) }
  }
}
