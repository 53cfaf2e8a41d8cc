/// Programs that end with 1 to say no, and with more where they could not do their work (POSIX for
/// `grep`, `diff`, `cmp` and `test`; procps for `pgrep`).
package enum AnsweringPrograms {
  private static let all: Set<String> = [
    "grep", "egrep", "fgrep", "rg", "diff", "cmp", "test", "[", "[[", "pgrep", "zgrep",
  ]

  /// True when the program of this name does.
  package static func contains(_ name: String) -> Bool { all.contains(name) }

  /// For each program of the one pipeline that a command is, whether it looks for something and ends
  /// with 1 when there is none; empty for what is more than one pipeline.
  static func pipeline(of facts: ShellFacts) -> [Bool] {
    guard !facts.inner.areSeveral else { return [] }
    return facts.commands.map { command in
      var words = command.words.compactMap(\.literal)[...]
      if words.first == "sudo" { words = words.dropFirst() }
      return words.first.map { searching.contains($0) } ?? false
    }
  }

  private static let searching: Set<String> = ["grep", "egrep", "fgrep", "rg", "pgrep", "zgrep"]
}
