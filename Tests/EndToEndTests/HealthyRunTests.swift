import Foundation
import Testing

extension EndToEnd {
  /// Everything is well, and every question is answered.
  @Suite struct HealthyRunTests {
    @Test(arguments: Preflight.available)
    func goesWithBindingsAndAnswers(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      let run = try scenario.run(
        scenario.copy(preflight, isBound: true),
        ["--approve", "all", "--answers", preflight.answers])
      expectGo(run, preflight, notes: preflight.notes)

      let filled = try preflight.recorded.mapValues { try scenario.world.psql($0) }
      run.expectOnly(
        ticked: preflight.teamBoxes + Array(preflight.goBoxes),
        filled: filled.merging(signOff(run, preflight, notes: preflight.notes)) { $1 })
      #expect(run.report.claims.allSatisfy { $0.verdict != "unknown" })
      for line in preflight.recorded.keys {
        #expect(run.report.blanks.first { $0.line == line }?.source.kind == "explicit")
      }
      try expectNamesAndTimes(run, preflight)
    }

    @Test(arguments: Preflight.available)
    func goesWithoutBindingsWhenEverythingIsAnswered(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      let document = try scenario.copy(preflight, isBound: false)
      let plan = try PlanReport(scenario.gonogo(["plan", document, "--format", "json"]).output)
      let answers = try scenario.write(plan.everythingAnswered, "answers.yaml")
      let run = try scenario.run(document, ["--approve", "all", "--answers", answers])
      expectGo(run, preflight, notes: PlanReport.notes)

      // What one printed value clearly fits is filled; the slowest query has two candidates.
      let slowest = preflight.lines.slowestQuery
      let clear = preflight.recorded.filter { $0.key != slowest }
      run.expectOnly(
        ticked: preflight.teamBoxes + Array(preflight.goBoxes),
        filled: try clear.mapValues { try scenario.world.psql($0) }
          .merging(signOff(run, preflight, notes: PlanReport.notes)) { $1 })
      #expect(run.report.blanks.first { $0.line == slowest }?.text == nil)
      #expect(run.step(preflight.lines.insert)?.verdict == "pass")
    }

    /// The seed's own answers give the same without its bindings.
    @Test(.needsSeed) func goesWithTheAnswersOfTheSeedAlone() throws {
      let seed = try #require(Preflight.seed)
      let scenario = try Scenario()
      let run = try scenario.run(
        scenario.copy(seed, isBound: false), ["--approve", "all", "--answers", seed.answers])
      expectGo(run, seed, notes: seed.notes)
      #expect(run.verdict(seed.lines.databaseSize) == "pass")
      #expect(run.reason(seed.lines.inserted).contains("real"))
    }

    /// What people said stands in record and journal, with their names and the time.
    private func expectNamesAndTimes(_ run: FinishedRun, _ preflight: Preflight) throws {
      let journalled = run.journal.records("claim")
      for line in preflight.teamBoxes {
        let claim = try #require(run.report.claims.first { $0.line == line })
        #expect(claim.source.kind == "attested")
        #expect(claim.source.answer == "yes")
        #expect(claim.source.by?.isEmpty == false)
        let time = try #require(claim.source.at)
        #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
        let record = try #require(journalled.first { $0.line == line })
        #expect(record.by == claim.source.by)
        #expect(record.said == "yes")
        #expect(record.said_at == time)
        #expect(
          run.appended.contains("“\(claim.text)”: **yes**, \(claim.source.by ?? "?") at \(time)"))
      }
      #expect(run.appended.contains("Grace Example"), "somebody else's answer bears their name")
      #expect(run.journal.records("end").count == preflight.commands.count)
      #expect(run.journal.records("end").allSatisfy { $0.outcome == "ran" && $0.exit == 0 })
    }

    private func expectGo(
      _ run: FinishedRun, _ preflight: Preflight, notes: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(run.end.status == 0, "\(run.report.reasons)", sourceLocation: sourceLocation)
      #expect(run.report.decision == "GO", sourceLocation: sourceLocation)
      #expect(run.report.reasons.isEmpty, sourceLocation: sourceLocation)
      #expect(
        run.ticked == Set(preflight.teamBoxes + preflight.goBoxes), sourceLocation: sourceLocation)
      #expect(run.report.sandbox == "standard", sourceLocation: sourceLocation)
      #expect(run.report.notes == notes, sourceLocation: sourceLocation)
      #expect(
        run.report.steps.map(\.line) == preflight.commands.map(\.line),
        sourceLocation: sourceLocation)
      #expect(
        run.report.steps.allSatisfy { $0.verdict == "pass" }, sourceLocation: sourceLocation)
    }

    private func signOff(_ run: FinishedRun, _ preflight: Preflight, notes: String) -> [Int: String]
    {
      let texts = [String(run.report.run.date), "ada@example.org", "GO", notes]
      return Dictionary(uniqueKeysWithValues: zip(preflight.signOff, texts))
    }
  }
}

extension String {
  /// The day of a run identifier as the sign-off writes it.
  var date: String { "\(prefix(4))-\(dropFirst(4).prefix(2))-\(dropFirst(6).prefix(2))" }
}
