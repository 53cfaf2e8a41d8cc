import GonogoCore
import GonogoEvidence
import Testing

/// What directives decide, with the scope of `world`.
struct EvaluatorTests {
  @Test(arguments: [
    (
      "pass when active < 50% of sql(\"SHOW max_connections\")", Verdict.pass,
      "active 1 < 50% of 100 (= 50)"
    ),
    (
      "pass when idle < 50% of sql(\"SHOW max_connections\")", .fail,
      "idle 60 is not < 50% of 100 (= 50)"
    ),
    ("fail when active > 90", .pass, "active 1 is not > 90"),
    ("pass when avg_duration_seconds < 30 s", .pass, "avg_duration_seconds 12.5 s < 30 s"),
    ("pass when avg_duration_seconds < 12500 ms", .fail, ""),
    ("pass when avg_duration_seconds <= 12500 ms", .pass, ""),
    ("pass when nine < 9 ms", .fail, "nine 0.009 s is not < 9 ms"),
    ("pass when nine == 9 ms", .pass, ""),
    ("pass when baseline.active == 7", .pass, "baseline.active 7 == 7"),
    ("pass when mean_exec_time[2] > 2 ms", .pass, "mean_exec_time[2] 2.5 ms > 2 ms"),
    ("pass when pods.items[0].ready == 3", .pass, ""),
    ("pass when status == \"200\"", .pass, "status 200 == \"200\""),
    ("pass when version == \"15.20\"", .pass, ""),
    ("pass when phase == \"Running\"", .pass, "phase \"Running\" == \"Running\""),
    ("pass when phase != \"Running\"", .fail, ""),
    ("pass when healthy", .pass, "healthy is true"),
    ("pass when sql(\"SELECT bool\")", .pass, ""),
    ("pass when sql(\"SELECT bool\") == true", .pass, ""),
    ("pass when sql(\"SHOW ssl\") == \"on\"", .pass, "\"on\" == \"on\""),
    ("pass when passed(\"Tests\")", .pass, "\"Tests\" passed"),
    ("pass when not passed(\"Broken\")", .pass, "\"Broken\" failed"),
    ("pass when exit(\"make\") == 2", .pass, "exit status of \"make\" 2 == 2"),
    ("pass when output(\"git status\") contains \"nothing to commit\"", .pass, ""),
    (
      "pass when output(\"git status\") contains \"Nothing\"", .fail,
      "output of \"git status\" does not contain \"Nothing\""
    ),
    ("pass when output(\"git status\") matches \"^On branch (main|master)$\"", .pass, ""),
    ("pass when output(\"git status\") matches \"^branch\"", .fail, "does not match"),
    ("fail when output(\"cut\") contains \"ERROR\"", .unknown, "was not kept whole"),
    ("fail when output(\"cut\") contains \"begin\"", .fail, ""),
    (
      "pass when avg_duration_seconds within 5% of baseline(\"avg\")", .pass,
      "avg_duration_seconds 12.5 s within 5% of baseline 12 s"
    ),
    ("pass when avg_duration_seconds within 4% of baseline(\"avg\")", .fail, ""),
    ("pass when avg_duration_seconds within 500 ms of baseline(\"avg\")", .pass, ""),
    ("pass when avg_duration_seconds <= 105% of baseline(\"avg\")", .pass, ""),
    ("pass when active + idle == 61", .pass, "active 1 + idle 60 (= 61) == 61"),
    ("pass when -active < 0", .pass, ""),
    ("pass when idle / active == 60", .pass, ""),
    ("pass when avg_duration_seconds / baseline(\"avg\") < 1.05", .pass, ""),
    ("pass when 2 * avg_duration_seconds == 25 s", .pass, ""),
    ("pass when db_size < 1 GB", .unknown, "powers of 1000 or of 1024"),
    ("pass when db_size < 2 GB", .pass, ""),
    ("pass when db_size < 1000 MiB", .unknown, "powers"),
    ("fail when db_size > 5 GB", .pass, ""),
    ("pass when active / zero < 1", .unknown, "divides by zero"),
    ("pass when huge * huge > 1", .unknown, "not a finite number"),
    ("pass when huge within 1e300% of huge * 2", .unknown, "not a finite number"),
    ("pass when empty_average < 5", .unknown, "\"N/A\" is not a number"),
    ("pass when later < 5", .unknown, "its command has not run"),
    ("pass when passed(\"Skipped\")", .unknown, "was skipped"),
    ("pass when passed(\"Open\")", .unknown, "not known"),
    ("pass when sql(\"BROKEN\") < 5", .unknown, "no connection"),
    ("pass when phase", .unknown, "neither true nor false"),
    ("pass when later < 5 and active < 0", .fail, "active 1 is not < 0"),
    ("pass when later < 5 or active > 0", .pass, "active 1 > 0"),
    ("pass when later < 5 and active > 0", .unknown, "has not run"),
    ("pass when not later < 5", .unknown, "has not run"),
    ("fail when later < 5", .unknown, "has not run"),
    ("pass when active > 0 and idle > 0", .pass, "active 1 > 0, and idle 60 > 0"),
    ("record avg_duration_seconds", .pass, ""),
    ("record later", .unknown, "has not run"),
    ("record passed(\"Broken\")", .fail, ""),
    ("record db_size + 1 GiB", .unknown, "another number"),
    ("record blank_text", .unknown, "is empty"),
    ("ask DBA", .unknown, "DBA is to answer"),
    ("skip", .skipped, ""),
  ])
  func decides(text: String, verdict: Verdict, because: String) throws {
    let judgement = Evaluator.verdict(of: try DirectiveParser.parse(text), in: Self.world)
    #expect(judgement.verdict == verdict, "\(judgement)")
    #expect(judgement.fault == nil)
    #expect(because.isEmpty || judgement.because.contains(because), "\(judgement.because)")
  }

