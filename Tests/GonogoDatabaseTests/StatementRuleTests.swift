import Testing

@testable import GonogoDatabase

/// Which statements are sent.
struct StatementRuleTests {
  @Test(arguments: [
    ("SELECT 1", true, true), ("  ((select 1))", true, true), ("-- x\r\nSELECT 1", true, true),
    ("/* a /* b */ c */ WITH x AS (SELECT 1) TABLE x", true, true), ("SHOW all", true, true),
    ("/* unclosed SELECT 1", true, false), ("/*/ SELECT 1", true, false), (";", true, false),
    ("INSERT INTO a VALUES (1)", true, false), ("INSERT INTO a VALUES (1)", false, true),
    ("selectx 1", true, false), ("VACUUM", true, false), ("vacuum", false, true),
    ("Begin", false, false), ("-- \n END", false, false), ("savepoint a", false, false),
    ("PREPARE TRANSACTION 'x'", false, false), ("copy a from stdin", false, false),
    ("SELECT DBLINK_EXEC('x')", true, false), ("SELECT dblink_exec('x')", false, true),
    ("SELECT pg_size_pretty(pg_database_size(current_database()))", true, true),
    ("SELECT pg_notify_count", true, true), ("SELECT 1\u{0}; DROP", false, false),
  ])
  func sendsOnlyWhatIsAllowed(sql: String, readOnly: Bool, isSent: Bool) {
    #expect((StatementRule.refusal(of: sql, readOnly: readOnly) == nil) == isSent)
  }
}
