import GonogoCore

/// Judges SQL from its text: what only reads, what changes, and everything else.
struct SQLReader {
  let dialect: CommandLanguage
  /// Functions known to only read; a call of any other may do anything.
  let functions: Set<String>

  /// The effect of all statements in `text`: the greatest of them.
  func judge(_ text: [UInt8]) -> Finding {
    guard let tokens = SQLLexer.tokens(of: text, dialect) else {
      return Finding(effect: .unknown, reason: "its SQL cannot be read with certainty")
    }
    var worst = Finding(effect: .reads, reason: "its SQL only reads")
    var isEmpty = true
    var destroys: String?
    var statement: [SQLToken] = []
    func close() {
      guard !statement.isEmpty else { return }
      isEmpty = false
      let finding = judge(statement[...])
      if finding.effect > worst.effect { worst = finding }
      if finding.effect == .changes { destroys = destroys ?? SQLDestruction.what(in: statement) }
      statement = []
    }
    for token in tokens {
      switch token {
      case .symbol(ShellByte.semicolon): close()
      case .meta(let name, let arguments):
        close()
        isEmpty = false
        let finding = SQLMetaCommand(dialect: dialect, name: name, arguments: arguments).finding
        if finding.effect > worst.effect { worst = finding }
      default: statement.append(token)
      }
    }
    close()
    worst.destroys = destroys
    return isEmpty ? Finding(effect: .unknown, reason: "there is no SQL to judge") : worst
  }

  private static let writing: Set<String> = [
    "insert", "update", "delete", "merge", "create", "alter", "drop", "truncate", "grant", "revoke",
    "vacuum", "reindex", "cluster", "analyze", "refresh", "comment", "import", "reassign",
    "replace", "rename", "optimize", "repair", "kill", "load", "attach", "detach", "notify",
    "security", "flush", "reset", "purge", "install", "uninstall", "checkpoint", "upsert",
  ]

  private func judge(_ statement: ArraySlice<SQLToken>) -> Finding {
    var rest = statement
    while rest.first == .symbol(ShellByte.open) { rest = rest.dropFirst() }
    guard case .word(let verb)? = rest.first else {
      return Finding(effect: .unknown, reason: "its SQL starts in an unknown way")
    }
    let shown = verb.uppercased()
    switch verb {
    case "select", "table", "values", "with": return query(rest, shown)
    case "show": return reading(shown, rest)
    case "explain": return explain(rest.dropFirst())
    case "describe", "desc":
      return dialect == .mysql ? explain(rest.dropFirst()) : unknown(shown)
    case "begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release", "use":
      // `START SLAVE`, `COMMIT PREPARED` and the like are something else.
      let known: Set = [
        "begin", "start", "commit", "end", "rollback", "transaction", "work", "read", "only",
        "isolation", "level", "repeatable", "committed", "serializable",
      ]
      let isPlain = rest.allSatisfy {
        if case .word(let word) = $0 { known.contains(word) } else { false }
      }
      return isPlain ? reading(shown, rest) : unknown(shown)
    case "set": return settings(rest)
    case "copy": return copy(rest)
    case "pragma": return pragma(rest)
    case _ where Self.writing.contains(verb):
      return Finding(effect: .changes, reason: "the SQL \(shown) changes the database")
    default: return unknown(shown)
    }
  }

  private func reading(_ verb: String, _ tokens: ArraySlice<SQLToken>) -> Finding {
    if let bad = unsafeCall(in: tokens) { return bad }
    return Finding(effect: .reads, reason: "the SQL \(verb) only reads")
  }

  private func unknown(_ verb: String) -> Finding {
    Finding(effect: .unknown, reason: "nothing is known of the SQL \(verb)")
  }

  private func query(_ tokens: ArraySlice<SQLToken>, _ verb: String) -> Finding {
    let list = Array(tokens)
    for (index, token) in list.enumerated() {
      guard case .word(let word) = token else { continue }
      let before = index > 0 ? list[index - 1] : nil
      if before == .symbol(ShellByte.dot) { continue }
      switch word {
      case "into":
        return Finding(
          effect: .changes, reason: "the SQL \(verb) … INTO writes its result somewhere")
      case "insert", "delete", "merge", "replace", "truncate", "drop", "alter", "create":
        // `replace(` and `insert(` are string functions too.
        if index + 1 < list.count, list[index + 1] == .symbol(ShellByte.open) { continue }
        return Finding(
          effect: .changes, reason: "the SQL \(word.uppercased()) changes the database")
      case "update":
        return Finding(effect: .changes, reason: "the SQL UPDATE changes or locks rows")
      case "share", "key", "lock":
        if before == .word("for") || before == .word("no") || before == .word("in") {
          return Finding(effect: .changes, reason: "the SQL FOR SHARE locks rows")
        }
      case "procedure", "outfile", "dumpfile": return unknown(word.uppercased())
      default: break
      }
    }
    return reading(verb, tokens)
  }

