internal import GonogoCompletion
internal import GonogoCore
internal import GonogoRedaction
internal import GonogoStore

/// What is kept of a run, without what must not be seen: every file of it is written through here.
enum RunText {
  /// The members that hold words of ours, digests and times, in which nothing from outside stands; and
  /// what the document shows where (`was`, `now`), which is the author's or was cleaned before.
  private static let own: Set<String> = [
    "ev", "t", "run", "gonogo", "sha256", "sidecar_sha256", "configuration_sha256", "cmd_sha256",
    "answers_sha256",
    "started", "ended",
    "sandbox", "decision", "verdict", "outcome", "effect", "kind", "answer", "said", "said_at",
    "head", "id", "check", "file_sha256", "was", "now",
  ]

  /// Members without secrets in any text.
  static func clean(_ members: JSONObject) -> JSONObject {
    clean(.object(members)).objectValue ?? []
  }

  /// A value without secrets in any text.
  static func clean(_ value: JSONValue) -> JSONValue {
    Redaction.clean(value, ProcessSecrets.current, keeping: own)
  }

  /// A text without secrets.
  static func clean(_ text: String) -> String { Redaction.clean(text, ProcessSecrets.current) }

  /// A record without secrets in what goes into the document.
  static func clean(_ record: RunRecord) -> RunRecord {
    var record = record
    record.notes = record.notes.map { clean($0) }
    record.blanks = record.blanks.map {
      BlankResult(
        blank: $0.blank, text: $0.text.map { clean($0) }, source: $0.source,
        because: clean($0.because))
    }
    return record
  }

  /// Writes the output of a command and returns the bytes that were written.
  static func write(_ text: String, to path: String) throws(StoreError) -> [UInt8] {
    let bytes = Array(clean(text).utf8)
    try AtomicFile.write(bytes, to: path, mode: 0o600)
    return bytes
  }

  /// Writes the completed document and `run.json`. The author's bytes are the author's.
  static func write(
    _ document: [UInt8], to path: String, result: JSONValue, to resultPath: String
  ) throws(StoreError) {
    try AtomicFile.write(document, to: path, mode: 0o644)
    try AtomicFile.write(clean(result).compactBytes + [0x0A], to: resultPath, mode: 0o600)
  }
}
