import Foundation
import Testing

extension EndToEnd {
  /// Commands that do not end, and an end that nobody announced.
  @Suite struct CrashTests {
    @Test(arguments: Preflight.available)
    func stopsAHangingCommandAndGoesOn(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      scenario.fault("railway-hangs")
      let run = try scenario.run(
        scenario.copy(preflight, isBound: true),
        ["--approve", "all", "--answers", preflight.answers, "--timeout", "1500ms"])
      #expect(run.end.status == 1)
      #expect(run.report.decision == "NO-GO")
      let step = try #require(run.step(preflight.lines.routerLogs))
      #expect(step.verdict == "fail")
      #expect(step.outcome != "ran")
      #expect(run.report.reasons.contains { $0.line == preflight.lines.routerLogs })
      let last = try #require(preflight.commands.last)
      #expect(run.step(last.line)?.verdict == "pass", "the run goes on behind it")
      #expect(Child.running(with: scenario.folder + "/bin") == [])
    }

    /// A command that cannot be told to end, with a child in a session of its own and one that
    /// writes no more to the pipe.
    @Test func stopsAllThatAStubbornCommandStarted() throws {
      let scenario = try Scenario()
      let marker = "\(Int.random(in: 700_000_000...799_999_999))"
      let document = try scenario.write(
        """
        # Stubborn

        ## 1. Hangs

        ```bash
        # Hang for good
        trap '' TERM INT HUP; setsid sleep \(marker) & (sleep \(marker) >/dev/null 2>&1 &); sleep \(marker)
        ```

        ## 2. Goes on

        ```bash
        # Say so
        echo "still here"
        ```

        - [ ] The machine is quiet

        """, "stubborn.md")
      let run = try scenario.run(document, ["--approve", "all", "--timeout", "1s"], limit: 20)
      #expect(run.end.status == 1)
      #expect(run.report.steps.last?.verdict == "pass")
      #expect(run.ticked == [])
      #expect(Child.running(with: marker) == [])
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func anInterruptedRunLeavesItsJournalAndNothingElse(_ signal: Int32) throws {
      let scenario = try Scenario()
      let marker = "\(Int.random(in: 600_000_000...699_999_999))"
      let document = try scenario.write(
        "# Long\n\n```bash\necho first\nsleep \(marker)\n```\n\n- [ ] It is done\n", "long.md")
      let child = try scenario.start(document, ["--approve", "all"])
      let deadline = Date(timeIntervalSinceNow: 20)
      while !Child.running(with: "sleep \(marker)").contains(where: { $0.hasPrefix("sleep") }) {
        try #require(Date() < deadline && child.isRunning)
        usleep(5000)
      }
      kill(child.identifier, signal)
      let end = child.wait(limit: 10)
      #expect(end.status == 130, "\(end.text)")
      #expect(!end.wasStopped)
      #expect(end.errors.contains("interrupted"))
      #expect(Child.running(with: marker) == [])
      let folder = try #require(scenario.runFolders(of: document).first)
      let journal = try JournalReading(folder + "/journal.jsonl")
      #expect(journal.records("end").first?.outcome == "ran")
      #expect(!FileManager.default.fileExists(atPath: folder + "/long.signed.md"))
    }

    @Test(arguments: Preflight.available)
    func leavesNothingBehindWhenItIsKilled(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      try makeSlowTable(preflight, in: scenario.world, seconds: 0.1)
      defer {
        // The server itself notices the loss only when it has something to say.
        _ = try? scenario.world.psql(
          """
          SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
          WHERE pid <> pg_backend_pid() AND usename = current_user;
          DROP TABLE IF EXISTS \(preflight.table.name)
          """)
      }
      let document = try scenario.copy(preflight, isBound: true)
      let child = try scenario.start(
        document, ["--approve", "all", "--answers", preflight.answers])
      let insert = "\"line\":\(preflight.lines.insert),"
      var journal = ""
      let deadline = Date(timeIntervalSinceNow: 30)
      while !(journal.contains("\"ev\":\"start\"") && lastLine(of: journal).contains(insert)) {
        try #require(Date() < deadline && child.isRunning, "section 4 was not reached")
        usleep(5000)
        journal =
          scenario.runFolders(of: document).first.flatMap {
            try? String(contentsOfFile: $0 + "/journal.jsonl", encoding: .utf8)
          } ?? ""
      }
      let insertion = "INSERT INTO \(preflight.table.name)"
      while Child.running(with: insertion).isEmpty {
        try #require(Date() < deadline, "the insertion did not begin")
        usleep(5000)
      }
      kill(child.identifier, SIGKILL)
      let end = child.wait()
      #expect(end.status == -SIGKILL)
      usleep(1_000_000)
      #expect(Child.running(with: preflight.table.name) == [])
      #expect(Child.running(with: scenario.folder) == [])

      let folder = try #require(scenario.runFolders(of: document).first)
      let reading = try JournalReading(folder + "/journal.jsonl")
      let finished = preflight.commands.filter { $0.line < preflight.lines.insert }.map(\.line)
      #expect(reading.records("end").map(\.line) == finished)
      #expect(reading.records("end").allSatisfy { $0.outcome == "ran" && $0.exit == 0 })
      #expect(reading.records("start").last?.line == preflight.lines.insert)
      #expect(reading.records("decision").isEmpty)
      if let verifier = Product.shared("samples/journal/j.py") {
        let verified = try Child.bash(
          "exec python3 \"$1\" verify \"$2\"", [verifier, folder + "/journal.jsonl"])
        #expect(verified.status == 0, "\(verified.text)")
        #expect(verified.output.hasPrefix("(\(reading.records.count), '\(reading.head)'"))
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(!names.contains { $0.hasSuffix(".md") }, "no document that looks finished")
    }

    private func lastLine(of text: String) -> Substring {
      text.split(separator: "\n").last ?? ""
    }
  }
}
