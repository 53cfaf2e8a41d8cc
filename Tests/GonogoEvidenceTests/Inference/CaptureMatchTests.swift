import GonogoCore
import GonogoEvidence
import Testing

struct CaptureMatchTests {
  private func candidate(
    _ name: String, _ number: Double = 1, _ unit: String = "", row: Int? = nil, command: Int = 0,
    around: String = "", isPrimary: Bool = true
  ) -> CaptureMatch.Candidate {
    CaptureMatch.Candidate(
      capture: Capture(
        name: name, row: row, value: .quantity(Quantity(number, Unit.named(unit) ?? .none)),
        text: "\(number)", recognizer: "test", isPrimary: isPrimary),
      command: command, surroundings: Meaning(around))
  }

  private func filled(
    _ label: String, _ unit: String, _ candidates: [CaptureMatch.Candidate]
  ) -> String? {
    if case .one(let candidate, _) = CaptureMatch.fill(
      label: label, unit: Unit.named(unit), from: candidates)
    {
      return candidate.capture.reference
    }
    return nil
  }

  /// "Max execution time: ___ seconds" has all its words in `max_exec_time`, which is another thing.
  @Test func fillsTheSeedsBlanksRightly() {
    let query = "Query current executions table"
    let pool = [
      candidate("total_executions", 100),
      candidate("avg_duration_seconds", 2, "s", around: query),
      candidate("max_duration_seconds", 9, "s", around: query),
      candidate("mean_exec_time", 3, "ms", row: 1),
      candidate("max_exec_time", 4, "ms", row: 1),
    ]
    #expect(filled("Average execution time", "seconds", pool) == "avg_duration_seconds")
    #expect(filled("Max execution time", "seconds", pool) == "max_duration_seconds")
    #expect(filled("Slowest query time", "ms", pool) == nil)
    let alone = pool.map { $0.capture.row == nil ? $0 : candidate($0.capture.name, 4, "ms") }
    #expect(filled("Max execution time", "seconds", alone) == "max_duration_seconds")
  }

  @Test(arguments: [
    ("Max execution time", "s", "max_exec_bytes", "B"),
    ("Max execution time", "s", "max_exec_time", ""),
    ("Max execution time", "s", "max_exec_time", "%"),
  ])
  func neverCrossesDimensions(label: String, unit: String, name: String, capture: String) {
    #expect(filled(label, unit, [candidate(name, 1, capture)]) == nil)
  }

  @Test(arguments: [
    ("Maximum wait of the queue", "queue_depth"), ("Average execution time", "min_time"),
    ("Rows", "columns"), ("", "rows"), ("Number of the beast", "beast_id"),
  ])
  func leavesAWeakMatch(label: String, name: String) {
    #expect(filled(label, "", [candidate(name)]) == nil || label.hasPrefix("Number"))
  }

  @Test func leavesATie() {
    let tie = [candidate("max_time", 1, "ms"), candidate("time_max", 2, "ms", command: 1)]
    #expect(filled("Max time", "ms", tie) == nil)
    guard
      case .none(let near) = CaptureMatch.fill(
        label: "Max time", unit: .millisecond, from: tie)
    else { return }
    #expect(near.count == 2)
    #expect(filled("Max time", "ms", [tie[0], candidate("max_time", 1, "ms", command: 1)]) == nil)
  }

  @Test func takesNoRowOfATableAndNothingSecondary() {
    #expect(filled("Max time", "ms", [candidate("max_time", 1, "ms", row: 1)]) == nil)
    #expect(filled("Max time", "ms", [candidate("max_time", 1, "ms", isPrimary: false)]) == nil)
    #expect(filled("Max time", "ms", [candidate("max_time", 1, "ms")]) == "max_time")
  }

  @Test func prefersTheBlanksOwnUnit() {
    let pool = [candidate("max_time", 1, "ms"), candidate("max_time_total", 2, "s")]
    #expect(filled("Max time", "s", pool) == "max_time_total")
    #expect(filled("Max time", "ms", pool) == "max_time")
  }

  private func measured(
    _ text: String, _ candidates: [CaptureMatch.Candidate]
  ) -> String? {
    guard case .threshold(let threshold) = ThresholdReader.read(text),
      case .one(let candidate, _) = CaptureMatch.measure(
        threshold.meaning, threshold.required.quantity.unit.dimension, from: candidates)
    else { return nil }
    return candidate.capture.reference
  }

