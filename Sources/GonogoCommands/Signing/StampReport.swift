internal import GonogoCore
internal import GonogoSigning
internal import GonogoStore

/// What a time stamp says of a signed document.
struct StampReport {
  /// What is wrong with it, each without a final stop; empty when it counts.
  let faults: [String]
  private let stamp: TimeStamp?
  private let count: Int
  private let authority: String

  /// Checks the reply in the file `reply` with the certificates in the file `authority`.
  ///
  /// - Throws: `CommandFailure` when there is no answer: a file or openssl is not there.
  init(
    reply: String, authority: String, document: [UInt8], signers: [SignerReport]
  ) throws(CommandFailure) {
    self.authority = authority
    count = signers.count
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try SourceFile.read(reply)
      _ = try SourceFile.read(authority)
    } catch { throw CommandFailure(error) }
    do throws(TimeStampError) {
      let signed = try? SignedDocument.parse(document)
      guard let signed else { throw TimeStampError.otherBytes }
      let stamp = try TimeStampTool(runner: SigningTools.runner).check(
        bytes, of: signed, authority: authority, digest: Digest.sha256)
      self.stamp = stamp
      faults = stamp.faults(signers, now: HostEnvironment.now)
    } catch {
      guard error.isRefusal else { throw CommandFailure(error) }
      stamp = nil
      faults = ["\(reply): \(error.message)"]
    }
  }

  /// What it vouches for; nil when it does not count.
  var sentence: String? {
    guard let stamp, faults.isEmpty else { return nil }
    let what =
      stamp.signatures == count
      ? "the document as it is"
      : "the document up to signature \(stamp.signatures), not what was signed later,"
    return "time stamp: \(what) existed at \(Timestamp(stamp.time).iso8601), says an authority of "
      + authority
  }

  /// The same for machines.
  var json: JSONValue {
    [
      "valid": .bool(faults.isEmpty),
      "time": stamp.map { .string(Timestamp($0.time).iso8601) } ?? .null,
      "signatures": stamp.map { .integer($0.signatures) } ?? .null,
      "authority": .string(authority),
    ]
  }
}
