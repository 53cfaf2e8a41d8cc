import Foundation
import GonogoStore
import Testing

@Suite struct AtomicFileTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func replacesContentAndPermissions() throws {
    try folder.write([1], "file")
    try AtomicFile.write([2, 3], to: folder.path("file"), mode: 0o640)
    #expect(try folder.bytes("file") == [2, 3])
    #expect(try folder.mode("file") == 0o640)
    #expect(try folder.names() == ["file"])
  }

  @Test func isForTheOwnerAloneUnlessToldOtherwise() throws {
    try AtomicFile.write([], to: folder.path("file"))
    #expect(try folder.mode("file") == 0o600)
  }

  @Test func replacesALinkAndSparesItsTarget() throws {
    try folder.write([1], "target")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("target"))
    try AtomicFile.write([2], to: folder.path("link"))
    #expect(try folder.bytes("target") == [1])
    #expect(try folder.bytes("link") == [2])
  }

  @Test func leavesNothingBehindWhenItCannotTakeTheName() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("taken/inside"), withIntermediateDirectories: true)
    #expect { try AtomicFile.write([1], to: folder.path("taken")) } throws: {
      ($0 as? StoreError)?.path == folder.path("taken")
    }
    #expect(try folder.names() == ["taken"])
  }

  @Test(arguments: ["missing/file", "nul\0byte"])
  func refusesPathsThatCannotBe(_ name: String) throws {
    #expect { try AtomicFile.write([1], to: folder.path(name)) } throws: {
      ($0 as? StoreError)?.operation == "write"
    }
    #expect(try folder.names() == [])
  }

  @Test func takesNamesOfFullLengthAndManyBytes() throws {
    let name = String(repeating: "n", count: 255)
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
    try AtomicFile.write(bytes, to: folder.path(name))
    #expect(try folder.bytes(name) == bytes)
  }
}
