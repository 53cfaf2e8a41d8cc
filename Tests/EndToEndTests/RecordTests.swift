import Foundation
import Testing

extension EndToEnd {
  /// A signed document says one thing throughout, and what is kept of its run says the same.
  @Suite struct RecordTests {
    private let scenario: Scenario
    private let run: FinishedRun
    private let allowed: String

    init() throws {
      scenario = try Scenario()
      allowed = scenario.folder + "/allowed_signers"
      let document = try scenario.write(
        "# Checks\n\n- [ ] someone looked\n\n```bash\necho 'size: 12'\n```\n\n"
          + "## Sign-off\n\nDate: ____\nDecision: ____\n", "d.md")
      try Self.makeKey("key", "ada@example.org", "operator", scenario.folder)
      run = try scenario.run(document, ["--sign", scenario.folder + "/key"])
      try #require(run.end.status == 1, "\(run.end.text)")
    }

    private static func makeKey(
      _ name: String, _ principal: String, _ role: String, _ folder: String
    ) throws {
      let made = try Child.bash(
        """
        set -e; cd "$1"
        ssh-keygen -q -t ed25519 -N '' -C '' -f "$2" </dev/null
        echo "$3 namespaces=\\"gonogo-$4.v1\\" $(cut -d ' ' -f 1,2 "$2.pub")" >>allowed_signers
        """, [folder, name, principal, role])
      try #require(made.status == 0, "\(made.text)")
    }

    private func verify(_ arguments: [String] = []) throws -> Child.End {
      try scenario.gonogo(["verify", run.signedPath, "--allowed-signers", allowed] + arguments)
    }

    /// Signs again what `script` makes of the completed document, by ssh-keygen alone.
    private func forge(_ script: String) throws {
      let end = try Child.bash(
        """
        set -e; cd "$1"; d=d.signed.md
        cp d.completed.md "$d"; \(script)
        printf '\\n### Signature 1: operator\\n\\nSigned by ada@example.org as operator at %s; \
        covers every byte above the BEGIN line.\\n\\n```text\\n' "$(date -u +%FT%TZ)" >>"$d"
        ssh-keygen -q -Y sign -f "$2/key" -n gonogo-operator.v1 <"$d" >sig
        cat sig >>"$d"; printf '```\\n' >>"$d"; rm sig
        """, [run.folder, scenario.folder])
      try #require(end.status == 0, "\(end.text)")
    }

    @Test func comparesJournalAndEvidence() throws {
      let good = try verify()
      #expect(good.status == 0, "\(good.text)")
      #expect(good.output.contains("journal: "))
      #expect(good.output.contains("evidence: 1 output, digests as recorded"))
      #expect(!good.output.contains("not checked"))
      #expect(good.output.contains("allowed signers: \(allowed)"))
    }

    @Test func saysWhatIsNotThere() throws {
      let alone = scenario.folder + "/alone.signed.md"
      try FileManager.default.copyItem(atPath: run.signedPath, toPath: alone)
      let end = try scenario.gonogo(["verify", alone, "--allowed-signers", allowed])
      #expect(end.status == 0, "\(end.text)")
      for name in ["journal", "evidence", "run.json"] {
        #expect(end.output.contains("\(name) not checked: "))
      }
    }

    @Test(arguments: [
      ("for f in evidence/*; do echo more >>$f; done", "was changed after the run"),
      ("rm evidence/*", "evidence/"), ("sed -i '2s/line/lime/' journal.jsonl", "damaged"),
      ("head -n 2 journal.jsonl >j; mv j journal.jsonl", "were there when it was signed"),
      ("sed -i 's/NO-GO/GO/' run.json", "not what the record says"),
    ])
    func findsWhatWasChangedBesideIt(script: String, fault: String) throws {
      let end = try Child.bash("cd \"$1\"; chmod u+w evidence/* *; \(script)", [run.folder])
      #expect(end.status == 0, "\(end.text)")
      let answer = try verify()
      #expect(answer.status == 1)
      #expect(answer.output.contains(fault), "\(answer.text)")
      #expect(answer.output.contains("NOT verified"))
    }

