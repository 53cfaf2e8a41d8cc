import Testing

/// Searches that end with 1 because they find nothing, which is what the document wants.
@Suite(.serialized) struct FoundNothingTests {
  private let folder: Workplace

  init() throws {
    folder = try Workplace()
    try folder.write("10:00 INFO started\n10:01 INFO ready\n", "good.log")
    try folder.write("10:00 INFO started\n10:01 ERROR broken\n", "bad.log")
    try folder.write("", "empty.log")
  }

  private func status(_ command: String, _ sentence: String) throws -> (Int32, String) {
    let fence = "```"
    try folder.write("# Look\n\n\(fence)bash\n\(command)\n\(fence)\n\n\(sentence)\n", "look.md")
    let end = try Child(
      Product.path, ["run", "look.md", "--operator", "Ada", "--non-interactive"], in: folder.path,
      environment: Child.environment
    ).wait()
    return (end.status, end.text)
  }

  @Test(
    "What must not be found and is not found passes",
    arguments: [
      ("grep ERROR good.log", "Expected: no output"),
      ("grep -in error good.log empty.log", "Expected: no output"),
    ])
  func passes(command: String, sentence: String) throws {
    let (status, text) = try status(command, sentence)
    #expect(status == 0, "\(text)")
  }

  @Test(
    "What is found, what cannot be looked for and what is not demanded fails",
    arguments: [
      ("grep ERROR bad.log", "Expected: no output"),
      ("grep ERROR none.log", "Expected: no output"),
      ("grep -q ERROR bad.log", "Expected: no output"),
      ("grep ERROR bad.log >/dev/null", "Expected: no output"),
      ("grep -L ERROR bad.log", "Expected: no output"),
      ("grep -r ERROR ~", "Expected: no output"),
      ("pgrep gonogo", "Expected: no output"),
      ("head -c 0 bad.log | grep ERROR", "Expected: no output"),
      ("cat none.log | grep ERROR", "Expected: no output"),
      ("false | grep ERROR", "Expected: no output"),
      ("grep ERROR good.log", "Expected: 2 lines"),
      ("grep ERROR good.log", "All is well."),
      ("grep ready good.log; grep ERROR good.log", "Expected: no output"),
      ("diff good.log empty.log", "Expected: no output"),
      ("grep ERROR good.log", "Now open the dashboard.\n\nExpected: nothing"),
      ("grep ERROR good.log", "Expected (when the service is down): no output"),
      ("grep ERROR good.log", "Expected before the upgrade: no output"),
    ])
  func fails(command: String, sentence: String) throws {
    let (status, text) = try status(command, sentence)
    #expect(status == 1, "\(text)")
  }

  @Test("The record says that nothing was found, and with what status") func isOnRecord() throws {
    _ = try status("grep ERROR good.log", "Expected: no output")
    let record = try folder.bash("cat output/look/*/run.json").output
    #expect(record.contains("it found nothing, which is what must be"))
    #expect(record.contains(#""exit":1"#) || record.contains(#""exit": 1"#))
  }
}
