import Foundation
import Testing

/// Runs that end before their end, and what becomes of them.
@Suite(.serialized) struct ResumeTests {
  private static let document = """
    # Mixed

    ## 1. Look

    ```bash
    # Set a limit
    limit=7
    API_TOKEN=$(printf 'tok%s' en-value-1234)
    ```

    ## 2. Change

    ```bash
    # First
    echo first >> changes
    # Second
    mkdir -p sub; cd sub; echo second >> ../changes; doubled=$((limit * 2))
    # Third
    sleep 600; echo third >> ../changes
    ```

    ## 3. Use it

    ```bash
    # Print it
    echo "doubled: $doubled in $PWD"
    ```

    - [ ] The team knows

    - [ ] It is doubled <!-- gonogo: pass when output("Print it") contains "doubled: 14" -->

    """

  private let folder: Workplace
  /// How the third change sleeps: nobody else's processes are taken for it.
  private let pause = "sleep \(Int.random(in: 600_000_000...699_999_999))"
  private static let run = [
    "run", "mixed.md", "--approve", "all", "--non-interactive", "--operator", "Ada",
  ]

  init() throws {
    folder = try Workplace()
    try folder.write(
      Self.document.replacingOccurrences(of: "sleep 600", with: pause), "mixed.md")
    try folder.write(
      "version: 1\nsections:\n  \"3. Use it\":\n    \"The team knows\": yes\n", "answers.yaml")
  }

  private func start(_ arguments: [String] = run) throws -> Child {
    try Child(
      Product.path, arguments + ["--answers", "answers.yaml"], in: folder.path,
      environment: Child.environment)
  }

  private var isPausing: Bool {
    Child.running(with: pause).contains { $0.hasPrefix("sleep") }
  }

  private func journal() throws -> String {
    try folder.bash("cat output/mixed/*/journal.jsonl 2>/dev/null").output
  }

  /// A run that was ended by `signal` while the third change was under way.
  private func broken(by signal: Int32) throws -> Child.End {
    let child = try start()
    let deadline = Date(timeIntervalSinceNow: 30)
    while try !journal().contains("\"ev\":\"start\",\"i\":") || changes() != "first\nsecond\n"
      || !isPausing
    {
      try #require(Date() < deadline && child.isRunning)
      usleep(10_000)
    }
    kill(child.identifier, signal)
    return child.wait(limit: 10)
  }

  private func changes() throws -> String { try folder.bash("cat changes 2>/dev/null").output }

