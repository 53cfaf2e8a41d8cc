import Testing

/// Commands that look at what the sandbox shows otherwise than it is: their boxes stay open.
@Suite(.serialized) struct HiddenMachineTests {
  private let folder: Workplace

  init() throws {
    folder = try Workplace()
    try folder.write(
      """
      # Check

      ```bash
      ls -A ~
      ```

      Expected: no output

      ```bash
      # Workers stopped
      ! pgrep -x gonogo-test-worker
      ```

      ```bash
      # Backup taken
      echo data > /tmp/gonogo-hidden-machine.sql
      ```

      ## GO if ALL true:

      - [ ] Workers stopped
      - [ ] Backup taken
      """, "check.md")
    try folder.bash("mkdir home work")
  }

  private var environment: [String: String] {
    var environment = Child.environment
    environment["HOME"] = folder.path + "/home"
    return environment
  }

  private func run(_ arguments: [String]) throws -> (end: Child.End, document: String) {
    let end = try Child(
      Product.path,
      ["run", "../check.md", "--approve", "all", "--operator", "Ada", "--non-interactive"]
        + arguments, in: folder.path + "/work", environment: environment
    ).wait()
    return (end, try folder.bash("cat work/output/check/*/check.completed.md").output)
  }

  @Test func staysOpenInTheSandbox() throws {
    let (end, document) = try run([])
    #expect(end.status == 1, "\(end.text)")
    #expect(document.contains("- [ ] Workers stopped"))
    #expect(document.contains("- [ ] Backup taken"))
    #expect(end.text.contains("commands see only their own ~"), "\(end.text)")
  }

  @Test func countsWhereTheyAreTheMachines() throws {
    let (_, document) = try run(["--sandbox", "none"])
    #expect(document.contains("- [x] Workers stopped"))
    #expect(document.contains("- [x] Backup taken"))
    try folder.bash("rm -f /tmp/gonogo-hidden-machine.sql")
  }

  @Test func isSaidBeforeARun() throws {
    let end = try Child(
      Product.path, ["plan", "../check.md"], in: folder.path + "/work", environment: environment
    ).wait()
    #expect(end.output.contains("! it looks at ~"))
    #expect(end.output.contains("! it shows the processes of the sandbox"))
    #expect(end.output.contains("thrown away with the sandbox"))
  }
}
