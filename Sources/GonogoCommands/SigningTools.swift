internal import Glibc
internal import GonogoSandbox
internal import GonogoSigning

/// The programs and small files that signing needs.
enum SigningTools {
  /// A runner that finds programs of the system.
  static let runner = ProgramRunner(
    run: { (program, arguments, input, environment) throws(ProgramError) -> ProgramOutput in
      guard let path = Sandbox.find(program) else { throw .notFound(program: program) }
      do throws(SandboxError) {
        let outcome = try Program.run(
          path, arguments, input: input,
          environment: environment?.map { "\($0.key)=\($0.value)" }, timeout: 120)
        return ProgramOutput(
          status: outcome.status, stdout: outcome.stdout, stderr: outcome.stderr)
      } catch {
        throw .couldNotRun(program: program, reason: error.message)
      }
    },
    withTemporaryFile: { (bytes, body) throws(ProgramError) -> ProgramOutput in
      let path = try write(bytes)
      defer { _ = unsafe unlink(path) }
      return try body(path)
    })

  /// Writes a new file for the owner alone and returns its path.
  private static func write(_ bytes: [UInt8]) throws(ProgramError) -> String {
    let folder = HostEnvironment.value("TMPDIR") ?? "/tmp"
    var template = Array((folder + "/gonogo.XXXXXX").utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else {
      throw .couldNotRun(
        program: "ssh-keygen", reason: "no temporary file can be made in \(folder)")
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let written = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    }
    _ = close(descriptor)
    guard written == bytes.count else {
      _ = unsafe unlink(path)
      throw .couldNotRun(program: "ssh-keygen", reason: "a temporary file cannot be written")
    }
    return path
  }
}
