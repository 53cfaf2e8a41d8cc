internal import GonogoCore

/// Follows the chain of a journal's lines.
package struct JournalScan {
  /// What stands for the digest of the line before the first.
  package static let start = String(repeating: "0", count: 64)

  /// The records up to the last whole line.
  package var records: [JournalRecord] = []
  /// The digest of the last whole line, or `start`.
  var head = JournalScan.start
  /// How many bytes the whole lines take; what follows was cut off while it was written.
  package var goodSize = 0

  /// Reads the lines of `bytes`; `path` is for the message.
  ///
  /// - Throws: `StoreError` when a whole line is not the next link of the chain.
  package init(_ bytes: [UInt8], path: String) throws(StoreError) {
    while let end = bytes[goodSize...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = Array(bytes[goodSize..<end])
      let index = records.count
      let value: JSONValue
      do { value = try JSONReader.read(line) } catch {
        throw Self.broken(path, index, "\(error.message) at byte \(error.offset) of its line")
      }
      guard value["i"] == .integer(index), value["prev"] == .string(head) else {
        throw Self.broken(path, index, "it does not follow from the record before it")
      }
      head = Digest.sha256(line)
      records.append(JournalRecord(index: index, digest: head, value: value))
      goodSize = end + 1
    }
  }

  private static func broken(_ path: String, _ index: Int, _ what: String) -> StoreError {
    StoreError(
      "trust", path, reason: "record \(index) is damaged: \(what)",
      cure: "the file was changed after it was written; restore it or start a new run")
  }
}
