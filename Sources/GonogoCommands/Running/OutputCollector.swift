internal import GonogoCore
internal import GonogoRedaction
internal import GonogoStore

/// Takes in what a command writes to one stream and keeps a bounded, harmless part of it.
///
/// The one place every byte of output passes: terminal control is taken out, then secrets; only
/// then it is counted into the digest, kept and shown.
struct OutputCollector {
  /// How much of the beginning and of the end is kept, in bytes each.
  private let keptEachSide: Int
  private var stripper = EscapeStripper()
  private var redactor: Redactor
  private var digest = DigestStream()
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var kept = 0
  /// How many bytes came in all.
  private(set) var bytes = 0

  /// A collector that replaces these secrets and keeps at most `limit` bytes, half of them from the
  /// beginning and half from the end.
  init(secrets: SecretTables, limit: Int = OutputLimit.standard) {
    redactor = Redactor(secrets)
    keptEachSide = limit / 2
  }

  /// How many secrets were replaced, by name.
  var redactions: [String: Int] { redactor.counts }

  /// Takes in bytes and returns what may be shown of them.
  mutating func take(_ chunk: ArraySlice<UInt8>) -> [UInt8] {
    bytes += chunk.count
    var plain: [UInt8] = []
    plain.reserveCapacity(chunk.count)
    stripper.strip(chunk, into: &plain)
    var clean: [UInt8] = []
    clean.reserveCapacity(plain.count)
    redactor.redact(plain[...], into: &clean)
    keep(clean)
    return clean
  }

  /// What is left at the end, to be shown.
  mutating func finish() -> [UInt8] {
    var plain: [UInt8] = []
    stripper.finish(into: &plain)
    var clean: [UInt8] = []
    redactor.redact(plain[...], into: &clean)
    redactor.finish(into: &clean)
    keep(clean)
    return clean
  }

  private mutating func keep(_ clean: [UInt8]) {
    guard !clean.isEmpty else { return }
    digest.update(clean)
    kept += clean.count
    let room = min(clean.count, keptEachSide - head.count)
    head += clean[..<room]
    guard room < clean.count else { return }
    // As a slice: the `suffix` of any sequence goes through it byte by byte.
    tail += clean[max(room, clean.count - keptEachSide)...]
    // Cut seldom, so that each byte is moved a bounded number of times.
    if tail.count > 2 * keptEachSide { tail.removeFirst(tail.count - keptEachSide) }
  }

  /// The record of the stream; `file` is where its evidence lies.
  func record(file: String?) -> OutputRecord {
    if kept == 0 {
      return OutputRecord(bytes: bytes, digest: "", text: "", isTruncated: false, file: nil)
    }
    let end = tail.suffix(keptEachSide)
    let dropped = kept - head.count - end.count
    var text = String(decoding: head, as: UTF8.self)
    if dropped > 0 { text += "\n[… \(dropped) bytes left out …]\n" }
    if !end.isEmpty { text += String(decoding: end, as: UTF8.self) }
    return OutputRecord(
      bytes: bytes, digest: digest.digest, text: VisibleText.lines(text), isTruncated: dropped > 0,
      file: file)
  }
}
