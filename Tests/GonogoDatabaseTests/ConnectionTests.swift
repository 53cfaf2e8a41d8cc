import Foundation
import GonogoCore
import Testing

@testable import GonogoDatabase

/// Against a real server, which is missing only where PostgreSQL is not installed.
@Suite(.postgreSQL, .enabled(if: PostgreSQLServer.tools != nil), .serialized)
struct ConnectionTests {
  private let server: PostgreSQLServer

  init() throws { server = try #require(PostgreSQLServer.current) }

  @Test func readsRowsNamesAndNulls() throws {
    let connection = try Connection(url: server.url)
    let result = try connection.query(
      "SELECT n AS number, CASE WHEN n > 1 THEN 'x' || n END AS text FROM generate_series(1,2) n")
    #expect(result.columns.map(\.name) == ["number", "text"])
    #expect(result.rows == [["1", nil], ["2", "x2"]])
    #expect(result.commandTag == "SELECT 2")
  }

  @Test func typesCaptures() throws {
    let connection = try Connection(url: server.url)
    let result = try connection.query(
      """
      SELECT 7::int AS i, 1.50::numeric AS n, 2.5e-3::float8 AS f, true AS b, 'ab' AS t,
        NULL::int AS nothing, 'NaN'::numeric AS nan, 12345678901234567890::numeric AS long
      """)
    let captures = result.captures()
    #expect(
      captures.map(\.value) == [
        .quantity(Quantity(7)), .quantity(Quantity(1.5)), .quantity(Quantity(0.0025)),
        .truth(true), .text("ab"), .text("NaN"), .text("12345678901234567890"),
      ])
    #expect(captures.map(\.name) == ["i", "n", "f", "b", "t", "nan", "long"])
    #expect(captures[1].text == "1.50")
    #expect(captures.allSatisfy { $0.row == nil && $0.recognizer == "sql" })
    let rows = try connection.query("VALUES (1), (2)").captures()
    #expect(rows.map(\.reference) == ["column1[1]", "column1[2]"])
  }

  @Test func givesTheOneValue() throws {
    let connection = try Connection(url: server.url)
    #expect(try connection.query("SHOW max_connections").singleValue() == "20")
    for query in ["SELECT 1 WHERE false", "SELECT 1, 2", "VALUES (1), (2)", "SELECT NULL"] {
      let result = try connection.query(query)
      #expect { try result.singleValue() } throws: { kind(of: $0) == .notOneValue }
    }
  }

  @Test func keepsEverythingTheServerSays() throws {
    let connection = try Connection(url: server.url)
    do {
      _ = try connection.query("SELECT 'é', nosuchcolumn FROM pg_class")
      Issue.record("no error")
    } catch {
      #expect(error.kind == .server)
      #expect(error.sqlState == "42703")
      #expect(error.position == 13)
      #expect(error.message == "column \"nosuchcolumn\" does not exist")
    }
    let mutating = try Connection(url: server.url)
    do {
      _ = try mutating.query(
        "DO $$ BEGIN RAISE EXCEPTION 'm' USING DETAIL='d', HINT='h', ERRCODE='22012'; END $$",
        readOnly: false)
      Issue.record("no error")
    } catch {
      #expect(error.sqlState == "22012")
      #expect(error.detail == "d")
      #expect(error.hint == "h")
    }
    #expect(try connection.query("SELECT 1").rows == [["1"]], "it goes on after an error")
  }

