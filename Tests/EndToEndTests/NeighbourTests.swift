import Foundation
import Testing

/// What the commands of one checklist must not do to the runs of another.
@Suite(.serialized) struct NeighbourTests {
  private let folder: Workplace

  init() throws { folder = try Workplace() }

  private func run(_ file: String, _ arguments: [String] = []) throws -> Child.End {
    try folder.gonogo(
      ["run", file, "--non-interactive", "--operator", "Eve", "--approve", "all"] + arguments)
  }

  /// A checklist whose block writes to every journal that it finds.
  private func writeAttack() throws {
    try folder.write(
      """
      # Evil

      ```bash
      # Look around
      for file in $(find . -name 'journal.jsonl'); do echo "found $file"; echo x >>"$file"; done
      find . -path '*victim/*' | sed 's/^/saw /'
      mkdir -p output/planted/20991129T215335Z-7148bb runs/planted/20991129T215335Z-7148bb || true
      ```

      """, "evil.md")
  }

  /// Where the two runs are kept makes no difference.
  @Test(arguments: [
    ([], []), (["--output", "runs"], []), ([], ["--output", "runs"]), ([], ["--output", "."]),
    (["--output", "sub/runs"], ["--output", "../elsewhere"]), (["--output", "."], []),
  ])
  func aRunIsOutOfReachOfAnotherChecklist(_ victim: [String], _ attacker: [String]) throws {
    try folder.write(
      "# Victim\n\n```bash\n# Look\necho errors: 50\n```\n" + BrokenRun.wait, "victim.md")
    try BrokenRun.make("victim.md", victim, in: folder)
    let before = try folder.bash("find . -path '*victim/*' -type f | sort | xargs sha256sum").output
    try #require(before.contains("journal.jsonl"))
    try writeAttack()
    let end = try run("evil.md", attacker)
    #expect(!end.output.contains("│ found ") && !end.output.contains("│ saw "), "\(end.text)")
    try #expect(
      folder.bash("find . -path '*victim/*' -type f | sort | xargs sha256sum").output == before)
    let runs = try folder.gonogo(["runs"] + victim).output
    #expect(runs.contains("interrupted") && !runs.contains("damaged"), "\(runs)")
  }

  /// A run that it planted would be the latest one, and `resume` would go on with it.
  @Test func noRunCanBePlanted() throws {
    try writeAttack()
    #expect(try run("evil.md").text.contains("mkdir: cannot create"))
    try #expect(folder.bash("ls output/planted 2>/dev/null").output == "")
  }

  @Test func saysWhatItHidesAndWhatItCannotHide() throws {
    try writeAttack()
    try folder.bash("mkdir -p output/data")
    #expect(try run("evil.md").output.contains("/work/output: data\n"))
    #expect(try run("evil.md", ["--output", "."]).output.contains("cannot be hidden as a whole"))
  }

  @Test(arguments: [":/x", ":/x:ro"])
  func bindsNothingThatHoldsRuns(_ place: String) throws {
    try folder.write("# A\n\n```bash\ntrue\n```\n", "a.md")
    #expect(try run("a.md").status == 0)
    let end = try run("a.md", ["--bind", "output/a" + place])
    #expect(end.status == 64)
    #expect(end.errors.contains("runs are kept in"), "\(end.errors)")
  }
}
