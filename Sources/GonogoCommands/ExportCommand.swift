internal import ArgumentParser
internal import GonogoCompletion
internal import GonogoCore
internal import GonogoSigning
internal import GonogoStore

/// `gonogo export`: a signed document's result in a form that other tools verify.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a signed document's result as an in-toto attestation.",
    discussion: """
      The statement (in-toto v1, test-result v0.1) names source and signed document by their SHA-256. \
      It is signed, in a DSSE envelope, with an Ed25519 key that signed the document. Exported again \
      with another signer's key, the envelope takes that signature, too.

      Example:
        gonogo export --in-toto preflight.signed.md --key ~/.ssh/id_ed25519
      """)

  @Argument(help: "The signed document.", completion: .file(extensions: ["md"]))
  var file: String

  @Flag(help: "An in-toto Statement in a DSSE envelope; the only form there is.")
  var inToto = false

  @Option(
    help: ArgumentHelp(
      "The private key, or the public key of one that the agent holds.", valueName: "file"))
  var key: String

  @Option(help: ArgumentHelp("Where to write it; else NAME.intoto.json.", valueName: "file"))
  var output: String?

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      guard inToto else {
        throw CommandFailure(.usage, "no form is named", cure: "write --in-toto")
      }
      let bytes = try read(file)
      let signer = try signer()
      let statement = try statement(bytes, signedBy: signer.publicKey)
      let target = output ?? Self.target(of: file)
      var envelope = existing(target, payload: statement.compactBytes)
      do throws(RawKeyError) { envelope.add(try signer.sign(envelope)) } catch {
        throw CommandFailure(error)
      }
      do throws(StoreError) {
        try AtomicFile.write(envelope.json.compactBytes + [0x0A], to: target, mode: 0o644)
      } catch { throw CommandFailure(error) }
      let count = envelope.signatures.count
      Terminal().line("\(target): \(count) \(count == 1 ? "signature" : "signatures")")
      return .go
    }
  }

  private func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    do throws(StoreError) { return try SourceFile.read(path) } catch { throw CommandFailure(error) }
  }

  private func signer() throws(CommandFailure) -> RawSigner {
    let bytes = try read(key)
    do throws(RawKeyError) { return try RawSigner(file: bytes, agent: AgentSocket.ask) } catch {
      throw CommandFailure(error)
    }
  }

  /// The statement about the document, once that is known to be whole.
  private func statement(
    _ bytes: [UInt8], signedBy key: [UInt8]
  ) throws(CommandFailure) -> JSONValue {
    let document: SignedDocument
    let report: VerificationReport
    do throws(SigningError) {
      document = try SignedDocument.parse(bytes)
      report = try Verifier(runner: SigningTools.runner).verify(bytes, allowedSigners: nil)
    } catch { throw CommandFailure(error) }
    let wrong = report.signers.filter { $0.verdict == .invalid }.map {
      "signature \($0.number): \($0.reason)"
    }
    let faults = wrong + RecordReport(bytes, path: file).faults
    guard faults.isEmpty else {
      throw CommandFailure(
        .noGo, faults.joined(separator: "; "), cure: "ask its signers for the original")
    }
    guard document.isSigned(by: key) else {
      throw CommandFailure(
        .usage, "this key has not signed \(file)", cure: "export it with a key that has")
    }
    let record: JSONValue
    do throws(RecordFault) { record = try CompletedDocument(Array(document.body)).record } catch {
      throw CommandFailure(.noGo, error.message, cure: "ask its signers for the original")
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return TestResultStatement.json(record, name: name, digest: Digest.sha256(bytes))
  }

  /// The envelope at `target` when it holds the same statement, else a new one.
  private func existing(_ target: String, payload: [UInt8]) -> Envelope {
    let fresh = Envelope(payloadType: TestResultStatement.payloadType, payload: payload)
    guard let bytes = try? SourceFile.read(target), let json = try? JSONReader.read(bytes),
      let old = Envelope(json), old.payload == payload, old.payloadType == fresh.payloadType
    else { return fresh }
    return old
  }

  private static func target(of path: String) -> String {
    let stem = path.hasSuffix(".signed.md") ? String(path.dropLast(".signed.md".count)) : path
    return stem + ".intoto.json"
  }
}
