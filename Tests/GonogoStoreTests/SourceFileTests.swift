import Foundation
import GonogoStore
import Testing

@Suite struct SourceFileTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 65_536, 65_537, 200_000])
  func readsBytesUntouched(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try folder.write(bytes, "document.md")
    #expect(try SourceFile.read(folder.path("document.md")) == bytes)
  }

  @Test(arguments: [
    ("mkdir x", "it is a folder"), ("mkfifo x", "it is not a regular file"),
    ("ln -s /dev/zero x", "it is not a regular file"), ("true", "No such file or directory"),
    ("ln -s x x", "Too many levels of symbolic links"),
    ("truncate -s 67108865 x", "it is larger than 67108864 bytes"),
  ])
  func saysWhyItCannotBeRead(_ make: String, _ reason: String) throws {
    try shell("cd \"$1\"; \(make)", folder.path)
    #expect { _ = try SourceFile.read(folder.path("x")) } throws: {
      let error = $0 as? StoreError
      return error?.reason == reason && error?.operation == "read" && error?.cure.isEmpty == false
    }
  }

  @Test func readsAFileOfExactlyTheLimit() throws {
    try shell("truncate -s 67108864 \"$1\"", folder.path("x"))
    #expect(try SourceFile.read(folder.path("x")).count == SourceFile.sizeLimit)
  }

  @Test func followsALinkToAFile() throws {
    try folder.write([1], "real")
    try shell("ln -s real \"$1\"", folder.path("x"))
    #expect(try SourceFile.read(folder.path("x")) == [1])
  }

  @Test func tellsWhetherItIsMissing() {
    #expect { _ = try SourceFile.read(folder.path("x")) } throws: {
      ($0 as? StoreError)?.isMissing == true
    }
    #expect(throws: StoreError.self) { _ = try SourceFile.read("") }
  }

  @Test(.enabled(if: NSUserName() != "root", "optional: root may read everything"))
  func saysWhenItMayNotBeRead() throws {
    try shell("umask 777; : > \"$1\"", folder.path("x"))
    #expect { _ = try SourceFile.read(folder.path("x")) } throws: {
      ($0 as? StoreError)?.reason == "Permission denied"
    }
  }
}
