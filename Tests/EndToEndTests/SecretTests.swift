import Foundation
import Testing

/// Nothing that must not be seen is seen.
@Suite struct SecretTests {
  static let password = "c4n4ry/Pass w0rd!xyz"
  static let key =
    "-----BEGIN CANARY-----\nQzRuNHJ5S2V5TGluZU9uZTEyMzQ1Njc4\nQzRuNHJ5S2V5TGluZVR3bzg3NjU0MzIx\n-----END CANARY-----"
  static let answer = "c4n4ryJsonT0kenValue42"

  private static let checklist = #"""
    # Canary

    ## 1. Print everything

    ```bash
    # Print the address
    echo "$APP_URL"; echo "$APP_URL" >&2

    # Print the key in every way
    printf '%s\n' "$DEPLOY_KEY"; printf %s "$DEPLOY_KEY" | base64; declare -p DEPLOY_KEY

    # Ask the server
    cat answer.json; set -x; true "$SERVER_TOKEN"; set +x

    # Encode them
    printf %s "$SERVER_TOKEN" | od -An -tx1; printf %s "$SERVER_TOKEN" | base64 -w0

    # Look at processes
    sleep 0.5; for p in /proc/[0-9]*; do tr '\0' ' ' <$p/cmdline; echo; done

    # Fail with it
    echo "cannot log in with $SERVER_TOKEN" >&2; (exit 7)
    ```

    - [ ] The token is right <!-- gonogo: pass when output("Ask the server") contains "token" -->
    - Token: ____

    """#

  private func forms() -> [String] {
    let lines = Self.key.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("-") }
    let texts = [Self.password, Self.answer, "c4n4ry%2FPass%20w0rd%21xyz"] + lines
    return texts.flatMap { text -> [String] in
      let bytes = Array(text.utf8)
      let base64 = (0..<3).map { offset in
        let all = Data(Array(repeating: 0, count: offset) + bytes).base64EncodedString()
        return String(all.dropFirst(4).dropLast(4))
      }
      let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      let percent = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
      return [text, percent, hex.joined(), hex.joined(separator: " ")] + base64
    }
  }

  @Test(arguments: ["standard", "none"])
  func aCanaryShowsNowhere(level: String) throws {
    let folder = try Workplace()
    try folder.write(Self.checklist, "canary.md")
    try folder.write("{\"token\":\"\(Self.answer)\",\"n\":12}\n", "answer.json")
    var environment = Child.environment
    environment["APP_URL"] = "postgres://app:c4n4ry%2FPass%20w0rd%21xyz@db.internal/prod"
    environment["DEPLOY_KEY"] = Self.key
    environment["SERVER_TOKEN"] = Self.answer
    let child = try Child(
      Product.path,
      [
        "run", "canary.md", "--non-interactive", "--approve", "all", "--operator", "Ada",
        "--sandbox", level, "--verbose",
      ], in: folder.path, environment: environment)
    // While it runs: the process list, and what /proc tells of gonogo and bubblewrap.
    var seen = ""
    let deadline = Date(timeIntervalSinceNow: 60)
    while child.isRunning, Date() < deadline {
      seen += Self.processes(below: child.identifier)
      usleep(20_000)
    }
    let end = child.wait()
    #expect(end.text.contains("[redacted:SERVER_TOKEN]"), "\(end.text)")
    let kept = try folder.bash("cd output && find . && find . -type f -exec cat {} +").output
    #expect(kept.contains("[redacted:APP_URL]"))
    #expect(kept.contains("[redacted:DEPLOY_KEY]"))
    #expect(kept.contains(#""redacted":{"#))
    #expect(seen.contains("canary.md"))
    for form in forms() {
      #expect(!end.text.contains(form), "on the screen: \(form)")
      #expect(!kept.contains(form), "in the files of the run: \(form)")
      #expect(!seen.contains(form), "in the process list: \(form)")
    }
  }

  /// Command lines of everything, and the environment of what gonogo starts for itself.
  private static func processes(below parent: Int32) -> String {
    var text = ""
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
      guard Int32(entry) != nil, Int32(entry) != getpid(),
        let line = FileManager.default.contents(atPath: "/proc/\(entry)/cmdline")
      else { continue }
      let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      text += words.joined(separator: " ") + "\n"
      guard let program = words.first, program.hasSuffix("/bwrap") || program.hasSuffix("/git")
      else { continue }
      if let all = FileManager.default.contents(atPath: "/proc/\(entry)/environ") {
        text += String(decoding: all, as: UTF8.self)
      }
    }
    // Gonogo covers up before it starts its first shell.
    let children = "/proc/\(parent)/task/\(parent)/children"
    if let all = FileManager.default.contents(atPath: children), !all.isEmpty,
      let own = FileManager.default.contents(atPath: "/proc/\(parent)/environ")
    {
      text += String(decoding: own, as: UTF8.self)
    }
    return text
  }

  @Test func namesWhatIsTooShortAndHidesWhatItIsToldTo() throws {
    let folder = try Workplace()
    try folder.write(
      """
      ---
      gonogo:
        secrets: [CODE]
      ---
      # A

