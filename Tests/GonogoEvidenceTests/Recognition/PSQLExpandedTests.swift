import Testing

@testable import GonogoEvidence

@Suite struct PSQLExpandedTests {
  private func read(_ stdout: String, _ command: String = "psql -x -c 'SELECT …'") -> [String] {
    found(PSQLRecognizer(), command, stdout)
  }

  @Test func readsExpandedRecords() {
    let stdout = """
      -[ RECORD 1 ]-----------------
      a | 1
      b | 
      c | a longer text that is wide
      d | C++                       +
        | D

      """
    #expect(
      read(stdout) == [
        "a = 1 (1.0)", "c = a longer text that is wide", "d = C++\nD", "~row_count = 1 (1.0)",
      ])
  }

  @Test(
    arguments: [
      """
      +-[ RECORD 1 ]-+
      | txt | a      |
      | n   | 5      |
      +-[ RECORD 2 ]-+
      | txt | q      |
      | n   | 6      |
      +-----+--------+

      """,
      "─[ RECORD 1 ]\ntxt │ a\nn   │ 5\n─[ RECORD 2 ]\ntxt │ q\nn   │ 6\n",
      "-[ RECORD 1 ]-----+---\ntxt | a\nn   | 5\n-[ RECORD 2 ]-----+---\ntxt | q\nn   | 6\n",
    ])
  func readsExpandedTables(stdout: String) {
    #expect(
      read(stdout) == [
        "txt[1] = a", "n[1] = 5 (5.0)", "txt[2] = q", "n[2] = 6 (6.0)", "~row_count = 2 (2.0)",
      ])
  }

  @Test func readsNoRecordsThatAFilterMayHaveCutOff() {
    let stdout = "-[ RECORD 1 ]\na | 1\n"
    #expect(read(stdout, "psql -xc 'SELECT …' | head -n 2").isEmpty)
    #expect(read(stdout, "./check | head -n 2").isEmpty)
    #expect(read(stdout, "echo 'SELECT …' | psql -x").count == 2)
  }
}
