import Foundation
import Testing

/// gonogo itself, as others see it while it runs, and what it does with the device.
@Suite(.serialized) struct OwnProcessTests {
  private let folder: Workplace

  init() throws { folder = try Workplace() }

  // MARK: What others see

  /// An ordinary user: the one of the tests, or, for root, one that nobody is.
  private static let ordinary =
    geteuid() == 0 ? ["setpriv", "--reuid=61234", "--regid=61234", "--clear-groups"] : ["env"]

  private func asOrdinary(_ words: [String]) throws -> Child.End {
    try Child(
      Self.ordinary[0], Self.ordinary.dropFirst() + words, in: folder.path,
      environment: Child.environment
    ).wait()
  }

  /// The value of a variable, the memory and the working directory of a process are in `/proc`.
  @Test func canBeReadByNoOtherProcessOfItsUser() throws {
    // Where the package lies that user may have no business.
    try folder.bash("cp '\(Product.path)' ../gonogo && chmod 755 .. ../gonogo && chmod 777 .")
    try folder.write("# A\n" + BrokenRun.wait, "a.md")
    let gonogo = try Child(
      Self.ordinary[0],
      Self.ordinary.dropFirst() + [
        folder.path + "/../gonogo", "run", "a.md", "--non-interactive", "--operator", "Ada",
        "--approve", "Wait", "--sandbox", "none",
      ], in: folder.path, environment: Child.environment.merging(["OWN_TOKEN": "abcdef"]) { $1 })
    let other = try Child(
      Self.ordinary[0], Self.ordinary.dropFirst() + ["sleep", "60"], in: folder.path,
      environment: Child.environment)
    defer {
      for child in [gonogo, other] {
        kill(child.identifier, SIGTERM)
        _ = child.wait()
      }
    }
    let deadline = Date(timeIntervalSinceNow: 30)
    while !FileManager.default.fileExists(atPath: folder.path + "/waiting") {
      try #require(
        Date() < deadline && gonogo.isRunning, "\(gonogo.isRunning ? "" : gonogo.wait().text)")
      usleep(20_000)
    }
    let limits = try String(contentsOfFile: "/proc/\(gonogo.identifier)/limits", encoding: .utf8)
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"], "\(limits)")
    for file in ["environ", "mem", "maps", "cwd/.", "fd/."] {
      let look = ["head", "-c", "1", "/proc/\(gonogo.identifier)/\(file)"]
      let end = try asOrdinary(file.hasSuffix(".") ? ["ls", look[3]] : look)
      #expect(end.status != 0 && end.errors.contains("Permission denied"), "\(file): \(end.text)")
    }
    // It is not for want of rights to look at all.
    try #expect(asOrdinary(["head", "-c", "1", "/proc/\(other.identifier)/environ"]).status == 0)
  }

  // MARK: The device

  private static let hasTrace =
    (try? Child.bash("command -v strace"))?.status == 0

  /// A call of gonogo's on a descriptor: its name, what the descriptor stands for, the rest.
  private struct Call {
    let name: Substring
    let file: Substring
    let rest: Substring

    init?(_ line: Substring) {
      let words = line.drop { $0.isNumber || $0 == " " }
      guard let open = words.firstIndex(of: "("), let start = words.firstIndex(of: "<"),
        let end = words[start...].firstIndex(of: ">")
      else { return nil }
      name = words[..<open]
      file = words[words.index(after: start)..<end]
      rest = words[end...]
    }
  }

  @Test(.enabled(if: hasTrace, "optional: strace is not installed"))
  func whatIsShownIsOnTheDevice() throws {
    try folder.write(
      "# A\n\n## One\n\n```bash\n# One\necho one\n```\n\n## Two\n\n```bash\n# Two\nfalse\n```\n\n- [ ] done\n",
      "a.md")
    let end = try Child(
      "strace",
      [
        "-y", "-s", "100000", "-o", "trace", "-e", "trace=write,fsync,fdatasync", Product.path,
        "run", "a.md", "--non-interactive", "--operator", "Ada",
      ], in: folder.path, environment: Child.environment
    ).wait()
    try #require(end.status == 1, "\(end.text)")
    let calls = try String(contentsOfFile: folder.path + "/trace", encoding: .utf8)
      .split(separator: "\n").compactMap(Call.init)
    var records = 0
    var shown = 0
    var isOnDevice = true
    var ended = 0
    for call in calls {
      if call.file.hasSuffix("/journal.jsonl") {
        if call.name == "write" {
          #expect(isOnDevice, "a record follows one that is not on the device")
          records += 1
          isOnDevice = false
          if call.rest.contains(#"\"ev\":\"end\""#) { ended += 1 }
        } else {
          isOnDevice = true
        }
      } else if call.name == "write", call.file.hasSuffix(".out") {
        #expect(isOnDevice, "shown before it was on the device: \(call.rest)")
        shown += 1
        if call.rest.contains("passed, ") { #expect(ended == 1) }
        if call.rest.contains("“Two” failed") { #expect(ended == 2) }
      }
    }
    let kept = try folder.bash("wc -l <output/a/*/journal.jsonl").output
    #expect("\(records)\n" == kept.trimmingCharacters(in: .whitespaces))
    #expect(records > 5 && shown > 5 && ended == 2)
    #expect(isOnDevice)
  }
}
