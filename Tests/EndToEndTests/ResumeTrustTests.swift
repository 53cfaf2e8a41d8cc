import Foundation
import Testing

/// What a run that is gone on with must find as it was: answers, bindings, the `/tmp` of its commands.
@Suite(.serialized) struct ResumeTrustTests {
  private let folder: Workplace

  init() throws { folder = try Workplace() }

  private static let question = "\n## Ask\n\n- [ ] The team agrees\n"

  private func writeAnswer(_ answer: String, _ name: String = "answers.yaml") throws {
    try folder.write(
      "version: 1\nsections:\n  \"Ask\":\n    \"The team agrees\": \(answer)\n", name)
  }

  private func resume(_ arguments: [String] = []) throws -> Child.End {
    try folder.gonogo(["resume", "--non-interactive", "--again"] + arguments)
  }

  // MARK: Answers

  private func breakOff() throws {
    try folder.write("# A\n" + BrokenRun.wait + Self.question, "a.md")
    try writeAnswer("no")
    try BrokenRun.make("a.md", ["--answers", "answers.yaml"], in: folder)
  }

  @Test func takesNoOtherAnswersUnasked() throws {
    try breakOff()
    try writeAnswer("yes")
    let other = try resume()
    #expect(other.status == 65)
    #expect(
      other.errors.contains("the answers in answers.yaml are not what they were when run"),
      "\(other.errors)")
    #expect(other.errors.contains("give --answers answers.yaml"), "\(other.errors)")
    try writeAnswer("no")
    let same = try resume()
    #expect(same.status == 1 && same.output.contains("[ ] The team agrees"), "\(same.text)")
  }

  @Test func takesOtherAnswersThatTheCommandLineNames() throws {
    try breakOff()
    try writeAnswer("yes")
    let end = try resume(["--answers", "answers.yaml"])
    #expect(end.output.contains("[x] The team agrees"), "\(end.text)")
    #expect(end.output.contains("are other ones than before: they count as they are now"))
    try #expect(
      folder.bash("grep -c '\"answers_sha256\":\"[0-9a-f]*\"' output/a/*/journal.jsonl").output
        == "2\n")
  }

  /// What was named for one part of the run is what the next one must find.
  @Test func keepsToTheAnswersThatWereNamedLast() throws {
    let again = BrokenRun.wait.replacingOccurrences(of: "-e go", with: "-e go2")
      .replacingOccurrences(of: "Wait", with: "Wait again")
    try folder.write("# A\n" + BrokenRun.wait + again + Self.question, "a.md")
    try writeAnswer("no")
    try BrokenRun.make("a.md", ["--answers", "answers.yaml"], in: folder)
    try writeAnswer("yes", "new.yaml")
    let child = try Child(
      Product.path,
      [
        "resume", "--non-interactive", "--again", "--answers", "new.yaml", "--approve",
        "Wait again",
      ],
      in: folder.path, environment: Child.environment)
    usleep(3_000_000)
    kill(child.identifier, SIGKILL)
    _ = child.wait()
    try folder.bash("touch go2")
    #expect(try resume().status == 65)
    #expect(try resume(["--answers", "new.yaml"]).output.contains("[x] The team agrees"))
  }

  @Test func commandsCannotWriteTheAnswers() throws {
    try folder.write(
      "# A\n\n```bash\n# Answer\nsed -i 's/: no/: yes/' answers.yaml || echo x >answers.yaml\n```\n"
        + Self.question, "a.md")
    try writeAnswer("no")
    let before = try folder.bash("cat answers.yaml").output
    let end = try folder.gonogo([
      "run", "a.md", "--non-interactive", "--operator", "Ada", "--approve", "all", "--answers",
      "answers.yaml",
    ])
    #expect(end.status == 1)
    try #expect(folder.bash("cat answers.yaml").output == before)
  }

  // MARK: Bindings

  private static let sidecar =
    "version: 1\nsections:\n  \"Ask\":\n    \"The team agrees\": pass when passed(\"Wait\")\n"

  @Test func refusesASidecarThatAppeared() throws {
    try folder.write("# A\n" + BrokenRun.wait + Self.question, "a.md")
    try BrokenRun.make("a.md", in: folder)
    try folder.write(Self.sidecar, "a.gonogo.yaml")
    let end = try resume()
    #expect(end.status == 65)
    #expect(end.errors.contains("a.gonogo.yaml is not what it was when run"), "\(end.errors)")
  }

  @Test func tellsWhatBecameOfItsNeighbours() throws {
    try folder.write(
      "# A\n\n```bash\n# Plant\ntouch a.gonogo.yaml b.gonogo.yaml c.md notes.txt; echo >>d.md; rm e.md\n```\n",
      "a.md")
    for name in ["d.md", "e.md", "f.md"] { try folder.write("# D\n", name) }
    let end = try folder.gonogo([
      "run", "a.md", "--non-interactive", "--operator", "Ada", "--approve", "all",
    ])
    let told = end.output.split(separator: "\n").filter { $0.hasPrefix("beware: ") }
      .map { $0.split(separator: ":")[1] }
    #expect(
      told == [
        " a.gonogo.yaml appeared while the commands ran",
        " b.gonogo.yaml appeared while the commands ran",
        " c.md appeared while the commands ran", " d.md changed while the commands ran",
        " e.md went away while the commands ran",
      ], "\(end.text)")
    try #expect(
      folder.bash(
        "grep -c '\"changed\":\\[\"d.md\"\\],\"ev\":\"neighbours\"' output/a/*/journal.jsonl"
      )
      .output == "1\n")
  }

  @Test func leavesNoFileBehindWhereThereIsNoSidecar() throws {
    try folder.write("# A\n\n```bash\nls\n```\n", "a.md")
    let end = try folder.gonogo(["run", "a.md", "--non-interactive", "--operator", "Ada"])
    #expect(!end.output.contains("beware"), "\(end.text)")
    try #expect(folder.bash("ls").output == "a.md\noutput\n")
  }

  // MARK: /tmp

  private static let handing =
    "# A\n\n## Put\n\n```bash\n# Hand on\necho handed on >/tmp/x\n```\n" + BrokenRun.wait
    + "\n## Get\n\n```bash\n# Get\ncat /tmp/x\n```\n"

  private func breakOffAsUser() throws -> String {
    try folder.write(Self.handing, "a.md")
    try folder.bash("chmod a+rwx . && chmod a+rx ..")
    try BrokenRun.make("a.md", ["--run-as", "1234:1234", "--approve", "Put"], in: folder)
    return try folder.bash(
      "sed -n '1s/.*\"temporary\":\"\\([^\"]*\\)\".*/\\1/p' output/a/*/journal.jsonl"
    )
    .output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can run commands as somebody else"))
  func findsAndRemovesTheTemporaryFolderOfAUser() throws {
    let temporary = try breakOffAsUser()
    try #require(temporary.hasPrefix("/tmp/gonogo-"))
    let end = try resume()
    #expect(end.output.contains("│ handed on"), "\(end.text)")
    #expect(!FileManager.default.fileExists(atPath: temporary))
  }

  @Test(
    .enabled(if: geteuid() == 0, "only root can run commands as somebody else"),
    arguments: ["chmod 777", "chown 4321", "rm -rf", "ln -sfn /etc"])
  func takesNoTemporaryFolderThatIsNotAsItWasLeft(_ change: String) throws {
    let temporary = try breakOffAsUser()
    try folder.bash(
      change.hasPrefix("ln")
        ? "mv \(temporary) \(temporary).old; ln -s /etc \(temporary)"
        : "\(change) \(temporary)")
    defer { _ = try? folder.bash("rm -rf \(temporary) \(temporary).old") }
    let end = try resume()
    #expect(!end.output.contains("│ handed on"), "\(end.text)")
    #expect(end.output.contains("\(temporary) is not as it was left"), "\(end.text)")
  }
}
