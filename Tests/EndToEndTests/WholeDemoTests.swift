import Foundation
import Testing

extension EndToEnd {
  /// The promises about secrets and crashes over all of the demo, not over a document made for them.
  @Suite(.serialized) struct WholeDemoTests {
    /// The ways in which the databases' password may be spelled.
    private func forms(_ scenario: Scenario) throws -> [String] {
      let address = try #require(URLComponents(string: scenario.world.databaseURL))
      let password = try #require(address.password)
      try #require(password.utf8.count >= 8)
      let bytes = Array(password.utf8)
      let base64 = (0..<3).map { offset in
        let all = Data(Array(repeating: 0, count: offset) + bytes).base64EncodedString()
        return String(all.dropFirst(4).dropLast(4))
      }
      let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      return [password, hex.joined(), hex.joined(separator: " ")] + base64
    }

    /// All that is kept below the folder of runs, names included.
    private func kept(_ scenario: Scenario) throws -> String {
      try Child.bash("cd \"$1\" && find . && find . -type f -exec cat {} +", [scenario.output])
        .output
    }

    /// With `set -x` in its first block every command of the demo prints the addresses it uses.
    @Test func noPasswordOfTheDemoIsEverShownOrKept() throws {
      let scenario = try Scenario()
      let document = try scenario.copy(.own, isBound: true)
      let text = try String(contentsOfFile: document, encoding: .utf8)
      let traced = text.replacingOccurrences(
        of: "# Ask the database for its version\n",
        with: "set -x\n# Print it in other ways\nprintf %s \"$DATABASE_URL\" | base64 -w0; "
          + "printf %s \"$DATABASE_URL\" | od -An -tx1; declare -p DATABASE_URL\n\n"
          + "# Ask the database for its version\n")
      try #require(traced != text)
      try Data(traced.utf8).write(to: URL(fileURLWithPath: document))
      let arguments = ["--approve", "all", "--answers", Preflight.own.answers, "--verbose"]
      try Child.bash(
        "ssh-keygen -q -t ed25519 -N '' -C ada@example.org -f \"$1/key\" </dev/null",
        [scenario.folder])
      let run = try scenario.run(document, arguments + ["--sign", scenario.folder + "/key"])
      #expect(run.report.steps.filter { $0.outcome == "ran" }.count >= Preflight.own.commands.count)
      let list = try scenario.gonogo(["runs", "--output", scenario.output])
      let plan = try scenario.gonogo(["plan", document])
      let files = try kept(scenario)
      #expect(files.contains("-----BEGIN SSH SIGNATURE-----"))
      // Most commands have printed it.
      #expect(files.components(separatedBy: "[redacted:DATABASE_URL]").count > 10)
      for form in try forms(scenario) {
        #expect(!run.end.text.contains(form), "on the screen: \(form)")
        #expect(!list.text.contains(form) && !plan.text.contains(form))
        #expect(!files.contains(form), "in the files of the run: \(form)")
      }
    }

    /// Killed while the command in `line` is under way, it is gone on with to the same GO.
    @Test(arguments: [17, 60, 118, 174, 196])
    func theDemoIsResumedAfterAKill(line: Int) throws {
      let scenario = try Scenario()
      let document = try scenario.copy(.own, isBound: true)
      let child = try scenario.start(
        document, ["--approve", "all", "--answers", Preflight.own.answers])
      var journal = ""
      let deadline = Date(timeIntervalSinceNow: 60)
      while !journal.split(separator: "\n").contains(where: {
        $0.contains("\"ev\":\"start\"") && $0.contains("\"line\":\(line),")
      }) {
        try #require(Date() < deadline && child.isRunning, "line \(line) was not reached")
        usleep(2000)
        journal =
          scenario.runFolders(of: document).first.flatMap {
            try? String(contentsOfFile: $0 + "/journal.jsonl", encoding: .utf8)
          } ?? ""
      }
      kill(child.identifier, SIGKILL)
      #expect(child.wait().status == -SIGKILL)
      let resume = ["resume", "--output", scenario.output, "--non-interactive"]
      var end = try scenario.gonogo(resume)
      // What changes something and was under way is run again only when somebody says so.
      if end.status == 69 { end = try scenario.gonogo(resume + ["--again"]) }
      #expect(end.status == 0, "\(end.text)")
      let folder = try #require(scenario.runFolders(of: document).first)
      let run = try FinishedRun(end: end, folder: folder, source: document)
      #expect(run.report.decision == "GO")
      #expect(run.ticked == Set(Preflight.own.teamBoxes + Array(Preflight.own.goBoxes)))
      #expect(run.report.steps.allSatisfy { $0.outcome == "ran" })
      // What changes something has one end; what only reads may be had again.
      let ends = Dictionary(grouping: run.journal.records("end").compactMap(\.line)) { $0 }
      for command in Preflight.own.commands where command.effect == "changes" {
        #expect(ends[command.line]?.count == 1, "line \(command.line)")
      }
      let files = try kept(scenario)
      for form in try forms(scenario) { #expect(!files.contains(form)) }
    }
  }
}
