import GonogoCore
import GonogoEvidence
import Testing

struct ThresholdReaderTests {
  @Test(arguments: [
    ("100 inserts in <500ms (5ms per insert)", "< 500 ms"), ("Latency < 2 s", "< 2 s"),
    ("latency below 200 ms", "< 200 ms"), ("at least 20 GB free", ">= 20 GB"),
    ("no more than 5 errors", "<= 5"), ("Up to 10 connections", "<= 10"),
    ("CPU ≤ 80%", "<= 80%"), ("Share >= 80 percent", ">= 80%"), ("more than 3 replicas", "> 3"),
    ("Size (<1.5 GB)", "< 1.5 GB"), ("under 1,000 rows", "< 1000"),
    ("Should complete in <30 seconds", "< 30 s"),
    ("Active connections <50% of pool size", "< 50% of pool size"),
    ("Database size reasonable (<1GB warning if >5GB)", "< 1 GB, warns; fails at > 5 GB"),
    ("Disk use <80%, critical above 90%", "< 80%, else asked; fails at > 90%"),
    ("Free space >20 GB (alert if <5 GB)", "> 20 GB, else asked; fails at < 5 GB"),
  ])
  func readsALimit(text: String, shown: String) {
    guard case .threshold(let threshold) = ThresholdReader.read(text) else {
      Issue.record("“\(text)” states no limit to it: \(ThresholdReader.read(text))")
      return
    }
    #expect(threshold.shown == shown)
  }

  @Test(arguments: [
    "", "Open < your browser>", "a <word> here", "<cluster>", "Time allocated (1-2 hours)",
    "Version 2.4.1 installed", "Execution times within 5% of baseline", "PostgreSQL 16", "->", "=>",
    "a > b", "See section 4.2", "2026-11-23", "at 12:30", "over and over", "Understand 5 things",
    "Overlook 3 warnings", "all 5 checks pass", "no new errors for 1 hour",
  ])
  func readsNoLimitWhereThereIsNone(text: String) {
    guard case .none = ThresholdReader.read(text) else {
      Issue.record("“\(text)” is read as \(ThresholdReader.read(text))")
      return
    }
  }

  @Test(arguments: [
    "between >5 ms and <10 ms", "<5 ms or <10 ms", "<1 GB <2 GB <3 GB", "<1GB warning if >500MB",
    "<1GB warning if >5 s",
  ])
  func leavesLimitsItCannotCombineToAPerson(text: String) {
    guard case .unclear = ThresholdReader.read(text) else {
      Issue.record("“\(text)” is read as \(ThresholdReader.read(text))")
      return
    }
  }

  @Test(arguments: [
    (0.5, "GB", Verdict.pass, false), (1.0, "GB", .pass, true), (3.0, "GB", .pass, true),
    (6.0, "GB", .fail, false), (6.0, "GiB", .fail, false), (900.0, "MiB", .pass, false),
    (1.0, "s", .unknown, false), (1.0, "", .unknown, false),
  ])
  func judgesTwoTiers(number: Double, unit: String, verdict: Verdict, isWarning: Bool) throws {
    guard case .threshold(let threshold) = ThresholdReader.read("size (<1GB warning if >5GB)")
    else {
      Issue.record("no threshold")
      return
    }
    let judged = threshold.judge(Quantity(number, Unit.named(unit) ?? .none))
    #expect(judged.verdict == verdict)
    #expect(judged.isWarning == isWarning)
  }

  /// 1.05 GB may be 1.05·10⁹ bytes or 1.05·2³⁰: against a limit in MiB that decides.
  @Test func doesNotDecideWhatHangsOnHowKiloIsRead() throws {
    guard case .threshold(let threshold) = ThresholdReader.read("size < 1000 MiB") else {
      Issue.record("no threshold")
      return
    }
    let gigabyte = try #require(Unit.named("GB"))
    #expect(threshold.judge(Quantity(1, gigabyte)).verdict == .unknown)
    #expect(threshold.judge(Quantity(0.9, gigabyte)).verdict == .pass)
    #expect(threshold.judge(Quantity(1.2, gigabyte)).verdict == .fail)
  }

  @Test(arguments: [
    ("<", 4.9, Verdict.pass), ("<", 5, .fail), ("<=", 5, .pass), ("<=", 5.1, .fail),
    (">", 5, .fail), (">", 5.1, .pass), (">=", 5, .pass), (">=", 4.9, .fail),
  ])
  func comparesAtTheEdge(sign: String, number: Double, verdict: Verdict) {
    guard case .threshold(let threshold) = ThresholdReader.read("time \(sign) 5 ms") else {
      Issue.record("no threshold")
      return
    }
    #expect(threshold.judge(Quantity(number, .millisecond)).verdict == verdict)
    #expect(threshold.judge(Quantity(number / 1000, .second)).verdict == verdict)
  }

  @Test func remembersWhatElseASentenceMentions() {
    guard
      case .threshold(let threshold) = ThresholdReader.read(
        "100 inserts in <500ms (5ms per insert)")
    else {
      Issue.record("no threshold")
      return
    }
    #expect(threshold.names(Quantity(5, .millisecond)))
    #expect(threshold.names(Quantity(0.5, .second)))
    #expect(!threshold.names(Quantity(50, .millisecond)))
    #expect(!threshold.names(Quantity(5)))
    #expect(threshold.meaning.words.contains("insert"))
  }

  @Test(arguments: [
    "Error rate must not be under 5 GB", "CPU usage never above 80%", "never more than 5 errors",
    "Abort when latency > 500 ms", "Not over 90%",
  ])
  func neverReadsADenialAsItsOpposite(text: String) {
    if case .threshold(let threshold) = ThresholdReader.read(text) {
      let upper = threshold.required.comparator.isUpper
      #expect(upper == !text.contains("under"), "“\(text)” is read as \(threshold.shown)")
      #expect(threshold.required.quantity.value >= 0)
      if text.hasPrefix("Abort") { Issue.record("“\(text)” is read as \(threshold.shown)") }
    }
  }

  @Test(arguments: 0..<30)
  func survivesAnyText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<", ">", "=", "5", ".", ",", " ", "ms", "GB", "%", " of ", "warn", "-", "é",
      "99999999999999999999", "at least ", "(",
    ]
    var text = ""
    for _ in 0..<60 { text += pieces.randomElement(using: &generator) ?? "" }
    _ = ThresholdReader.read(text)
  }
}
