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
      ("grep -c ERROR good.log", "Expected: 0"),
      ("cat good.log | grep ERROR", "Expected: no output"),
      ("cat good.log | grep ERROR | wc -l", "Expected: 0"),
      ("grep -v INFO good.log | sort", "Expected: no output"),
    ])
  func passes(command: String, sentence: String) throws {
    let (status, text) = try status(command, sentence)
    #expect(status == 0, "\(text)")
  }

  @Test(
    "What is found, what cannot be looked for and what is not demanded fails",
    arguments: [
      ("grep ERROR bad.log", "Expected: no output"),
      ("cat bad.log | grep ERROR | wc -l", "Expected: 0"),
      ("grep ERROR none.log", "Expected: no output"),
      ("cat none.log | grep ERROR", "Expected: no output"),
      ("false | grep ERROR", "Expected: no output"),
      ("grep ERROR good.log", "Expected: 2 lines"),
      ("grep ERROR good.log", "All is well."),
      ("grep INFO good.log | false", "Expected: no output"),
      ("diff good.log empty.log", "Expected: no output"),
      ("if grep ERROR good.log; then true; fi; grep WARN bad.log good.log none.log", "Expected: 0"),
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
