/// `ssh-keygen -Y`, as this module calls it.
struct KeyTool: Sendable {
  static let program = "ssh-keygen"
  /// What checking may depend on: times in UTC on every version, messages in English.
  private static let checkingEnvironment = ["TZ": "UTC0", "LC_ALL": "C"]

  /// What a check came to.
  enum Answer: Sendable, Hashable {
    /// It holds, and this key made it (`SHA256:…`).
    case good(fingerprint: String)
    /// It does not; the reason in the program's words.
    case bad(reason: String)
  }

  /// How programs are run.
  let runner: ProgramRunner

  /// Signs `message` for `namespace` with the key at `keyPath`, which may be a public key whose other
  /// half is in the agent; returns what the program printed.
  func sign(_ message: [UInt8], namespace: String, keyPath: String) throws(SigningError) -> [UInt8]
  {
    let output = try run(["-q", "-Y", "sign", "-f", keyPath, "-n", namespace], message, nil)
    guard output.status == 0 else { throw .cannotSign(reason: Self.reason(output)) }
    return output.stdout
  }

  /// Whether `placed` fits the bytes of `document` that it signs, whoever made it.
  func checkSignature(_ placed: PlacedSignature, in document: SignedDocument) throws(SigningError)
    -> Answer
  {
    try check(["-Y", "check-novalidate", "-n", placed.block.namespace], placed, in: document)
  }

  /// Whether `placed` fits the bytes it signs and `allowedSigners` lets its key, for its principal,
  /// sign in its role at its time.
  func verify(
    _ placed: PlacedSignature, in document: SignedDocument, allowedSigners: String,
    revokedKeys: String?
  ) throws(SigningError) -> Answer {
    let digits = placed.block.timeText.filter(\.isNumber)
    var arguments = ["-Y", "verify", "-f", allowedSigners, "-I", placed.block.principal]
    arguments += ["-n", placed.block.namespace, "-O", "verify-time=\(digits)"]
    if let revokedKeys { arguments += ["-r", revokedKeys] }
    return try check(arguments, placed, in: document)
  }

  private func check(
    _ arguments: [String], _ placed: PlacedSignature, in document: SignedDocument
  ) throws(SigningError) -> Answer {
    let message = Array(document.bytes[..<placed.signedByteCount])
    let output: ProgramOutput
    do {
      output = try runner.withTemporaryFile(placed.block.armor) { (path) throws(ProgramError) in
        try runner.run(
          Self.program, arguments + ["-s", path], message, Self.checkingEnvironment)
      }
    } catch { throw .program(error) }
    guard output.status == 0 else { return .bad(reason: Self.reason(output)) }
    // The status alone is not taken for a yes.
    guard let fingerprint = Self.fingerprint(output.stdout, namespace: placed.block.namespace)
    else {
      return .bad(reason: "ssh-keygen gave an answer that is not understood")
    }
    return .good(fingerprint: fingerprint)
  }

  private func run(
    _ arguments: [String], _ input: [UInt8], _ environment: [String: String]?
  ) throws(SigningError) -> ProgramOutput {
    do { return try runner.run(Self.program, arguments, input, environment) } catch {
      throw .program(error)
    }
  }

  /// The key in `Good "NAMESPACE" signature … with TYPE key SHA256:…`.
  private static func fingerprint(_ output: [UInt8], namespace: String) -> String? {
    let text = String(decoding: output, as: UTF8.self)
    guard text.hasPrefix("Good \"\(namespace)\" signature ") else { return nil }
    let words = text.split { $0 == " " || $0.isNewline }
    guard let index = words.lastIndex(of: "key"), index + 1 < words.count,
      words[index + 1].hasPrefix("SHA256:"), words[index + 1].utf8.count == 50
    else { return nil }
    return String(words[index + 1])
  }

  /// What the program said, on one line and without anything a terminal would obey.
  private static func reason(_ output: ProgramOutput) -> String {
    for stream in [output.stderr, output.stdout] {
      let lines = String(decoding: stream.prefix(2000), as: UTF8.self)
        .split(whereSeparator: \.isNewline)
        .map { line in
          String(
            String.UnicodeScalarView(
              line.unicodeScalars.filter { $0 == " " || SignerName.isVisible($0) }))
        }
        .filter { !$0.isEmpty }
      if !lines.isEmpty { return lines.joined(separator: "; ") }
    }
    return "it ended with status \(output.status)"
  }
}
