/// Which statements may be sent, judged by their text.
///
/// The server's READ ONLY transaction is what keeps a reading statement from writing tables; this
/// rule is for what such a transaction does not stop: ending the transaction, server files and
/// programs (`COPY`), settings, locks, and functions that act at once. It sees the text only: a
/// view or a function of the database's own can hide anything that the role may do.
enum StatementRule {
  private static let readers: Set<String> = [
    "select", "with", "values", "table", "show", "explain",
  ]

  private static let transactionControl: Set<String> = [
    "begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release", "prepare",
  ]

  /// Beginnings of names of functions that act although the transaction is READ ONLY.
  private static let acting = [
    "pg_terminate_backend", "pg_cancel_backend", "pg_reload_conf", "pg_rotate_logfile",
    "pg_switch_wal", "pg_promote", "pg_stat_reset", "pg_stat_statements_reset", "pg_create_",
    "pg_drop_replication_slot", "pg_copy_", "pg_replication_", "pg_logical_", "pg_wal_replay_",
    "pg_backup_", "pg_start_backup", "pg_stop_backup", "pg_advisory_lock", "pg_advisory_unlock",
    "pg_try_advisory_lock", "pg_file_", "pg_log_backend_memory_contexts", "dblink", "lo_import",
    "lo_export", "pg_export_snapshot", "set_config", "pg_sync_replication_slots",
  ]

  /// Why `sql` may not be sent, or nil when it may.
  static func refusal(of sql: String, readOnly: Bool) -> DatabaseError? {
    // C would read only up to the NUL, and run something that nobody has seen.
    guard !sql.utf8.contains(0) else {
      return DatabaseError(.refused, "the statement holds a NUL character")
    }
    let bytes = Array(sql.utf8)
    let first = firstWord(of: bytes)
    if first.isEmpty { return DatabaseError(.refused, "there is no statement") }
    if transactionControl.contains(first) {
      return DatabaseError(
        .refused, "the statement controls the transaction (\(first.uppercased()))",
        cure: "leave it out: every statement runs in a transaction of its own")
    }
    if first == "copy" {
      return DatabaseError(
        .refused, "COPY moves data between the server and a file or program",
        cure: "run it with psql, in a bash block")
    }
    guard readOnly else { return nil }
    guard readers.contains(first) else {
      return DatabaseError(
        .refused, "\(first.uppercased()) does not only read", cure: "mark the block `mutates`")
    }
    if hasUnicodeEscapes(bytes) {
      return DatabaseError(
        .refused, "names or texts written with U& escapes can hide what is called",
        cure: "write them plainly, or mark the block `mutates`")
    }
    if let function = actingFunction(in: bytes) {
      return DatabaseError(
        .refused, "\(function) acts although the transaction only reads",
        cure: "mark the block `mutates`")
    }
    return nil
  }

  /// `U&"…"` and `U&'…'`, wherever they stand.
  private static func hasUnicodeEscapes(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast(2).contains { index in
      let isU = bytes[index] == 0x55 || bytes[index] == 0x75
      guard isU, bytes[index + 1] == 0x26 else { return false }
      return bytes[index + 2] == 0x22 || bytes[index + 2] == 0x27
    }
  }

  /// The first word in lower case, after blanks, comments and opening parentheses.
  private static func firstWord(of bytes: [UInt8]) -> String {
    var position = 0
    func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    scan: while position < bytes.count {
      switch (at(position), at(position + 1)) {
      case (0x09...0x0D, _), (0x20, _), (UInt8(ascii: "("), _): position += 1
      case (UInt8(ascii: "-"), UInt8(ascii: "-")):
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
          position += 1
        }
      case (UInt8(ascii: "/"), UInt8(ascii: "*")):
        var depth = 0
        repeat {
          switch (at(position), at(position + 1)) {
          case (UInt8(ascii: "/"), UInt8(ascii: "*")):
            depth += 1
            position += 2
          case (UInt8(ascii: "*"), UInt8(ascii: "/")):
            depth -= 1
            position += 2
          default: position += 1
          }
        } while depth > 0 && position < bytes.count
      default: break scan
      }
    }
    guard position < bytes.count else { return "" }
    let word = bytes[position...].prefix(while: isWordPart)
    return word.isEmpty
      ? String(decoding: bytes[position...].prefix(1), as: UTF8.self)
      : String(decoding: word, as: UTF8.self).lowercased()
  }

  /// The first such function, wherever it stands: also in a text, because texts can be run.
  private static func actingFunction(in bytes: [UInt8]) -> String? {
    for word in bytes.split(whereSeparator: { !isWordPart($0) }) where word.count >= 6 {
      let name = String(decoding: word.prefix(64), as: UTF8.self).lowercased()
      if acting.contains(where: name.hasPrefix) { return name }
    }
    return nil
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
