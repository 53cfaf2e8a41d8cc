internal import GonogoSandbox

/// Who runs the checklist.
struct OperatorIdentity {
  /// The name that answers and sign-off carry.
  let name: String
  /// The name that signs, as allowed_signers knows it; without blanks.
  let principal: String?

  /// From `--operator` and `--principal`, else the answers file, else git's user.
  ///
  /// - Throws: `CommandFailure` when nobody is named.
  init(given: String?, prepared: String?, principal: String?) throws(CommandFailure) {
    guard
      let name = given ?? prepared ?? Self.git("user.name") ?? Self.git("user.email"),
      name.contains(where: { !$0.isWhitespace })
    else {
      throw CommandFailure(
        .usage, "nobody is named as the operator",
        cure: "write --operator NAME, or set git's user.name")
    }
    self.name = name
    self.principal =
      principal ?? (name.contains(where: \.isWhitespace) ? Self.git("user.email") : name)
  }

  private static func git(_ key: String) -> String? {
    guard let git = Sandbox.find("git") else { return nil }
    do throws(SandboxError) {
      let outcome = try Program.run(git, ["config", "--get", key], timeout: 10)
      let text = String(decoding: outcome.stdout, as: UTF8.self)
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init)
      return outcome.status == 0 ? line : nil
    } catch {
      return nil
    }
  }
}