  @Test(arguments: [
    ("pass when avg_duration_seconds < 1 GB", 31, "a time with an amount of data"),
    ("pass when avg_duration_seconds < 5", 31, "a time with a plain number"),
    ("pass when active < 50%", 17, "a plain number with a percentage"),
    ("pass when active + 5% < 3", 17, "cannot join"),
    ("pass when active * cpu < 3", 17, "`*` with a percentage"),
    ("pass when active of 5 < 3", 17, "needs a percentage"),
    ("pass when avg_duration_seconds * avg_duration_seconds > 1 s", 31, "cannot join"),
    ("pass when acive < 5", 10, "no capture `acive`"),
    ("pass when total < 5", 10, "may be any of several"),
    ("pass when twice.x < 5", 10, "may be any of several"),
    ("pass when passed(\"Nope\")", 10, "no section, step or command `Nope`"),
    ("pass when active", 10, "needs something that holds"),
    ("pass when phase < \"Z\" and active", 16, "texts have no order"),
    ("pass when active > 0 or cpu < 5", 28, "cannot compare"),
    ("pass when active within cpu of 5 ms", 17, "cannot compare"),
    ("pass when healthy < 5", 18, "cannot compare"),
    ("pass when 1 < 2", 12, "observes nothing"),
    ("pass when true", 10, "observes nothing"),
    ("pass when active > 5 or true", 24, "observes nothing"),
    ("pass when active <= active", 17, "with itself"),
    ("record \"n/a\"", 7, "records nothing"),
    ("pass when active contains \"1\" and true", 34, "observes nothing"),
  ])
  func faultsDecideNothing(text: String, offset: Int, message: String) throws {
    let judgement = Evaluator.verdict(of: try DirectiveParser.parse(text), in: Self.world)
    #expect(judgement.verdict == .unknown)
    #expect(judgement.fault?.message.contains(message) == true, "\(judgement)")
    #expect(judgement.fault?.offset == offset, "\(judgement)")
  }