  private func explain(_ tokens: ArraySlice<SQLToken>) -> Finding {
    var rest = tokens
    var runs = false
    if rest.first == .symbol(ShellByte.open) {
      let options = rest.prefix { $0 != .symbol(ShellByte.close) }
      runs = options.contains(.word("analyze")) || options.contains(.word("analyse"))
      rest = rest.dropFirst(options.count + 1)
    }
    while case .word(let word)? = rest.first,
      ["analyze", "analyse", "verbose", "query", "plan"].contains(word)
    {
      if word.hasPrefix("analy") { runs = true }
      rest = rest.dropFirst()
    }
    // `FORMAT = TREE` and other words in between leave open what is explained.
    if rest.first == .word("format") { return unknown("EXPLAIN") }
    return runs ? judge(rest) : reading("EXPLAIN", tokens)
  }

  private func settings(_ tokens: ArraySlice<SQLToken>) -> Finding {
    guard dialect == .postgres else { return unknown("SET") }
    if tokens.contains(.word("role")) || tokens.contains(.word("authorization")) {
      return unknown("SET ROLE")
    }
    // A different search path makes known names mean other functions.
    if tokens.contains(.word("search_path")) || tokens.contains(.word("schema"))
      || tokens.contains(.word("standard_conforming_strings"))
    {
      return unknown("SET")
    }
    return reading("SET", tokens)
  }

  private func copy(_ tokens: ArraySlice<SQLToken>) -> Finding {
    let words = tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    if let to = words.lastIndex(of: "to"), to + 1 < words.count, words[to + 1] == "stdout",
      !words.contains("from") || tokens.dropFirst().first == .symbol(ShellByte.open),
      !words.contains("program"), !words.contains("stdin")
    {
      return query(tokens, "COPY")
    }
    return Finding(effect: .changes, reason: "the SQL COPY changes a table or writes a file")
  }

  private func pragma(_ tokens: ArraySlice<SQLToken>) -> Finding {
    let known: Set = [
      "table_info", "table_list", "index_list", "index_info", "database_list", "integrity_check",
      "quick_check", "foreign_key_list", "foreign_key_check", "compile_options", "table_xinfo",
      "page_count", "page_size", "freelist_count",
    ]
    guard dialect == .sqlite, case .word(let name)? = tokens.dropFirst().first,
      known.contains(name),
      !tokens.contains(.symbol(ShellByte.equals))
    else { return unknown("PRAGMA") }
    return Finding(effect: .reads, reason: "the SQL PRAGMA only reads")
  }

  private static let beforeParenthesis: Set<String> = [
    "select", "from", "where", "and", "or", "not", "in", "exists", "any", "all", "some", "on",
    "using", "by", "as", "case", "when", "then", "else", "filter", "over", "values", "join",
    "having", "union", "except", "intersect", "distinct", "limit", "offset", "with", "lateral",
    "materialized", "row", "array", "interval", "within", "group", "partition", "between", "is",
    "like", "ilike", "explain", "copy", "table", "numeric", "decimal", "varchar", "char",
    "character", "timestamp", "time", "bit", "varying", "float", "to", "cube", "rollup", "sets",
    "window", "percent", "rows", "set", "show", "returning", "precision", "similar",
  ]

  /// A call of a function that is not known to only read.
  private func unsafeCall(in tokens: ArraySlice<SQLToken>) -> Finding? {
    let list = Array(tokens)
    for index in list.indices.dropFirst() where list[index] == .symbol(ShellByte.open) {
      switch list[index - 1] {
      case .word(let name):
        let isQualified = index > 1 && list[index - 2] == .symbol(ShellByte.dot)
        if isQualified {
          let isCatalogue = index > 2 && list[index - 3] == .word("pg_catalog")
          guard isCatalogue, functions.contains(name) else { return call(name) }
        } else if !Self.beforeParenthesis.contains(name), !functions.contains(name) {
          let isAlias = index > 1 && list[index - 2] == .word("as")
          if !isAlias { return call(name) }
        }
      case .name: return call("of a quoted name")
      default: break
      }
    }
    return nil
  }

  private func call(_ name: String) -> Finding {
    Finding(effect: .unknown, reason: "the SQL function \(name) may do anything")
  }
}
