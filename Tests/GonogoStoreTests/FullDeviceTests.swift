import Foundation
import GonogoCore
import GonogoStore
import Testing

/// A tmpfs of 64 KiB, where this user may mount one.
private final class SmallDevice: Sendable {
  let folder: TemporaryFolder

  init?() {
    guard let folder = try? TemporaryFolder(),
      let answer = try? shell("mount -t tmpfs -o size=64k tmpfs \"$1\"", folder.path),
      answer.status == 0
    else { return nil }
    self.folder = folder
  }

  deinit { _ = try? shell("umount -l \"$1\"", folder.path) }

  static let canMount = SmallDevice() != nil
}

@Suite(.enabled(if: SmallDevice.canMount, "no tmpfs can be mounted here; run the tests as root"))
struct FullDeviceTests {
  private let device: SmallDevice

  init() throws { device = try #require(SmallDevice()) }

  @Test func stopsTheJournalForGoodAndRecovers() throws {
    let path = device.folder.path("journal.jsonl")
    let event: JSONObject = [.init("text", .string(String(repeating: "x", count: 3000)))]
    var journal: Journal? = try Journal(path: path)
    var written = 0
    var failure: StoreError?
    while failure == nil, written < 100 {
      do {
        try journal?.append(event)
        written += 1
      } catch { failure = error }
    }
    #expect(failure?.isNoSpace == true)
    #expect(failure?.message.contains("No space left on device") == true)
    #expect(journal?.records == written)
    // Even a record that would fit now is refused: it would follow a torn line.
    #expect { try journal?.append([.init("text", "y")]) } throws: { $0 as? StoreError == failure }
    #expect(try Journal.read(path).count == written)

    journal = nil
    let resumed = try Journal(path: path)
    #expect(resumed.records == written)
    #expect(resumed.droppedBytes > 0)
    try resumed.append([.init("text", "y")])
    #expect(try Journal.read(path).count == written + 1)
  }

  @Test func leavesTheOldFileAndNoRubbish() throws {
    let path = device.folder.path("run.json")
    try AtomicFile.write([1, 2, 3], to: path)
    let large = [UInt8](repeating: 7, count: 100_000)
    #expect { try AtomicFile.write(large, to: path) } throws: {
      ($0 as? StoreError)?.isNoSpace == true && ($0 as? StoreError)?.path == path
    }
    #expect(try device.folder.bytes("run.json") == [1, 2, 3])
    #expect(try device.folder.names() == ["run.json"])
  }
}
