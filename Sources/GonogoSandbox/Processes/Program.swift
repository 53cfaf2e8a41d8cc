internal import Glibc

/// Runs a program of ours (`ssh-keygen`, `git config`, `bash -n`), outside any sandbox, to its end.
package enum Program {
  /// Runs the program at the absolute path `program` with `input` on its standard input. An
  /// `environment` of nil means what such programs need of ours. Both outputs are kept up to 16 MiB.
  ///
  /// - Throws: `SandboxError` when it cannot be started or has not ended after `timeout` seconds.
  package static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [],
    environment: [String]? = nil, directory: String? = nil, timeout: Double = 60
  ) throws(SandboxError) -> ProgramOutcome {
    let inputFile = try ChildProcess.memoryFile(input)
    let out = try ChildProcess.memoryFile()
    let err = try ChildProcess.memoryFile()
    let child = try ChildProcess.start(
      program, arguments, environment: environment ?? currentEnvironment(), directory: directory,
      descriptors: [(inputFile.number, 0), (out.number, 1), (err.number, 2)],
      confinement: Confinement(limits: [
        Confinement.Limit(resource: .fileSize, most: 16 << 20)
      ]), keepsTerminal: true)
    var ending = [pollfd(fd: child.ending.number, events: Int16(POLLIN), revents: 0)]
    let deadline = Clock.now() + UInt64(timeout * 1_000_000_000)
    while unsafe poll(&ending, 1, 1000) <= 0 {
      guard Clock.now() < deadline else {
        child.kill()
        _ = child.wait()
        throw SandboxError(
          "\(program) did not end within \(Int(timeout)) s", cure: "try it by hand")
      }
    }
    let status = child.wait()
    return ProgramOutcome(status: status, stdout: out.contents(), stderr: err.contents())
  }

  /// What these programs are told of our environment: never a variable that may hold a secret, which
  /// others could read as long as they run.
  private static let told: Set<Substring> = [
    "PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TERM", "TMPDIR", "TZ", "DISPLAY",
    "WAYLAND_DISPLAY", "SSH_AUTH_SOCK", "SSH_AGENT_PID", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE",
    "SSH_SK_PROVIDER", "DBUS_SESSION_BUS_ADDRESS", "XAUTHORITY", "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
  ]

  private static func currentEnvironment() -> [String] {
    var variables: [String] = []
    var index = 0
    while let entry = unsafe environ[index] {
      index += 1
      let text = unsafe String(cString: entry)
      let name = text.prefix { $0 != "=" }
      if told.contains(name) || name.hasPrefix("LC_") || name.hasPrefix("XDG_") {
        variables.append(text)
      }
    }
    return variables
  }
}
