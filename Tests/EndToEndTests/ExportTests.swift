import Foundation
import Testing

extension EndToEnd {
  /// An export verifies with libraries that share nothing with gonogo.
  @Suite struct ExportTests {
    /// The Python of the environment with these libraries, which `make test` makes.
    private static let python: String? = {
      let path =
        ProcessInfo.processInfo.environment["GONOGO_IN_TOTO"] ?? ".build/in-toto/bin/python"
      let full = path.hasPrefix("/") ? path : Product.file(path)
      return FileManager.default.isExecutableFile(atPath: full) ? full : nil
    }()

    private func signed(_ scenario: Scenario) throws -> FinishedRun {
      let made = try Child.bash(
        """
        set -e; cd "$1"
        for name in key second; do ssh-keygen -q -t ed25519 -N '' -C '' -f $name </dev/null; done
        ssh-keygen -q -t ecdsa -N '' -C '' -f third </dev/null
        """, [scenario.folder])
      try #require(made.status == 0, "\(made.text)")
      let document = try scenario.write(
        "# Checks\n\n```bash\necho 'size: 12'\n```\n\n- [ ] someone looked\n", "d.md")
      return try scenario.run(document, ["--sign", scenario.folder + "/key"])
    }

    private func export(_ scenario: Scenario, _ run: FinishedRun, _ key: String) throws -> Child.End
    {
      try scenario.gonogo(["export", "--in-toto", run.signedPath, "--key", key])
    }

    @Test(
      .enabled(
        if: python != nil, "Scripts/in-toto/requirements.txt is not installed; make test does"))
    func verifiesIndependently() throws {
      let scenario = try Scenario()
      let run = try signed(scenario)
      let (key, second) = (scenario.folder + "/key", scenario.folder + "/second")
      let countersigned = try scenario.gonogo([
        "sign", run.signedPath, "--key", second, "--role", "approver", "--principal", "grace",
        "--unverified",
      ])
      try #require(countersigned.status == 0, "\(countersigned.text)")
      for file in [key, second] {
        let end = try export(scenario, run, file)
        #expect(end.status == 0, "\(end.text)")
      }
      let envelope = run.folder + "/d.intoto.json"
      let python = try #require(Self.python)
      let answer = try Child.bash(
        "exec \"$1\" \"$2\" \"$3\" \"$4.pub\" \"$5.pub\"",
        [python, Product.file("Scripts/in-toto/verify"), envelope, key, second])
      #expect(answer.status == 0, "\(answer.text)")
      #expect(answer.output.contains("verified by 2 keys"))
      let digest = try Child.bash("sha256sum \"$1\" | cut -d ' ' -f 1", [run.signedPath]).output
      #expect(answer.output.contains(digest.trimmingCharacters(in: .newlines)))
      #expect(answer.output.contains("\"result\":\"FAILED\""))
      #expect(answer.output.contains("\"passedTests\":[\"command 1.1\"]"))

      let before = try Data(contentsOf: URL(fileURLWithPath: envelope))

      // Signed by the agent, with nothing but the public key's file, the bytes are the same.
      let agent = try Child.bash(
        """
        cd "$1"
        ssh-agent -D -a "$1/agent" >/dev/null & agent=$!
        until [ -S agent ]; do sleep 0.02; done
        export SSH_AUTH_SOCK="$1/agent"
        ssh-add -q key; mv key hidden
        "$2" export --in-toto "$3" --key key.pub; status=$?
        mv hidden key; kill -KILL "$agent"; wait "$agent"; exit $status
        """, [scenario.folder, Product.path, run.signedPath], environment: scenario.environment)
      #expect(agent.status == 0, "\(agent.text)")
      let after = try Data(contentsOf: URL(fileURLWithPath: envelope))
      #expect(before.count == after.count)
      let again = try Child.bash(
        "exec \"$1\" \"$2\" \"$3\" \"$4.pub\"",
        [python, Product.file("Scripts/in-toto/verify"), envelope, key])
      #expect(again.status == 0, "\(again.text)")
    }

    @Test func exportsOnlyWhatTheKeySigned() throws {
      let scenario = try Scenario()
      let run = try signed(scenario)
      try #expect(export(scenario, run, scenario.folder + "/second").status == 64)
      try #expect(export(scenario, run, scenario.folder + "/third").status == 69)
      try #expect(export(scenario, run, scenario.folder + "/missing").status == 74)
      let text = try String(contentsOfFile: run.signedPath, encoding: .utf8)
      try Data(text.replacingOccurrences(of: "size: 12", with: "size: 13").utf8)
        .write(to: URL(fileURLWithPath: run.signedPath))
      try #expect(export(scenario, run, scenario.folder + "/key").status == 1)
      #expect(!FileManager.default.fileExists(atPath: run.folder + "/d.intoto.json"))
    }
  }
}
