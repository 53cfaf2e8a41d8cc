internal import GonogoSandbox

/// What git is told about its user.
enum GitSettings {
  /// The value of a setting such as `user.email`, or nil.
  static func value(_ key: String) -> String? { read(["--get", key]) }

  /// The value of a setting that is a path, `~` worked out, or nil.
  static func path(_ key: String) -> String? { read(["--type=path", "--get", key]) }

  private static func read(_ arguments: [String]) -> String? {
    guard let git = Sandbox.find("git") else { return nil }
    do throws(SandboxError) {
      let outcome = try Program.run(git, ["config"] + arguments, timeout: 10)
      let text = String(decoding: outcome.stdout, as: UTF8.self)
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init)
      return outcome.status == 0 ? line : nil
    } catch {
      return nil
    }
  }
}