      ```bash
      echo "$PIN_TOKEN and $CODE and $OTHER"
      ```

      """, "a.md")
    var environment = Child.environment
    environment["PIN_TOKEN"] = "abc"
    environment["CODE"] = "plainword"
    environment["OTHER"] = "otherword"
    let end = try Child(
      Product.path,
      ["run", "a.md", "--non-interactive", "--operator", "Ada", "--secret", "OTHER"],
      in: folder.path, environment: environment
    ).wait()
    #expect(end.output.contains("abc and [redacted:CODE] and [redacted:OTHER]"), "\(end.text)")
    #expect(end.output.contains("PIN_TOKEN is too short to hide"), "\(end.text)")
    let kept = try folder.bash("cat output/a/*/run.json").output
    #expect(kept.contains(#""redacted":{"CODE":1,"OTHER":1}"#), "\(kept)")
    #expect(kept.contains(#""unhidden":["PIN_TOKEN"]"#))
  }

  @Test func keepsRawOutputOnlyWhereItIsAskedTo() throws {
    let folder = try Workplace()
    try folder.write("# A\n\n```bash\necho \"$A_TOKEN\"\n```\n", "a.md")
    let raw = folder.path + "-raw"
    defer { try? FileManager.default.removeItem(atPath: raw) }
    var environment = Child.environment
    environment["A_TOKEN"] = "hidden-value-1"
    func run(_ more: [String]) throws -> Child.End {
      try Child(
        Product.path, ["run", "a.md", "--non-interactive", "--operator", "Ada"] + more,
        in: folder.path, environment: environment
      ).wait()
    }
    for place in ["raw", "output/raw", "."] {
      #expect(try run(["--keep-raw", place]).status == 64)
    }
    #expect(try run(["--keep-raw", raw]).status <= 1)
    let found = try Child.bash("stat -c '%a' \"$1\" \"$1\"/*; cat \"$1\"/*", [raw]).output
    #expect(found == "700\n600\nhidden-value-1\n", "\(found)")
    let kept = try folder.bash("cat output/a/*/*.* output/a/*/evidence/*").output
    #expect(!kept.contains("hidden-value-1"))
    #expect(kept.contains("Raw output kept in"))
  }

  /// Who approves sees that the text is not to the letter what runs, and what is left out of it.
  @Test func saysWhatTheApprovalDoesNotShow() throws {
    let folder = try Workplace()
    try folder.write(
      "# A\n\n```bash\ntouch \"canary-word-7\" \"$A_TOKEN\"\n```\n\n```bash\ntouch plain <API_TOKEN>\n```\n",
      "a.md")
    var environment = Child.environment
    environment["A_TOKEN"] = "canary-word-7"
    let terminal = try PseudoTerminal(
      Product.path, ["run", "a.md", "--operator", "Ada", "--set", "API_TOKEN=canary-word-8"],
      in: folder.path, environment: environment)
    try terminal.wait(for: #"touch "[redacted:A_TOKEN]" "$A_TOKEN""#)
    try terminal.wait(for: "Hidden in what is shown: A_TOKEN\n")
    try terminal.wait(for: "n[o]ne?")
    terminal.type("n")
    try terminal.wait(for: "touch plain")
    try terminal.wait(for: "Hidden: what is put in for its placeholders\n")
    try terminal.wait(for: "n[o]ne?")
    terminal.type("n")
    try terminal.wait(for: "  > ")
    terminal.type("")
    #expect(terminal.end() == 1)
    #expect(!terminal.shown.contains("canary-word"))
  }

  @Test func doesNotShowWhatIsTypedForASecret() throws {
    let folder = try Workplace()
    try folder.write("# A\n\n```bash\necho \"in <API_TOKEN>\"\n```\n", "a.md")
    let terminal = try PseudoTerminal(
      Product.path, ["run", "a.md", "--operator", "Ada"], in: folder.path)
    try terminal.wait(for: "API_TOKEN (Enter to leave its blocks out) = ")
    terminal.type("open-sesame-1")
    try terminal.wait(for: "in [redacted:API_TOKEN]")
    try terminal.wait(for: "Decision")
    _ = terminal.end()
    #expect(!terminal.shown.contains("open-sesame"), "\(terminal.shown)")
  }
}
