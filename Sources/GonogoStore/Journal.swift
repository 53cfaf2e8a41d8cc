package import GonogoCore
internal import Synchronization

/// The append-only log of a run: one JSON object per line, each with the digest of the line before.
///
/// A line is `{…,"i":N,"prev":DIGEST,…}` with sorted names; `prev` is the SHA-256 of the previous
/// line's bytes without its line end, 64 zeros in the first. A line is on the device when `append`
/// returns. Without a signature over `head` the chain shows damage, not fraud.
package final class Journal: Sendable {
  /// The file.
  package let path: String
  /// How many bytes of an unfinished line were dropped when the file was opened.
  package let droppedBytes: Int
  private let state: Mutex<State>

  private struct State: ~Copyable {
    let file: OpenFile
    var records: Int
    var head: String
    var failure: StoreError?
  }

  /// Opens the journal at `path`, for this process alone; makes it (0600) when it is missing.
  ///
  /// An existing one is read, a line that was cut off while being written is dropped, and the chain
  /// goes on.
  ///
  /// - Throws: `StoreError` when it cannot be opened or written, when its chain is broken, or when
  ///   another process has it open.
  package init(path: String) throws(StoreError) {
    let file = try OpenFile(path, for: .appending, mode: 0o600)
    guard try file.lock() else {
      throw StoreError(
        "open", path, reason: "another gonogo is writing it",
        cure: "wait until that run has ended, or end it")
    }
    let scan = try JournalScan(Self.bytes(of: file), path: path)
    let size = try file.status().size
    if size > scan.goodSize {
      try file.truncate(to: scan.goodSize)
      try file.sync()
    }
    try FileSystem.syncFolder(FileSystem.folder(of: path))
    self.path = path
    self.droppedBytes = size - scan.goodSize
    self.state = Mutex(State(file: file, records: scan.records.count, head: scan.head))
  }

  /// How many records it holds.
  package var records: Int { state.withLock { $0.records } }

  /// The digest of the last record's line, 64 zeros when there is none; signed with `records`, it
  /// shows every later change.
  package var head: String { state.withLock { $0.head } }

  /// The number of records and the digest of the last one, taken together.
  package var position: (records: Int, head: String) {
    state.withLock { ($0.records, $0.head) }
  }

  /// Appends one record; on return it is on the device.
  ///
  /// After an error nothing can be appended any more: every further call throws the same error, since
  /// what follows an incomplete line would damage the chain. Opened again, the journal goes on.
  ///
  /// - Parameter event: the record's members; the names `i` and `prev` are the journal's own.
  /// - Throws: `StoreError` when not all of it could be written.
  package func append(_ event: JSONObject) throws(StoreError) {
    guard !event.contains(where: { $0.name == "i" || $0.name == "prev" }) else {
      throw StoreError(
        "append to", path, reason: "the event uses the name i or prev",
        cure: "report this as a fault of gonogo")
    }
    try state.withLock { (state) throws(StoreError) in
      if let failure = state.failure { throw failure }
      let members =
        event + [
          JSONMember("i", .integer(state.records)), JSONMember("prev", .string(state.head)),
        ]
      let line = JSONValue.object(members).compactBytes
      do throws(StoreError) {
        try Self.write(line + [UInt8(ascii: "\n")], to: state.file)
      } catch {
        state.failure = error
        throw error
      }
      state.records += 1
      state.head = Digest.sha256(line)
    }
  }

  /// The records of the journal at `path`, its chain checked; a line that was cut off is left out.
  ///
  /// - Throws: `StoreError` when it cannot be read or its chain is broken.
  package static func read(_ path: String) throws(StoreError) -> [JournalRecord] {
    try JournalScan(bytes(of: OpenFile(path, for: .reading)), path: path).records
  }

  private static func bytes(of file: borrowing OpenFile) throws(StoreError) -> [UInt8] {
    guard try file.status().kind == .file else {
      throw StoreError(
        "read", file.path, reason: "it is not a regular file", cure: "name a run's journal.jsonl")
    }
    guard let bytes = try file.readAll(limit: 1 << 30) else {
      throw StoreError(
        "read", file.path, reason: "it is larger than a journal gets", cure: "start a new run")
    }
    return bytes
  }

  private static func write(_ line: [UInt8], to file: borrowing OpenFile) throws(StoreError) {
    let count = try file.writeOnce(line[...])
    if count < line.count {
      // The rest is tried only to learn from the system why it would not take the whole.
      try file.writeAll(Array(line[count...]))
      throw StoreError(
        "write", file.path, reason: "a record was not written in one piece",
        cure: "check the device it is on, then gonogo resume")
    }
    try file.syncBytes()
  }
}
