import Foundation
import Testing

/// Where a run writes, whatever commands and the machine do to that place.
@Suite(.serialized) struct OutputPlaceTests {
  private let folder: Workplace

  init() throws { folder = try Workplace() }

  private static let run = ["run", "a.md", "--non-interactive", "--operator", "Ada"]

  private static let canMount =
    (try? Child.bash("d=$(mktemp -d) && mount -t tmpfs x \"$d\" && umount \"$d\"; rmdir \"$d\""))?
    .status == 0 && geteuid() == 0

  @Test func followsNoLinkThatCommandsMove() throws {
    try folder.write("# A\n\n```bash\nrm link; ln -s other link\n```\n", "a.md")
    try folder.bash("mkdir real other; ln -s real link")
    let end = try folder.gonogo(
      Self.run + ["--approve", "all", "--sandbox", "none", "--output", "link/runs"])
    #expect(end.status == 0, "\(end.text)")
    try #expect(folder.bash("ls real/runs/a/*/a.completed.md other").output.contains("real/runs"))
    try #expect(folder.bash("find other -type f").output == "")
  }

  @Test(.enabled(if: canMount, "no tmpfs can be mounted here; run the tests as root"))
  func runsNothingWhereTheOutputIsReadOnly() throws {
    try folder.write("# A\n\n```bash\ntouch made\n```\n", "a.md")
    try folder.bash("mkdir runs && mount -t tmpfs -o ro tmpfs runs")
    defer { _ = try? folder.bash("umount -l runs") }
    let end = try folder.gonogo(Self.run + ["--approve", "all", "--output", "runs"])
    #expect(end.status == 74)
    #expect(end.errors.contains("Read-only file system"), "\(end.errors)")
    try #expect(folder.bash("ls made 2>/dev/null").output == "")
  }

  /// Either it cannot be exchanged, or the run is not completed.
  @Test(arguments: ["strict", "standard", "none"])
  func noticesAChecklistThatIsExchanged(_ level: String) throws {
    try folder.write(
      "# A\n\n```bash\n# Exchange\nsed 's/- .*/- [ ] no/' a.md > b.md && mv b.md a.md\n```\n\n- [ ] yes\n",
      "a.md")
    let before = try folder.bash("sha256sum a.md").output
    let end = try folder.gonogo(Self.run + ["--approve", "all", "--sandbox", level])
    let isSame = try folder.bash("sha256sum a.md").output == before
    #expect(isSame == (level != "none"))
    #expect(end.status == (isSame ? 1 : 74), "\(end.text)")
    #expect(isSame || end.errors.contains("was replaced during the run"), "\(end.errors)")
    let completed = try folder.bash("ls output/a/*/a.completed.md 2>/dev/null").output
    #expect(completed.isEmpty == !isSame)
  }

  @Test func keepsTheEndsOfAFlood() throws {
    try folder.write(
      "# A\n\n```bash\n# Flood\n{ echo first; head -c 10000000 /dev/zero | tr '\\0' '\\n'; echo last; }\n```\n",
      "a.md")
    let end = try folder.gonogo(Self.run + ["--approve", "all", "--quiet"])
    #expect(end.status == 0, "\(end.text.suffix(2000))")
    #expect(end.peakMemory < 250_000)
    try #expect(folder.bash("grep -c '\"bytes\":1000001[0-9]' output/a/*/run.json").output == "1\n")
    let kept = try folder.bash("cat output/a/*/evidence/*.stdout").output
    #expect(kept.hasPrefix("first\n") && kept.hasSuffix("last\n"))
    #expect(kept.utf8.count < 5_000_000)
  }

  // MARK: Without bubblewrap

  /// gonogo where bubblewrap cannot be started.
  private func withoutBubblewrap(_ arguments: [String]) throws -> Child.End {
    try Child(
      "unshare",
      [
        "-m", "bash", "-c",
        "for place in /usr/bin /bin /usr/local/bin; do if [ -e $place/bwrap ]; then "
          + "mount --bind /dev/null $place/bwrap; fi; done; exec \"$@\"",
        "bash", Product.path,
      ] + arguments, in: folder.path, environment: Child.environment
    ).wait()
  }

  @Test(.enabled(if: canMount, "no tmpfs can be mounted here; run the tests as root"))
  func isReducedOnlyWhereThatIsAllowed() throws {
    try folder.write("# A\n\n```bash\necho fine\n```\n", "a.md")
    let refused = try withoutBubblewrap(Self.run)
    #expect(refused.status == 69)
    #expect(refused.errors.contains("--allow-reduced"), "\(refused.errors)")
    let allowed = try withoutBubblewrap(Self.run + ["--allow-reduced", "--output", "../runs"])
    #expect(allowed.status == 0, "\(allowed.text)")
    try #expect(folder.bash("grep -c 'reduced' ../runs/a/*/a.completed.md").output != "0\n")
  }

  @Test(.enabled(if: canMount, "no tmpfs can be mounted here; run the tests as root"))
  func doctorSaysWhatIsEnforcedAndWhatIsNot() throws {
    let good = try folder.gonogo(["doctor", "--format", "json"])
    #expect(good.status == 0, "\(good.text)")
    #expect(good.output.hasPrefix("{") && good.output.contains("\"standard\""))
    let bad = try withoutBubblewrap(["doctor"])
    #expect(bad.status == 69)
    #expect(bad.text.contains("bubblewrap"), "\(bad.text)")
  }

  // MARK: Usage

  @Test(arguments: [
    ["run", "--env", "A_NAME=hunter-two", "--evn"], ["run", "a.md", "--set=A=hunter-two", "--no"],
    ["run", "a.md", "X=hunter-two"], ["plan", "--evn=A=hunter-two"],
    ["run", "a.md", "--timeout", "--set", "A=hunter-two", "b=hunter-two"],
  ])
  func noUsageErrorShowsAValue(_ arguments: [String]) throws {
    let end = try folder.gonogo(arguments)
    #expect(end.status == 64)
    #expect(!end.text.contains("hunter"), "\(end.text)")
    #expect(end.errors.contains("Usage: gonogo"), "\(end.errors)")
  }

  @Test func helpIsNoError() throws {
    let end = try folder.gonogo(["run", "--help"])
    #expect(end.status == 0 && end.errors.isEmpty && end.output.contains("USAGE"))
    try #expect(folder.gonogo(["--version"]).output == "0.1.0\n")
  }

  // MARK: Raw copies

  @Test(.enabled(if: canMount, "no tmpfs can be mounted here; run the tests as root"))
  func aRawCopyThatIsNotWholeEndsTheRun() throws {
    try folder.write(
      "# A\n\n```bash\nhead -c 400000 /dev/zero | tr '\\\\0' a\n```\n\n```bash\ntouch made\n```\n",
      "a.md")
    let raw = folder.path + "-raw"
    try Child.bash("mkdir -m 700 \"$1\" && mount -t tmpfs -o size=64k,mode=700 tmpfs \"$1\"", [raw])
    defer { _ = try? Child.bash("umount -l \"$1\"; rmdir \"$1\"", [raw]) }
    let end = try folder.gonogo(Self.run + ["--approve", "all", "--keep-raw", raw])
    #expect(end.status == 74, "\(end.text.suffix(500))")
    #expect(end.errors.contains("cannot be written: No space left on device"), "\(end.errors)")
    try #expect(folder.bash("ls made 2>/dev/null").output == "")
  }
}
