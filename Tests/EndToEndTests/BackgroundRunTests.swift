import Foundation
import Testing

/// A server in the background of a run, and blocks that ask it.
@Suite(.serialized) struct BackgroundRunTests {
  private let folder: Workplace
  /// Nobody else's processes are taken for it.
  private let port = Int.random(in: 20_000...29_999)
  private let pause = "sleep \(Int.random(in: 800_000_000...899_999_999))"

  init() throws {
    folder = try Workplace()
    try folder.bash("echo hello >page; ssh-keygen -q -t ed25519 -N '' -f key -C ada@example.org")
    try folder.write(
      """
      # With a server

      ## 1. Serve

      ```bash {name=server background=true}
      # Write the page
      word=hello; echo "$word" >page
      # Serve it
      exec python3 -u -m http.server \(port) --bind 127.0.0.1
      ```

      ## 2. Ask

      ```bash
      # Fetch the page
      curl -sS --retry 30 --retry-connrefused --retry-delay 1 http://127.0.0.1:\(port)/page

      echo "word: ${word-none}"
      ```

      - [ ] The page is there <!-- gonogo: pass when output("Fetch the page") contains "hello" -->

      """, "server.md")
  }

  private static let run = [
    "run", "server.md", "--approve", "all", "--non-interactive", "--operator", "ada@example.org",
  ]
  private static let approved = run + ["--approve", "1. Serve"]

  private var isServing: Bool { !Child.running(with: "http.server \(port)").isEmpty }

  private func journal() throws -> String {
    try folder.bash("cat output/*/*/journal.jsonl 2>/dev/null").output
  }

  private func record() throws -> String {
    try folder.bash("sed -n '/^## Run record/,$p' output/*/*/*.completed.md").output
  }

  @Test(arguments: ["standard", "none"])
  func answersTheBlocksAfterIt(_ level: String) throws {
    let end = try folder.gonogo(Self.approved + ["--sandbox", level, "--sign", "key"])
    #expect(end.status == 0, "\(end.text)")
    #expect(!isServing)
    #expect(end.output.contains("goes on in the background"))
    let record = try record()
    #expect(record.contains("**Decision: GO** ("))
    #expect(record.contains("until the end (1 command) is open)"))
    #expect(record.contains("| In the background | line 6, “server”, from "))
    #expect(record.contains(", ended by gonogo |"))
    #expect(record.contains("| 1. Serve | ? unknown |"), "\(record)")
    let text = try folder.bash("cat output/*/*/server.completed.md output/*/*/evidence/*").output
    #expect(text.contains("- [x] The page is there"))
    #expect(text.contains("word: none"), "its state is not handed on")
    #expect(text.contains("GET /page"), "what the server printed is evidence")
    let journal = try journal()
    #expect(journal.contains(#""ev":"background","i":"#) && journal.contains(#""state":"started""#))
    #expect(journal.contains(#""how":"by gonogo""#))
    try folder.write(
      "ada@example.org namespaces=\"gonogo-operator.v1\" "
        + folder.bash("cat key.pub").output, "allowed")
    let signed = try folder.bash("ls output/*/*/server.signed.md").output.dropLast()
    let verified = try folder.gonogo(["verify", String(signed), "--allowed-signers", "allowed"])
    #expect(verified.status == 0, "\(verified.text)")
  }

  @Test func isNotCoveredByApprovingAll() throws {
    let end = try folder.gonogo(Self.run + ["--timeout", "2s"])
    #expect(end.status == 1)
    #expect(end.output.contains("“Serve it” was not approved"))
    #expect(try !journal().contains(#""ev":"background""#))
  }

  @Test func failsWithWhatFailsThere() throws {
    try folder.bash("sed -i 's/^exec python3.*/sleep 0.2; echo broken >\\&2; exit 3/' server.md")
    try folder.bash("sed -i 's/^curl.*/sleep 1; echo hello/' server.md")
    let end = try folder.gonogo(Self.approved)
    #expect(end.status == 1, "\(end.text)")
    #expect(end.output.contains("“Serve it” exited with 3: broken"))
    #expect(try record().contains(", ended by itself |"))
  }

