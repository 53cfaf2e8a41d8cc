import Testing

@testable import GonogoEvidence

@Suite struct PSQLRecognizerTests {
  private func read(_ stdout: String, _ command: String = "psql -c 'SELECT …'") -> [String] {
    found(PSQLRecognizer(), command, stdout)
  }

  @Test func readsOneRowAsValuesThatStandAlone() {
    let stdout = """
       total_executions | avg_duration_seconds | max_duration_seconds 
      ------------------+----------------------+----------------------
                      9 |   5.0000000000000000 |             9.000000
      (1 row)


      """
    #expect(
      read(stdout) == [
        "total_executions = 9 (9.0)", "avg_duration_seconds = 5.0000000000000000 (5.0 s)",
        "max_duration_seconds = 9.000000 (9.0 s)", "~row_count = 1 (1.0)",
      ])
  }

  @Test func readsUnitsInCells() {
    #expect(
      read(" db_size \n---------\n 7583 kB\n(1 row)\n\n") == [
        "db_size = 7583 kB (7583.0 kB)", "~row_count = 1 (1.0)",
      ])
  }

  private let statements = """
     calls |    mean_exec_time    | max_exec_time | total_plan_time 
    -------+----------------------+---------------+-----------------
         7 | 0.017882428571428573 |      0.021011 |               0
         1 |            16.120076 |     16.120076 |               0
    (2 rows)


    """

  @Test func knowsTheUnitsOfPgStatStatements() {
    let captures = read(
      statements,
      """
      psql $DATABASE_URL -c "
      SELECT
          calls,
          mean_exec_time,
          max_exec_time, s.total_plan_time
      FROM pg_stat_statements s
      ORDER BY mean_exec_time DESC LIMIT 5;
      "
      """)
    #expect(
      captures == [
        "calls[1] = 7 (7.0)", "mean_exec_time[1] = 0.017882428571428573 (0.017882428571428573 ms)",
        "max_exec_time[1] = 0.021011 (0.021011 ms)", "total_plan_time[1] = 0 (0.0 ms)",
        "calls[2] = 1 (1.0)", "mean_exec_time[2] = 16.120076 (16.120076 ms)",
        "max_exec_time[2] = 16.120076 (16.120076 ms)", "total_plan_time[2] = 0 (0.0 ms)",
        "~row_count = 2 (2.0)",
      ])
  }

  @Test(
    arguments: [
      "psql -c 'SELECT calls, mean_exec_time FROM my_statements'", "psql -f slow.sql",
      "psql -c 'SELECT mean_exec_time/1000 AS mean_exec_time FROM pg_stat_statements'",
      "psql -c 'SELECT mean_exec_time/1000 mean_exec_time FROM pg_stat_statements'",
      "psql -c 'SELECT mean_exec_time/1000 \"mean_exec_time\" FROM pg_stat_statements'",
    ])
  func claimsNoUnitThatTheQueryMayHaveChanged(command: String) {
    #expect(read(statements, command)[5] == "mean_exec_time[2] = 16.120076 (16.120076)")
  }

  @Test func readsValuesWithLineBreaks() {
    let stdout = """
        txt  | n | t2 
      -------+---+----
       line1+| 5 | x +
       line2 |   | y +
             |   | z
      (1 row)

      """
    #expect(
      read(stdout) == ["txt = line1\nline2", "n = 5 (5.0)", "t2 = x\ny\nz", "~row_count = 1 (1.0)"])
  }

  @Test(
    arguments: [
      """
      ┌───────┬───┐
      │  txt  │ n │
      ├───────┼───┤
      │ line1↵│ 5 │
      │ line2 │   │
      │ q     │ 6 │
      └───────┴───┘
      (2 rows)
      """,
      """
        txt  │ n 
      ───────┼───
       line1↵│ 5
       line2 │ 
       q     │ 6
      (2 rows)
      """,
      """
      +-------+---+
      |  txt  | n |
      +-------+---+
      | line1+| 5 |
      | line2 |   |
      | q     | 6 |
      +-------+---+
      (2 rows)
      """,
    ])
  func readsOtherBorders(stdout: String) {
    #expect(
      read(stdout) == [
        "txt[1] = line1\nline2", "n[1] = 5 (5.0)", "txt[2] = q", "n[2] = 6 (6.0)",
        "~row_count = 2 (2.0)",
      ])
  }

  @Test func readsByColumnsNotByBars() {
    #expect(
      read(" x | y | two words \n-------+-----------\n a|b   |         1\n(1 row)\n") == [
        "x | y = a|b", "two words = 1 (1.0)", "~row_count = 1 (1.0)",
      ])
  }

  @Test func readsWideCharacters() {
    #expect(
      read(" 日本 |   b    | c \n------+--------+---\n a    | 中文字 | 1\n(1 row)\n") == [
        "日本 = a", "b = 中文字", "c = 1 (1.0)", "~row_count = 1 (1.0)",
      ])
    #expect(
      read(" a | b  | c \n---+----+---\n é | 👍 | 1\n(1 row)\n")
        == ["a = é", "b = 👍", "c = 1 (1.0)", "~row_count = 1 (1.0)"])
  }

  @Test func leavesEmptyCellsOut() {
    #expect(
      read(" a | b \n---+---\n   | 2\n(1 row)\n") == ["b = 2 (2.0)", "~row_count = 1 (1.0)"])
    #expect(read(" a \n---\n \n(1 row)\n") == ["~row_count = 1 (1.0)"])
    #expect(read(" a \n---\n(0 rows)\n") == ["~row_count = 0 (0.0)"])
  }

  @Test func readsTheFooterInACellAsACell() {
    #expect(
      read("    a    \n---------\n (1 row)\n(1 row)\n") == ["a = (1 row)", "~row_count = 1 (1.0)"])
  }

  @Test func readsTableListings() {
    let stdout = """
                 List of relations
       Schema |    Name    | Type  |  Owner   
      --------+------------+-------+----------
       public | executions | table | postgres
      (1 row)

      """
    #expect(read(stdout, "psql -c '\\dt'").first == "Schema = public")
  }

  @Test func dropsNamesThatSeveralTablesShare() {
    let stdout = """
       n 
      ---
       1
      (1 row)

       n | m 
      ---+---
       2 | 3
      (1 row)


      """
    #expect(
      foundByAll("psql -c 'select 1 as n' -c 'select 2 as n, 3 as m'", stdout) == ["m = 3 (3.0)"])
    #expect(
      foundByAll("psql -c 'select 1 as a, 2 as a'", " a | a \n---+---\n 1 | 2\n(1 row)\n")
        == ["~row_count = 1 (1.0)"])
  }

  @Test func readsCommandTags() {
    #expect(
      read("INSERT 0 1\nUPDATE 10\nDELETE 7\nSELECT 1\nCREATE TABLE\n") == [
        "inserted_rows = 1 (1.0)", "updated_rows = 10 (10.0)", "deleted_rows = 7 (7.0)",
      ])
    #expect(
      read(" one \n-----\n   1\n(1 row)\n\nINSERT 0 1\n") == [
        "one = 1 (1.0)", "~row_count = 1 (1.0)", "inserted_rows = 1 (1.0)",
      ])
    #expect(foundByAll("psql -f x", "INSERT 0 1\nINSERT 0 2\n").isEmpty)
    #expect(read("INSERT 0 100\n", "cat notes").isEmpty)
  }

  @Test func readsPsqlTiming() {
    let stdout = "Timing is on.\n one \n-----\n   1\n(1 row)\n\nTime: 1234.567 ms (00:01.235)\n"
    #expect(read(stdout).last == "Time = 1234.567 ms (1234.567 ms)")
  }

  @Test func readsATableThatAScriptPrintsOnlyWhenThereIsNothingElse() {
    let table = " n \n---\n 1\n(1 row)\n\n"
    #expect(read(table, "./check").count == 2)
    #expect(read("checking …\n" + table, "./check").isEmpty)
    #expect(read("2026-11-23 12:00 LOG: report\n" + table + "bye\n", "tail app.log").isEmpty)
  }

  @Test(
    arguments: [
      // A Markdown table.
      "| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n| --- | --- |\n| 1 | 2 |\n(1 row)\n",
      // No footer, or one that counts otherwise.
      " a \n---\n 1\n", " a \n---\n 1\n(2 rows)\n", " a \n---\n 1\n 2\n(1 row)\n",
      " a \n---\n(1 row)\n", " a \n---\n 1\n(1 rows)\n",
      // Cells that do not line up.
      " a | b \n---+---\n 1 |2 \n(1 row)\n", " a | b \n---+---\n 1| 2\n(1 row)\n",
      " a | b \n---+---\n 1\n(1 row)\n", " a | b \n---+---\n 1 | 2 | 3\n(1 row)\n",
      " a  b \n---+---\n 1 | 2\n(1 row)\n",
      // Values that psql wrapped, and so without their blanks.
      "  long  | n \n--------+---\n x y x.| 3\n.y x y | \n(1 row)\n",
      // A value that goes on into the footer.
      " a  \n----\n x +\n(1 row)\n",
      // A name of two lines.
      " x+\n y \n---\n a \n(1 row)\n",
      // Border 0, tuples only, unaligned, old wrapping marks.
      "txt n \n--- -\na b 5\nq   6\n(2 rows)\n", " a   | 5\n\n", "a|5\n", "txt|n\na|5\n(1 row)\n",
      " a | b \n---+---\n a | 2\n b   \n(1 row)\n",
      // Records that are none.
      "-[ RECORD 1 ]\n", "-[ RECORD 2 ]\na | 1\n", "-[ RECORD 1 ]\na | 1\n-[ RECORD 2 ]\nb | 1\n",
      "-[ RECORD 1 ]\n  | 1\n", "-[ RECORD x ]\na | 1\n", "-[ RECORD 1 ]\na | 1\nbb | 2\n",
      "--\n(1 row)\n", "---\ntitle: x\n---\n(1 row)\n", "(1 row)\n", "",
    ])
  func refusesLookAlikes(stdout: String) {
    #expect(read(stdout).isEmpty)
  }

  @Test func readsNothingFromTruncatedOutput() {
    #expect(foundByAll("psql -c x", " a \n---\n 1\n(1 row)\n", isTruncated: true).isEmpty)
  }

  @Test(
    arguments: [
      ("psql", true), ("psql -c x", true), ("/usr/bin/psql -c x", true), ("echo x | psql", true),
      ("ssh db 'psql'", true), ("heroku pg:psql <x", true), ("tail psql.log", false),
      ("cat my-psql x", false), ("tail /var/log/psql", false), ("mypsql x", false), ("", false),
    ])
  func knowsCommandsThatRunPsql(command: String, isIt: Bool) {
    #expect(PSQLRecognizer.mentionsPSQL(command) == isIt)
  }
}
