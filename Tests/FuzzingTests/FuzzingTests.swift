import Foundation
import FuzzTargets
import Testing

/// Feeds what is kept in Tests/Fixtures/fuzz to its target: seeds, and all that once broke a reader.
struct FuzzingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/fuzz")

  private static func kept(_ target: FuzzTarget) throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: target.rawValue), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func holdsOnEveryKeptInput(target: FuzzTarget) throws {
    let inputs = try Self.kept(target)
    #expect(!inputs.isEmpty)
    for input in inputs { target.run(input) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func holdsOnNothingAndOnEveryByte(target: FuzzTarget) {
    target.run([])
    for byte in stride(from: UInt8.min, to: 255, by: 5) { target.run([byte]) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func holdsOnEveryKeptInputChangedAndCutOff(target: FuzzTarget) throws {
    for input in try Self.kept(target) where !input.isEmpty && input.count < 4000 {
      for round in 1...12 {
        var state = UInt32(round) &* 2_654_435_761
        var changed = input
        for _ in 0..<round {
          state = state &* 1_664_525 &+ 1_013_904_223
          changed[Int(state >> 8) % changed.count] = input[Int(state >> 12) % input.count]
        }
        target.run(changed)
        target.run(Array(input[..<(Int(state >> 4) % input.count)]))
      }
    }
  }
}