  /// The document with a third command that comes to an end, in a run of its own from the start.
  private func shorten() throws {
    try folder.bash("sed -i 's/^\(pause); //' mixed.md")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL])
  func neverRunsAChangeTwiceWithoutBeingAsked(_ signal: Int32) throws {
    let end = try broken(by: signal)
    if signal != SIGKILL {
      #expect(end.status == 130)
      #expect(end.errors.contains("gonogo resume 2"), "\(end.errors)")
    }
    usleep(signal == SIGKILL ? 1_000_000 : 0)
    #expect(!isPausing)
    let before = try journal()

    let refused = try folder.gonogo(["resume", "--non-interactive"])
    #expect(refused.status == 69)
    #expect(refused.errors.contains("“Third”, line 19, was under way"), "\(refused.errors)")
    #expect(try journal().hasPrefix(before) || signal == SIGKILL)
    #expect(try changes() == "first\nsecond\n")

    let left = try folder.gonogo(["resume", "--non-interactive", "--leave"])
    #expect(left.status == 1)
    #expect(left.output.contains("before: passed"))
    #expect(try changes() == "first\nsecond\n", "nothing was done again")
    let record = try folder.bash("cat output/mixed/*/mixed.completed.md").output
    #expect(record.contains("| Resumed | once: "))
    #expect(record.contains("- [x] It is doubled"), "variables and folder go on")
    #expect(record.contains("- [x] The team knows"))
    #expect(record.contains("**Decision: NO-GO**"))
    let again = try folder.gonogo(["resume"])
    #expect(again.status == 64, "there is nothing to resume any more")
  }

  @Test func runsItAgainWhenToldTo() throws {
    _ = try broken(by: SIGKILL)
    let end = try folder.gonogo(["resume", "--non-interactive", "--again", "--timeout", "1s"])
    #expect(end.status == 1, "\(end.text)")
    #expect(try changes() == "first\nsecond\n")
    let starts = try journal().split(separator: "\n").filter { $0.contains("\"ev\":\"start\"") }
    #expect(starts.count { $0.contains("\"command\":4,") } == 2)
    #expect(starts.count { $0.contains("\"command\":3,") } == 1)
  }

  @Test func keepsNoSecretOfTheShell() throws {
    _ = try broken(by: SIGKILL)
    #expect(try !journal().contains("token-value-1234"))
    #expect(try journal().contains("\"left_out\":[\"API_TOKEN\"]"))
    try #expect(folder.bash("grep -r token-value-1234 output").output == "")
  }

  @Test func asksForASecretThatTheRestNeeds() throws {
    try folder.bash("sed -i 's/^echo \"doubled/: $API_TOKEN; echo \"doubled/' mixed.md")
    _ = try broken(by: SIGKILL)
    let end = try folder.gonogo(["resume", "--non-interactive", "--leave"])
    #expect(end.status == 69)
    #expect(end.errors.contains("API_TOKEN"), "\(end.errors)")
    let given = try folder.gonogo(
      ["resume", "--non-interactive", "--leave", "--env", "API_TOKEN=other-value-99"])
    #expect(given.status == 1, "\(given.errors)")
  }

  @Test(arguments: ["mixed.md", "mixed.gonogo.yaml"])
  func refusesAChecklistThatHasChanged(_ file: String) throws {
    _ = try broken(by: SIGKILL)
    try folder.bash("echo '# more' >> \(file)")
    let end = try folder.gonogo(["resume", "--non-interactive", "--leave"])
    #expect(end.status == 65)
    #expect(end.errors.contains("is not what it was"), "\(end.errors)")
  }

  @Test func takesOldEvidenceAgain() throws {
    try shorten()
    try folder.bash("sed -i 's/^echo \"doubled/sleep 2; echo \"doubled/' mixed.md")
    let child = try start()
    while try !journal().contains("\"command\":5,\"ev\":\"start\"") {
      try #require(child.isRunning)
      usleep(10_000)
    }
    kill(child.identifier, SIGKILL)
    _ = child.wait()
    sleep(2)
    let refused = try folder.gonogo(["resume", "--non-interactive", "--max-age", "1s"])
    #expect(refused.status == 69, "what changes something is not done again by itself")
    #expect(refused.errors.contains("older than --max-age"))
    let end = try folder.gonogo(["resume", "--non-interactive", "--max-age", "1s", "--again"])
    #expect(end.status == 0, "\(end.text)")
    #expect(try changes().split(separator: "\n").count == 6)
    #expect(try journal().components(separatedBy: "\"command\":0,\"ev\":\"start\"").count == 3)
  }

  @Test func letsNobodyElseIn() throws {
    try folder.bash("sed -i 's/^\(pause)/sleep 3/' mixed.md")
    let child = try start()
    while try changes() != "first\nsecond\n" { usleep(10_000) }
    let list = try folder.gonogo(["runs"])
    #expect(list.output.contains("  running "), "\(list.output)")
    let id = try folder.bash("ls output/mixed").output.split(separator: "\n")[0]
    let other = try folder.gonogo(["resume", String(id), "--non-interactive", "--again"])
    #expect(other.status == 74)
    #expect(other.errors.contains("another gonogo is at run"))
    #expect(child.wait().status == 0)
    let json = try folder.gonogo(["runs", "--format", "json"]).output
    #expect(json.contains("\"state\":\"completed\"") && json.contains("\"decision\":\"GO\""))
  }

  /// The second of two interruptions waits for nothing.
  @Test(arguments: ["standard", "none"])
  func endsAtOnceWhenInterruptedTwice(_ level: String) throws {
    let child = try start(Self.run + ["--sandbox", level])
    while try changes() != "first\nsecond\n" { usleep(10_000) }
    kill(child.identifier, SIGINT)
    kill(child.identifier, SIGTERM)
    #expect(child.wait(limit: 5).status == 130)
    #expect(!isPausing)
    #expect(try folder.gonogo(["runs"]).output.contains("interrupted"))
  }

  @Test func recoversFromEveryCutOfTheLastRecords() throws {
    _ = try broken(by: SIGKILL)
    let path = try folder.bash("ls \"$PWD\"/output/mixed/*/journal.jsonl").output
      .trimmingCharacters(in: .newlines)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }
    let first = try #require(ends.dropLast(3).last)
    // Listing reads the journal as resuming does; a run of gonogo for each byte would take too long.
    for cut in stride(from: first + 1, to: bytes.count, by: 97) {
      try Data(bytes[..<cut]).write(to: URL(fileURLWithPath: path))
      let list = try folder.gonogo(["runs"])
      #expect(list.output.contains("interrupted"), "cut at \(cut)")
    }
    try Data(bytes[..<(bytes.count - 3)]).write(to: URL(fileURLWithPath: path))
    let end = try folder.gonogo(["resume", "--non-interactive", "--leave", "--timeout", "2s"])
    #expect(end.status == 1, "\(end.errors)")
    var changed = bytes
    changed[first - 20] ^= 1
    try Data(changed).write(to: URL(fileURLWithPath: path))
    try folder.bash("rm output/mixed/*/run.json")
    #expect(try folder.gonogo(["runs"]).output.contains("damaged"))
    #expect(try folder.gonogo(["resume", "--non-interactive"]).status == 74)
  }

  @Test func killedAtRandomMomentsLosesNothing() throws {
    let end = try Child.bash(
      "exec \"$1\" \"$2\" 10 7", [Product.file("Scripts/crash-test"), Product.path], limit: 180)
    #expect(end.status == 0, "\(end.text)")
  }
}
