import Testing

/// What approved commands may do below `.git`, with a program of which nobody knows that it goes there.
@Suite(.serialized) struct GitWriteTests {
  private let folder: Workplace

  init() throws {
    folder = try Workplace()
    try folder.bash(
      "git init -q -b main . && git config user.name Ada && git config user.email a@b")
    try folder.write("#!/bin/sh\ngit tag released && echo tagged\n", "release.sh")
    try folder.write("#!/bin/sh\necho x >.git/hooks/pre-commit || git config a.b c\n", "reach.sh")
    try folder.bash("chmod +x *.sh && git add . && git commit -q -m first")
    try folder.write("# Release\n\n```bash\n./release.sh\n```\n", "release.md")
    try folder.write("# Reach\n\n```bash\n./reach.sh\n```\n", "reach.md")
    try folder.write("# Look\n\n```bash\ngit tag seen; ls\n```\n", "look.md")
  }

  private func run(_ arguments: [String]) throws -> Child.End {
    try Child(
      Product.path, ["run"] + arguments + ["--operator", "Ada", "--non-interactive"],
      in: folder.path, environment: Child.environment
    ).wait()
  }

  @Test func withoutTheOptionAScriptCannotWriteThere() throws {
    let end = try run(["release.md", "--approve", "all"])
    #expect(end.status == 1, "\(end.text)")
    #expect(try folder.bash("git tag").output == "")
  }

  @Test func withItAnApprovedScriptCanAndTheRecordSaysSo() throws {
    let end = try run(["release.md", "--approve", "all", "--git-write"])
    #expect(end.status == 0, "\(end.text)")
    #expect(end.output.contains("granted git-write (--git-write): .git"), "\(end.text)")
    #expect(try folder.bash("git tag").output == "released\n")
    let document = try folder.bash("cat output/release/*/release.completed.md").output
    #expect(document.contains("git-write"))
  }

  @Test func withoutApprovalTheOptionGivesNothing() throws {
    let end = try run(["look.md", "--git-write"])
    #expect(end.status == 1, "\(end.text)")
    #expect(try folder.bash("git tag").output == "")
  }

  @Test func hooksAndConfigurationStayClosed() throws {
    let end = try run(["reach.md", "--approve", "all", "--git-write"])
    #expect(end.status == 1, "\(end.text)")
    #expect(try folder.bash("ls .git/hooks/pre-commit; git config a.b").output == "")
  }

  @Test(arguments: ["none", "strict"])
  func whereThereIsNothingToOpenItIsRefused(level: String) throws {
    let end = try run(["release.md", "--git-write", "--sandbox", level])
    #expect(end.status == 64, "\(end.text)")
    #expect(end.errors.contains("--git-write"))
  }
}