  @Test(arguments: [
    ("CREATE TABLE escaped (a int)", DatabaseError.Kind.refused, nil),
    ("COMMIT; CREATE TABLE escaped (a int)", .refused, nil),
    ("/* /* x */ */ -- y\n ROLLBACK", .refused, nil),
    ("SET TRANSACTION READ WRITE", .refused, nil),
    ("DO $$ BEGIN CREATE TABLE escaped (a int); END $$", .refused, nil),
    ("COPY (SELECT 1) TO PROGRAM 'true'", .refused, nil),
    ("SELECT set_config('transaction_read_only', 'off', true)", .refused, nil),
    ("SELECT \"pg_terminate_backend\"(1)", .refused, nil),
    ("SELECT 1\u{0}", .refused, nil), ("", .refused, nil), (" -- only this", .refused, nil),
    ("SELECT 1; CREATE TABLE escaped (a int)", .server, "42601"),
    ("SELECT 1; COMMIT; CREATE TABLE escaped (a int)", .server, "42601"),
    ("SELECT 1 AS a INTO escaped", .server, "25006"),
    ("WITH gone AS (DELETE FROM kept RETURNING a) SELECT * FROM gone", .server, "25006"),
    ("EXPLAIN ANALYZE DELETE FROM kept", .server, "25006"),
    ("SELECT nextval('counter')", .server, "25006"),
    ("SELECT a FROM kept FOR UPDATE", .server, "25006"),
    ("SELECT deletes()", .server, "25006"), ("SELECT turns_writable()", .server, "25001"),
  ])
  func readingChangesNothing(
    sql: String, expected: DatabaseError.Kind, state: String?
  ) throws {
    let connection = try Connection(url: server.url)
    for statement in Self.schema { _ = try connection.query(statement, readOnly: false) }
    do {
      _ = try connection.query(sql)
      Issue.record("it was accepted")
    } catch {
      #expect(error.kind == expected, "\(error)")
      #expect(error.sqlState == state, "\(error)")
    }
    #expect(try connection.query("SELECT count(*) FROM kept").rows == [["1"]])
    #expect(try connection.query("SELECT to_regclass('escaped')").rows == [[nil]])
  }

  private static let schema = [
    "DROP TABLE IF EXISTS kept", "CREATE TABLE kept AS SELECT 1 AS a",
    "CREATE SEQUENCE IF NOT EXISTS counter",
    """
    CREATE OR REPLACE FUNCTION deletes() RETURNS void LANGUAGE plpgsql
    AS 'BEGIN DELETE FROM kept; END'
    """,
    """
    CREATE OR REPLACE FUNCTION turns_writable() RETURNS void LANGUAGE plpgsql
    AS 'BEGIN SET TRANSACTION READ WRITE; DELETE FROM kept; END'
    """,
  ]

  @Test(arguments: [
    "SET TRANSACTION READ WRITE", "SET transaction_read_only = off",
    "SELECT set_config('transaction_read_only', 'off', true)",
    "DO $$ BEGIN SET TRANSACTION READ WRITE; END $$", "DO $$ BEGIN COMMIT; END $$",
  ])
  func theServerItselfHoldsTheTransactionReadOnly(sql: String) throws {
    let wire = try Wire(address: server.url, timeout: .seconds(5))
    let deadline = Deadline(after: .seconds(5))
    _ = try wire.run("BEGIN TRANSACTION READ ONLY", until: deadline)
    _ = try wire.run("SELECT set_config('statement_timeout', '1000', true)", until: deadline)
    #expect { try wire.run(sql, until: deadline) } throws: { kind(of: $0) == .server }
  }

