import Foundation
import Testing

extension EndToEnd {
  /// What `plan` and `--dry-run` show, and that they touch nothing.
  @Suite struct PlanTests {
    @Test(.needsSeed) func theSeedIsAmongTheChecklists() {
      #expect(Preflight.available.count == 2)
    }

    @Test func plansSeveralChecklists() throws {
      let work = try Workplace()
      try work.write("# A\n\n```bash\ntrue\n```\n", "a.md")
      try work.write("# B\n\n```bash\nfalse\n```\n", "b.md")
      let lines = try work.gonogo(["plan", "--format", "json", "a.md", "nosuch.md", "b.md"])
      #expect(lines.status == 65)
      #expect(lines.errors.contains("cannot read nosuch.md"))
      let read = lines.output.split(separator: "\n")
      #expect(read.count == 2)
      for (line, file) in zip(read, ["a.md", "b.md"]) {
        #expect(line.contains("\"file\":\"\(file)\""))
        let alone = try work.gonogo(["plan", "--format", "json", file])
        #expect(alone.status == 0)
        #expect(alone.output == line + "\n")
      }
      let text = try work.gonogo(["plan", "a.md", "b.md"])
      #expect(text.status == 0)
      #expect(text.output.hasPrefix("a.md\n") && text.output.contains("\n\nb.md\n"))
      for option in [["--set", "x=1"], ["--bindings", "x.yaml"]] {
        #expect(try work.gonogo(["plan", "a.md", "b.md"] + option).status == 64)
      }
    }

    @Test(arguments: Preflight.available)
    func showsEveryCommandInOrder(_ preflight: Preflight) throws {
      let plan = try plan(preflight)
      let shown = plan.commands.map { command in
        Preflight.Command(command.line, command.effect, command.label, command.command)
      }
      #expect(shown.count == preflight.commands.count)
      for (command, expected) in zip(shown, preflight.commands) {
        #expect(command.line == expected.line)
        #expect(command.effect == expected.effect, "line \(expected.line)")
        #expect(command.label == expected.label)
        #expect(command.start.hasPrefix(expected.start), "line \(expected.line)")
        #expect(!command.start.hasPrefix("#"))
      }
      #expect(plan.diagnostics.isEmpty)
    }

    @Test(arguments: Preflight.available)
    func saysWhichProgramsAndVariablesAreThere(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      let plan = try plan(preflight, scenario, bound: scenario.options.bindings)
      for name in ["psql", "modal", "flyctl", "railway", "git", "go", "grep"] {
        #expect(plan.tools.first { $0.name == name }?.found == true, "\(name)")
      }
      #expect(Set(plan.variables.map(\.name)) == ["DATABASE_URL", "DATABASE_URL_STAGING"])
      #expect(plan.variables.allSatisfy { $0.set })

      try FileManager.default.removeItem(atPath: scenario.folder + "/bin/modal")
      scenario.environment["DATABASE_URL_STAGING"] = nil
      let poorer = try self.plan(preflight, scenario, bound: scenario.options.bindings)
      #expect(poorer.tools.first { $0.name == "modal" }?.found == false)
      #expect(poorer.variables.first { $0.name == "DATABASE_URL_STAGING" }?.set == false)
    }

    @Test(arguments: Preflight.available)
    func saysWhatFillsAndDecides(_ preflight: Preflight) throws {
      let plan = try plan(preflight, isBound: true)
      let origins = Dictionary(
        plan.blanks.map { ($0.line, $0.origin) }, uniquingKeysWith: { first, _ in first })
      for line in preflight.recorded.keys { #expect(origins[line] == "explicit") }
      for line in preflight.signOff { #expect(origins[line] == "sign-off") }
      #expect(Set(plan.claims.filter(\.box).map(\.line)) == Set(preflight.boxes))
      for line in preflight.goBoxes {
        #expect(plan.claims.first { $0.line == line }?.kind == "goCriterion")
      }
      for line in preflight.noGoBoxes {
        #expect(plan.claims.first { $0.line == line }?.kind == "noGoCriterion")
      }
    }

    @Test(.needsSeed) func findsTheBlanksOfTheSeedByThemselves() throws {
      let seed = try #require(Preflight.seed)
      let plan = try plan(seed, isBound: false)
      let rules = Dictionary(
        plan.blanks.map { ($0.line, "\($0.origin): \($0.rule)") }, uniquingKeysWith: { $1 })
      #expect(rules[70] == "inferred: probably avg_duration_seconds")
      #expect(rules[71] == "inferred: probably max_duration_seconds")
      #expect(rules[72]?.hasPrefix("asked") == true)
    }

    /// Both forms of looking without touching, with nobody at the database's address.
    @Test(arguments: Preflight.available, [["plan"], ["run", "--dry-run"]])
    func writesNothingAndOpensNoConnection(_ preflight: Preflight, _ words: [String]) throws {
      let scenario = try Scenario()
      let document = try scenario.copy(preflight, isBound: true)
      let listener = try Listener()
      scenario.environment["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:\(listener.port)/none"
      try #require(Child.bash("chmod -R a-w \"$1\"", [scenario.folder]).status == 0)
      defer { _ = try? Child.bash("chmod -R u+w \"$1\"", [scenario.folder]) }
      let before = try listing(scenario.folder)
      let end = try scenario.gonogo(words + [document] + scenario.options.bindings)
      #expect(end.status == 0)
      for command in preflight.commands { #expect(end.output.contains("\(command.line)")) }
      let after = try listing(scenario.folder)
      #expect(after == before)
      #expect(!listener.wasCalled)
    }

    private func plan(
      _ preflight: Preflight, _ scenario: Scenario? = nil, isBound: Bool = true,
      bound bindings: [String] = []
    ) throws -> PlanReport {
      let scenario = try scenario ?? Scenario()
      let path = scenario.documents + "/tracing-preflight.md"
      let isThere = FileManager.default.fileExists(atPath: path)
      let document = try isThere ? path : scenario.copy(preflight, isBound: isBound)
      let end = try scenario.gonogo(["plan", document, "--format", "json"] + bindings)
      #expect(end.status == 0)
      #expect(end.errors == "")
      return try PlanReport(end.output)
    }

    private func listing(_ folder: String) throws -> String {
      try Child.bash(
        "find \"$1\" -printf '%p %y %m %s %T@\\n' | sort; find \"$1\" -type f | sort | xargs sha256sum",
        [folder]
      ).output
    }
  }
}

extension [String] {
  /// The options of a run that `plan` takes too.
  var bindings: [String] {
    indices.filter { self[$0] == "--bind" }.flatMap { [self[$0], self[$0 + 1]] }
  }
}
