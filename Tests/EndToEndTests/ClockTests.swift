import Foundation
import Testing

/// A machine whose clock is set back again and again while it runs, from next week on.
@Suite(.serialized) struct ClockTests {
  private let folder: Workplace
  private let preload: String

  /// Each look at the clock tells a time one hour before the last one.
  private static let source = """
    #include <time.h>
    #include <sys/syscall.h>
    #include <unistd.h>
    static long looks;
    time_t time(time_t *place) {
      struct timespec now;
      syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
      time_t told = now.tv_sec + 7 * 86400 - 3600 * __sync_fetch_and_add(&looks, 1);
      if (place) *place = told;
      return told;
    }
    """

  private static let document = """
    # Clock

    ## 1. Change

    ```bash
    # First
    echo first >> changes
    # Second
    echo second >> changes
    # Third
    [ -e go-on ] || { touch waits; sleep 600; }
    echo third >> changes
    ```

    - [ ] The team knows

    """

  init() throws {
    folder = try Workplace()
    preload = folder.path + "/../clock.so"
    try folder.write(Self.source, "../clock.c")
    let made = try folder.bash("cc -shared -fPIC -O1 -o ../clock.so ../clock.c")
    try #require(made.status == 0, "\(made.text)")
    try folder.write(Self.document, "clock.md")
    try folder.write(
      "version: 1\nsections:\n  \"1. Change\":\n    \"The team knows\": yes\n", "answers.yaml")
  }

  private var backwards: [String: String] {
    Child.environment.merging(["LD_PRELOAD": preload]) { $1 }
  }

  private func run(_ arguments: [String] = []) throws -> Child {
    try Child(
      Product.path,
      [
        "run", "clock.md", "--approve", "all", "--non-interactive", "--operator", "Ada",
        "--answers",
        "answers.yaml",
      ] + arguments, in: folder.path, environment: backwards)
  }

  /// Members of each record of the journal, in the order of the file.
  private func journal() throws -> [[String: Any]] {
    try folder.bash("cat output/clock/*/journal.jsonl").output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  /// The order is that of the numbers and of the chain; times go down, durations do not.
  @Test func keepsTheOrderOfEventsAndNoDurationIsNegative() throws {
    try folder.write("", "go-on")
    let end = try run().wait()
    #expect(end.status == 0, "\(end.text)")
    let records = try journal()
    #expect(records.compactMap { $0["i"] as? Int } == Array(0..<records.count))
    let times = records.compactMap { $0["t"] as? String }
    #expect(times.count == records.count)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 > $1 }, "\(times)")
    let text = try folder.bash("cat output/clock/*/run.json output/clock/*/journal.jsonl").output
    #expect(!text.contains(/"(ms|ns)":-/))
    let document = try folder.bash("ls output/clock/*/clock.completed.md").output
    #expect(!document.isEmpty)
    try #expect(folder.bash("cat changes").output == "first\nsecond\nthird\n")
  }

  /// What ran at a time that is still to come may be of any age.
  @Test func takesNothingFromTheFutureForFresh() throws {
    let child = try run()
    let deadline = Date(timeIntervalSinceNow: 60)
    while !FileManager.default.fileExists(atPath: folder.path + "/waits") {
      try #require(Date() < deadline && child.isRunning)
      usleep(10_000)
    }
    kill(child.identifier, SIGKILL)
    _ = child.wait()
    try folder.write("", "go-on")
    let refused = try folder.gonogo(["resume", "--non-interactive", "--max-age", "300d"])
    #expect(refused.status == 69, "\(refused.text)")
    #expect(refused.errors.contains("still to come"), "\(refused.errors)")
    try #expect(folder.bash("cat changes").output == "first\nsecond\n")
    // Without an age to keep nothing hangs on the clock.
    let end = try folder.gonogo(["resume", "--non-interactive", "--again"])
    #expect(end.status == 0, "\(end.text)")
    try #expect(folder.bash("cat changes").output == "first\nsecond\nthird\n")
  }

  /// A signature that claims a time to come does not count, and the answer says why; once that time
  /// has come, or to a clock that is as wrong, it does.
  @Test func verifySaysThatASignatureIsFromTheFuture() throws {
    try folder.write("", "go-on")
    try folder.bash(
      """
      ssh-keygen -q -t ed25519 -N '' -C ada@example.org -f ../key </dev/null
      printf 'ada@example.org namespaces="gonogo-operator.v1" %s\\n' \
        "$(cut -d ' ' -f 1,2 ../key.pub)" >../allowed
      """)
    let end = try run(["--sign", "../key", "--principal", "ada@example.org"]).wait()
    #expect(end.status == 0, "\(end.text)")
    let signed = try folder.bash("ls output/clock/*/clock.signed.md").output
      .trimmingCharacters(in: .newlines)
    let verify = ["verify", signed, "--allowed-signers", "../allowed"]
    let now = try folder.gonogo(verify)
    #expect(now.status == 1, "\(now.text)")
    #expect(now.text.contains("claims a time in the future"), "\(now.text)")
    let then = try Child(
      Product.path, verify, in: folder.path, environment: backwards
    ).wait()
    #expect(then.status == 0, "\(then.text)")
  }
}
