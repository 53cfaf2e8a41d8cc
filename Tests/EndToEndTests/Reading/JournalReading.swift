import Foundation
import Testing

/// A journal, read by the rule of its format alone: each record is a line of JSON that counts itself
/// and names the SHA-256 of the line before.
struct JournalReading {
  struct Record: Decodable {
    let i: Int
    let prev: String
    let ev: String
    let command: Int?
    let line: Int?
    let exit: Int?
    let outcome: String?
    let decision: String?
    let by: String?
    let approved: Bool?
    let said: String?
    let said_at: String?
    let note: String?
  }

  let records: [Record]
  /// The SHA-256 of the last record.
  let head: String
  /// Bytes after the last whole record.
  let tornBytes: Int

  /// Reads the journal at `path` and checks its chain.
  init(_ path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let end = (bytes.lastIndex(of: 0x0A) ?? -1) + 1
    tornBytes = bytes.count - end
    let lines = bytes[..<end].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    records = try lines.map { try JSONDecoder().decode(Record.self, from: Data($0)) }
    let digests = try Self.digests(of: lines)
    var head = String(repeating: "0", count: 64)
    for (index, record) in records.enumerated() {
      try #require(record.i == index, "record \(index) counts itself as \(record.i)")
      try #require(record.prev == head, "the chain is broken at record \(index)")
      head = digests[index]
    }
    self.head = head
  }

  /// The records of one event.
  func records(_ event: String) -> [Record] { records.filter { $0.ev == event } }

  private static func digests(of lines: [ArraySlice<UInt8>]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gonogo-e2e-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = lines.indices.map { String($0 + 1_000_000) }
    for (name, line) in zip(names, lines) {
      try Data(line).write(to: folder.appendingPathComponent(name))
    }
    let end = try Child.bash("sha256sum -- *", in: folder.path)
    let digests = end.output.split(separator: "\n").map { String($0.prefix(64)) }
    try #require(digests.count == lines.count)
    return digests
  }
}
