/// Finds SQL that takes data away which nobody can bring back: whole tables, columns, every row.
enum SQLDestruction {
  /// What of a database is more than what can be made again from a script.
  private static let dropped: Set<String> = [
    "database", "schema", "table", "tablespace", "owned", "keyspace", "collection", "partition",
  ]
  /// What `ALTER TABLE … DROP` may name besides a column.
  private static let constraints: Set<String> = [
    "constraint", "default", "not", "index", "key", "primary", "foreign", "identity", "expression",
    "check", "trigger", "rule",
  ]

  /// What one statement that changes something destroys, or nil.
  static func what(in statement: [SQLToken]) -> String? {
    let tokens = Array(statement.drop { $0 == .symbol(ShellByte.open) })
    guard let first = word(tokens, 0) else { return nil }
    switch first {
    case "drop": return drop(tokens)
    case "truncate": return "every row of a table (SQL TRUNCATE)"
    case "alter": return alter(tokens)
    default: return delete(tokens)
    }
  }

  private static func word(_ tokens: [SQLToken], _ index: Int) -> String? {
    guard tokens.indices.contains(index), case .word(let word) = tokens[index] else { return nil }
    return word
  }

  private static func drop(_ tokens: [SQLToken]) -> String? {
    var index = 1
    // A temporary table goes with its session anyway.
    if word(tokens, index) == "temporary" || word(tokens, index) == "temp" { return nil }
    while let kind = word(tokens, index), ["foreign", "external", "materialized"].contains(kind) {
      index += 1
    }
    guard let kind = word(tokens, index), dropped.contains(kind) else { return nil }
    let shown = kind == "owned" ? "what a role owns" : "a \(kind)"
    return "\(shown) (SQL DROP \(kind.uppercased()))"
  }

  private static func alter(_ tokens: [SQLToken]) -> String? {
    for index in tokens.indices where word(tokens, index) == "drop" {
      let next = word(tokens, index + 1) ?? "column"
      // `ALTER COLUMN x DROP NOT NULL` and the like only loosen a rule.
      if constraints.contains(next) { continue }
      return next == "partition"
        ? "a partition (SQL DROP PARTITION)" : "a column (SQL ALTER … DROP)"
    }
    return nil
  }

  /// A DELETE, also inside a WITH, that no WHERE bounds.
  private static func delete(_ tokens: [SQLToken]) -> String? {
    for start in tokens.indices where word(tokens, start) == "delete" {
      guard word(tokens, start + 1) == "from" else { continue }
      var depth = 0
      var isBounded = false
      scan: for token in tokens[start...] {
        switch token {
        case .symbol(ShellByte.open): depth += 1
        case .symbol(ShellByte.close):
          depth -= 1
          if depth < 0 { break scan }
        case .word("where") where depth == 0: isBounded = true
        default: break
        }
      }
      if !isBounded { return "every row of a table (SQL DELETE without WHERE)" }
    }
    return nil
  }
}
