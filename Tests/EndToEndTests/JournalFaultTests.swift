import Foundation
import Testing

/// What cannot be recorded is not done, and what was shown is never lost.
@Suite(.serialized) struct JournalFaultTests {
  private let folder: Workplace

  init() throws { folder = try Workplace() }

  private static let run = [
    "run", "a.md", "--approve", "all", "--non-interactive", "--operator", "Ada",
  ]

  private static let canMount =
    (try? Child.bash("d=$(mktemp -d) && mount -t tmpfs x \"$d\" && umount \"$d\"; rmdir \"$d\""))?
    .status == 0 && geteuid() == 0

  @Test(.enabled(if: canMount, "no tmpfs can be mounted here; run the tests as root"))
  func stopsWhenTheDeviceIsFull() throws {
    let blocks = (1...400).map { "## \($0)\n\n```bash\necho done-\($0) >> changes\n```\n\n" }
    try folder.write("# A\n\n" + blocks.joined(), "a.md")
    try folder.bash("mkdir runs && mount -t tmpfs -o size=160k tmpfs runs")
    defer { _ = try? folder.bash("umount -l runs") }
    let end = try folder.gonogo(Self.run + ["--output", "runs"])
    #expect(end.status == 74)
    #expect(end.errors.contains("No space left on device"), "\(end.errors)")
    #expect(end.errors.contains("the run was stopped, because it cannot be recorded"))
    let changes = try folder.bash("sort changes | uniq -d; wc -l < changes").output
    let done = try #require(Int(changes.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(done > 20 && done < 400)

    // With more room it goes on; the one change whose end could not be recorded is asked about.
    try folder.bash("mount -o remount,size=16m runs")
    var resumed = try folder.gonogo(["resume", "--output", "runs", "--non-interactive"])
    if resumed.status == 69 {
      resumed = try folder.gonogo(["resume", "--output", "runs", "--non-interactive", "--again"])
    }
    #expect(resumed.status == 0, "\(resumed.errors)")
    let twice = try folder.bash("sort changes | uniq -d | wc -l; sort -u changes | wc -l").output
    #expect(["0\n400\n", "1\n400\n"].contains(twice), "\(twice)")
  }

  @Test func runsNothingWhereNothingCanBeWritten() throws {
    try folder.write("# A\n\n```bash\ntouch made\n```\n", "a.md")
    let end = try folder.gonogo(Self.run + ["--output", "/proc/runs"])
    #expect(end.status == 74)
    #expect(end.errors.contains("/proc/runs"))
    try #expect(folder.bash("ls made 2>/dev/null").output == "")
  }

  @Test func fiftyRunsAtOnceKeepApart() throws {
    try folder.write("# A\n\n```bash\necho one\n```\n", "a.md")
    let end = try Child.bash(
      "for _ in {1..50}; do \"$@\" >/dev/null & done; for job in $(jobs -p); do wait $job || exit; done",
      [Product.path] + Self.run, in: folder.path, limit: 120)
    #expect(end.status == 0, "\(end.text)")
    try #expect(folder.bash("ls output/a/*/run.json | wc -l").output == "50\n")
    let list = try folder.gonogo(["runs"]).output.split(separator: "\n")
    #expect(list.count == 50 && list.allSatisfy { $0.contains("completed") })
  }

  @Test func keepsEveryByteOfManySmallWrites() throws {
    try folder.write(
      "# A\n\n```bash\n# Write\nfor ((i = 0; i < 100000; i++)); do printf x; printf '\\n'; done\n```\n",
      "a.md")
    let end = try folder.gonogo(Self.run + ["--timeout", "5min"], limit: 120)
    #expect(end.status == 0, "\(end.text)")
    try #expect(folder.bash("cat output/a/*/evidence/*.stdout | wc -l").output == "100000\n")
    #expect(try folder.bash("cat output/a/*/journal.jsonl").output.contains("\"bytes\":200000"))
  }

  @Test func keepsAThousandStepsThroughACrash() throws {
    let blocks = (1...1000).map { "```bash\nn\($0)=\($0)\n```\n\n" }
    try folder.write(
      "# A\n\n" + blocks.joined() + "```bash\n# Sum\necho \"sum: $((n1 + n1000))\"\n```\n\n"
        + "- [ ] Right <!-- gonogo: pass when sum == 1001 -->\n", "a.md")
    let child = try Child(
      Product.path, Self.run, in: folder.path, environment: Child.environment)
    let deadline = Date(timeIntervalSinceNow: 60)
    while try Int(
      folder.bash("cat output/a/*/journal.jsonl 2>/dev/null | wc -l").output
        .trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0 < 600
    {
      try #require(Date() < deadline && child.isRunning)
      usleep(20_000)
    }
    kill(child.identifier, SIGKILL)
    _ = child.wait()
    let end = try folder.gonogo(["resume", "--non-interactive"], limit: 120)
    #expect(end.status == 0, "\(end.errors)")
    let starts = try folder.bash("grep -c '\"ev\":\"start\"' output/a/*/journal.jsonl").output
    #expect(["1001\n", "1002\n"].contains(starts), "at most the one under way is run again")
  }
}