  @Test func recordsWhatTheToolPrinted() throws {
    let directive = try DirectiveParser.parse("record avg_duration_seconds")
    guard case .quantity(let amount)? = Evaluator.verdict(of: directive, in: Self.world).value
    else {
      Issue.record("no quantity")
      return
    }
    #expect(amount.printed == "12.5")
    #expect(amount.quantity == Quantity(12.5, .second))
  }

  @Test func suggestsNamesThatExist() throws {
    let directive = try DirectiveParser.parse("pass when acive < 5")
    let fault = Evaluator.verdict(of: directive, in: Self.world).fault
    #expect(fault?.cure == "did you mean `active`?")
  }

  private static func number(_ name: String, _ value: Double, _ unit: Unit = .none, _ text: String)
    -> Capture
  {
    Capture(name: name, value: .quantity(Quantity(value, unit)), text: text, recognizer: "test")
  }

  private static let gigabyte = Unit.named("MB") ?? .byte

  private static let captures: [String: Capture] = [
    "active": number("active", 1, "1"), "idle": number("idle", 60, "60"),
    "zero": number("zero", 0, "0"), "huge": number("huge", 1e200, "1e200"),
    "status": number("status", 200, "200"), "version": number("version", 15.2, "15.20"),
    "cpu": number("cpu", 20, .percent, "20%"), "nine": number("nine", 0.009, .second, "0.009 s"),
    "avg_duration_seconds": number("avg_duration_seconds", 12.5, .second, "12.5"),
    "db_size": number("db_size", 1010, gigabyte, "1010 MB"),
    "pods.items[0].ready": number("pods.items[0].ready", 3, "3"),
    "baseline/active": number("active", 7, "7"), "twice/x": number("x", 1, "1"),
    "twice.x": number("twice.x", 1, "1"),
    "mean_exec_time#2": number("mean_exec_time", 2.5, .millisecond, "2.5"),
    "phase": text("phase", "Running"), "empty_average": text("empty_average", "N/A"),
    "blank_text": text("blank_text", "  "),
    "healthy": Capture(name: "healthy", value: .truth(true), text: "t", recognizer: "test"),
  ]

  private static func text(_ name: String, _ text: String) -> Capture {
    Capture(name: name, value: .text(text), text: text, recognizer: "test")
  }

  private static let world = ExpressionScope(
    captures: { qualifier, name, row in
      let key = (qualifier + [name]).joined(separator: "/") + (row.map { "#\($0)" } ?? "")
      if let capture = captures[key] { return .one(capture) }
      if key == "later" { return .notYet("`later` is not known: its command has not run") }
      if key == "total" { return .ambiguous(["a.total", "b.total"]) }
      return .none(nearest: key == "acive" ? ["active"] : [])
    },
    passed: {
      let verdicts: [String: Verdict] = [
        "Tests": .pass, "Broken": .fail, "Skipped": .skipped, "Open": .unknown,
      ]
      return verdicts[$0].map { .one($0) } ?? .none(nearest: ["Tests"])
    },
    exit: { $0 == "make" ? .one(2) : .none(nearest: []) },
    output: {
      switch $0 {
      case "git status": .one(ObservedOutput("On branch main\nnothing to commit\n"))
      case "cut": .one(ObservedOutput("begin", isTruncated: true))
      default: .none(nearest: [])
      }
    },
    sql: {
      let answers = ["SHOW max_connections": "100", "SELECT bool": "t", "SHOW ssl": "on"]
      return answers[$0].map { .value($0) } ?? .failed("no connection")
    },
    baseline: { $0 == "avg" ? .one(Quantity(12, .second)) : .none(nearest: []) })
}

extension EvaluatorTests {
  fileprivate static func number(_ name: String, _ value: Double, _ text: String) -> Capture {
    number(name, value, .none, text)
  }
}
