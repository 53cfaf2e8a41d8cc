internal import GonogoEvidence

/// The names of values that commands print, as far as their texts tell.
struct PrintedNames {
  /// True when a command prints what its text does not tell.
  let mayBeAnything: Bool
  private let predicted: Set<String>
  /// The words of all commands: `printf "free_space: …"` names what it prints.
  private let words: Set<Substring>

  /// Programs that print what stands in their text, counts, or what they are given to read from others.
  private static let plain: Set<String> = [
    "echo", "printf", "ls", "wc", "test", "[", "true", "false", "sort", "uniq", "head", "tail",
    "cut",
    "tr", "grep", "awk", "sed", "touch", "mkdir", "rm", "sleep", "cd", "pwd", "date", "exit",
    "export",
    "set", "psql", "git",
  ]
  /// What recognizers call a value that has no name of its own.
  private static let general: Set<String> = [
    "value", "line_count", "last_line", "date", "real", "user", "sys",
  ]

  /// The names that `commands` print.
  init(_ commands: [PlannedCommand]) {
    mayBeAnything = commands.contains { !Self.plain.isSuperset(of: $0.tools) }
    predicted = Self.general.union(commands.flatMap(\.predicted))
    words = Set(commands.flatMap { Self.words(in: $0.text) })
  }

  /// True when a command may print `name`.
  func contains(_ name: String) -> Bool {
    predicted.contains(name) || Self.words(in: name).allSatisfy { words.contains($0) }
  }

  /// The name that `name` is probably a misspelling of.
  func nearest(to name: String) -> String? {
    NearMiss.nearest(to: name, among: predicted.sorted())
  }

  private static func words(in text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
