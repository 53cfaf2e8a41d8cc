/// `openssl ts`, as this module calls it. Nothing here reaches an authority: a request is made to be
/// sent by whoever wants to, and the reply is checked with what is on this machine.
package struct TimeStampTool: Sendable {
  private static let program = "openssl"
  /// What checking may depend on: times in UTC, messages in English.
  private static let environment = ["TZ": "UTC0", "LC_ALL": "C"]

  private let runner: ProgramRunner

  /// A tool that reaches `openssl` through `runner`.
  package init(runner: ProgramRunner) { self.runner = runner }

  /// A request for a time stamp of bytes with this SHA-256, in hexadecimal: with a nonce, and asking
  /// for the authority's certificate. DER.
  package func request(digest: String) throws(TimeStampError) -> [UInt8] {
    let output = try run(["-query", "-digest", digest, "-sha256", "-cert"])
    guard output.status == 0, !output.stdout.isEmpty else {
      throw .noRequest(reason: Self.reason(output))
    }
    return output.stdout
  }

  /// The time stamp in the reply of an authority.
  ///
  /// What is checked is the signed part alone, and the time is read out of that: around it a reply
  /// has words that nobody signed. The digest is one of ours, whatever the reply says it was made
  /// with. A document that was countersigned since is known by what it was before.
  ///
  /// - Parameters:
  ///   - reply: the reply, DER.
  ///   - document: the document.
  ///   - authority: the path of the certificates that count as authorities, PEM.
  ///   - digest: gives the SHA-256 of bytes in hexadecimal.
  /// - Returns: the time, and what it covers.
  /// - Throws: `TimeStampError` when it does not count, or when openssl cannot be run.
  package func check(
    _ reply: [UInt8], of document: SignedDocument, authority: String,
    digest: ([UInt8]) -> String
  ) throws(TimeStampError) -> TimeStamp {
    let token = try token(in: reply)
    for signatures in stride(from: document.signatures.count, to: 0, by: -1) {
      let end = document.signatures[signatures - 1].range.upperBound
      let output = try run(
        [
          "-verify", "-token_in", "-digest", digest(Array(document.bytes[..<end])), "-CAfile",
          authority,
        ],
        on: token)
      if output.status == 0 {
        // The status alone is not taken for a yes.
        guard Self.text(output.stdout).contains("Verification: OK") else { throw .notUnderstood }
        return TimeStamp(time: try time(of: token), signatures: signatures)
      }
      let said = Self.text(output.stderr)
      guard said.contains("message imprint mismatch") else {
        throw .notVouchedFor(reason: Self.certificateFault(said) ?? Self.reason(output))
      }
    }
    throw .otherBytes
  }

  /// The signed part of a reply.
  private func token(in reply: [UInt8]) throws(TimeStampError) -> [UInt8] {
    let output = try run(["-reply", "-token_out"], on: reply)
    guard output.status == 0, !output.stdout.isEmpty else {
      throw .noTimeStamp(reason: Self.reason(output))
    }
    return output.stdout
  }

  /// The time in a token that was checked.
  private func time(of token: [UInt8]) throws(TimeStampError) -> Int {
    let output = try run(["-reply", "-token_in", "-text"], on: token)
    let label = "Time stamp: "
    let lines = Self.text(output.stdout).split(whereSeparator: \.isNewline)
      .filter { $0.hasPrefix(label) }
    guard output.status == 0, lines.count == 1,
      let time = Self.seconds(lines[0].dropFirst(label.count))
    else { throw .notUnderstood }
    return time
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `Nov  9 16:40:00.25 2026 GMT`; parts of a second are left out.
  static func seconds(_ text: Substring) -> Int? {
    let words = text.split { $0 == " " }.map(String.init)
    guard words.count == 5, words[4] == "GMT", words[3].utf8.count == 4,
      let month = months.firstIndex(of: words[0])
    else { return nil }
    func padded(_ text: String) -> String { text.utf8.count == 1 ? "0" + text : text }
    let clock = words[2].prefix { $0 != "." }
    return UTCTime.seconds(
      "\(words[3])-\(padded(String(month + 1)))-\(padded(words[1]))T\(clock)Z")
  }

  private func run(_ arguments: [String]) throws(TimeStampError) -> ProgramOutput {
    do { return try runner.run(Self.program, ["ts"] + arguments, [], Self.environment) } catch {
      throw .program(error)
    }
  }

  private func run(
    _ arguments: [String], on input: [UInt8]
  ) throws(TimeStampError) -> ProgramOutput {
    do {
      return try runner.withTemporaryFile(input) { (path) throws(ProgramError) in
        try runner.run(
          Self.program, ["ts"] + arguments + ["-in", path], [], Self.environment)
      }
    } catch { throw .program(error) }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// What stands behind `Verify error:` in the last line that has it.
  private static func certificateFault(_ said: String) -> String? {
    let line = said.split(whereSeparator: \.isNewline).last { $0.contains("Verify error:") }
    return line?.split(separator: ":" as Character).last.map { visible($0) }
  }

  /// What the program said of a fault, on one line.
  private static func reason(_ output: ProgramOutput) -> String {
    let lines = text(Array(output.stderr.prefix(4000))).split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("Using configuration from ") }
    guard let line = lines.first(where: { $0.contains(":error:") }) else {
      return lines.last.map { visible($0) } ?? "it ended with status \(output.status)"
    }
    // `4017…:error:17800064:time stamp routines:ts_verify_cert:certificate verify error:FILE:LINE:`
    let parts = line.split(separator: ":", omittingEmptySubsequences: false)
    return visible(parts.count > 5 ? parts[5] : line)
  }

  private static func visible(_ text: Substring) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(300).filter { $0 == " " || SignerName.isVisible($0) }))
  }
}
