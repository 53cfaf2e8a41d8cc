import GonogoCore

/// A command of the client's own: psql's backslash commands, sqlite3's dot commands.
struct SQLMetaCommand {
  let dialect: CommandLanguage
  let name: String
  let arguments: String

  private static let dots: Set<String> = [
    "tables", "schema", "indexes", "indices", "databases", "mode", "headers", "header", "width",
    "timer", "quit", "exit", "fullschema", "show", "help", "version", "dbinfo", "bail", "nullvalue",
    "separator", "explain", "stats", "echo", "print",
  ]
  private static let backslashes: Set<String> = [
    "l", "l+", "list", "x", "t", "a", "timing", "conninfo", "echo", "qecho", "q", "?", "h", "help",
    "pset", "z", "sf", "sf+", "sv", "sv+", "encoding", "errverbose", "crosstabview", "gx", "g",
    "r", "p", "copyright", "if", "else", "elif", "endif",
  ]

  /// What it does; unknown unless it is known to only show something.
  var finding: Finding {
    let sign = dialect == .sqlite ? "." : "\\"
    let shown = sign + name
    if ["!", "o", "w", "copy", "i", "ir", "include", "out", "write"].contains(name)
      || name.hasPrefix("!")
    {
      return Finding(effect: .changes, reason: "`\(shown)` reaches beyond the database")
    }
    let isKnown =
      dialect == .sqlite
      ? Self.dots.contains(name)
      : Self.backslashes.contains(name) || isDescribe
    // A backquote runs a program, a pipe or a name after `\g` writes; a second command may follow.
    let hasTricks = arguments.contains { "`|\\:".contains($0) }
    let writes = (name == "g" || name == "gx") && arguments.contains { !$0.isWhitespace }
    guard isKnown, !hasTricks, !writes else {
      return Finding(effect: .unknown, reason: "nothing is known of `\(shown)`")
    }
    return Finding(effect: .reads, reason: "`\(shown)` only shows something")
  }

  /// `\d`, `\dt+`, `\dS` …: `\d` and letters of what to list.
  private var isDescribe: Bool {
    name.hasPrefix("d") && name.dropFirst().allSatisfy { $0.isLetter || $0 == "+" }
      && name.count < 7
  }
}