    /// The holder of the key signs a document that says two things.
    @Test(arguments: [
      "sed -i 's/^Decision: NO-GO/Decision: GO/' $d", "sed -i 's/- \\[ \\] some/- [x] some/' $d",
      "sed -i 's/^\\*\\*Decision: NO-GO/**Decision: GO/' $d", "sed -i 's/size: 12/size: 13/' $d",
      "sed -i 's/\"decision\":\"NO-GO\"/\"decision\":\"GO\"/' $d", "echo >>$d",
      "sed -i '/gonogo-record/,$d' $d",
    ])
    func refusesADocumentThatSaysTwoThings(script: String) throws {
      try forge("true")
      try #require(try verify().status == 0)
      try forge(script)
      let end = try verify()
      #expect(end.status == 1, "\(end.text)")
      try #expect(verify(["--signatures-only"]).status == 0)
      let again = try scenario.gonogo([
        "sign", run.signedPath, "--key", scenario.folder + "/key", "--role", "approver",
        "--principal", "eve@example.org", "--allowed-signers", allowed,
      ])
      #expect(again.status == 1, "\(again.text)")
    }

    @Test func countersignsOnlyWhatVerifies() throws {
      try Self.makeKey("second", "grace@example.org", "approver", scenario.folder)
      func sign(_ key: String, _ name: String, _ more: [String]) throws -> Child.End {
        try scenario.gonogo(
          ["sign", run.signedPath, "--role", "approver", "--key", "\(scenario.folder)/\(key)"]
            + ["--principal", name] + more)
      }
      let before = try Data(contentsOf: URL(fileURLWithPath: run.signedPath))
      let stranger = scenario.folder + "/stranger"
      try Data("eve@example.org \(Self.otherKey)\n".utf8).write(to: URL(fileURLWithPath: stranger))
      for (end, status, text) in [
        (try sign("second", "grace@example.org", []), Int32(64), "cannot be checked"),
        (try sign("second", "grace@example.org", ["--allowed-signers", stranger]), 1, "may not"),
        (
          try sign("key", "grace@example.org", ["--allowed-signers", allowed]), 1, "already signed"
        ),
        (try sign("second", "ada@example.org", ["--allowed-signers", allowed]), 1, "already"),
        (
          try sign(
            "second", "g",
            ["--allowed-signers", allowed, "--revoked", "\(scenario.folder)/key.pub"]),
          1, "may not"
        ),
      ] {
        #expect(end.status == status, "\(end.text)")
        #expect(end.text.contains(text), "\(end.text)")
      }
      try #expect(Data(contentsOf: URL(fileURLWithPath: run.signedPath)) == before)
      try #expect(sign("second", "grace@example.org", ["--unverified"]).status == 0)
      let after = try Data(contentsOf: URL(fileURLWithPath: run.signedPath))
      #expect(after.starts(with: before))
      try #expect(verify(["--require", "operator,approver"]).status == 0)
      try #expect(verify(["--require", "operator,approver,witness"]).status == 1)
    }

    private static let otherKey =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINHP+AvryoEPvIjmqq/7VstX6McCINCna3teqhLqgPr6"

    @Test func takesTheFilesThatGitNames() throws {
      let settings = scenario.folder + "/gitconfig"
      try Data("[gpg \"ssh\"]\n\tallowedSignersFile = \(allowed)\n".utf8)
        .write(to: URL(fileURLWithPath: settings))
      scenario.environment["GIT_CONFIG_GLOBAL"] = settings
      let good = try scenario.gonogo(["verify", run.signedPath])
      #expect(good.status == 0, "\(good.text)")
      #expect(good.output.contains("\(allowed), from git's gpg.ssh.allowedSignersFile"))
      try Data(
        """
        [gpg "ssh"]
        allowedSignersFile = \(allowed)
        revocationFile = \(scenario.folder)/key.pub

        """.utf8
      ).write(to: URL(fileURLWithPath: settings))
      try #expect(scenario.gonogo(["verify", run.signedPath]).status == 1)
      try FileManager.default.removeItem(atPath: allowed)
      try #expect(scenario.gonogo(["verify", run.signedPath]).status == 74)
    }
  }
}
