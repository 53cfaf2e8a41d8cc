package import GonogoCore

/// One connection to a PostgreSQL server, used by one thread at a time, blocking.
///
/// Every statement runs in a transaction of its own, alone (the extended protocol lets the server
/// refuse a second one), under a time limit that both ends keep. It closes when it goes out of
/// scope. Nothing is set for the session: behind a pooler the session is somebody else's next.
package struct Connection: ~Copyable {
  /// Rows that a result may have before the statement is cancelled.
  package static let mostRows = 10_000
  /// Bytes that the cells of a result may have together before the statement is cancelled.
  package static let mostBytes = 16 << 20

  private let wire: Wire

  /// Connects to the server at `url`: a `postgres://` address or a `key=value` connection string.
  /// libpq adds what is missing from its environment variables and password file. A server that
  /// does not answer is given up after `timeoutSeconds` (at least 1); looking up its name is not
  /// counted, because libpq cannot interrupt it. What runs beside is looked after while it waits.
  ///
  /// - Throws: `libraryMissing`, `badAddress`, `cannotConnect` or `timedOut`.
  package init(
    url: String, timeoutSeconds: Int = 10, tending: Tending = .nothing
  ) throws(DatabaseError) {
    wire = try Wire(
      address: url, timeout: .seconds(max(1, min(timeoutSeconds, 86_400))), tending: tending)
  }

  /// Runs one statement, by default in a READ ONLY transaction that is rolled back; otherwise in
  /// one that is committed when it succeeds and rolled back when it does not.
  ///
  /// Reading statements are those that begin with SELECT, WITH, VALUES, TABLE, SHOW or EXPLAIN;
  /// READ ONLY keeps them from changing tables, `StatementRule` from ending the transaction and
  /// from calling what acts at once. The server stops the statement after `timeoutSeconds` (at
  /// least 1); when it does not answer a little later either, it is asked to cancel and the
  /// connection is given up.
  ///
  /// - Throws: `refused` before anything is sent; `server`, with everything the server says;
  ///   `timedOut`, `tooLarge`, `connectionLost`; `outcomeUnknown` only when `readOnly` is false.
  package func query(
    _ sql: String, readOnly: Bool = true, timeoutSeconds: Int = 30
  ) throws(DatabaseError) -> QueryResult {
    if let refusal = StatementRule.refusal(of: sql, readOnly: readOnly) { throw refusal }
    let seconds = max(1, min(timeoutSeconds, 86_400))
    // The server's own limit comes first; this one is for a server that no longer answers.
    let deadline = Deadline(after: .seconds(seconds) + .milliseconds(1500))
    // Inside a transaction that an earlier statement left, BEGIN would not set the mode.
    if !wire.isIdle { wire.giveUp() }
    _ = try wire.run(
      "BEGIN TRANSACTION \(readOnly ? "READ ONLY" : "READ WRITE")", until: deadline)
    do throws(DatabaseError) {
      // The first query of a transaction also fixes its mode: READ WRITE is refused from here on.
      _ = try wire.run(
        "SELECT set_config('statement_timeout', '\(seconds * 1000)', true)", until: deadline)
      let result = try wire.run(sql, until: deadline)
      guard wire.isInTransaction else {
        wire.giveUp()
        throw DatabaseError(.connectionLost, "the statement ended its transaction")
      }
      if !readOnly { try commit() } else { try wire.endTransaction() }
      return result
    } catch {
      if error.kind != .outcomeUnknown { try? wire.endTransaction() }
      throw error
    }
  }

  private func commit() throws(DatabaseError) {
    let result: QueryResult
    do throws(DatabaseError) {
      result = try wire.run("COMMIT", until: Deadline(after: .seconds(30)))
    } catch {
      // An error that the server reports means that it has rolled back.
      if error.kind == .server { throw error }
      wire.giveUp()
      throw DatabaseError(
        .outcomeUnknown, "the connection broke while the change was being committed",
        cure: "look whether the change is there before running it again")
    }
    guard result.commandTag == "COMMIT" else {
      throw DatabaseError(.server, "the server rolled the change back")
    }
  }
}
