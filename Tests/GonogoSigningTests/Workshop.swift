import Foundation
import GonogoSigning

/// A folder with keys made for one test, and real programs to use them; removed when it goes away.
final class Workshop: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/gonogo-signing-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    for (name, type) in [("alice", "ed25519"), ("bob", "ecdsa"), ("carol", "ed25519")] {
      try shell("ssh-keygen -q -t \(type) -N '' -C '' -f \(name)")
    }
    try allow("alice", as: "operator", "bob", as: "approver")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// Writes allowed_signers: who may sign as what.
  private func allow(_ first: String, as one: String, _ second: String, as other: String) throws {
    try shell(
      """
      for pair in \(first):\(one) \(second):\(other); do
        echo "${pair%:*}@example.org namespaces=\\"gonogo-${pair#*:}.v1\\" $(cat ${pair%:*}.pub)"
      done > allowed_signers
      """)
  }

  /// Runs a script of bash in the folder.
  @discardableResult
  func shell(_ script: String) throws -> (status: Int32, text: String) {
    let output = try Self.run("/bin/bash", ["-c", "cd \"$1\"; \(script)", "bash", path], [], nil)
    return (output.status, String(decoding: output.stdout + output.stderr, as: UTF8.self))
  }

  func sign(
    _ document: [UInt8], _ name: String = "alice", as role: String = "operator",
    at time: Int = 1_795_450_385
  ) throws(SigningError) -> [UInt8] {
    try Signer(runner: Self.runner).sign(
      document, role: role, principal: "\(name)@example.org", keyPath: path(name), time: time)
  }

  func verify(_ bytes: [UInt8], roles: [String] = [], revoked: String? = nil, now: Int? = nil)
    throws(SigningError) -> VerificationReport
  {
    try Verifier(runner: Self.runner).verify(
      bytes, allowedSigners: path("allowed_signers"), requiredRoles: roles,
      revokedKeys: revoked.map { path($0) }, now: now)
  }

  /// Runs programs with files as their streams, so that no amount of text can block.
  static let runner = ProgramRunner(
    run: { (program, arguments, input, environment) throws(ProgramError) in
      do {
        return try run("/usr/bin/env", [program] + arguments, input, environment)
      } catch { throw .couldNotRun(program: program, reason: "\(error)") }
    },
    withTemporaryFile: { (bytes, body) throws(ProgramError) in
      let file = FileManager.default.temporaryDirectory.path + "/gonogo-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: file) }
      do { try Data(bytes).write(to: URL(fileURLWithPath: file)) } catch {
        throw .couldNotRun(program: "write", reason: "\(error)")
      }
      return try body(file)
    })

  private static func run(
    _ program: String, _ arguments: [String], _ input: [UInt8], _ environment: [String: String]?
  ) throws -> ProgramOutput {
    let base = FileManager.default.temporaryDirectory.path + "/gonogo-\(UUID().uuidString)"
    let names = ["in", "out", "err"].map { "\(base).\($0)" }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    for (name, content) in zip(names, [input, [], []]) {
      try Data(content).write(to: URL(fileURLWithPath: name))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let environment {
      let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      process.environment = environment.merging(["PATH": search]) { own, _ in own }
    }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: names[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: names[1]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: names[2]))
    try process.run()
    process.waitUntilExit()
    return ProgramOutput(
      status: process.terminationStatus,
      stdout: [UInt8](try Data(contentsOf: URL(fileURLWithPath: names[1]))),
      stderr: [UInt8](try Data(contentsOf: URL(fileURLWithPath: names[2]))))
  }
}

/// The samples beside the repository, when they are there.
enum Samples {
  static let folder: String = {
    let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().pathComponents
    return NSString.path(withComponents: file.dropLast(4) + ["shared", "samples", "sign"])
  }()

  static func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
  }
}

extension [UInt8] {
  /// These bytes with every `old` replaced by `new`.
  func replacing(_ old: String, _ new: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = self[...]
    while !rest.isEmpty {
      if rest.starts(with: old.utf8) {
        result += Array(new.utf8)
        rest = rest.dropFirst(old.utf8.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}

extension SigningError {
  /// The rule of the format, when one was broken.
  var fault: DocumentFault? { if case .refused(let fault, _) = self { fault } else { nil } }
}
