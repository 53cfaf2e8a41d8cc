import GonogoCore
import Testing

/// Blocks of SQL written as a session at a prompt.
@Suite struct SQLSessionTests {
  private func script(_ text: String) -> String? {
    read("```sql\n\(text)\n```\n").steps.first?.script.replacing("\n", with: "|")
  }

  @Test(arguments: [
    ("app=# SELECT 1;", "SELECT 1;|"), ("app=> SELECT 1;\n 1\n(1 row)", "SELECT 1;|||"),
    ("app=# SELECT\napp-# 1;\n 1", "SELECT|1;||"), ("mysql> select 1;\n+--+", "select 1;||"),
    ("mysql> select\n    -> 1;", "select|1;|"), ("MariaDB [a]> select 1;", "select 1;|"),
    ("#app=#\nSELECT 1;\n1", "|SELECT 1;||"), ("app=# \\d a\n Table", "\\d a||"),
    ("sqlite> select 1;\nsqlite> select 2;", "select 1;|select 2;|"),
  ])
  func keepsWhatWasTyped(text: String, expected: String) { #expect(script(text) == expected) }

  @Test(arguments: ["SELECT a=#b;", "SELECT 1;\napp=# SELECT 2;", "-- app=# x\nSELECT 1;"])
  func leavesStatementsAlone(text: String) {
    #expect(script(text) == text.replacing("\n", with: "|") + "|")
  }
}