  /// Started and answering, then ended by `signal`.
  private func broken(by signal: Int32) throws {
    try folder.bash("sed -i 's/^echo \"word/\(pause); echo \"word/' server.md")
    let child = try Child(
      Product.path, Self.approved, in: folder.path, environment: Child.environment)
    let deadline = Date(timeIntervalSinceNow: 40)
    while Child.running(with: pause).isEmpty {
      try #require(Date() < deadline && child.isRunning)
      usleep(10_000)
    }
    #expect(isServing)
    kill(child.identifier, signal)
    let end = child.wait(limit: 10)
    if signal != SIGKILL { #expect(end.status == 130, "\(end.text)") }
    for _ in 0..<50 where isServing { usleep(50_000) }
    #expect(!isServing)
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func isStartedAgainOnlyWhenTold(_ signal: Int32) throws {
    try broken(by: signal)
    let refused = try folder.gonogo(["resume", "--non-interactive"])
    #expect(refused.status == 69)
    #expect(refused.errors.contains(", went on in the background from "), "\(refused.errors)")

    try folder.bash("rm page; cp -r output before")
    let left = try folder.gonogo(["resume", "--non-interactive", "--leave", "--timeout", "2s"])
    #expect(left.status == 1)
    #expect(try folder.bash("cat page").status != 0, "it was not run again")
    #expect(try record().contains("**Decision: NO-GO**"))

    try folder.bash("rm -r output; mv before output")
    let child = try Child(
      Product.path, ["resume", "--non-interactive", "--again"], in: folder.path,
      environment: Child.environment)
    let deadline = Date(timeIntervalSinceNow: 40)
    while Child.running(with: pause).isEmpty {
      try #require(Date() < deadline && child.isRunning, "\(child.wait(limit: 0).text)")
      usleep(10_000)
    }
    #expect(isServing)
    #expect(try folder.bash("cat page").output == "hello\n", "all of the block was run again")
    kill(child.identifier, SIGINT)
    #expect(child.wait(limit: 10).status == 130)
    #expect(!isServing)
  }

  /// A full pipe would stop it while somebody thinks; and it runs until the last question.
  @Test func goesOnWhileSomebodyIsAsked() throws {
    try folder.write(
      """
      # With a person

      ```bash {background=true}
      # Write a lot
      until [ -e ask ]; do sleep 0.02; done; head -c 3000000 /dev/zero | tr '\\0' x; echo >written; \(pause)
      ```

      ```bash
      echo >ask
      ```

      ### GO if all of these hold:
      - [ ] The page looks well

      """, "server.md")
    let terminal = try PseudoTerminal(
      Product.path, ["run", "server.md", "--operator", "Ada"], in: folder.path)
    try terminal.wait(for: "Beware: it goes on in the background")
    try terminal.wait(for: "[s]ection")
    terminal.type("s")
    try terminal.wait(for: "goes on in the background")
    try terminal.wait(for: "The page looks well")
    try terminal.wait(for: "  > ")
    let deadline = Date(timeIntervalSinceNow: 20)
    while try folder.bash("cat written").status != 0 {
      try #require(Date() < deadline, "its output was not taken in")
      usleep(20_000)
    }
    #expect(!Child.running(with: pause).isEmpty)
    terminal.type("1 y")
    try terminal.wait(for: "  > ")
    terminal.type("")
    #expect(terminal.end() == 0, "\(terminal.shown)")
    #expect(Child.running(with: pause).isEmpty)
    let kept = try folder.bash("cat output/*/*/run.json; stat -c %s output/*/*/evidence/*").output
    #expect(kept.contains(#""bytes":3000000"#) && kept.contains("\n20"), "bounded as any other")
  }
}
