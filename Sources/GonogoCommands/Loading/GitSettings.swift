internal import GonogoSandbox

/// What git is told about its user: by the user's own settings and those of the machine.
///
/// What a repository says does not count. Commands of a checklist can make one where there is none,
/// and whoever hands out a folder can put one into it.
enum GitSettings {
  /// The value of a setting such as `user.email`, or nil.
  static func value(_ key: String) -> String? { read(["--get", key]) }

  /// The value of a setting that is a path, `~` worked out, or nil.
  static func path(_ key: String) -> String? { read(["--type=path", "--get", key]) }

  private static func read(_ arguments: [String]) -> String? {
    guard let git = Sandbox.find("git") else { return nil }
    for place in ["--global", "--system"] {
      do throws(SandboxError) {
        // From `/`, so that no repository has a say in which files the settings include.
        let outcome = try Program.run(
          git, ["config", place, "--includes"] + arguments, directory: "/", timeout: 10)
        let text = String(decoding: outcome.stdout, as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init)
        if outcome.status == 0, let line { return line }
      } catch {
        return nil
      }
    }
    return nil
  }
}