  @Test func commitsChangesAndRollsFailuresBack() throws {
    let connection = try Connection(url: server.url)
    let table = "CREATE TABLE IF NOT EXISTS changes (a int UNIQUE DEFERRABLE INITIALLY DEFERRED)"
    _ = try connection.query(table, readOnly: false)
    _ = try connection.query("INSERT INTO changes VALUES (1)", readOnly: false)
    #expect {
      try connection.query("INSERT INTO changes VALUES (2), (1)", readOnly: false)
    } throws: { kind(of: $0) == .server }
    #expect {
      try connection.query("DELETE FROM changes; SELECT 1", readOnly: false)
    } throws: { kind(of: $0) == .server }
    #expect {
      try connection.query("COMMIT", readOnly: false)
    } throws: { kind(of: $0) == .refused }
    let other = try Connection(url: server.url)
    #expect(try other.query("SELECT a FROM changes").rows == [["1"]])
  }

  @Test func theServerStopsWhatTakesTooLong() throws {
    let connection = try Connection(url: server.url)
    let time = ContinuousClock().measure {
      #expect {
        try connection.query("SELECT pg_sleep(20)", timeoutSeconds: 1)
      } throws: {
        kind(of: $0) == .timedOut
      }
    }
    #expect(try connection.query("SELECT 1").rows == [["1"]], "it goes on after that")
    #expect(time < .seconds(5))
    #expect(try connection.query("SHOW statement_timeout").singleValue() != "1s")
  }

  /// What runs beside may be the very server that is asked, and a full pipe would stop it.
  @Test func looksAfterWhatRunsBesideWhileItWaits() throws {
    let pipe = Pipe()
    let (read, write) = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
    var tended = 0
    let tending = Tending(
      descriptors: { [read.fileDescriptor] },
      tend: {
        var ready = [pollfd(fd: read.fileDescriptor, events: Int16(POLLIN), revents: 0)]
        guard unsafe poll(&ready, 1, 0) == 1 else { return }
        tended += read.availableData.count
      })
    let connection = try Connection(url: server.url, tending: tending)
    write.write(Data(repeating: 1, count: 1000))
    #expect(try connection.query("SELECT pg_sleep(0.3)").rows == [[""]])
    #expect(tended == 1000)
    write.write(Data(repeating: 1, count: 1000))
    #expect {
      try connection.query("SELECT pg_sleep(20)", timeoutSeconds: 1)
    } throws: { kind(of: $0) == .timedOut }
    #expect(tended == 2000)
  }

  @Test func aServerThatHangsIsGivenUp() throws {
    let connection = try Connection(url: server.url)
    let backend = try #require(
      Int32(try connection.query("SELECT pg_backend_pid()").singleValue()))
    #expect(kill(backend, SIGSTOP) == 0)
    defer { kill(backend, SIGCONT) }
    let time = ContinuousClock().measure {
      #expect {
        try connection.query("SELECT 1", timeoutSeconds: 1)
      } throws: { kind(of: $0) == .timedOut }
      #expect {
        try connection.query("SELECT 1", timeoutSeconds: 1)
      } throws: { kind(of: $0) == .connectionLost }
    }
    #expect(time < .seconds(10))
  }

  @Test func aServerThatGoesAwayIsNoticed() throws {
    let connection = try Connection(url: server.url)
    let other = try Connection(url: server.url)
    let backend = try connection.query("SELECT pg_backend_pid()").singleValue()
    _ = try other.query("SELECT pg_terminate_backend(\(backend))", readOnly: false)
    var kinds: [DatabaseError.Kind] = []
    for _ in 0..<2 {
      do { _ = try connection.query("SELECT 1") } catch { kinds.append(error.kind) }
    }
    #expect(kinds.count == 2)
    #expect(kinds.last == .connectionLost)
  }

  @Test func largeResultsAreCutOff() throws {
    let connection = try Connection(url: server.url)
    for query in [
      "SELECT generate_series(1, 100000000)",
      "SELECT repeat('x', 1000000), generate_series(1, 1000)",
    ] {
      #expect { try connection.query(query) } throws: { kind(of: $0) == .tooLarge }
    }
    #expect(try connection.query("SELECT n FROM generate_series(1, 10000) n").rows.count == 10_000)
  }

  @Test func sendsStatementsLargerThanAnyBuffer() throws {
    let connection = try Connection(url: server.url)
    let text = String(repeating: "é", count: 4_000_000)
    #expect(try connection.query("SELECT length('\(text)')").singleValue() == "4000000")
  }

  @Test func passwordsWorkAndNeverShow() throws {
    let good = try Connection(url: server.url(password: "correct%20horse"))
    #expect(try good.query("SELECT 1").rows == [["1"]])
    for address in [
      server.url(password: "battery%21staple"),
      "host=127.0.0.1 port=\(server.port) dbname=postgres user=tester password=battery!staple",
    ] {
      do {
        _ = try Connection(url: address)
        Issue.record("it was let in")
      } catch {
        #expect(error.kind == .cannotConnect)
        #expect(error.message.contains("password authentication failed"))
        #expect(!"\(error)".contains("battery"))
      }
    }
  }
}

/// The kind of a database error; nil for other errors.
func kind(of error: any Error) -> DatabaseError.Kind? { (error as? DatabaseError)?.kind }
