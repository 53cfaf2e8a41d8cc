import Foundation
import GonogoCore
import GonogoStore
import Testing

@testable import GonogoCommands

@Suite struct RunHistoryTests {
  private let base = NSTemporaryDirectory() + "gonogo-history-\(UUID().uuidString)"

  private func folder() throws -> RunFolder {
    try RunFolder.create(output: base, name: "a", id: "20261123T161305Z-7f3a9c")
  }

  /// The clock is set back by a day in the midst of the run.
  @Test func losesNothingWhenTheClockGoesBack() throws {
    defer { try? FileManager.default.removeItem(atPath: base) }
    let folder = try folder()
    let journal = EventJournal(journal: try Journal(path: folder.journal), now: { 1_795_450_000 })
    try journal.append([JSONMember("ev", "run")])
    let later = EventJournal(journal: journal.journal, now: { 1_795_363_600 })
    try later.append([JSONMember("ev", "start"), JSONMember("command", 0)])
    try later.append([
      JSONMember("ev", "end"), JSONMember("command", 0), JSONMember("outcome", "ran"),
      JSONMember("exit", 0), JSONMember("stdout", .null), JSONMember("stderr", .null),
    ])
    let history = try #require(
      RunHistory(try Journal.read(folder.journal), folder: folder))
    #expect(history.started == 1_795_450_000)
    #expect(history.ended[0]?.time == 1_795_363_600)
    #expect(history.ended[0]?.result.verdict == .pass)
    #expect(history.underWay.isEmpty)
  }

  @Test func countsNoResultWhoseOutputWasChanged() throws {
    defer { try? FileManager.default.removeItem(atPath: base) }
    let folder = try folder()
    let journal = EventJournal(journal: try Journal(path: folder.journal))
    try journal.append([JSONMember("ev", "run")])
    let output: JSONValue = [
      "bytes": 3, "sha256": "", "file": "evidence/0-1-1.stdout",
      "file_sha256": .string(Digest.sha256(Array("yes".utf8))),
    ]
    try journal.append([
      JSONMember("ev", "end"), JSONMember("command", 0), JSONMember("outcome", "ran"),
      JSONMember("exit", 0), JSONMember("stdout", output), JSONMember("stderr", .null),
    ])
    let file = URL(fileURLWithPath: folder.evidence + "/0-1-1.stdout")
    try Data("yes".utf8).write(to: file)
    let whole = try #require(RunHistory(try Journal.read(folder.journal), folder: folder))
    #expect(whole.ended[0]?.result.stdout.text == "yes")
    try Data("no!".utf8).write(to: file)
    let changed = try #require(RunHistory(try Journal.read(folder.journal), folder: folder))
    #expect(changed.ended[0] == nil)
    #expect(changed.underWay[0] != nil)
  }

  @Test(arguments: [0, 951_782_400, 1_795_449_929, 253_402_300_799])
  func readsTheTimesItWrites(seconds: Int) {
    #expect(Timestamp(iso8601: Timestamp(seconds).iso8601) == Timestamp(seconds))
  }

  @Test(arguments: ["", "2026-02-31T00:00:00Z", "2026-11-23", "2026-11-23T16:05:29+01", "x"])
  func readsNothingElseAsATime(text: String) { #expect(Timestamp(iso8601: text) == nil) }
}
