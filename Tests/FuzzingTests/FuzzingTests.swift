import Foundation
import FuzzTargets
import Testing

/// Feeds what is kept in Tests/Fixtures/fuzz to its target: seeds, and all that once broke a reader.
struct FuzzingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/fuzz")

  @Test(arguments: FuzzTarget.allCases)
  func holdsOnEveryKeptInput(target: FuzzTarget) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appending(path: target.rawValue), includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files { target.run(Array(try Data(contentsOf: file))) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func holdsOnNothingAndOnEveryByte(target: FuzzTarget) {
    target.run([])
    for byte in UInt8.min...UInt8.max { target.run([byte]) }
  }
}
