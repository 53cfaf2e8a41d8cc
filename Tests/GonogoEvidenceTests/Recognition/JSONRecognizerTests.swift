import Testing

@testable import GonogoEvidence

@Suite struct JSONRecognizerTests {
  private func read(_ stdout: String) -> [String] { found(JSONRecognizer(), "./x", stdout) }

  @Test func namesScalarsByTheirPath() {
    #expect(
      read(
        """
        {"status": "ok", "db": {"latencyMs": 12.5, "pools": [{"size": 5}, {"size": 7}]},
         "took": "45ms", "version": "15", "ready": true, "none": null, "empty": "", "list": []}
        """) == [
          "status = ok", "db.latencyMs = 12.5 (12.5 ms)", "db.pools[0].size = 5 (5.0)",
          "db.pools[1].size = 7 (7.0)", "took = 45ms (45.0 ms)", "version = 15",
          "ready = true (true)",
        ])
    #expect(read("[1, \"a\"]") == ["[0] = 1 (1.0)", "[1] = a"])
    #expect(read("{\"id\": 9007199254740993}") == ["id = 9007199254740993"])
  }

  @Test func readsOneObjectALineAsATable() {
    #expect(
      read("{\"a\": 1}\n{\"a\": 2, \"b\": \"x\"}\n") == [
        "a[1] = 1 (1.0)", "a[2] = 2 (2.0)", "b[2] = x",
      ])
  }

  @Test(
    arguments: [
      "", "5", "\"x\"", "true", "{", "{\"a\": 1", "{\"a\": 1}}", "{\"a\": 1,}", "{'a': 1}",
      "{a: 1}", "[1 2]", "{\"a\": 01}", "{\"a\": .5}", "{\"a\": NaN}", "{\"a\": 1} trailing",
      "log line\n{\"a\": 1}\n", "{\"a\": 1}\nlog line\n", "{\"a\": \"\\x\"}", "[1]\n[2]\n",
      "{\"a\": 1, \"a\": 2}", "[\(String(repeating: "[", count: 100_000))",
    ])
  func refusesWhatIsNoDocument(stdout: String) {
    #expect(read(stdout).isEmpty)
  }

  @Test func keepsNamesShort() {
    let key = String(repeating: "k", count: 100_000)
    #expect(
      read("{\"\(key)\": [\(Array(repeating: "1", count: 5000).joined(separator: ","))]}").isEmpty)
  }

  @Test func leavesTheDocumentToNobodyElse() {
    #expect(foundByAll("./x", "{\"a\": 5}") == ["a = 5 (5.0)"])
    #expect(foundByAll("./x", "{\"a\": 5}", isTruncated: true).isEmpty)
  }
}
