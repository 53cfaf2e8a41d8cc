import GonogoCore

/// The units of pg_stat_statements, which its column names do not say. Its documentation does: all
/// its times are milliseconds.
struct StatementUnits {
  /// The words and marks of the command, in lower case; empty when it does not read the view.
  private let tokens: [String]

  /// The units that hold for the output of `command`.
  init(command: String) {
    let tokens = Self.tokens(command)
    self.tokens = tokens.contains("pg_stat_statements") ? tokens : []
  }

  /// The unit of a column, from the view's definition or else from the column's own name.
  func unit(of column: String) -> Unit? {
    if !tokens.isEmpty, Self.isTime(column), isPlain(column) { return .millisecond }
    return NameUnit.unit(of: column)
  }

  private static func isTime(_ column: String) -> Bool {
    for kind in ["exec", "plan", ""] {
      for figure in ["total", "mean", "min", "max", "stddev"] {
        if column == (kind.isEmpty ? "\(figure)_time" : "\(figure)_\(kind)_time") { return true }
      }
    }
    return ["blk_read_time", "blk_write_time"].contains { column.hasSuffix($0) }
  }

  /// True when the query nowhere gives that name to something it worked out, as in
  /// `max_exec_time / 1000 AS max_exec_time`: the name then stands in its plain places only.
  private func isPlain(_ column: String) -> Bool {
    let before: Set<String> = [
      "select", ",", ".", "by", "where", "and", "or", "distinct", "all", ">", "<", "=",
    ]
    for (index, token) in tokens.enumerated() where token == column {
      if index == 0 || !before.contains(tokens[index - 1]) { return false }
    }
    return true
  }

  private static func tokens(_ command: String) -> [String] {
    var tokens: [String] = []
    var word: [UInt8] = []
    for byte in command.utf8 {
      if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80 {
        word.append(byte.isUpper ? byte | 0x20 : byte)
        continue
      }
      if !word.isEmpty { tokens.append(String(decoding: word, as: UTF8.self)) }
      word = []
      // Quotes around a name change nothing about it.
      if byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), !byte.isBlank,
        byte != .lineFeed
      {
        tokens.append(String(Unicode.Scalar(byte)))
      }
    }
    if !word.isEmpty { tokens.append(String(decoding: word, as: UTF8.self)) }
    return tokens
  }
}
