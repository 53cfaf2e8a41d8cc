import Foundation
import Testing

/// What is other when a run is gone on with than when it began: values, journal, approvals.
@Suite(.serialized) struct ResumeChangesTests {
  private let folder: Workplace
  /// Nobody else's processes are taken for those that read from it.
  private let pipe = "pipe-\(Int.random(in: 600_000_000...699_999_999))"

  init() throws {
    folder = try Workplace()
    // Reading from it waits until it is a file.
    try folder.bash("mkfifo \(pipe)")
  }

  private var waiting: String { "\n## Wait\n\n```bash\n# Wait\ncat \(pipe)\n```\n" }

  /// A run of `text` that was killed while it read from the pipe; the pipe is a file afterwards.
  private func broken(
    _ text: String, _ arguments: [String] = [], _ variables: [String: String] = [:]
  )
    throws
  {
    try folder.write(text, "a.md")
    try breakOff(arguments, variables)
    try folder.bash("rm \(pipe); echo now > \(pipe)")
  }

  private func breakOff(_ arguments: [String], _ variables: [String: String] = [:]) throws {
    let child = try Child(
      Product.path, ["run", "a.md", "--non-interactive", "--operator", "Ada"] + arguments,
      in: folder.path, environment: Child.environment.merging(variables) { $1 })
    let deadline = Date(timeIntervalSinceNow: 30)
    while !Child.running(with: "cat \(pipe)").contains(where: { $0.hasPrefix("cat ") }) {
      try #require(Date() < deadline && child.isRunning)
      usleep(20_000)
    }
    kill(child.identifier, SIGKILL)
    _ = child.wait()
    // Its block ends a moment later, and must not be taken for that of the next run.
    while !Child.running(with: "cat \(pipe)").isEmpty {
      try #require(Date() < deadline)
      usleep(20_000)
    }
  }

  private func resume(_ arguments: [String] = []) throws -> Child.End {
    try folder.gonogo(["resume", "--non-interactive"] + arguments)
  }

  private func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder.path)/\(name)")
  }

  private func record() throws -> String {
    try folder.bash("cat output/a/*/a.completed.md").output
  }

  @Test func refusesOtherValues() throws {
    try broken(
      "# A\n\n```bash\n# Place\necho \"in $PLACE\"\n```\n" + waiting, ["--env", "PLACE=north"])
    let other = try resume(["--env", "PLACE=south"])
    #expect(other.status == 65)
    #expect(other.errors.contains("PLACE: not what it was when run"), "\(other.errors)")
    let same = try resume(["--env", "PLACE=north"])
    #expect(same.status == 0, "\(same.text)")
  }

  @Test func refusesTheJournalOfAnotherRun() throws {
    try folder.write("# A\n" + waiting, "a.md")
    try breakOff([])
    try breakOff([])
    let ids = try folder.bash("ls output/a").output.split(separator: "\n")
    try #require(ids.count == 2)
    try folder.bash("cp output/a/\(ids[0])/journal.jsonl output/a/\(ids[1])/journal.jsonl")
    let end = try resume([String(ids[1])])
    #expect(end.status == 74)
    #expect(end.errors.contains("is the journal of another run"), "\(end.errors)")
  }

  /// The value was not kept, for it is secret, and is not in the environment any more.
  @Test func takesAVariableThatIsGivenAgain() throws {
    try broken(
      "# A\n" + waiting + "\n## Use\n\n```bash\n# Length\necho ${#API_TOKEN}\n```\n",
      ["--env", "API_TOKEN=old-value-1"])
    let end = try resume(["--env", "API_TOKEN=newer-value-22"])
    #expect(end.status == 0, "\(end.text)")
    #expect(end.output.contains("14"))
  }

  @Test func runsWhatIsApprovedLate() throws {
    try broken(
      "# A\n\n## 1. Change\n\n```bash\n# Make it\ntouch made\n```\n\n"
        + "## 2. Look\n\n```bash\n# Look\nls made\n```\n" + waiting)
    #expect(!isThere("made"))
    let end = try resume(["--approve", "1. Change"])
    #expect(end.output.contains("“Make it”, line 7, was left out before and is approved now"))
    #expect(isThere("made"))
    #expect(end.status == 0, "what looks at it is run again: \(end.text)")
    #expect(try record().contains("--approve “1. Change”"))
  }

  @Test func saysWhatStaysLeftOutThoughItIsApproved() throws {
    try broken(
      "# A\n\n## 1. One\n\n```bash\n# One\ntouch one\n```\n\n"
        + "## 2. Two\n\n```bash\n# Two\necho two >> two\n```\n" + waiting,
      ["--approve", "2. Two"])
    let end = try resume(["--approve", "1. One"])
    #expect(end.output.contains("“One”, line 7, is approved now but stays left out: line 14"))
    #expect(end.status == 1)
    #expect(!isThere("one"))
    try #expect(folder.bash("cat two").output == "two\n")
  }

  /// The document's GO list does not name the section that was left open.
  @Test func whatWasLeftOpenForbidsAGo() throws {
    let text =
      "# A\n\n## 1. Change\n\n```bash\n# Change\ntouch one && cat \(pipe)\n```\n\n"
      + "## 2. Look\n\n```bash\n# Look\necho fine\n```\n\n"
      + "## GO if ALL true:\n\n- [ ] The look passed <!-- gonogo: pass when passed(\"Look\") -->\n"
    try broken(text, ["--approve", "all"])
    let end = try resume(["--leave"])
    #expect(end.status == 1, "\(end.text)")
    #expect(try record().contains("**Decision: NO-GO**"))
  }
}
