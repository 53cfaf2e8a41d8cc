import Foundation
import Testing

extension EndToEnd {
  /// One thing is wrong, everything else is well and answered: it must never be a GO.
  @Suite struct FaultTests {
    @Test(arguments: Preflight.available)
    func stopsWhenTheDatabaseIsDown(_ preflight: Preflight) async throws {
      try await DemoWorld.running { world in
        let scenario = try Scenario(in: world)
        try world.stopServer()
        let run = try healthyButFor(preflight, scenario)
        let lines = preflight.lines
        #expect(run.end.output.contains("Connection refused"))
        #expect(run.report.reasons.contains { $0.text.contains("Connection refused") })
        #expect(run.report.sections.first { $0.heading.hasPrefix("1.") }?.verdict == "fail")
        // “If fails: don't proceed” of section 1 keeps every later command from running.
        for command in preflight.commands {
          let step = try #require(run.step(command.line))
          let isOfFirstSection = command.line <= lines.modalSecret
          #expect((step.outcome == "ran") == isOfFirstSection, "line \(command.line)")
        }
        #expect(run.ticked == [lines.databaseIssues])
        for line in preflight.recorded.keys {
          #expect(run.report.blanks.first { $0.line == line }?.text == nil)
        }

        // Without the bindings nothing else is ticked either.
        let unbound = try Scenario(in: world)
        let document = try unbound.copy(preflight, isBound: false)
        let inferred = try unbound.run(document, ["--approve", "all"])
        #expect(inferred.end.status == 1)
        #expect(inferred.ticked.isSubset(of: [lines.databaseIssues]))
        if preflight.testDescription != Preflight.own.testDescription {
          #expect(inferred.ticked == [lines.databaseIssues])
        }
      }
    }

    @Test(arguments: Preflight.available)
    func saysThatModalIsMissing(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      try FileManager.default.removeItem(atPath: scenario.folder + "/bin/modal")
      let run = try healthyButFor(preflight, scenario)
      let line = preflight.lines.modalSecret
      let reason = run.report.reasons.first { $0.line == line }
      #expect(reason?.text.contains("modal: command not found") == true, "\(run.report.reasons)")
      #expect(run.end.output.contains("line \(line), "))
      #expect(run.step(line)?.verdict == "fail")
      #expect(
        run.ticked.isDisjoint(with: preflight.teamBoxes), "section 1 failed and stops the run")
    }

    @Test(arguments: Preflight.available)
    func noticesSlowInserts(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      try makeSlowTable(preflight, in: scenario.world, seconds: 0.008)
      let run = try healthyButFor(preflight, scenario)
      let lines = preflight.lines
      #expect(run.step(lines.insert)?.verdict == "pass", "it is slow, not broken")
      #expect(run.verdict(lines.inserted) == "fail")
      #expect(run.reason(lines.inserted).contains("real"))
      #expect(run.report.sections.first { $0.heading.hasPrefix("4.") }?.verdict == "fail")
      #expect(!run.ticked.contains(lines.writesAreQuick))
      #expect(run.report.reasons.contains { $0.line == lines.writesAreQuick })
    }

    @Test(arguments: Preflight.available, [false, true])
    func noticesUncommittedChanges(_ preflight: Preflight, isTracked: Bool) throws {
      let scenario = try Scenario()
      let name = isTracked ? "README.md" : "forgotten.txt"
      try Data("unfinished\n".utf8).write(
        to: URL(fileURLWithPath: "\(scenario.repository)/\(name)"))
      let run = try healthyButFor(preflight, scenario)
      #expect(run.ticked.contains(preflight.lines.uncommitted))
      #expect(run.report.reasons.contains { $0.line == preflight.lines.uncommitted })
    }

    @Test(arguments: Preflight.available)
    func noticesAFailingGoTest(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      scenario.fault("go-test-fails")
      let run = try healthyButFor(preflight, scenario)
      let step = try #require(run.step(preflight.lines.goTest))
      #expect(step.verdict == "fail")
      if preflight.testDescription != Preflight.own.testDescription {
        #expect(step.pipeline == [1, 0], "the last status of the pipeline is 0")
      }
      #expect(run.report.sections.first { $0.heading.hasPrefix("10.") }?.verdict == "fail")
      #expect(run.report.reasons.contains { $0.line == preflight.lines.goTest })
    }

    @Test(arguments: Preflight.available)
    func noticesLogsWithoutTraces(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      scenario.fault("no-trace-lines")
      let run = try healthyButFor(preflight, scenario)
      let step = try #require(run.step(preflight.lines.traceLogs))
      #expect(step.verdict == "fail")
      #expect(step.pipeline?.dropFirst().first == 1, "grep found nothing")
      #expect(run.report.sections.first { $0.heading.hasPrefix("3.") }?.verdict == "fail")
      #expect(run.report.reasons.contains { $0.line == preflight.lines.traceLogs })
    }

    @Test(
      arguments: Preflight.available,
      ["railway-fails", "secrets-denied", "modal-no-database-url"])
    func noFailureOfAToolIsAGo(_ preflight: Preflight, _ fault: String) throws {
      let scenario = try Scenario()
      scenario.fault(fault)
      let run = try healthyButFor(preflight, scenario)
      #expect(run.report.steps.contains { $0.verdict == "fail" })
    }

    /// The answers say yes to all; without the bindings even the boxes of the decision are a
    /// person's word. What was seen to fail must weigh more.
    @Test(
      arguments: Preflight.available,
      ["go-test-fails", "no-trace-lines"])
    func noWordOutweighsAFailure(_ preflight: Preflight, _ fault: String) throws {
      let scenario = try Scenario()
      scenario.fault(fault)
      let document = try scenario.copy(preflight, isBound: false)
      let plan = try PlanReport(scenario.gonogo(["plan", document, "--format", "json"]).output)
      let answers = try scenario.write(plan.everythingAnswered, "answers.yaml")
      let run = try scenario.run(document, ["--approve", "all", "--answers", answers])
      #expect(run.end.status == 1)
      #expect(run.report.decision == "NO-GO")
    }

    /// A run of `preflight` with its bindings and answers that must end in a NO-GO.
    private func healthyButFor(
      _ preflight: Preflight, _ scenario: Scenario,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> FinishedRun {
      let run = try scenario.run(
        scenario.copy(preflight, isBound: true),
        ["--approve", "all", "--answers", preflight.answers])
      #expect(run.end.status == 1, sourceLocation: sourceLocation)
      #expect(run.report.decision == "NO-GO", sourceLocation: sourceLocation)
      #expect(!run.report.reasons.isEmpty, sourceLocation: sourceLocation)
      for reason in run.report.reasons {
        #expect(
          run.end.output.contains("line \(reason.line), "), sourceLocation: sourceLocation)
      }
      #expect(
        run.line(preflight.signOff.lowerBound + 2).contains("NO-GO"), sourceLocation: sourceLocation
      )
      return run
    }
  }

  /// Makes the table of section 4 beforehand, with a trigger that sleeps at each row: the
  /// checklist creates it only when it is not there, and removes it at the end.
  static func makeSlowTable(
    _ preflight: Preflight, in world: DemoWorld, seconds: Double
  ) throws {
    try world.psql(
      """
      DROP TABLE IF EXISTS \(preflight.table.name);
      CREATE TABLE \(preflight.table.name) \(preflight.table.columns);
      CREATE OR REPLACE FUNCTION slow_row() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(\(seconds)); RETURN NEW; END $$;
      CREATE TRIGGER slow_row BEFORE INSERT ON \(preflight.table.name)
        FOR EACH ROW EXECUTE FUNCTION slow_row();
      """)
  }
}