  @Test func measuresByNameOrByTheCommandAround() {
    #expect(measured("Database size <1GB", [candidate("db_size", 1, "GB")]) == "db_size")
    #expect(
      measured("100 inserts in <500ms", [candidate("real", 1, "s", around: "Time the 100 inserts")])
        == "real")
  }

  @Test(arguments: ["MB", "", "%"])
  func measuresInTheLimitsDimensionOnly(unit: String) {
    #expect(measured("Write time <500ms", [candidate("write_time", 1, unit)]) == nil)
  }

  @Test func measuresNothingWithoutASharedWord() {
    #expect(measured("Write time <500ms", [candidate("uptime", 1, "s", around: "host")]) == nil)
    #expect(measured("<500ms", [candidate("real", 1, "s")]) == nil)
  }

  /// A bare number needs its name in the sentence: any command prints some number.
  @Test func takesAPlainNumberByItsNameOnly() {
    #expect(measured("fewer than 5 errors", [candidate("lines", 1, around: "Count errors")]) == nil)
    #expect(measured("fewer than 5 errors", [candidate("errors", 1)]) == "errors")
  }

  @Test func measuresNothingOnATie() {
    let tie = [candidate("write_time", 1, "s"), candidate("write_time", 2, "s", command: 1)]
    #expect(measured("Write time <500ms", tie) == nil)
  }

  @Test(arguments: [
    "latency target", "latency_limit", "latency budget", "min latency", "max_latency",
    "p50 latency",
    "expected latency", "previous latency", "latency_allowed", "required latency", "idle latency",
    "backup latency", "critical latency", "new_latency",
  ])
  func takesNoValueWhoseNameSaysMore(name: String) {
    let candidate = candidate(name, 5, "ms", around: "printf \(name)")
    #expect(measured("latency < 10 ms", [candidate]) == nil)
    #expect(filled("Latency", "ms", [candidate]) == nil)
    #expect(
      measured("\(name) < 10 ms", [candidate]) == name || name.contains("critical")
        || name == "expected latency")
  }

  @Test(arguments: ["latency", "total_latency", "latency value", "the latency", "latency_ms"])
  func takesAValueWhoseNameOnlySaysHowItIsCounted(name: String) {
    #expect(measured("latency < 10 ms", [candidate(name, 5, "ms")]) == name)
    #expect(filled("Latency", "ms", [candidate(name, 5, "ms")]) == name)
  }

  /// "Max execution time" is not any execution time.
  @Test func fillsNoBlankThatAsksForMore() {
    #expect(filled("Max execution time", "s", [candidate("execution_time", 5, "s")]) == nil)
    #expect(filled("Expected write time", "s", [candidate("write_time", 5, "s")]) == nil)
  }

  /// What says more still makes doubtful which is meant.
  @Test func leavesATieWithAValueWhoseNameSaysMore() {
    let pool = [candidate("errors", 5), candidate("allowed_errors", 20)]
    #expect(measured("fewer than 10 errors", pool) == nil)
  }

  /// Two nodes, passed and failed, read and write are different things.
  @Test func doesNotTakeTheOpposite() {
    #expect(filled("Failed tests", "", [candidate("passed_tests", 42)]) == nil)
    #expect(filled("Node 2 latency", "ms", [candidate("node_1_latency", 5, "ms")]) == nil)
    #expect(measured("Failed tests < 50", [candidate("passed_tests", 42)]) == nil)
    #expect(measured("Node 2 latency < 10 ms", [candidate("node_1_latency", 5, "ms")]) == nil)
  }

  @Test(arguments: [
    "Users recorded by", "Users confirmed on", "When were the users checked",
    "Who checked the users",
    "Users should be", "Users must be", "Verified users", "New users", "Users on", "Users per",
    "Users ready", "Users OK", "Complete users", "Users checked", "Quick users",
  ])
  func fillsNoBlankThatAsksForSomethingElse(label: String) {
    #expect(filled(label, "", [candidate("users", 500)]) == nil)
  }

  @Test(arguments: [
    ("Users", "users"), ("Number of users", "user_count"), ("Current users", "users"),
    ("Record the number of users", "user_count"), ("The users now", "users"),
    ("Verified users", "verified_users"), ("Pods ready", "ready_pods"),
    ("Users checked", "checked_users"),
  ])
  func fillsABlankWhoseWordsTheNameHas(label: String, name: String) {
    #expect(filled(label, "", [candidate(name, 500)]) == name)
  }

  /// What a label says beyond the name, the command must say.
  @Test func fillsNothingByMostOfTheWords() {
    let label = "Average request duration on Tuesday"
    #expect(filled(label, "s", [candidate("avg_request_duration", 5, "s")]) == nil)
    let tuesday = candidate(
      "avg_request_duration", 5, "s", around: "Look at the numbers of Tuesday")
    #expect(filled(label, "s", [tuesday]) == "avg_request_duration")
  }

  @Test(arguments: [
    ("Database", "", "db_size", "GB"), ("Which database", "", "db_size", "GB"),
    ("Time checked", "", "duration", "s"), ("Current time", "", "duration", "s"),
    ("Time", "", "duration", "s"),
  ])
  func fillsNoSizeOrDurationThatNobodyAsksFor(
    label: String, unit: String, name: String, printed: String
  ) {
    #expect(filled(label, unit, [candidate(name, 3, printed)]) == nil)
  }

  @Test(arguments: [
    ("Database size", "", "db_size", "GB"), ("Database", "GB", "db_size", "GB"),
    ("Time", "s", "duration", "s"), ("Duration", "", "duration", "s"), ("Time", "", "time", "s"),
  ])
  func fillsASizeOrDurationThatIsAskedFor(
    label: String, unit: String, name: String, printed: String
  ) {
    #expect(filled(label, unit, [candidate(name, 3, printed)]) == name)
  }

  @Test(arguments: [
    "Before:", "After:", "Target values:", "Baseline:", "Last week:", "Limits:", "SLO:",
    "Filled in by QA:", "Run 2:", "If NO-GO:", "Vorher:", "Objetivos:", "部署前：", "目標値：",
    "Not yet:", "Expected:", "Verified values:",
  ])
  func fillsNothingUnderALeadInThatTheValueLacks(text: String) {
    let match = CaptureMatch.fill(
      label: "Errors", unit: nil, under: LeadIn([text]), from: [candidate("errors", 9)])
    guard case .none = match else {
      Issue.record("\(text) is filled")
      return
    }
  }

  @Test(arguments: [
    ("Record these numbers:", "errors", ""), ("Results:", "errors", ""),
    ("Write down:", "errors", ""),
    ("Current values:", "errors", ""), ("Ergebnisse:", "errors", ""), ("結果：", "errors", ""),
    ("Errors:", "errors", ""), ("Baseline:", "errors", "2. Baseline Numbers"),
    ("Node 2:", "errors", "Node 2"), ("Shop:", "errors", "The shop"),
  ])
  func fillsUnderALeadInThatSaysNothingMore(text: String, name: String, heading: String) {
    let match = CaptureMatch.fill(
      label: "Errors", unit: nil, under: LeadIn([text], heading: heading),
      from: [candidate(name, 9)])
    guard case .one = match else {
      Issue.record("\(text) is left open")
      return
    }
  }

  @Test(arguments: [
    "At least 100 verified users", "100 or more users confirmed", "New users > 100",
    "Stable users > 100", "Critical: users > 100", "Users verified > 100", "Ready users > 100",
    "At least 100 users working", "Users confirmed: > 100", "Quick users > 100",
  ])
  func measuresNoValueThatLacksAStatus(text: String) {
    #expect(measured(text, [candidate("users", 500)]) == nil)
  }

  @Test(arguments: [
    ("Users < 2", "verified_users"), ("Errors < 2", "verified_errors"),
    ("Nodes > 2", "ready_nodes"),
  ])
  func measuresNoValueWhoseStatusTheSentenceLacks(text: String, name: String) {
    #expect(measured(text, [candidate(name, 0)]) == nil)
  }

  @Test(arguments: [
    ("Verified users > 100", "verified_users"), ("Users > 100", "users"),
    ("Check that users > 100", "users"), ("Expected: users > 100", "users"),
    ("Users should be > 100", "users"), ("Ready nodes > 2", "ready_nodes"),
    ("Current users > 100", "users"), ("Users acceptable (> 100)", "users"),
  ])
  func measuresAValueThatSaysAsMuch(text: String, name: String) {
    #expect(measured(text, [candidate(name, 500)]) == name)
  }

  /// A time is taken when what was timed is over.
  @Test func measuresATimeThatSomethingCompletesIn() {
    let real = candidate("real", 20, "s", around: "Time the backup")
    #expect(measured("Backup completes in < 30 s", [real]) == "real")
    #expect(measured("Backup verified in < 30 s", [real]) == nil)
  }
}
