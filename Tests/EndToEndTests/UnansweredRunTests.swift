import Foundation
import Testing

extension EndToEnd {
  /// Everything is well, but nobody answers.
  @Suite struct UnansweredRunTests {
    @Test(arguments: Preflight.available)
    func ticksOnlyWhatWasObserved(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      let run = try scenario.run(
        scenario.copy(preflight, isBound: true), ["--approve", "all"])
      #expect(run.end.status == 1)
      #expect(run.report.decision == "NO-GO")
      #expect(run.report.claims.allSatisfy { $0.source.kind != "attested" })
      let observed = Set(
        run.report.claims.filter { $0.verdict == "pass" && preflight.boxes.contains($0.line) }
          .map(\.line))
      #expect(run.ticked == observed)
      #expect(run.ticked.isDisjoint(with: preflight.teamBoxes))
      #expect(run.ticked.isDisjoint(with: preflight.noGoBoxes))
      #expect(run.ticked.contains(preflight.lines.writesAreQuick))
      expectOpenPointsListed(run)
      // Without a binding nobody knows the size of the pool; with it the server is asked.
      #expect(run.verdict(preflight.lines.poolSize) == "pass")
      let limit = try scenario.world.psql("SHOW max_connections")
      #expect(run.reason(preflight.lines.poolSize).contains("50% of \(limit)"))
    }

    @Test(arguments: Preflight.available)
    func withoutBindingsEvenLess(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      let run = try scenario.run(scenario.copy(preflight, isBound: false), ["--approve", "all"])
      #expect(run.end.status == 1)
      #expect(run.ticked.isSubset(of: [preflight.lines.writesAreQuick]))
      #expect(run.verdict(preflight.lines.poolSize) == "unknown")
      expectOpenPointsListed(run)
      // The expectations that nobody decided do not keep a green tick.
      let marked = run.report.claims.filter { !preflight.boxes.contains($0.line) }
      for claim in marked where run.line(claim.line).hasPrefix("- ") {
        let mark = claim.verdict == "pass" ? "- ✅" : "- ⚠️"
        #expect(run.line(claim.line).hasPrefix(mark), "line \(claim.line)")
      }
      // The slowest query is asked for, with the values that come near.
      let line = preflight.lines.slowestQuery
      let blank = try #require(run.report.blanks.first { $0.line == line })
      #expect(blank.text == nil)
      #expect(blank.source.kind == "open")
      #expect(run.line(line).contains("_______ ms"))
      for column in preflight.slowestColumns {
        let value = try scenario.world.psql(preflight.slowest(column))
        #expect(blank.because.contains("\(column)[1] = \(value)"), "\(blank.because)")
      }
    }

    @Test(.needsSeed) func readsTheNumbersOfTheSeedThatItsWordsAskFor() throws {
      let seed = try #require(Preflight.seed)
      let scenario = try Scenario()
      let run = try scenario.run(scenario.copy(seed, isBound: false), ["--approve", "all"])
      let longest = try #require(run.report.blanks.first { $0.line == 71 })
      #expect(longest.because.contains("max_duration_seconds"))
      #expect(!longest.because.contains("max_exec_time"))
      #expect(longest.source.kind == "inferred")
      #expect(run.verdict(seed.lines.databaseSize) == "pass")
      #expect(run.reason(seed.lines.databaseSize).contains("< 1 GB"))
      #expect(run.reason(seed.lines.databaseSize).contains("5 GB"))
      #expect(run.reason(seed.lines.poolSize).contains("pool size"))
      #expect(run.verdict(seed.lines.inserted) == "pass")
      #expect(run.reason(seed.lines.inserted).contains("real"))
      #expect(run.reason(seed.lines.inserted).contains("500 ms"))
    }

    @Test(arguments: Preflight.available)
    func runsNothingThatChangesWithoutApproval(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      let run = try scenario.run(scenario.copy(preflight, isBound: true, isApproved: false))
      #expect(run.end.status == 1)
      for command in preflight.commands {
        let step = try #require(run.step(command.line))
        #expect((step.outcome == "ran") == (command.effect == "reads"), "line \(command.line)")
        if command.effect != "reads" { #expect(step.verdict != "pass") }
      }
      #expect(!run.ticked.contains(preflight.lines.writesAreQuick))
      let asked = try Child.bash("cat \"$1/state/calls\"", [scenario.folder]).output
      #expect(!asked.contains("secrets set"))
      #expect(!asked.contains("go test"))
      let branch = try Child.bash("git branch --show-current", in: scenario.repository)
      #expect(branch.output == "main\n")
    }

    @Test func approvesOneSectionByItsHeading() throws {
      let scenario = try Scenario()
      let run = try scenario.run(
        scenario.copy(.own, isBound: true), ["--approve", "4. Write Speed"])
      for command in Preflight.own.commands where command.effect != "reads" {
        #expect((run.step(command.line)?.outcome == "ran") == (108...125 ~= command.line))
      }
      let approved = run.journal.records("approval").filter { $0.approved == true }
      #expect(approved.map(\.line) == [108, 118, 125])
    }

    private func expectOpenPointsListed(
      _ run: FinishedRun, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let open = run.report.claims.filter { $0.verdict == "unknown" }
      #expect(!open.isEmpty, sourceLocation: sourceLocation)
      for claim in open {
        #expect(
          run.appended.contains("- line \(claim.line): “"), "line \(claim.line)",
          sourceLocation: sourceLocation)
        if claim.kind.hasSuffix("Criterion") {
          #expect(
            run.report.reasons.contains { $0.line == claim.line }, sourceLocation: sourceLocation)
          #expect(run.end.output.contains("line \(claim.line), "), sourceLocation: sourceLocation)
        }
      }
    }
  }
}

extension Preflight {
  /// The columns that the slowest query may be found in, by its words: they are shown with the
  /// question.
  var slowestColumns: [String] {
    testDescription == Preflight.own.testDescription
      ? ["mean_ms"] : ["mean_exec_time", "max_exec_time"]
  }

  /// The query for the first value of such a column.
  func slowest(_ column: String) -> String {
    let value = column == "mean_ms" ? "round(mean_exec_time::numeric, 3)" : column
    return "SELECT \(value) FROM pg_stat_statements ORDER BY mean_exec_time DESC LIMIT 1"
  }
}
