import Foundation
import Testing

extension EndToEnd {
  /// What is signed verifies with and without gonogo, and nothing that was touched afterwards does.
  @Suite struct SignatureTests {
    @Test(arguments: Preflight.available)
    func verifiesAndNoticesEveryChange(_ preflight: Preflight) throws {
      let scenario = try Scenario()
      let (run, allowed) = try signedRun(of: preflight, scenario)
      #expect(run.end.status == 0)
      let signed = try Data(contentsOf: URL(fileURLWithPath: run.signedPath))
      #expect(Array(signed.prefix(run.completed.count)) == run.completed)

      let good = try scenario.gonogo(["verify", run.signedPath, "--allowed-signers", allowed])
      #expect(good.status == 0, "\(good.text)")
      let plain = try plainCheck(run)
      #expect(plain.status == 0, "\(plain.text)")
      #expect(plain.output.contains("Good \"gonogo-operator.v1\" signature for ada@example.org"))
      #expect(plain.output.contains("nothing appended"))
      if let strict = Product.shared("samples/sign/strict_verify.py") {
        let verified = try Child.bash(
          "exec python3 \"$1\" \"$2\" \"$3\"", [strict, run.signedPath, allowed])
        #expect(verified.status == 0, "\(verified.text)")
        #expect(verified.output.hasPrefix("GOOD operator ada@example.org "))
      }

      for place in try places(in: signed, preflight) {
        var bytes = signed
        bytes[place] ^= 1
        try bytes.write(to: URL(fileURLWithPath: run.signedPath))
        let bad = try scenario.gonogo(["verify", run.signedPath, "--allowed-signers", allowed])
        #expect(bad.status == 1, "byte \(place): \(bad.text)")
        #expect(!bad.output.contains("\nverified"), "byte \(place)")
        let plain = try plainCheck(run)
        #expect(
          plain.status != 0 || !plain.output.contains("Good \"gonogo"),
          "byte \(place): \(plain.text)")
      }

      try (signed + Data("- [x] and one more\n".utf8))
        .write(to: URL(fileURLWithPath: run.signedPath))
      let longer = try scenario.gonogo(["verify", run.signedPath, "--allowed-signers", allowed])
      #expect(longer.status == 1)
      try #expect(!plainCheck(run).output.contains("nothing appended"))
    }

    @Test func takesASecondSignature() throws {
      let scenario = try Scenario()
      let (run, allowed) = try signedRun(of: .own, scenario)
      try Child.bash(
        """
        ssh-keygen -q -t ed25519 -N '' -C grace@example.org -f "$1/second" </dev/null
        printf 'grace@example.org namespaces="gonogo-approver.v1" %s\\n' \
          "$(cut -d ' ' -f 1,2 "$1/second.pub")" >>"$2"
        """, [scenario.folder, allowed])
      let need = ["--allowed-signers", allowed, "--require", "operator,approver"]
      try #expect(scenario.gonogo(["verify", run.signedPath] + need).status == 1)
      for nothing in ["", ",", " "] {
        let end = try scenario.gonogo(
          ["verify", run.signedPath, "--allowed-signers", allowed, "--require", nothing])
        #expect(end.status == 64, "--require “\(nothing)”: \(end.text)")
      }
      let countersigned = try scenario.gonogo([
        "sign", run.signedPath, "--key", scenario.folder + "/second", "--role", "approver",
        "--principal", "grace@example.org", "--allowed-signers", allowed,
      ])
      #expect(countersigned.status == 0, "\(countersigned.text)")
      try #expect(scenario.gonogo(["verify", run.signedPath] + need).status == 0)
      if let strict = Product.shared("samples/sign/strict_verify.py") {
        let verified = try Child.bash(
          "exec python3 \"$1\" \"$2\" \"$3\"", [strict, run.signedPath, allowed])
        #expect(verified.status == 0, "\(verified.text)")
      }
    }

    private func signedRun(
      of preflight: Preflight, _ scenario: Scenario
    ) throws -> (FinishedRun, allowed: String) {
      let allowed = scenario.folder + "/allowed_signers"
      let made = try Child.bash(
        """
        set -e
        ssh-keygen -q -t ed25519 -N '' -C ada@example.org -f "$1/key" </dev/null
        printf 'ada@example.org namespaces="gonogo-operator.v1" %s\\n' \
          "$(cut -d ' ' -f 1,2 "$1/key.pub")" >"$2"
        """, [scenario.folder, allowed])
      try #require(made.status == 0, "\(made.text)")
      let run = try scenario.run(
        scenario.copy(preflight, isBound: true),
        [
          "--approve", "all", "--answers", preflight.answers, "--sign", scenario.folder + "/key",
        ])
      try FileManager.default.copyItem(atPath: allowed, toPath: run.folder + "/allowed_signers")
      return (run, allowed)
    }

    /// Runs the lines that the record itself prints, beside the document.
    private func plainCheck(_ run: FinishedRun) throws -> Child.End {
      let text = String(decoding: run.completed, as: UTF8.self)
      let heading = try #require(text.range(of: "### How to check the signature without gonogo"))
      let begin = try #require(text[heading.upperBound...].range(of: "```bash\n"))
      let end = try #require(text[begin.upperBound...].range(of: "\n```\n"))
      return try Child.bash(
        String(text[begin.upperBound..<end.lowerBound]), in: run.folder)
    }

    /// A byte of the title, a tick, a blank's digit, the decision, the record, the machine line, the
    /// signature.
    private func places(in signed: Data, _ preflight: Preflight) throws -> [Int] {
      let text = Array(signed)
      let marks = [
        "# ", "- [x]", " seconds\n", "Decision", "## Run record", "{\"approvals\"",
        "Signed by ada", "U1NIU0lH",
      ]
      return try marks.map { mark in
        let pattern = Array(mark.utf8)
        let place = text.indices.first { text[$0...].starts(with: pattern) }
        return try #require(place, "\(mark)") + (mark == "- [x]" ? 3 : 2)
      }
    }
  }
}
