internal import Glibc

/// Runs a program of ours (`ssh-keygen`, `git config`, `bash -n`), outside any sandbox, to its end.
package enum Program {
  /// Runs the program at the absolute path `program` with `input` on its standard input. An
  /// `environment` of nil means ours. Both outputs are kept up to 16 MiB.
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

  private static func currentEnvironment() -> [String] {
    var variables: [String] = []
    var pointer = unsafe environ
    while let entry = unsafe pointer.pointee {
      variables.append(unsafe String(cString: entry))
      unsafe pointer += 1
    }
    return variables
  }
}
