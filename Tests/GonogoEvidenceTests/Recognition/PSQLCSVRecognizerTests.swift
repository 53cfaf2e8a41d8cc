import Testing

@testable import GonogoEvidence

@Suite struct PSQLCSVRecognizerTests {
  @Test func readsCSVOfOneQuery() {
    let stdout = "txt,latency_ms\n\"a,\"\"b\",5\n\"l\nm\",\n"
    #expect(
      foundByAll("psql --csv -c 'select x;'", stdout) == [
        "txt[1] = a,\"b", "latency_ms[1] = 5 (5.0 ms)", "txt[2] = l\nm", "~row_count = 2 (2.0)",
      ])
  }

  @Test(
    arguments: [
      ("psql --csv -c 'select 1 as a' -c 'select 2 as b'", "a\n1\nb\n2\n"),
      ("psql --csv -c 'select 1 as a; select 2 as b'", "a\n1\nb\n2\n"),
      ("psql --csv -f x.sql", "a\n1\n"), ("psql --csv -tc 'select 1 as a'", "1\n2\n"),
      ("psql --csv -c 'select 1' | tail -n 2", "1\n2\n"), ("psql --csv -c 'select 1'", "a,b\n1\n"),
      ("psql --csv -c 'select 1'", "a\n\"1\n"), ("psql --csv -c 'select 1'", "a\n"),
      ("cat x.csv", "a\n1\n"), ("psql --csv -c 'select 1'", "a\nx\"y\n"),
    ])
  func refusesOtherCSV(command: String, stdout: String) {
    #expect(found(PSQLCSVRecognizer(), command, stdout).isEmpty)
  }
}
