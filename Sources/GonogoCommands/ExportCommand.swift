internal import ArgumentParser
internal import GonogoCompletion
internal import GonogoCore
internal import GonogoSigning
internal import GonogoStore

/// `gonogo export`: what other tools are given of a signed document.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write a signed document's result as an in-toto attestation, or ask for a time stamp.",
    discussion: """
      --in-toto: the statement (in-toto v1, test-result v0.1) names source and signed document by their SHA-256. \
      It is signed, in a DSSE envelope, with an Ed25519 key that signed the document. Exported again \
      with another signer's key, the envelope takes that signature, too.

      --timestamp-request: a request (RFC 3161) for a time stamp of the document as it is, made by \
      openssl and sent by nobody: send it to an authority of your choice and keep the reply. \
      `gonogo verify --timestamp` checks that.

      Examples:
        gonogo export --in-toto preflight.signed.md --key ~/.ssh/id_ed25519
        gonogo export --timestamp-request preflight.signed.md
        curl -H 'Content-Type: application/timestamp-query' --data-binary @preflight.tsq \
      -o preflight.tsr URL
      """)

  @Argument(help: "The signed document.", completion: .file(extensions: ["md"]))
  var file: String

  @Flag(help: "An in-toto Statement in a DSSE envelope.")
  var inToto = false

  @Flag(help: "A request for a time stamp.")
  var timestampRequest = false

  @Option(
    help: ArgumentHelp(
      "For --in-toto: the private key, or the public key of one that the agent holds.",
      valueName: "file"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      "Where to write it; else NAME.intoto.json or NAME.tsq.", valueName: "file"))
  var output: String?

  func validate() throws {
    if inToto == timestampRequest {
      throw ValidationError("give one of --in-toto and --timestamp-request")
    }
    if inToto, key == nil { throw ValidationError("--in-toto needs --key") }
    if timestampRequest, key != nil {
      throw ValidationError("--timestamp-request is signed by nobody; leave out --key")
    }
  }

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      let bytes = try read(file)
      if timestampRequest { return try writeRequest(bytes) }
      let signer = try signer()
      let statement = try statement(bytes, signedBy: signer.publicKey)
      let target = output ?? Self.target(of: file, ".intoto.json")
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

  /// Writes a request for a time stamp of exactly these bytes.
  private func writeRequest(_ bytes: [UInt8]) throws(CommandFailure) -> ExitStatus {
    _ = try wholeDocument(bytes)
    let digest = Digest.sha256(bytes)
    let request: [UInt8]
    do throws(TimeStampError) {
      request = try TimeStampTool(runner: SigningTools.runner).request(digest: digest)
    } catch { throw CommandFailure(error) }
    let target = output ?? Self.target(of: file, ".tsq")
    do throws(StoreError) { try AtomicFile.write(request, to: target, mode: 0o644) } catch {
      throw CommandFailure(error)
    }
    Terminal().line("\(target): asks for a time stamp of sha256 \(digest)")
    return .go
  }

  private func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    do throws(StoreError) { return try SourceFile.read(path) } catch { throw CommandFailure(error) }
  }

  private func signer() throws(CommandFailure) -> RawSigner {
    let bytes = try read(key ?? "")
    do throws(RawKeyError) { return try RawSigner(file: bytes, agent: AgentSocket.ask) } catch {
      throw CommandFailure(error)
    }
  }

  /// The signed document, once it is known that nothing of it was changed.
  private func wholeDocument(_ bytes: [UInt8]) throws(CommandFailure) -> SignedDocument {
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
    return document
  }

  /// The statement about the document.
  private func statement(
    _ bytes: [UInt8], signedBy key: [UInt8]
  ) throws(CommandFailure) -> JSONValue {
    let document = try wholeDocument(bytes)
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

  private static func target(of path: String, _ ending: String) -> String {
    let stem = path.hasSuffix(".signed.md") ? String(path.dropLast(".signed.md".count)) : path
    return stem + ending
  }
}
