import Foundation
import GonogoCore
import GonogoStore
import Testing

@testable import GonogoCommands

/// A record that was rewritten, beside the journal of its run.
@Suite struct KeptEvidenceTests {
  private let base = NSTemporaryDirectory() + "gonogo-kept-\(UUID().uuidString)"

  /// A record of a run whose journal lies in `base`, with one member of it exchanged.
  private func outcome(_ name: String?, _ value: JSONValue = .null) throws -> [String]? {
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: base) }
    let journal = try Journal(path: base + "/journal.jsonl")
    try journal.append([
      JSONMember("ev", "run"), JSONMember("run", "r1"), JSONMember("sha256", "aa"),
      JSONMember("sidecar_sha256", "bb"),
    ])
    try journal.append([JSONMember("ev", "decision"), JSONMember("decision", "NO-GO")])
    func member(_ own: String, _ usual: JSONValue) -> JSONMember {
      JSONMember(own, own == name ? value : usual)
    }
    let record: JSONValue = .object([
      member("run", "r1"),
      JSONMember(
        "source", .object([member("sha256", "aa"), member("sidecar_sha256", "bb")])),
      member("decision", "NO-GO"),
      JSONMember(
        "journal", ["records": .integer(2), "head": .string(journal.head)]),
    ])
    guard
      case .differs(let how) = KeptEvidence(record: record, document: base + "/a.md").journal()
    else { return nil }
    return how
  }

  @Test func agreesWithItsOwnJournal() throws {
    #expect(try outcome(nil) == nil)
  }

  @Test(arguments: [
    ("run", "r2"), ("sha256", "cc"), ("sidecar_sha256", "cc"), ("decision", "GO"),
  ])
  func differsWhereTheRecordWasRewritten(_ name: String, _ value: String) throws {
    #expect(try outcome(name, .string(value))?.count == 1)
  }

  @Test func differsWhereTheSidecarWasTakenOut() throws {
    #expect(try outcome("sidecar_sha256")?.count == 1)
  }
}
