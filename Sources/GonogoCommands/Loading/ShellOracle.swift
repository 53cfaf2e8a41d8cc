internal import GonogoSandbox

/// Asks bash whether it can parse a piece of shell; nothing is run.
enum ShellOracle {
  /// True when `bash -n` accepts the piece by itself, or cannot be asked.
  static func parses(_ piece: String) -> Bool {
    guard let bash = Sandbox.find("bash") else { return true }
    do throws(SandboxError) {
      let outcome = try Program.run(
        bash, ["--noprofile", "--norc", "-O", "extglob", "-n"], input: Array(piece.utf8) + [0x0A],
        environment: ["PATH=/usr/bin:/bin", "LC_ALL=C"], timeout: 10)
      // bash only warns of a here-document that the end of the text cuts off.
      return outcome.status == 0 && outcome.stderr.isEmpty
    } catch {
      return false
    }
  }
}
